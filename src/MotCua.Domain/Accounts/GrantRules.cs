using MotCua.Domain.Kernel;

namespace MotCua.Domain.Accounts;

/// <summary>Who may give which role, for which unit (ADR 0015).</summary>
public static class GrantRules
{
    /// <summary>Roles that a unit's administrator gives within the unit.</summary>
    public static readonly IReadOnlyList<Role> OfUnits = [Role.DeskOfficer, Role.Handler, Role.UnitLeader, Role.Clerk];

    private static readonly Role[] ReadNoDossier = [Role.UnitAdministrator, Role.ProvinceAdministrator, Role.Operator];

    /// <summary>Refuses what the administrator may not give; null = may.</summary>
    /// <param name="administrator">Who gives.</param>
    /// <param name="officerId">To whom (actor id).</param>
    /// <param name="role">What.</param>
    /// <param name="unitKey">For which unit.</param>
    /// <param name="unitsInReach">Units of a unit administrator, the units below them included; not read for a province administrator.</param>
    public static Problem? Refusal(Actor administrator, string officerId, Role role, string unitKey, IReadOnlyCollection<string> unitsInReach)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        if (administrator.Kind == ActorKind.System)
        {
            return null;
        }

        if (administrator.Id == officerId)
        {
            return AccountProblems.OwnGrant;
        }

        if (administrator.Has(Role.ProvinceAdministrator))
        {
            return null;
        }

        return administrator.Has(Role.UnitAdministrator) && OfUnits.Contains(role) && unitsInReach.Contains(unitKey) ? null : AccountProblems.GrantNotAllowed;
    }

    /// <summary>
    /// True when the administrator may change the officer's sign-in: a province administrator any but their own; a unit administrator who has only
    /// unit roles, all of them within reach.
    /// </summary>
    /// <param name="administrator">Who changes.</param>
    /// <param name="officerId">Whose (actor id).</param>
    /// <param name="grants">Every role that the officer holds or will hold.</param>
    /// <param name="unitsInReach">Units of a unit administrator, the units below them included.</param>
    public static bool MayManage(Actor administrator, string officerId, IReadOnlyCollection<Grant> grants, IReadOnlyCollection<string> unitsInReach)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        ArgumentNullException.ThrowIfNull(grants);
        return administrator.Kind == ActorKind.System || (administrator.Id != officerId && (administrator.Has(Role.ProvinceAdministrator)
            || (administrator.Has(Role.UnitAdministrator) && grants.All(g => OfUnits.Contains(g.Role) && unitsInReach.Contains(g.UnitKey)))));
    }

    /// <summary>True when the two roles may not be held by one person: who administers or operates reads no dossier.</summary>
    public static bool Clash(Role a, Role b) => (ReadNoDossier.Contains(a) && OfUnits.Contains(b)) || (ReadNoDossier.Contains(b) && OfUnits.Contains(a));

    /// <summary>Vietnamese name of a role.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.DeskOfficer => "Cán bộ Bộ phận Một cửa",
        Role.Handler => "Chuyên viên thụ lý",
        Role.UnitLeader => "Lãnh đạo đơn vị",
        Role.Clerk => "Văn thư",
        Role.UnitAdministrator => "Quản trị đơn vị",
        Role.ProvinceAdministrator => "Quản trị tỉnh",
        Role.Reviewer => "Người thẩm định rà soát",
        Role.PlanOwner => "Chủ trì kế hoạch",
        Role.ProvinceLeader => "Lãnh đạo tỉnh",
        Role.Auditor => "Thanh tra, kiểm toán",
        Role.Operator => "Vận hành hệ thống",
        Role.Helper => "Hỗ trợ người dân (tổ công nghệ số, hội đoàn thể)",
        _ => role.ToString(),
    };
}
