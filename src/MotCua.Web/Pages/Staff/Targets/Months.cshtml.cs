using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Theo tháng: one indicator of every unit in each of the last twelve months, or as the year's figure grew; a table that is also a picture.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class MonthsModel(BoardSheets sheets, TargetBoards boards, TimeProvider clock) : BoardPage
{
    /// <summary><c>luy-ke</c>: from the first of the year on; else each month by itself.</summary>
    [BindProperty(SupportsGet = true, Name = "cach")]
    public string? Way { get; set; }

    /// <summary>True = from the first of the year on.</summary>
    public bool IsYearSoFar => Way == "luy-ke";

    /// <summary>Names, groups and targets.</summary>
    public TargetBoard Board { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public TrendSheet Trend { get; private set; } = null!;

    /// <summary>Target of a row in force on the last day.</summary>
    public decimal? TargetOf(BoardRow row) => row.Figures[Column].Target;

    /// <summary>The cells of a row: the figure of each month against the row's target.</summary>
    public IReadOnlyList<(Ratio Counts, Attainment Attainment)> CellsOf(BoardRow row) => [.. Trend.Of(Indicator, row.Unit).Select(counts => (counts, counts.Against(TargetOf(row))))];

    /// <summary>Shows the table.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        ReadView(clock);
        Board = await boards.ForAsync(View.Question, ct);
        var spans = IsYearSoFar ? TrendQuestion.YearSoFar(LastDay) : TrendQuestion.Months(LastDay, BoardSheets.TrendMonths);
        Trend = await sheets.TrendAsync(new TrendQuestion(spans, View.Shown, IsOwnOnly: IsOwnOnly), ct);
    }
}
