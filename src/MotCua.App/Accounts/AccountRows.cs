namespace MotCua.App.Accounts;

/// <summary>A citizen's or organisation's account; its key to the outside is issuer + subject.</summary>
public sealed class AccountRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>OpenID issuer.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Subject at the issuer.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Assurance level as the provider said it (<c>acr</c>).</summary>
    public string AssuranceLevel { get; set; } = "";

    /// <summary>Full name.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Identity number, encrypted by the vault; empty = unknown.</summary>
    public string IdentityCipher { get; set; } = "";

    /// <summary>Blind index of the identity number.</summary>
    public string IdentityIndex { get; set; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthOn { get; set; }

    /// <summary><c>nam</c>, <c>nu</c>, or empty.</summary>
    public string Gender { get; set; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; set; } = "";

    /// <summary>Address text.</summary>
    public string Address { get; set; } = "";

    /// <summary>Commune code.</summary>
    public string CommuneCode { get; set; } = "";

    /// <summary>True for an organisation.</summary>
    public bool IsOrganisation { get; set; }

    /// <summary>When first signed in.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When last signed in.</summary>
    public DateTimeOffset LastSignInAt { get; set; }
}

/// <summary>A server-side session of a citizen or an officer, so that it can be ended from here.</summary>
public sealed class SessionRow
{
    /// <summary>Key, random.</summary>
    public Guid Id { get; set; }

    /// <summary>Account or officer id, <c>N</c> form.</summary>
    public string HolderId { get; set; } = "";

    /// <summary>True for officers.</summary>
    public bool IsOfficer { get; set; }

    /// <summary>When begun; the absolute time-out counts from here.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Last use, kept to the minute; the idle time-out counts from here.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When ended by sign-out or revocation.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The provider's id token for logout there, encrypted; empty for officers.</summary>
    public string IdTokenCipher { get; set; } = "";
}

/// <summary>An act of administration or security that must be answerable: sign-ins, grants, publishing.</summary>
public sealed class AuditRow
{
    /// <summary>Key, grows in time.</summary>
    public Guid Id { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who: <c>kind:id</c>.</summary>
    public string Actor { get; set; } = "";

    /// <summary>What, e.g. <c>OfficerGranted</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>On what, an id or code.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Particulars without personal data, JSON.</summary>
    public string Detail { get; set; } = "";
}
