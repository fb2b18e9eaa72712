using MotCua.Domain.Kernel;

namespace MotCua.App.Organisations;

/// <summary>An agency, unit or commune committee, effective-dated.</summary>
public sealed class UnitRow
{
    /// <summary><c>org_key</c>, stable.</summary>
    public string Key { get; set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Short name.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Abbreviation.</summary>
    public string Abbreviation { get; set; } = "";

    /// <summary><c>ubnd</c>, <c>van-phong</c>, <c>co-quan-chuyen-mon</c>, …</summary>
    public string Kind { get; set; } = "";

    /// <summary><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</summary>
    public string Level { get; set; } = "";

    /// <summary>Parent unit.</summary>
    public string? ParentKey { get; set; }

    /// <summary>Mã định danh (QĐ 20/2020): the prefix of dossier numbers.</summary>
    public string IdentifierCode { get; set; } = "";

    /// <summary>True while the identifier was not read in an official decision.</summary>
    public bool IdentifierProvisional { get; set; }

    /// <summary>GSO code of the division it governs, or empty.</summary>
    public string GsoCode { get; set; } = "";

    /// <summary>What its one-stop desk is called; empty = Bộ phận Tiếp nhận và Trả kết quả.</summary>
    public string DeskName { get; set; } = "";

    /// <summary>When an administrator last changed the row, UTC; null = as loaded.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Address of its one-stop desk.</summary>
    public string Address { get; set; } = "";

    /// <summary>Telephone of its one-stop desk; empty = unknown.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail; empty = unknown.</summary>
    public string Email { get; set; } = "";

    /// <summary>One of the 27 of the plan.</summary>
    public bool InPlan { get; set; }

    /// <summary>In force from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Folded name for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Vietnamese order of the name.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>Where the row comes from, with how sure it is.</summary>
    public string Note { get; set; } = "";
}

/// <summary>What the reference data said of a unit from a day on: its history, and what a later load compares with. Administrators' changes are in the trail.</summary>
public sealed class UnitVersionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>In force from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Attributes as the file says, JSON object.</summary>
    public string Content { get; set; } = "{}";
}

/// <summary>Đơn vị hành chính: province, district or commune, effective-dated.</summary>
public sealed class DivisionRow
{
    /// <summary>GSO code (2, 3 or 5 digits).</summary>
    public string Code { get; set; } = "";

    /// <summary>In force from; with the code the key.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</summary>
    public string Level { get; set; } = "";

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name without its kind.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Parent's code.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Province code.</summary>
    public string ProvinceCode { get; set; } = "";

    /// <summary>Vietnamese order.</summary>
    public string SortKey { get; set; } = "";
}

/// <summary>Cán bộ: an officer's sign-in and standing.</summary>
public sealed class OfficerRow
{
    /// <summary>Key; the actor id is its <c>N</c> form.</summary>
    public Guid Id { get; set; }

    /// <summary>Sign-in name, lower case.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Name to show.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Chức danh.</summary>
    public string Title { get; set; } = "";

    /// <summary>Public telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Password hash (PBKDF2 of ASP.NET Identity).</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>TOTP secret, encrypted by the vault; empty before enrolment.</summary>
    public string TotpSecretCipher { get; set; } = "";

    /// <summary>Last accepted TOTP step, so that a code works once.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Failures since the last success.</summary>
    public int FailedCount { get; set; }

    /// <summary>Locked out until, UTC; null = not.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Changes end all sessions.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>May sign in.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Must choose a new password at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Folded name for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Concurrency: a change that saw another number is refused.</summary>
    public int Version { get; set; }
}

/// <summary>A role of an officer for a unit and a term.</summary>
public sealed class GrantRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Officer.</summary>
    public Guid OfficerId { get; set; }

    /// <summary>Role.</summary>
    public Role Role { get; set; }

    /// <summary>Unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>First local day of the term.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end of the term, a local day; null = without end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Decision that gave it.</summary>
    public string DecisionNo { get; set; } = "";

    /// <summary>When revoked before its end, UTC; felt at once.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
