using Microsoft.AspNetCore.Authorization;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Security;

/// <summary>Permissions that pages name. Who holds one is <see cref="Holders"/>; which unit is checked on the object itself.</summary>
public static class Policies
{
    /// <summary>Signed in with the national e-ID.</summary>
    public const string Citizen = "Citizen";

    /// <summary>Any officer with a role in force.</summary>
    public const string Officer = "Officer";

    /// <summary>See dossiers of one's units.</summary>
    public const string SeeDossiers = "SeeDossiers";

    /// <summary>Receive, ask for supplement, refuse intake, hand over the result.</summary>
    public const string ReceiveDossiers = "ReceiveDossiers";

    /// <summary>Claim, appraise, draft.</summary>
    public const string HandleDossiers = "HandleDossiers";

    /// <summary>Decide and sign; never on one's own draft.</summary>
    public const string DecideDossiers = "DecideDossiers";

    /// <summary>Number, stamp and issue what a leader decided.</summary>
    public const string IssueResults = "IssueResults";

    /// <summary>See the targets board.</summary>
    public const string SeeBoard = "SeeBoard";

    /// <summary>Conclude signs of integrity; never those of one's own unit.</summary>
    public const string ReviewFlags = "ReviewFlags";

    /// <summary>Assign and publish targets.</summary>
    public const string OwnPlan = "OwnPlan";

    /// <summary>Set tasks: the plan owner for any unit, a unit's officers for their own; which unit is checked on the act.</summary>
    public const string WorkOnPlan = "WorkOnPlan";

    /// <summary>Read made reports; which units' is checked on the report.</summary>
    public const string SeeReports = "SeeReports";

    /// <summary>Make reports; of which units is checked on the act.</summary>
    public const string MakeReports = "MakeReports";

    /// <summary>Read drafts of plans and approve them; never one's own.</summary>
    public const string ApprovePlan = "ApprovePlan";

    /// <summary>Publish and change procedures.</summary>
    public const string ManageCatalogue = "ManageCatalogue";

    /// <summary>Officers, roles, terms.</summary>
    public const string ManageOfficers = "ManageOfficers";

    /// <summary>Units, hours, holidays.</summary>
    public const string ManageUnits = "ManageUnits";

    /// <summary>Read the audit trail.</summary>
    public const string SeeTrail = "SeeTrail";

    /// <summary>Outbox, health, jobs; no dossiers.</summary>
    public const string Operate = "Operate";

    /// <summary>See the statistics of access: sums without personal data.</summary>
    public const string SeeVisits = "SeeVisits";

    /// <summary>Claim of one grant: <c>Role@unit</c>.</summary>
    public const string GrantClaim = "mc:grant";

    /// <summary>Roles that hold each permission (ADR 0015). Administrators and operators read no dossier.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Role>> Holders = new Dictionary<string, IReadOnlyList<Role>>
    {
        [Officer] = Enum.GetValues<Role>(),
        [SeeDossiers] = [Role.DeskOfficer, Role.Handler, Role.UnitLeader, Role.Clerk],
        [ReceiveDossiers] = [Role.DeskOfficer],
        [HandleDossiers] = [Role.Handler],
        [DecideDossiers] = [Role.UnitLeader],
        [IssueResults] = [Role.Clerk],
        [SeeBoard] = [Role.UnitLeader, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor, Role.Reviewer, Role.UnitAdministrator],
        [ReviewFlags] = [Role.Auditor, Role.PlanOwner],
        [OwnPlan] = [Role.PlanOwner],
        [ApprovePlan] = [Role.PlanOwner, Role.ProvinceLeader],
        [WorkOnPlan] = [Role.PlanOwner, Role.UnitLeader, Role.UnitAdministrator],
        [SeeReports] = [Role.UnitLeader, Role.UnitAdministrator, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor],
        [MakeReports] = [Role.UnitLeader, Role.UnitAdministrator, Role.PlanOwner, Role.ProvinceLeader],
        [ManageCatalogue] = [Role.ProvinceAdministrator],
        [ManageOfficers] = [Role.ProvinceAdministrator, Role.UnitAdministrator],
        [ManageUnits] = [Role.ProvinceAdministrator, Role.UnitAdministrator],
        [SeeTrail] = [Role.Auditor],
        [Operate] = [Role.Operator, Role.ProvinceAdministrator],
        [SeeVisits] = [Role.Operator, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor],
    };

    /// <summary>Registers every permission; anything that names none is refused.</summary>
    public static void Register(AuthorizationOptions options)
    {
        options.AddPolicy(Citizen, p => p.AddAuthenticationSchemes(Schemes.Citizen).RequireAuthenticatedUser());
        foreach (var (name, roles) in Holders)
        {
            options.AddPolicy(name, p => p.AddAuthenticationSchemes(Schemes.Officer).RequireAuthenticatedUser()
                .RequireAssertion(c => c.User.FindAll(GrantClaim).Any(g => roles.Any(r => g.Value.StartsWith(r + "@", StringComparison.Ordinal)))));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
