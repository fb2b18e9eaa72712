using MotCua.App.Catalogue;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>A clock of a dossier with the reason of its instant, line by line.</summary>
/// <param name="Title">Which clock, e.g. «Hẹn trả kết quả».</param>
/// <param name="DueAt">Due, UTC; null while it stands still.</param>
/// <param name="Verdict">Vietnamese verdict, or empty.</param>
/// <param name="IsLate">Past due.</param>
/// <param name="Left">Working time left; negative = past due; null when it has ended or stands.</param>
/// <param name="Lines">Why: one line for each counted or skipped day.</param>
/// <param name="Note">What else must be known, e.g. that it restarted.</param>
public sealed record ClockSheet(string Title, DateTimeOffset? DueAt, string Verdict, bool IsLate, TimeSpan? Left, IReadOnlyList<string> Lines, string Note);

/// <summary>An answer as a person reads it.</summary>
/// <param name="Section">Page of the form.</param>
/// <param name="Label">Question.</param>
/// <param name="Value">Answer.</param>
public sealed record AnswerLine(string Section, string Label, string Value);

/// <summary>A component of the procedure and what was given for it.</summary>
/// <param name="Key">Key of the component.</param>
/// <param name="Name">Name.</param>
/// <param name="IsRequired">False when "nếu có".</param>
/// <param name="Given">What was given, by round.</param>
public sealed record ComponentSheet(string Key, string Name, bool IsRequired, IReadOnlyList<GivenPaperSheet> Given);

/// <summary>A paper given.</summary>
/// <param name="Name">Name of the paper or file.</param>
/// <param name="Way"><c>upload</c>, <c>paper</c>, <c>store</c>, <c>form</c>.</param>
/// <param name="PaperReason">Why on paper, or what was taken.</param>
/// <param name="FileId">File, or null.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Round">Sending.</param>
/// <param name="IsDigitised">Scanned by the desk.</param>
public sealed record GivenPaperSheet(string Name, string Way, string PaperReason, Guid? FileId, string FileName, long Size, int Pages, int Round, bool IsDigitised);

/// <summary>A passage through a step.</summary>
public sealed record StepSheet(int Number, string Name, string Role, string UnitName, string Holder, DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt, string? Ending, bool IsLate);

/// <summary>A line of the timeline.</summary>
/// <param name="Seq">Place in the chain; the version after it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="Who">Who did it.</param>
/// <param name="Hash">Hash of the chain after it.</param>
public sealed record TimelineLine(int Seq, DateTimeOffset At, string What, string Who, string Hash);

/// <summary>A note: reason, opinion, ground.</summary>
public sealed record NoteSheet(string Kind, string Text, bool IsForApplicant, DateTimeOffset At, string Author);

/// <summary>A demand on the applicant (Mẫu 02).</summary>
public sealed record RequestSheet(
    Guid Id, bool IsBeforeAcceptance, IReadOnlyList<AskedItem> Items, string Ground, string Text, DateTimeOffset AskedAt, DateTimeOffset RespondBy, DateTimeOffset? AnsweredAt, string Officer);

/// <summary>A result or a draft of one.</summary>
public sealed record ResultSheet(
    Guid Id, string Code, string Title, ResultState State, Guid FileId, string VerifyToken, string DraftedBy, string DraftedById, string IssuedBy, DateTimeOffset? IssuedAt, DateTimeOffset? EndedAt, string Text)
{
    /// <summary>Số, ký hiệu of the document, or empty.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The clerk who issued it, or empty.</summary>
    public string StampedBy { get; init; } = "";
}

/// <summary>A hand-over.</summary>
public sealed record DeliverySheet(string Way, string Recipient, string Mandate, DateTimeOffset At);

/// <summary>Who opened the dossier.</summary>
public sealed record ReadSheet(string Officer, string What, DateTimeOffset At);

/// <summary>The people of a dossier: different facts, shown as such.</summary>
/// <param name="Name">Chủ hồ sơ.</param>
/// <param name="Identity">Identity number, in clear: only for those who may read the dossier.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Address">Address.</param>
/// <param name="Submitter">Người nộp.</param>
/// <param name="IsSelf">The applicant sent or brought it themselves.</param>
/// <param name="Helper">Who helped, in words.</param>
/// <param name="Receiver">Officer who received or accepted it, or empty.</param>
public sealed record PeopleSheet(string Name, string Identity, string Phone, string Email, string Address, string Submitter, bool IsSelf, string Helper, string Receiver)
{
    /// <summary>Date of birth of a person.</summary>
    public DateOnly? BirthOn { get; init; }

