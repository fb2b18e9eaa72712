using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>One thing that two people changed differently.</summary>
/// <param name="Address">Name under which the choice is posted.</param>
/// <param name="Subject">Of what.</param>
/// <param name="Part">What of it.</param>
/// <param name="Start">What both began from.</param>
/// <param name="Theirs">Saved first.</param>
/// <param name="Mine">Typed here.</param>
/// <param name="IsMine">What was chosen, or null.</param>
public sealed record PlanClashLine(string Address, string Subject, string Part, string Start, string Theirs, string Mine, bool? IsMine);

/// <summary>Two versions of a draft: what each changed, and what must be chosen.</summary>
/// <param name="Clashes">What both changed differently.</param>
/// <param name="Theirs">What only the saved version changed.</param>
/// <param name="Mine">What only the typed version changed.</param>
/// <param name="IsAsked">True when a choice was missing.</param>
public sealed record PlanConflict(IReadOnlyList<PlanClashLine> Clashes, IReadOnlyList<PlanChange> Theirs, IReadOnlyList<PlanChange> Mine, bool IsAsked)
{
    /// <summary>The question for people.</summary>
    public static PlanConflict Of(
        PlanSheet saved, IReadOnlyDictionary<PlanItem, string> start, IReadOnlyDictionary<PlanItem, string> theirs, IReadOnlyDictionary<PlanItem, string> mine, PlanContent typed,
        IReadOnlyList<PlanClash> clashes, IReadOnlyDictionary<string, bool> choices, bool isAsked)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var words = new PlanDifferences(saved.Facts.Units, saved.Facts.Indicators, saved.Content, typed);
        var all = PlanItems.Join(start, theirs, mine).Clashes;
        var both = all.Select(c => c.Item).ToHashSet();
        IReadOnlyList<PlanChange> Only(IReadOnlyDictionary<PlanItem, string> version) => [.. PlanItems.Between(start, version).Where(d => !both.Contains(d.Item) && d.Item.Part != "order").Select(words.Tell)];
        return new PlanConflict(
            [.. all.Select(c =>
            {
                var (from, to) = (words.Tell(new PlanDifference(c.Item, c.Base, c.Theirs)), words.Tell(new PlanDifference(c.Item, c.Base, c.Mine)));
                return new PlanClashLine(c.Item.Address, from.Subject, from.Part, from.Before, from.After, to.After, choices.TryGetValue(c.Item.Address, out var isMine) ? isMine : null);
            })],
            Only(theirs), Only(mine), isAsked && clashes.Count > 0);
    }
}
