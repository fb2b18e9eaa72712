using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Catalogue;
using MotCua.Domain.Accounts;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Quy trình nội bộ of a unit: what holds, what is scheduled, and publishing another from a day on. Refused when it could strand a dossier.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class RoutesModel(UnitRouteSheets sheets, PublishRouteHandler publish, WithdrawRouteHandler withdraw, OfficerSheets reach) : PageModel
{
    /// <summary>A step as typed.</summary>
    public sealed class TypedStep
    {
        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>Role.</summary>
        public string? Role { get; set; }

        /// <summary>Percent.</summary>
        public string? Percent { get; set; }
    }

    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Procedure, or empty for all.</summary>
        public string? ProcedureCode { get; set; }

        /// <summary>From.</summary>
        public DateBoxes From { get; set; } = new();

        /// <summary>Steps; empty rows are left out.</summary>
        public IList<TypedStep> Steps { get; set; } = [];
    }

    /// <summary>Unit in the address, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "xong")]
    public string? Done { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The unit's routes, when one is chosen.</summary>
    public UnitRouteSheet? Sheet { get; private set; }

    /// <summary>Units within reach.</summary>
    public IReadOnlyList<UnitChoice> Units { get; private set; } = [];

    /// <summary>The steps that would be published, while they are previewed.</summary>
    public IReadOnlyList<LaidStep>? Preview { get; private set; }

    /// <summary>The typed date.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Roles of steps.</summary>
    public IReadOnlyList<Choice> Roles { get; } = [new("", "Không dùng bước này"), .. RouteRules.Roles.Select(r => new Choice(r.ToString(), GrantRules.NameOf(r)))];

    /// <summary>Procedures of the unit.</summary>
    public IReadOnlyList<Choice> Procedures => [new("*", "Mọi thủ tục chưa có quy trình riêng"), .. (Sheet?.Procedures ?? []).Select(p => new Choice(p.Key, $"{(p.Value.Length > 110 ? p.Value[..110] + "…" : p.Value)} ({p.Key})"))];

    /// <summary>Hours of a part of a limit in working days: «5,6 giờ».</summary>
    public static string Hours(int percent, int days) => (days * 8m * percent / 100m).ToString("0.#", CultureInfo.GetCultureInfo("vi-VN")) + " giờ";

    /// <summary>Shows the units, or the routes of one.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (Sheet is null) return Page();
        var now = Sheet.Own.FirstOrDefault(r => r is { ProcedureCode: "*", IsScheduled: false, IsOver: false })?.Steps ?? Sheet.Default.Steps;
        Input.Steps = [.. now.Select(s => new TypedStep { Name = s.Name, Role = s.Role, Percent = ((int)(s.Share * 100)).ToString(CultureInfo.InvariantCulture) })];
        Pad();
        return Page();
    }

    /// <summary>Previews, publishes or withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(string? act, Guid route, CancellationToken ct)
    {
        if (!await LoadAsync(ct) || Sheet is null) return NotFound();
        Pad();
        var actor = User.ToActor();
        if (act == "withdraw")
        {
            var withdrawn = await withdraw.HandleAsync(new WithdrawRoute(route), actor, ct);
            return withdrawn.IsOk ? LocalRedirect(Links.AdminRoutes(Unit) + "?xong=huy") : this.Refuse(withdrawn.Problem);
        }

        From = Input.From.Read("Ngày áp dụng", "Input.From", ModelState, required: true);
        if (!ModelState.IsValid) return Page();
        var steps = Input.Steps.Where(s => !string.IsNullOrWhiteSpace(s.Name) || !string.IsNullOrEmpty(s.Role)).Select(s => new LaidStep(
            s.Name ?? "",
            Enum.TryParse<Role>(s.Role, out var role) ? role : default,
            int.TryParse(s.Percent, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0)).ToList();
        var command = new PublishRoute(Sheet.UnitKey, Input.ProcedureCode ?? "*", From!.Value, steps, IsPreview: act != "apply");
        var result = await publish.HandleAsync(command, actor, ct);
        if (!result.IsOk) return this.Refuse(result.Problem, nameof(Input));
        if (act == "apply") return LocalRedirect(Links.AdminRoutes(Unit) + "?xong=cong-bo");
        Preview = steps;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Units = await reach.ReachAsync(actor, ct);
        if (string.IsNullOrEmpty(Unit)) return true;
        Sheet = await sheets.FindAsync(Unit, actor, ct);
        return Sheet is not null;
    }

    private void Pad()
    {
        while (Input.Steps.Count < 5) Input.Steps.Add(new TypedStep());
    }
}