    /// <summary>Identity number of the submitter, when another.</summary>
    public string SubmitterIdentity { get; init; } = "";

    /// <summary>On which ground the submitter acts, in words; empty when the applicant came or nothing was said.</summary>
    public string Mandate { get; init; } = "";
}

/// <summary>Everything of a dossier for the case page and its papers.</summary>
public sealed record DossierSheet
{
    /// <summary>The dossier's state.</summary>
    public required Dossier Dossier { get; init; }

    /// <summary>What the reader may do now.</summary>
    public required DossierRights Rights { get; init; }

    /// <summary>Name of the procedure.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>Content of the version it was filed under.</summary>
    public required ProcedureContent Content { get; init; }

    /// <summary>Receiving unit.</summary>
    public required string ReceivingUnit { get; init; }

    /// <summary>Handling unit.</summary>
    public required string HandlingUnit { get; init; }

    /// <summary>Place of receipt, with address and telephone of its desk.</summary>
    public required string Place { get; init; }

    /// <summary>Address of the desk.</summary>
    public required string PlaceAddress { get; init; }

    /// <summary>Telephone of the desk; empty = unknown.</summary>
    public required string PlacePhone { get; init; }

    /// <summary>People.</summary>
    public required PeopleSheet People { get; init; }

    /// <summary>Clocks.</summary>
    public required IReadOnlyList<ClockSheet> Clocks { get; init; }

    /// <summary>Answers of the latest sending.</summary>
    public required IReadOnlyList<AnswerLine> Answers { get; init; }

    /// <summary>Components with what was given.</summary>
    public required IReadOnlyList<ComponentSheet> Components { get; init; }

    /// <summary>The route as laid down.</summary>
    public required IReadOnlyList<RouteStep> Route { get; init; }

    /// <summary>Passages through steps.</summary>
    public required IReadOnlyList<StepSheet> Steps { get; init; }

    /// <summary>Events, newest first.</summary>
    public required IReadOnlyList<TimelineLine> Timeline { get; init; }

    /// <summary>Notes, newest first.</summary>
    public required IReadOnlyList<NoteSheet> Notes { get; init; }

    /// <summary>Demands.</summary>
    public required IReadOnlyList<RequestSheet> Requests { get; init; }

    /// <summary>What the handling unit proposes to ask, when the desk has not asked yet.</summary>
    public required SupplementDemand? Proposal { get; init; }

    /// <summary>Results and drafts.</summary>
    public required IReadOnlyList<ResultSheet> Results { get; init; }

    /// <summary>Hand-overs.</summary>
    public required IReadOnlyList<DeliverySheet> Deliveries { get; init; }

    /// <summary>Who opened it lately.</summary>
    public required IReadOnlyList<ReadSheet> Reads { get; init; }

    /// <summary>Who holds the present step; empty = nobody.</summary>
    public required string Holder { get; init; }

    /// <summary>Officers who may be given the next step.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> NextOfficers { get; init; }

    /// <summary>The clerk's step that the leader's decision opens, or null where the decision issues at once.</summary>
    public RouteStep? AfterDecision { get; init; }

    /// <summary>The leader who decided what now waits to be issued; empty before the decision.</summary>
    public string DecidedBy { get; init; } = "";

    /// <summary>False when the leader refused by Mẫu 03 alone: the drafts are not issued.</summary>
    public bool DecidedWithPapers { get; init; } = true;

    /// <summary>The component is the declaration, and its e-form was filled in: nothing is missing.</summary>
    public bool IsDeclared(string componentKey) => Answers.Count > 0 && Content.Components.Any(c => c.Key == componentKey && c.IsForm);

    /// <summary>The step after the present one, or null.</summary>
    public RouteStep? NextStep => Route.FirstOrDefault(s => s.Number == Dossier.StepNumber + 1);

    /// <summary>The open demand, or null.</summary>
    public RequestSheet? OpenRequest => Requests.FirstOrDefault(r => r.AnsweredAt is null && r.IsBeforeAcceptance != Dossier.IsAccepted);

    /// <summary>State in words.</summary>
    public string StateText => DossierWords.State(Dossier.State, Dossier.IsAccepted);

    /// <summary>The fee that may be charged by the version: the sum of certain, chargeable amounts.</summary>
    public long StatedFeeVnd => Content.Fees.Where(f => f is { IsChargeable: true, AmountVnd: not null }).Sum(f => f.AmountVnd!.Value);
}
