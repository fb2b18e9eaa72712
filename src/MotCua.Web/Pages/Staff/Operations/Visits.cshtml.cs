using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Lượt truy cập: visits by page, searches without a result, how far people come with e-forms. Sums only; nothing of a person.</summary>
[Authorize(Policy = Policies.SeeVisits)]
public sealed class VisitsModel(VisitSheets sheets, FilingCatalogue catalogue, TimeProvider clock) : PageModel
{
    private static readonly IReadOnlyList<(string Key, string Name, int Days)> Spans = [("7", "7 ngày qua", 7), ("30", "30 ngày qua", 30), ("90", "90 ngày qua", 90), ("365", "365 ngày qua", 365)];

    private readonly Dictionary<(string Procedure, string Page), string> _titles = [];

    /// <summary>How many days back.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? SpanKey { get; set; }

    /// <summary>Periods offered.</summary>
    public static IReadOnlyList<Choice> Choices => [.. Spans.Select(s => new Choice(s.Key, s.Name))];

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Name of the period.</summary>
    public string SpanName { get; private set; } = "";

    /// <summary>The statistics.</summary>
    public VisitSheet Sheet { get; private set; } = null!;

    /// <summary>Name of a page of a form.</summary>
    public string PageName(string procedure, FunnelPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Page == VisitSheets.Check ? "Kiểm tra lại và nộp" : $"{page.Ordinal}. {_titles.GetValueOrDefault((procedure, page.Page), page.Page)}";
    }

    /// <summary>Shows the statistics.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var span = Spans.FirstOrDefault(s => s.Key == SpanKey, Spans[1]);
        (SpanKey, SpanName) = (span.Key, span.Name);
        To = ProvinceTime.DateOf(clock.GetUtcNow());
        From = To.AddDays(1 - span.Days);
        Sheet = await sheets.ForAsync(From, To, ct);
        foreach (var code in Sheet.Funnels.Select(f => f.Procedure))
        {
            // A page of an older version that is no longer there keeps its id
            if (await catalogue.FindAsync(code, ct) is not { } procedure) continue;
            foreach (var page in procedure.Questions.Pages.Concat(procedure.Form.Pages)) _titles[(code, page.Id)] = page.Title.Vi;
        }
    }
}
