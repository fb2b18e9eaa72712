using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>What the indicators know of one dossier (<see cref="DossierFact"/>); recomputed whole from the dossier.</summary>
public sealed class DossierFactRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Its number, for drill-down.</summary>
    public string Code { get; set; } = "";

    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Channel.</summary>
    public Channel Channel { get; set; }

    /// <summary>Who helped to file.</summary>
    public AssistedBy AssistedBy { get; set; }

    /// <summary>Service level in force for the unit on the day; 0 = no service.</summary>
    public int Level { get; set; }

    /// <summary>Local date of acceptance.</summary>
    public DateOnly Day { get; set; }

    /// <summary>First day of that month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>End in the sense of the verdicts; null while open. UTC.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Late by the statutory verdict at every instant after this one; null = never. UTC.</summary>
    public DateTimeOffset? LateAfter { get; set; }

    /// <summary>Resolved, for the statutory reports; null while open or awaiting a supplement. UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>Early when resolved before this instant; null = no limit. UTC.</summary>
    public DateTimeOffset? EarlyBefore { get; set; }

    /// <summary>The same by the verdict of the index. UTC.</summary>
    public DateTimeOffset? IndexLateAfter { get; set; }

    /// <summary>Local date since when it has an electronic result, or none is due; null = not.</summary>
    public DateOnly? ResultOn { get; set; }

    /// <summary>Has an electronic result.</summary>
    public bool HasElectronicResult { get; set; }

    /// <summary>Components were digitised.</summary>
    public bool IsDigitised { get; set; }

    /// <summary>Papers already held were reused.</summary>
    public bool IsReused { get; set; }

    /// <summary>Signed in with a verified e-ID.</summary>
    public bool IsEidVerified { get; set; }

    /// <summary>A fee was due.</summary>
    public bool HasFee { get; set; }

    /// <summary>Paid online.</summary>
    public bool IsPaidOnline { get; set; }

    /// <summary>1 chưa hài lòng, 2 hài lòng, 3 rất hài lòng; null = not rated.</summary>
    public int? Satisfaction { get; set; }

    /// <summary>Calendar days from acceptance to the end; null while open.</summary>
    public int? DaysTaken { get; set; }

    /// <summary>Version of the dossier this was made from.</summary>
    public int DossierVersion { get; set; }
}

/// <summary>
/// Counts of one cell of the offers' day cube: what each unit had of each procedure. A board reads what is made of it: <see cref="RollupUnitCell"/> and
/// <see cref="RollupOfferYearRow"/>.
/// </summary>
public sealed class RollupDayRow
{
    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Channel.</summary>
    public Channel Channel { get; set; }

    /// <summary>Who helped to file.</summary>
    public AssistedBy AssistedBy { get; set; }

    /// <summary>Service level on the day; 0 = none.</summary>
    public int Level { get; set; }

    /// <summary>Local day of acceptance.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Dossiers accepted that day.</summary>
    public int Accepted { get; set; }

    /// <summary>With electronic result, or none due.</summary>
    public int WithResult { get; set; }

    /// <summary>Of them, ended by now.</summary>
    public int Ended { get; set; }

    /// <summary>Ended late by the statutory verdict.</summary>
    public int EndedLate { get; set; }

    /// <summary>With electronic result.</summary>
    public int ElectronicResults { get; set; }

    /// <summary>With digitised components.</summary>
    public int Digitised { get; set; }

    /// <summary>With reused papers.</summary>
    public int Reused { get; set; }

    /// <summary>By a verified e-ID.</summary>
    public int EidVerified { get; set; }

    /// <summary>With a fee due.</summary>
    public int WithFee { get; set; }

    /// <summary>With a fee due that was paid online.</summary>
    public int FeePaidOnline { get; set; }
}

/// <summary>
/// What the board adds up: one row for each unit and day, and one for each unit and month, with a column for each count of an indicator. There are
/// as many rows as units times days, whatever the number of dossiers.
/// </summary>
public abstract class RollupUnitCell
{
    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>The local day of acceptance, or the first of its month.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Dossiers accepted, all channels and procedures.</summary>
    public int Accepted { get; set; }

    /// <summary>Of procedures that were a một phần or toàn trình service of the unit on the day.</summary>
    public int OfServices { get; set; }

    /// <summary>Of such services, sent online.</summary>
    public int OnlineOfServices { get; set; }

    /// <summary>Of such services, sent online without help.</summary>
    public int SelfOnlineOfServices { get; set; }

    /// <summary>Sent online, with electronic result or none due.</summary>
    public int OnlineWithResult { get; set; }

    /// <summary>With electronic result.</summary>
    public int ElectronicResults { get; set; }

    /// <summary>With digitised components.</summary>
    public int Digitised { get; set; }

    /// <summary>With reused papers.</summary>
    public int Reused { get; set; }

    /// <summary>By a verified e-ID.</summary>
    public int EidVerified { get; set; }

    /// <summary>With a fee due.</summary>
    public int WithFee { get; set; }

    /// <summary>With a fee due that was paid online.</summary>
    public int FeePaidOnline { get; set; }

    /// <summary>Not ended in time by the verdict of the index: late already, or late if still open when the index clock runs out.</summary>
    public int IndexBound { get; set; }

    /// <summary>Ended by now.</summary>
    public int Ended { get; set; }

    /// <summary>Calendar days that the ended ones took, together.</summary>
    public int DaysTaken { get; set; }
}

/// <summary>Sums of a unit's day.</summary>
public sealed class RollupUnitDayRow : RollupUnitCell;

/// <summary>Sums of a unit's month.</summary>
public sealed class RollupUnitMonthRow : RollupUnitCell;
