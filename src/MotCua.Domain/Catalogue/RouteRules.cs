using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>A step of a route as laid down.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Role">Who acts.</param>
/// <param name="Percent">Part of the limit, whole percent.</param>
public sealed record LaidStep(string Name, Role Role, int Percent);

/// <summary>
/// Whether a route (quy trình nội bộ) may be published. One that could strand a dossier may not: every step needs somebody in the unit, somebody decides, the one who decides need not be the
/// one who drafted, and only the clerk comes after the decision. The times of the steps make the limit (law rule 26).
/// </summary>
public static class RouteRules
{
    /// <summary>Most steps of a route.</summary>
    public const int MostSteps = 8;

    private const int LongestName = 120;

    /// <summary>Roles that a step may have.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Role.Handler, Role.UnitLeader, Role.Clerk];

    /// <summary>What is wrong, or null.</summary>
    /// <param name="steps">Steps in order.</param>
    /// <param name="holders">Officers of the unit by role, active, from the day on which the route begins.</param>
    public static Problem? Refusal(IReadOnlyList<LaidStep> steps, ILookup<Role, string> holders)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(holders);
        if (steps.Count is 0 or > MostSteps) return CatalogueProblems.RouteLength;
        if (steps.Any(s => string.IsNullOrWhiteSpace(s.Name) || s.Name.Trim().Length > LongestName)) return CatalogueProblems.RouteStepName;
        if (steps.Any(s => !Roles.Contains(s.Role))) return CatalogueProblems.RouteStepRole;
        if (steps.Any(s => s.Percent is < 1 or > 100) || steps.Sum(s => s.Percent) != 100) return CatalogueProblems.RouteShares;
        var deciding = steps.ToList().FindLastIndex(s => s.Role == Role.UnitLeader);
        if (deciding < 0) return CatalogueProblems.RouteUndecided;
        if (steps.Take(deciding).Any(s => s.Role == Role.Clerk) || steps.Skip(deciding + 1).Any(s => s.Role != Role.Clerk)) return CatalogueProblems.RouteClerkLast;
        var empty = steps.Select(s => s.Role).Distinct().Where(r => !holders[r].Any()).ToList();
        if (empty.Count > 0) return CatalogueProblems.RouteStrands.Saying($"{CatalogueProblems.RouteStrands.Title} Đơn vị chưa có ai giữ vai trò: {string.Join(", ", empty.Select(Accounts.GrantRules.NameOf))}.");
        var drafters = steps.Take(deciding + 1).SelectMany(s => holders[s.Role]).Distinct().ToList();
        return holders[Role.UnitLeader].Any(l => drafters.Exists(d => d != l)) ? null : CatalogueProblems.RouteOneHand;
    }
}
