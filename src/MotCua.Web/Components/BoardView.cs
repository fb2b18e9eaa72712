using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>What of the board is looked at: it goes along in the addresses of its pages.</summary>
/// <param name="Period">The period.</param>
/// <param name="Ct2">Way of counting ct2.</param>
/// <param name="Ct3">Way of counting ct3.</param>
/// <param name="IsOwnOnly">A district's committee without its communes.</param>
public sealed record BoardView(BoardPeriod Period, string Ct2, string Ct3, bool IsOwnOnly)
{
    /// <summary>Only this group of units; empty = all.</summary>
    public string Group { get; init; } = "";

    /// <summary><c>ct1</c>, <c>ct2</c>, <c>ct3</c>: by the distance to that target, the furthest below first; empty = the plan's order.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Only units that miss a target.</summary>
    public bool IsMissedOnly { get; init; }

    /// <summary>The three indicators as they are counted here.</summary>
    public IReadOnlyList<IndicatorDefinition> Shown => [Indicators.Ct1, Indicators.Find(Ct2) ?? Indicators.Ct2, Indicators.Find(Ct3) ?? Indicators.Ct3];

    /// <summary>The question that the figures answer.</summary>
    public MeasureQuestion Question => new(Period.From, Period.To, Shown, IsOwnOnly: IsOwnOnly);

    /// <summary>Key of the period, or null for free days.</summary>
    public string? Key => Period.Key.Length == 0 ? null : Period.Key;

    /// <summary>First day of free days, or null.</summary>
    public DateOnly? From => Period.Key.Length == 0 ? Period.From : null;

    /// <summary>Last day of free days, or null.</summary>
    public DateOnly? To => Period.Key.Length == 0 ? Period.To : null;

    /// <summary>Reads what an address asks for; what is unknown falls back to the usual.</summary>
    public static BoardView Of(BoardPeriod period, string? ct2, string? ct3, bool own) => new(period, Variant("ct2", ct2), Variant("ct3", ct3), own);

    /// <summary>Ways of counting an indicator.</summary>
    public static IReadOnlyList<Choice> VariantsOf(string target) => [.. Indicators.VariantsOf(target).Select(i => new Choice(i.Code, i.ShortName))];

    /// <summary>The lines to be shown, in the order asked for.</summary>
    public IReadOnlyList<BoardLine> Of(BoardSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var lines = sheet.Lines.Where(l => (Group.Length == 0 || l.GroupCode == Group) && (!IsMissedOnly || l.MissesAny));
        var column = Shown.ToList().FindIndex(i => i.TargetCode == Sort);
        return [.. column < 0 ? lines : lines.OrderBy(l => l.Cells[column].Distance?.Points ?? decimal.MaxValue)];
    }

    private static string Variant(string target, string? code) => (Indicators.VariantsOf(target).FirstOrDefault(i => i.Code == code) ?? Indicators.VariantsOf(target)[0]).Code;
}
