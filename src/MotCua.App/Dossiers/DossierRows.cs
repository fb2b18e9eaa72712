namespace MotCua.App.Dossiers;

/// <summary>A draft: chưa nộp. Not a dossier.</summary>
public sealed class DraftRow
{
    /// <summary>Key; also the idempotency key of its submission.</summary>
    public Guid Id { get; set; }

    /// <summary>The citizen's account that owns it; nobody else sees it.</summary>
    public Guid AccountId { get; set; }

    /// <summary>National code of the procedure, e.g. 1.004873.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Receiving unit chosen; empty before the address question.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>The form version it was begun with and keeps.</summary>
    public Guid FormVersionId { get; set; }

    /// <summary>Answers and what was typed, encrypted JSON.</summary>
    public string AnswersCipher { get; set; } = "";

    /// <summary>How often it was saved; a save that saw another number is refused.</summary>
    public int Version { get; set; }

    /// <summary>When begun, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When last saved, UTC.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>The dossier it became, with the same id; null while chưa nộp.</summary>
    public Guid? DossierId { get; set; }

    /// <summary>Dossier it answers a guidance or supplement for, or null for a new filing.</summary>
    public Guid? SupplementOf { get; set; }
}

/// <summary>Personal data of a dossier's applicant; erasable without touching the chain.</summary>
public sealed class DossierPartyRow
{
    /// <summary>The dossier; the key.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Chủ hồ sơ.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name without marks, lower case, for search.</summary>
    public string NameFolded { get; set; } = "";

    /// <summary>Identity number, encrypted.</summary>
    public string IdentityCipher { get; set; } = "";

    /// <summary>Blind index of it.</summary>
    public string IdentityIndex { get; set; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Blind index of the telephone.</summary>
    public string PhoneIndex { get; set; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; set; } = "";

    /// <summary>Address as the applicant gave it.</summary>
    public string Address { get; set; } = "";

    /// <summary>Date of birth of a person.</summary>
    public DateOnly? BirthOn { get; set; }

    /// <summary>Name of whoever sent or brought it, when another.</summary>
    public string SubmitterName { get; set; } = "";

    /// <summary>Identity number of whoever sent or brought it, when another; encrypted.</summary>
    public string SubmitterIdentityCipher { get; set; } = "";

    /// <summary>Ground on which they act for the applicant: a code of <see cref="MotCua.Domain.Dossiers.FilingQuestions"/>.</summary>
    public string MandateGround { get; set; } = "";

    /// <summary>The paper of the mandate: name, number, date, by whom.</summary>
    public string MandatePaper { get; set; } = "";

    /// <summary>Name of whoever helped, when given.</summary>
    public string HelperName { get; set; } = "";
}

/// <summary>The answers of a dossier's e-form, encrypted; one row per sending.</summary>
public sealed class DossierAnswersRow
{
    /// <summary>The dossier; with <see cref="Round"/> the key.</summary>
    public Guid DossierId { get; set; }

    /// <summary>From 1; a supplement adds one.</summary>
    public int Round { get; set; }

    /// <summary>The form version that the answers belong to.</summary>
    public Guid FormVersionId { get; set; }

    /// <summary>Answers as they were sent, JSON encrypted by the vault.</summary>
    public string AnswersCipher { get; set; } = "";

    /// <summary>When sent, UTC.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>A component of a dossier: what was given, how.</summary>
public sealed class DossierDocumentRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Component key in the procedure version.</summary>
    public string ComponentKey { get; set; } = "";

    /// <summary>Name of the component at the time of sending.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>upload</c>, <c>paper</c>, <c>store</c>, <c>form</c>.</summary>
    public string Way { get; set; } = "";

    /// <summary>Why it comes on paper, in the applicant's words; empty for other ways.</summary>
    public string PaperReason { get; set; } = "";

    /// <summary>File, when uploaded or scanned.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Sending round it came with.</summary>
    public int Round { get; set; } = 1;

    /// <summary>Scanned by an officer at the desk (TT 01/2023 Đ4).</summary>
    public bool IsDigitised { get; set; }
}

/// <summary>One stored event of a dossier's chain.</summary>
public sealed class DossierEventRow
{
    /// <summary>Dossier; with <see cref="Seq"/> the key.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Place in the chain, from 1; equals the dossier's version after it.</summary>
    public int Seq { get; set; }

