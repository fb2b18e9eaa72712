using MotCua.Domain.Calendar;

namespace MotCua.Domain.Dossiers;

/// <summary>What a procedure version says of one dossier: the facts that decisions need (law rule 30: those of its filing, whatever changes next day).</summary>
/// <param name="Limit">The limit of the dossier's case, or null when the procedure states none.</param>
/// <param name="ComponentKeys">Keys of the components of the version.</param>
/// <param name="PaymentPauseBasis">Legal basis on which waiting for money pauses the statutory clock (state 6); empty = it does not.</param>
public sealed record ProcedureTerms(TimeLimit? Limit, IReadOnlyList<string> ComponentKeys, string PaymentPauseBasis = "")
{
    /// <summary>The appointment of a limit that begins now; null when there is no limit.</summary>
    public Appointment? AppointmentFrom(DateTimeOffset start, WorkingCalendar calendar) =>
        Limit is { } limit ? new Appointment(Deadlines.DueAt(limit, start, calendar), !limit.IsJudgedByDate, limit.ToString()) : null;
}

/// <summary>A step of the route where a dossier is, or goes.</summary>
/// <param name="Id">The passage through the step; a dossier that comes back to a step gets a new one.</param>
/// <param name="Number">Number in the route, from 1.</param>
/// <param name="Role">Role that acts: a name of <see cref="Kernel.Role"/>.</param>
/// <param name="UnitKey">Unit that acts.</param>
/// <param name="OfficerId">Who holds it, or null.</param>
public sealed record StepPlace(Guid Id, int Number, string Role, string UnitKey, string? OfficerId);

/// <summary>One thing asked of the applicant.</summary>
/// <param name="Component">Key of a component of the procedure version; empty for something else, which then needs a legal ground.</param>
/// <param name="What">What is missing or wrong, in words a person understands.</param>
public sealed record AskedItem(string Component, string What);

/// <summary>A demand on the applicant: what, on which ground, until when (Mẫu 02).</summary>
/// <param name="RequestId">Key of the paper.</param>
/// <param name="Items">What is asked.</param>
/// <param name="Ground">Legal ground; needed when no component is named.</param>
/// <param name="RespondBy">End of the day until which the applicant may answer, UTC.</param>
/// <param name="OfficerId">Who asks.</param>
public sealed record Demand(Guid RequestId, IReadOnlyList<AskedItem> Items, string Ground, DateTimeOffset RespondBy, string OfficerId)
{
    /// <summary>What is wrong with it, or null: free text alone is not enough (law rule 28; NĐ 61/2018 Đ5 k1 đ).</summary>
    public Kernel.Problem? Refusal(ProcedureTerms terms, DateTimeOffset now)
    {
        var named = Items.Where(i => i.Component.Length > 0).ToList();
        if (named.Count == 0 && string.IsNullOrWhiteSpace(Ground)) return DossierProblems.NoGround;
        if (Items.Count == 0 || Items.Any(i => string.IsNullOrWhiteSpace(i.What))) return DossierProblems.NoGround.Saying("Với mỗi mục đã chọn, ghi rõ cần bổ sung hoặc sửa điều gì.");
        if (named.Any(i => !terms.ComponentKeys.Contains(i.Component, StringComparer.Ordinal))) return DossierProblems.UnknownComponent;
        return RespondBy <= now ? DossierProblems.RespondByPast : null;
    }
}

/// <summary>Whether the transition table lets an act happen now.</summary>
internal static class Gate
{
    /// <summary>True when the table lets the act happen from the present state.</summary>
    public static bool Lets(this Dossier dossier, DossierAct act) => DossierTransitions.After(dossier.State, act, dossier.IsAccepted) is not null;

    /// <summary>The present step, or null outside a route.</summary>
    public static StepPlace? Step(this Dossier dossier) =>
        dossier.StepId is { } id ? new StepPlace(id, dossier.StepNumber, dossier.StepRole, dossier.StepUnit, dossier.StepOfficerId) : null;
}
