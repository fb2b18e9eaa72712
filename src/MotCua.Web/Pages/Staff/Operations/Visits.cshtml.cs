using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Exchange;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Lượt truy cập: visits by page, searches without a result, how far people come with e-forms. Sums only; nothing of a person.</summary>
[Authorize(Policy = Policies.SeeVisits)]
public sealed class VisitsModel(VisitSheets sheets, TimeProvider clock) : PageModel
{
    private static readonly IReadOnlyList<(string Key, string Name, int Days)> Spans = [("7", "7 ngày qua", 7), ("30", "30 ngày qua", 30), ("90", "90 ngày qua", 90), ("365", "365 ngày qua", 365)];

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
    public static string PageName(FunnelPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Page == VisitSheets.Check ? "Kiểm tra lại và nộp" : $"Trang {page.Ordinal}: {page.Page}";
    }

    /// <summary>Shows the statistics.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var span = Spans.FirstOrDefault(s => s.Key == SpanKey, Spans[1]);
        (SpanKey, SpanName) = (span.Key, span.Name);
        To = ProvinceTime.DateOf(clock.GetUtcNow());
        From = To.AddDays(1 - span.Days);
        Sheet = await sheets.ForAsync(From, To, ct);
    }
}
