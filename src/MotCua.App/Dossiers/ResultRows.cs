namespace MotCua.App.Dossiers;

/// <summary>State of an issued result.</summary>
public enum ResultState
{
    /// <summary>Drafted, not signed.</summary>
    Draft = 0,

    /// <summary>In force.</summary>
    Issued = 1,

    /// <summary>Đã thu hồi.</summary>
    Revoked = 2,

    /// <summary>Đã được thay thế.</summary>
    Superseded = 3,
}

/// <summary>Kết quả điện tử <c>mã hồ sơ-KQ(n)</c> (NĐ 45/2020 Đ14 k3).</summary>
public sealed class ResultRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>n, from 1; 0 while a draft.</summary>
    public int Ordinal { get; set; }

    /// <summary>The code; empty while a draft.</summary>
    public string Code { get; set; } = "";

    /// <summary>Random part of the verification address, so that codes cannot be guessed.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>Title of the paper as people read it.</summary>
    public string Title { get; set; } = "";

    /// <summary>The stored file.</summary>
    public Guid FileId { get; set; }

    /// <summary>SHA-256 of the file, hex; what the event of issuing holds.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>State.</summary>
    public ResultState State { get; set; }

    /// <summary>Officer who drafted it; may not decide on it.</summary>
    public string DraftedBy { get; set; } = "";

    /// <summary>Leader who decided and signs; empty while a draft.</summary>
    public string IssuedBy { get; set; } = "";

    /// <summary>Clerk who numbered, stamped and issued it; empty where the leader's decision did.</summary>
    public string StampedBy { get; set; } = "";

    /// <summary>Số in the unit's register of outgoing documents (NĐ 30/2020 Đ15); null where no clerk gave one.</summary>
    public int? DocumentNumber { get; set; }

    /// <summary>Ký hiệu, e.g. <c>GXN-UBND</c>; empty where no clerk gave one.</summary>
    public string DocumentSymbol { get; set; } = "";

    /// <summary>Local year in which the number runs; null where no clerk gave one.</summary>
    public int? DocumentYear { get; set; }

    /// <summary>When issued, UTC; null while a draft.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>Issuing unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>The result that replaced it.</summary>
    public Guid? SupersededBy { get; set; }

    /// <summary>When revoked or superseded, UTC.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>How a result was handed over.</summary>
public sealed class DeliveryRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary><c>online</c>, <c>counter</c>, <c>post</c>.</summary>
    public string Way { get; set; } = "";

    /// <summary>Name of whoever took it; personal data, never in events.</summary>
    public string Recipient { get; set; } = "";

    /// <summary>Mandate, when the recipient is another (law rule 32).</summary>
    public string Mandate { get; set; } = "";

    /// <summary>When handed over, UTC.</summary>
    public DateTimeOffset At { get; set; }
}
