using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>Where a decision on a plan stands. That a later one replaced it follows from the days, not from a state.</summary>
public enum PlanState
{
    /// <summary>Đang soạn.</summary>
    Draft = 1,

    /// <summary>Chờ duyệt.</summary>
    Sent = 2,

    /// <summary>Đã ban hành.</summary>
    Issued = 3,

    /// <summary>Đã bỏ.</summary>
    Discarded = 4,
}

/// <summary>What somebody does with a decision on a plan.</summary>
public enum PlanAct
{
    /// <summary>Lưu dự thảo.</summary>
    Save = 1,

    /// <summary>Trình duyệt.</summary>
    Send = 2,

    /// <summary>Rút lại.</summary>
    TakeBack = 3,

    /// <summary>Trả lại để sửa.</summary>
    Return = 4,

    /// <summary>Ban hành.</summary>
    Issue = 5,

    /// <summary>Bỏ dự thảo.</summary>
    Discard = 6,

    /// <summary>Ghi lại số, ngày, người ký của quyết định đã ban hành.</summary>
    RecordDecision = 7,
}

/// <summary>What is known of a decision on a plan when somebody acts on it.</summary>
/// <param name="State">State.</param>
/// <param name="Drafters">Ids of all who made, changed or sent the draft.</param>
public sealed record PlanStanding(PlanState State, IReadOnlyCollection<string> Drafters);

/// <summary>Number, date and signer of a decision (NĐ 30/2020 Đ8).</summary>
/// <param name="Number">Số và ký hiệu, e.g. <c>2245/QĐ-UBND</c>.</param>
/// <param name="On">Day of signing; null only where it was never read.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="SignerTitle">Their office, e.g. <c>KT. CHỦ TỊCH, PHÓ CHỦ TỊCH</c>.</param>
public sealed record DecisionFacts(string Number, DateOnly? On, string Signer, string SignerTitle)
{
    /// <summary>Shown while the number was not read anywhere.</summary>
    public const string Unknown = "chưa rõ số";

    /// <summary>True when the number is known.</summary>
    public bool IsKnown => Number.Length > 0 && Number != Unknown;
}

/// <summary>
/// What may be done with a decision on a plan, and by whom: the plan's owner drafts and sends, somebody who did not draft it approves (law rule 56, ADR 0015: nobody approves what
/// they themselves drafted), what was issued is never edited.
/// </summary>
public static class PlanDecision
{
    private const int LongestNumber = 60;
    private const int LongestSigner = 120;
    private const int LongestReason = 1000;

    /// <summary>The state after the act, or why it may not be.</summary>
    public static Result<PlanState> Decide(PlanStanding standing, PlanAct act, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(actor);
        var isOwner = actor.Has(Role.PlanOwner);
        var approves = act is PlanAct.Issue or PlanAct.Return;
        if (!isOwner && !(approves && actor.Has(Role.ProvinceLeader))) return PlanProblems.NotYours;
        if (Misplaced(standing.State, act) is { } misplaced) return misplaced;
        if (approves && standing.Drafters.Contains(actor.Id)) return PlanProblems.OwnDraft;
        return act switch
        {
            PlanAct.Send => PlanState.Sent,
            PlanAct.Issue or PlanAct.RecordDecision => PlanState.Issued,
            PlanAct.Discard => PlanState.Discarded,
            _ => PlanState.Draft,
        };
    }

    /// <summary>What is wrong with the facts of a decision on the day they are recorded; null = nothing.</summary>
    public static Problem? Wrong(DecisionFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.IsKnown || facts.Number.Length > LongestNumber || !facts.Number.Any(char.IsDigit)) return PlanProblems.DecisionMissing;
        if (facts.On is not { } on || on > today || on.Year < 2000) return PlanProblems.DecisionDate;
        return facts.Signer.Length is 0 or > LongestSigner || facts.SignerTitle.Length > LongestSigner ? PlanProblems.SignerMissing : null;
    }

    /// <summary>Refuses an act without its reason.</summary>
    public static Problem? Unreasoned(string reason) => reason.Trim().Length is 0 or > LongestReason ? PlanProblems.ReasonMissing : null;

    private static Problem? Misplaced(PlanState state, PlanAct act) => (state, act) switch
    {
        (PlanState.Issued, PlanAct.RecordDecision) => null,
        (_, PlanAct.RecordDecision) => PlanProblems.NotFound,
        (PlanState.Issued, _) => PlanProblems.AlreadyIssued,
        (PlanState.Discarded, _) => PlanProblems.Given,
        (PlanState.Draft, PlanAct.Save or PlanAct.Send or PlanAct.Discard) => null,
        (PlanState.Draft, _) => PlanProblems.NotSent,
        (PlanState.Sent, PlanAct.TakeBack or PlanAct.Return or PlanAct.Issue) => null,
        _ => PlanProblems.BeingApproved,
    };
}