    /// <summary>Name of the event.</summary>
    public string Name { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Kind of actor, the number of <see cref="MotCua.Domain.Kernel.ActorKind"/>.</summary>
    public int ActorKind { get; set; }

    /// <summary>Id of account, officer or job; never a name.</summary>
    public string ActorId { get; set; } = "";

    /// <summary>The act it belongs to; the events of one act share it.</summary>
    public Guid ProcessId { get; set; }

    /// <summary>Name of the act, listed in docs/processes.md.</summary>
    public string ProcessType { get; set; } = "";

    /// <summary>The event as canonical JSON: ids, codes, instants and digests only.</summary>
    public string Payload { get; set; } = "";

    /// <summary>Hash of the event before, hex; of the first, the start of all chains.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>SHA-256 of the previous hash and this event's canonical form, hex.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>Free text of an act (reason, ground, opinion), erasable; events hold its id and a salted digest of nothing more.</summary>
public sealed class DossierNoteRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Name of the event it belongs to.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";

    /// <summary>True when the applicant may read it.</summary>
    public bool IsForApplicant { get; set; }

    /// <summary>When written, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Officer or account that wrote it.</summary>
    public string AuthorId { get; set; } = "";
}

/// <summary>A step of the route as it was gone through.</summary>
public sealed class DossierStepRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Number in the unit's route, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Role that acts: a name of <see cref="MotCua.Domain.Kernel.Role"/>.</summary>
    public string Role { get; set; } = "";

    /// <summary>Unit that acts.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Officer who holds it; null while nobody claimed it.</summary>
    public string? OfficerId { get; set; }

    /// <summary>When the dossier came to it, UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it should be done by the step clock, UTC; null when the route gives no hours.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When it was left, UTC; null while open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary><c>handed-on</c>, <c>taken-back</c>, <c>returned</c>, <c>finished</c>, <c>interrupted</c>.</summary>
    public string? Ending { get; set; }
}

/// <summary>Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02).</summary>
public sealed class SupplementRequestRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Before acceptance (guidance) or after (supplement).</summary>
    public bool IsBeforeAcceptance { get; set; }

    /// <summary>JSON array of {component, what}.</summary>
    public string Items { get; set; } = "[]";

    /// <summary>Legal ground; needed when no component is named (law rule 28).</summary>
    public string Ground { get; set; } = "";

    /// <summary>Words to the applicant.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who asked.</summary>
    public string OfficerId { get; set; } = "";

    /// <summary>When asked, UTC.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Until when the applicant may answer, UTC.</summary>
    public DateTimeOffset RespondBy { get; set; }

    /// <summary>When answered, UTC; null while awaited.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>Who opened a dossier: shown to its owner.</summary>
public sealed class DossierReadRow
{
    /// <summary>Key, grows.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Officer.</summary>
    public string OfficerId { get; set; } = "";

    /// <summary>When opened, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What was opened: <c>sheet</c>, <c>file</c>, <c>export</c>, <c>print</c>.</summary>
    public string What { get; set; } = "";
}

/// <summary>Counter of dossier numbers: per prefix and local day.</summary>
public sealed class NumberCounterRow
{
    /// <summary>Identifier of the receiving unit, e.g. H03.15.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Local day of acceptance in the province.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Last ordinal given.</summary>
    public int Last { get; set; }
}

/// <summary>Nightly root over the heads of all chains, signed by a key that the database does not hold.</summary>
public sealed class LogRootRow
{
    /// <summary>Key, grows.</summary>
    public Guid Id { get; set; }

    /// <summary>When sealed, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Merkle root over the heads, hex.</summary>
    public string Root { get; set; } = "";

    /// <summary>How many dossiers had a chain then.</summary>
    public int ChainCount { get; set; }

    /// <summary>How many events all chains had then.</summary>
    public long EventCount { get; set; }

    /// <summary>ECDSA P-256 signature over root, counts, moment and previous root, base64.</summary>
    public string Signature { get; set; } = "";

    /// <summary>First 16 hex digits of the SHA-256 of the public key.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>Hash of the previous root row, so that roots chain too.</summary>
    public string PreviousRoot { get; set; } = "";
}

/// <summary>Marks a dossier whose fact must be recomputed; written in the transaction that changed it.</summary>
public sealed class DirtyDossierRow
{
    /// <summary>Key, grows.</summary>
    public Guid Id { get; set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
}
