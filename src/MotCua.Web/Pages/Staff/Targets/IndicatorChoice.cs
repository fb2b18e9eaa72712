using MotCua.Domain.Kernel;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>The tabs of a page that shows one indicator at a time, and its steps to the periods beside.</summary>
/// <param name="Page">The page.</param>
/// <param name="Address">Address of the page for a view and an indicator.</param>
public sealed record IndicatorChoice(BoardPage Page, Func<BoardView, string, string> Address)
{
    /// <summary>The period before, or null.</summary>
    public BoardPeriod? Earlier => Page.View.Period.Rule.Previous() is { } period ? new BoardPeriod(period) : null;

    /// <summary>The period after, or null when it has not begun.</summary>
    public BoardPeriod? Later => Page.View.Period.Rule.Next() is { } period && period.From <= ProvinceTime.DateOf(Page.ReadAt) ? new BoardPeriod(period) : null;
}
