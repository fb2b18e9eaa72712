namespace MotCua.Domain.Kernel;

/// <summary>Who acts: a person signed in with the e-ID, an officer, the system itself, or a stranger.</summary>
public enum ActorKind
{
    /// <summary>Not signed in.</summary>
    Public = 0,

    /// <summary>Signed in with the national electronic identity.</summary>
    Citizen = 1,

    /// <summary>An officer signed in with password and second factor.</summary>
    Officer = 2,

    /// <summary>A job or an operator's verb.</summary>
    System = 3,
}

/// <summary>Roles of officers (ADR 0015). A person may hold several, each for a unit and a term.</summary>
public enum Role
{
    /// <summary>Cán bộ Bộ phận Một cửa.</summary>
    DeskOfficer = 1,

    /// <summary>Chuyên viên thụ lý.</summary>
    Handler = 2,

    /// <summary>Lãnh đạo đơn vị.</summary>
    UnitLeader = 3,

    /// <summary>Văn thư.</summary>
    Clerk = 4,

    /// <summary>Quản trị đơn vị.</summary>
    UnitAdministrator = 5,

    /// <summary>Quản trị tỉnh; reads no dossier.</summary>
    ProvinceAdministrator = 6,

    /// <summary>Người thẩm định việc rà soát TTHC.</summary>
    Reviewer = 7,

    /// <summary>Chủ trì kế hoạch (Văn phòng UBND tỉnh, Sở TT&amp;TT).</summary>
    PlanOwner = 8,

    /// <summary>Lãnh đạo tỉnh.</summary>
    ProvinceLeader = 9,

    /// <summary>Thanh tra, kiểm toán: reads the trail.</summary>
    Auditor = 10,

    /// <summary>Vận hành hệ thống; reads no dossier.</summary>
    Operator = 11,

    /// <summary>Tổ công nghệ số cộng đồng, hội, đoàn thể: helps people file.</summary>
    Helper = 12,
}

/// <summary>One role held for one unit, at this moment in force.</summary>
/// <param name="Role">The role.</param>
/// <param name="UnitKey">The unit it is held for (<c>org_key</c>).</param>
public sealed record Grant(Role Role, string UnitKey);

/// <summary>The person or job on whose account something happens, with the grants in force at this moment.</summary>
/// <param name="Kind">What kind of actor.</param>
/// <param name="Id">Account, officer or job identifier: never a name, never an identity number.</param>
/// <param name="DisplayName">Name to show to people who may see it; empty for a stranger.</param>
/// <param name="Grants">Roles in force; empty for citizens.</param>
public sealed record Actor(ActorKind Kind, string Id, string DisplayName, IReadOnlyList<Grant> Grants)
{
    /// <summary>A stranger.</summary>
    public static readonly Actor Stranger = new(ActorKind.Public, "", "", []);

    /// <summary>A job or an operator's verb.</summary>
    public static Actor System(string name) => new(ActorKind.System, name, name, []);

    /// <summary>True when the actor holds the role for any unit.</summary>
    public bool Has(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>True when the actor holds the role for the unit.</summary>
    public bool Has(Role role, string unitKey) => Grants.Any(g => g.Role == role && g.UnitKey == unitKey);

    /// <summary>The units for which the actor holds any of the roles.</summary>
    public IReadOnlyList<string> UnitsFor(params Role[] roles) =>
        [.. Grants.Where(g => roles.Contains(g.Role)).Select(g => g.UnitKey).Distinct(StringComparer.Ordinal)];
}
