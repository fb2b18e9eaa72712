using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>
/// What the indicators know of one dossier. Made whole from the dossier's present state, so that making it again is harmless. It belongs to its
/// handling unit, to the local date of its acceptance, and to one channel (law rules 40-42).
/// </summary>
/// <param name="Code">What the dossier is called in lists.</param>
/// <param name="UnitKey">Handling unit.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="Channel">Channel at acceptance.</param>
/// <param name="AssistedBy">Who helped.</param>
/// <param name="Level">Service level in force for the unit on the day; 0 = no service.</param>
/// <param name="Day">Local date of acceptance.</param>
/// <param name="EndedAt">End in the sense of the verdicts, UTC; null while open.</param>
/// <param name="LateAfter">By the statutory verdict it is late at every instant after this one; null = never late. UTC.</param>
/// <param name="IndexLateAfter">The same by the verdict of the index (QĐ 766/QĐ-TTg). UTC.</param>
/// <param name="ResultOn">Local date since when it has an electronic result, or none is due; null = not.</param>
/// <param name="HasElectronicResult">Has an electronic result.</param>
/// <param name="IsDigitised">Components were digitised.</param>
/// <param name="IsReused">Papers already held were reused.</param>
/// <param name="IsEidVerified">Signed in with a verified e-ID.</param>
/// <param name="HasFee">A fee was due.</param>
/// <param name="IsPaidOnline">Paid online.</param>
/// <param name="Satisfaction">1 chưa hài lòng, 2 hài lòng, 3 rất hài lòng (TT 32/2017 Đ12); null = not rated.</param>
public sealed record DossierFact(
    string Code, string UnitKey, string ProcedureCode, Channel Channel, AssistedBy AssistedBy, int Level, DateOnly Day, DateTimeOffset? EndedAt, DateTimeOffset? LateAfter,
    DateTimeOffset? IndexLateAfter, DateOnly? ResultOn, bool HasElectronicResult, bool IsDigitised, bool IsReused, bool IsEidVerified, bool HasFee, bool IsPaidOnline, int? Satisfaction)
{
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    /// <summary>First day of the month of acceptance.</summary>
    public DateOnly Month => new(Day.Year, Day.Month, 1);

    /// <summary>Calendar days from the local date of acceptance to that of the end; null while open.</summary>
    public int? DaysTaken => EndedAt is { } end ? Math.Max(0, ProvinceTime.DateOf(end).DayNumber - Day.DayNumber) : null;

    /// <summary>When it was resolved for the statutory reports: finished, returned, stopped or withdrawn, never before its acceptance; null while open or awaiting a supplement. UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>By the statutory verdict it is early when resolved before this instant: the due local date for limits in days, the due instant for hours; null = no limit. UTC.</summary>
    public DateTimeOffset? EarlyBefore { get; init; }

    /// <summary>Late by the statutory verdict when it ended; false while open.</summary>
    public bool EndedLate => EndedAt is { } end && LateAfter < end;

    /// <summary>The fact of a dossier; null when it counts in no indicator: never accepted, or in state 1 or 3 (law rule 41).</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="level">Service level in force for the handling unit on the local date of acceptance; 0 = none.</param>
    public static DossierFact? From(Dossier dossier, int level)
    {
        if (dossier.AcceptedAt is not { } accepted || dossier.State is DossierState.Submitted or DossierState.NotAccepted) return null;
        var end = new EndMoments(dossier.FinishedAt, dossier.ReturnedAt, dossier.EndedAt, dossier.State == DossierState.AwaitingSupplement ? dossier.AskedAt : null).Finish;
        var isNoResultDue = dossier.State is DossierState.Withdrawn or DossierState.Stopped || (dossier.State == DossierState.Returned && dossier.Outcome is null && dossier.FinishedAt is null);
        var resultAt = dossier.HasElectronicResult || isNoResultDue ? end ?? accepted : (DateTimeOffset?)null;
        return new DossierFact(
            dossier.Code,
            dossier.HandlingUnit,
            dossier.ProcedureCode,
            dossier.Channel,
            dossier.AssistedBy,
            level,
            ProvinceTime.DateOf(accepted),
            end,
            Late(dossier.DueAt is { } due ? StatutoryBound(due, dossier.DueByHours) : null, end),
            dossier.SupplementCount > 1 ? accepted - Microsecond : Late(dossier.IndexDueAt, end),
            resultAt is { } at ? ProvinceTime.DateOf(at) : null,
            dossier.HasElectronicResult,
            dossier.ComponentsDigitised,
            dossier.Reused,
            dossier.EidVerified,
            dossier.FeeVnd > 0,
            dossier.PaidOnline,
            dossier.Satisfaction)
        {
            ResolvedAt = dossier.State == DossierState.AwaitingSupplement ? null : end < accepted ? accepted : end,
            EarlyBefore = dossier.DueAt is not { } by ? null : dossier.DueByHours ? by : ProvinceTime.StartOf(ProvinceTime.DateOf(by)),
        };
    }

    /// <summary>Limits in hours end at the instant; limits in days with the last moment of the local date.</summary>
    private static DateTimeOffset StatutoryBound(DateTimeOffset due, bool byHours) =>
        byHours ? due : ProvinceTime.StartOf(ProvinceTime.DateOf(due).AddDays(1)) - Microsecond;

    private static DateTimeOffset? Late(DateTimeOffset? bound, DateTimeOffset? end) => end is { } ended && bound is { } last && ended <= last ? null : bound;
}
