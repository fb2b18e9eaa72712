using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>The days on which one issued decision on a plan is in force.</summary>
/// <param name="Edition">The decision.</param>
/// <param name="Plan">Key of its plan.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive end; null = until a later decision.</param>
/// <param name="To">Last day of the plan's period as stated, or null.</param>
/// <param name="Title">How people call it, for refusals.</param>
public sealed record PlanSpan(Guid Edition, string Plan, DateOnly From, DateOnly? Until, DateOnly? To, string Title);

/// <summary>
/// All issued decisions in the order of their days. On every day at most one is in force, so a unit has at most one target of an indicator; a new one begins after all
/// that are there, so a day before its start keeps what it had.
/// </summary>
/// <param name="Spans">In order of their first days, without overlap.</param>
public sealed record PlanTimeline(IReadOnlyList<PlanSpan> Spans)
{
    /// <summary>The decision in force on the day, or null.</summary>
    public PlanSpan? On(DateOnly day) => Spans.FirstOrDefault(s => s.From <= day && (s.Until is not { } until || day < until));

    /// <summary>The latest decision, in force or still to come; null when none was ever issued.</summary>
    public PlanSpan? Last => Spans.Count == 0 ? null : Spans[^1];

    /// <summary>Why a decision cannot take its place in the order; null = it can. A period may not lie in that of a plan already issued, nor targets overlap in time.</summary>
    /// <param name="kind">New plan or correction.</param>
    /// <param name="plan">Plan of a correction.</param>
    /// <param name="from">First day.</param>
    public Problem? Refusal(PlanKind kind, string plan, DateOnly from)
    {
        if (Last is not { } last) return kind == PlanKind.Correction ? PlanProblems.NothingToCorrect : null;
        if (kind == PlanKind.Correction && last.Plan != plan) return PlanProblems.NothingToCorrect;
        if (from <= last.From)
        {
            return PlanProblems.Overlaps.Saying($"«{last.Title}» đã có hiệu lực từ {last.From:dd/MM/yyyy}; quyết định sau phải bắt đầu sau ngày đó, vì mỗi đơn vị chỉ có một chỉ tiêu trong một ngày. Chọn ngày khác.");
        }

        if (last.To is not { } to) return null;
        return kind switch
        {
            PlanKind.Assignment when from <= to =>
                PlanProblems.Overlaps.Saying($"Kỳ này chồng lên kỳ của «{last.Title}» (đến hết {to:dd/MM/yyyy}). Bắt đầu sau ngày đó, hoặc lập quyết định điều chỉnh trên kế hoạch ấy."),
            PlanKind.Correction when from > to =>
                PlanProblems.AfterPeriod.Saying($"Kỳ của kế hoạch kết thúc {to:dd/MM/yyyy}. Chọn ngày trong kỳ, hoặc lập kế hoạch cho kỳ sau."),
            _ => null,
        };
    }

    /// <summary>Puts an issued decision at the end and closes the one before on the day before.</summary>
    public Result<PlanTimeline> Issue(PlanKind kind, PlanSpan issued)
    {
        ArgumentNullException.ThrowIfNull(issued);
        if (Refusal(kind, issued.Plan, issued.From) is { } refusal) return refusal;
        return new PlanTimeline([.. Spans.Select(s => s.Until is { } until && until <= issued.From ? s : s with { Until = issued.From }), issued with { Until = null }]);
    }
}
