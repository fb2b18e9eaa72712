using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Reports;

/// <summary>Báo cáo: the catalogue, what is being made, and what was made.</summary>
[Authorize(Policy = Policies.SeeReports)]
public sealed class IndexModel(ReportSheets sheets, ReportRunDesk runs, IAuthorizationService permissions) : PageModel
{
    /// <summary>Only reports of this template.</summary>
    [BindProperty(SupportsGet = true, Name = "mau")]
    public string? Template { get; set; }

    /// <summary>Only reports made before this one.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    /// <summary>Whether the officer may make reports.</summary>
    public bool MayMake { get; private set; }

    /// <summary>Runs that are not done.</summary>
    public IReadOnlyList<ReportRunSheet> Runs { get; private set; } = [];

    /// <summary>Made reports.</summary>
    public IReadOnlyList<ReportLine> Made { get; private set; } = [];

    /// <summary>Address of the older ones, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>Templates that can be filtered by.</summary>
    public static IReadOnlyList<Choice> Templates => [.. ReportTemplates.All.Select(t => new Choice(t.Code, $"{t.ShortName}: {t.Name}"))];

    /// <summary>Colour of a state.</summary>
    public static string Colour(ReportRunState state) => state switch { ReportRunState.Failed => "red", ReportRunState.Stopped => "grey", ReportRunState.Running => "blue", _ => "yellow" };

    /// <summary>Words of a state.</summary>
    public static string Words(ReportRunState state) => state switch
    {
        ReportRunState.Waiting => "Chờ lập",
        ReportRunState.Running => "Đang lập",
        ReportRunState.Done => "Đã lập xong",
        ReportRunState.Failed => "Bị lỗi",
        _ => "Đã dừng",
    };

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        MayMake = (await permissions.AuthorizeAsync(User, Policies.MakeReports)).Succeeded;
        Runs = Before is null && MayMake ? await runs.OpenAsync(actor, ct) : [];
        var made = await sheets.ListAsync(actor, ReportTemplates.Find(Template)?.Code, Before, ct);
        Made = [.. made.Take(ReportSheets.PageSize)];
        Older = made.Count > ReportSheets.PageSize ? Links.Reports(Template, Made[^1].Id) : null;
    }
}
