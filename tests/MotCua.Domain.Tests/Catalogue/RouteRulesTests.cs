using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Catalogue;

public sealed class RouteRulesTests
{
    private static readonly ILookup<Role, string> Full = Holders((Role.Handler, "a"), (Role.UnitLeader, "b"), (Role.Clerk, "c"));

    [Theory]
    [InlineData("Handler 70, UnitLeader 20, Clerk 10", null)]
    [InlineData("Handler 60, UnitLeader 20, UnitLeader 20", null)]
    [InlineData("", "CAT-0030")]
    [InlineData("Handler 70, UnitLeader 20", "CAT-0033")] // law rule 26: the times of the steps make the limit
    [InlineData("Handler 90, Clerk 10", "CAT-0034")]
    [InlineData("Clerk 10, Handler 70, UnitLeader 20", "CAT-0035")]
    [InlineData("UnitLeader 20, Handler 80", "CAT-0035")]
    [InlineData("DeskOfficer 10, Handler 70, UnitLeader 20", "CAT-0032")]
    public void Refusal_BySteps(string steps, string? problem) => Assert.Equal(problem, RouteRules.Refusal(Steps(steps), Full)?.Code);

    [Theory]
    [InlineData("Handler a, UnitLeader b", "CAT-0036")] // nobody is clerk
    [InlineData("UnitLeader b, Clerk c", "CAT-0036")]
    [InlineData("Handler b, UnitLeader b, Clerk c", "CAT-0037")] // who drafts would decide
    [InlineData("Handler b, UnitLeader b, UnitLeader d, Clerk c", null)]
    [InlineData("Handler a, UnitLeader b, Clerk b", null)] // issuing is no approval
    public void Refusal_WhenADossierCouldBeStranded(string holders, string? problem)
    {
        var pairs = holders.Split(", ").Select(h => h.Split(' ')).Select(h => (Enum.Parse<Role>(h[0]), h[1])).ToArray();
        Assert.Equal(problem, RouteRules.Refusal(Steps("Handler 70, UnitLeader 20, Clerk 10"), Holders(pairs))?.Code);
    }

    private static List<LaidStep> Steps(string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(' ')).Select(s => new LaidStep("Bước", Enum.Parse<Role>(s[0]), int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)))];

    private static ILookup<Role, string> Holders(params (Role Role, string Officer)[] pairs) => pairs.ToLookup(p => p.Role, p => p.Officer);
}
