using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>A period as pages ask for it and offer it: the rule is <see cref="Domain.Targets.Period"/>.</summary>
/// <param name="Rule">The period.</param>
public sealed record BoardPeriod(Period Rule)
{
    private const int FirstYear = 2022;
    private const int LastHalves = 4;
    private const int LastQuarters = 8;
    private const int LastMonths = 18;
    private const int LastStatutoryQuarters = 4;
    private const int LastStatutoryMonths = 6;

    /// <summary>Its key; empty when free.</summary>
    public string Key => Rule.Kind == PeriodKind.Free ? "" : Rule.Key;

    /// <summary>First local day.</summary>
    public DateOnly From => Rule.From;

    /// <summary>Last local day.</summary>
    public DateOnly To => Rule.To;

    /// <summary>In words, in small letters.</summary>
    public string Name => Rule.Name;

    /// <summary>True for a period in order and within the years that are ever counted; days at the ends of the calendar cannot be reckoned with.</summary>
    public static bool IsCountable(DateOnly from, DateOnly to) => Period.IsCountable(from, to);

    /// <summary>The period asked for; free days win, then the key, else the present year.</summary>
    public static BoardPeriod Of(string? key, DateOnly? from, DateOnly? to, DateTimeOffset now)
    {
        if (from is { } a && to is { } b && IsCountable(a, b)) return new BoardPeriod(Period.Free(a, b));
        return new BoardPeriod(Period.Read(key) ?? Period.OfYear(ProvinceTime.DateOf(now).Year));
    }

    /// <summary>The same period by its name when its days are those of a year, half-year, quarter or month: pages reached by days then step as the others do.</summary>
    public BoardPeriod Named()
    {
        if (Rule.Kind != PeriodKind.Free) return this;
        var named = from kind in new[] { PeriodKind.Year, PeriodKind.HalfYear, PeriodKind.Quarter, PeriodKind.Month }
                    from cut in new[] { PeriodCut.Calendar, PeriodCut.Statutory }
                    let period = Of(kind, cut, Rule.To)
                    where period is not null && (period.From, period.To) == (Rule.From, Rule.To)
                    select new BoardPeriod(period);
        return named.FirstOrDefault() ?? this;

        // The last days of the last year counted belong to a reporting year that is not
        static Period? Of(PeriodKind kind, PeriodCut cut, DateOnly day) => day.Year < Period.GreatestYear ? Period.Containing(kind, cut, day) : null;
    }

    /// <summary>
    /// What is offered, latest first: every year, the last halves, quarters and months, and all those of the year that is shown, so that whoever looks
    /// at the plan's first year steps through it; then the same by the cut of NĐ 09/2019/NĐ-CP in a group of their own. The shown one is always among them.
    /// </summary>
    public static IReadOnlyList<Choice> Offered(BoardPeriod shown, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var today = ProvinceTime.DateOf(now);
        IEnumerable<Period> Calendar(PeriodKind kind, int latest) => Latest(kind, PeriodCut.Calendar, latest, shown.Rule, today);
        IEnumerable<Period> Statutory(PeriodKind kind, int latest) => Latest(kind, PeriodCut.Statutory, latest, shown.Rule, today);
        return
        [
            .. Choices(Calendar(PeriodKind.Year, int.MaxValue), "Năm"),
            .. Choices(Calendar(PeriodKind.HalfYear, LastHalves), "6 tháng"),
            .. Choices(Calendar(PeriodKind.Quarter, LastQuarters), "Quý"),
            .. Choices(Calendar(PeriodKind.Month, LastMonths), "Tháng"),
            .. Choices(Statutory(PeriodKind.Year, int.MaxValue).Concat(Statutory(PeriodKind.HalfYear, LastHalves))
                .Concat(Statutory(PeriodKind.Quarter, LastStatutoryQuarters)).Concat(Statutory(PeriodKind.Month, LastStatutoryMonths)), "Kỳ báo cáo (từ ngày 15 đến ngày 14)"),
        ];
    }

    /// <summary>The latest periods up to the present one, those of the shown one's year, and the shown one; latest first.</summary>
    private static IEnumerable<Period> Latest(PeriodKind kind, PeriodCut cut, int latest, Period shown, DateOnly today)
    {
        var present = Period.Containing(kind, cut, today);
        var recent = new List<Period>();
        for (var period = present; period is not null && recent.Count < latest && period.Year >= FirstYear; period = period.Previous()) recent.Add(period);
        var ofYear = kind == PeriodKind.Year ? [] : Period.Of(PeriodKind.Year, cut, shown.Year).Parts(kind).Where(p => p.Year >= FirstYear && p.From <= present.From);
        var asked = (shown.Kind, shown.Cut) == (kind, cut) ? [shown] : Array.Empty<Period>();
        return recent.Concat(ofYear).Concat(asked).DistinctBy(p => p.Key).OrderByDescending(p => p.From);
    }

    private static IEnumerable<Choice> Choices(IEnumerable<Period> offered, string group) =>
        offered.Select(p => new Choice(p.Key, string.Create(Say.Vietnamese, $"{char.ToUpper(p.Name[0], Say.Vietnamese)}{p.Name[1..]}"), Group: group));
}
