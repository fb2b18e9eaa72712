using MotCua.Architecture.Tests.Canaries;

namespace MotCua.Architecture.Tests;

/// <summary>How types are made. Every rule is shown its canary first.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Pages_NameAPolicyOrAllowAnybody()
    {
        Assert.Single(ShapeRules.PagesWithoutPolicy([typeof(PageWithoutPolicyModel)]));
        Verdict.Clean(ShapeRules.PagesWithoutPolicy(Code.Types));
    }

    [Fact]
    public void Handlers_HaveOnePublicMethod()
    {
        Assert.Equal(2, ShapeRules.CrookedHandlers([typeof(TalkativeHandler), typeof(ForgetfulHandler)]).Count);
        Verdict.Clean(ShapeRules.CrookedHandlers(Code.Types.Where(t => t.Namespace!.StartsWith("MotCua.App", StringComparison.Ordinal))));
    }

    [Fact]
    public void Classes_AreSealedOrAbstract()
    {
        Assert.Single(ShapeRules.OpenClasses([typeof(OpenClass)]));
        Verdict.Clean(ShapeRules.OpenClasses(Code.Types));
    }

    [Fact]
    public void Names_SaySomething()
    {
        Assert.Single(ShapeRules.EmptyNames([typeof(ThingManager)]));
        Verdict.Clean(ShapeRules.EmptyNames(Code.Types));
    }

    [Fact]
    public void Constructors_TakeAtMostSevenThings()
    {
        Assert.Single(ShapeRules.NeedyClasses([typeof(ManyNeeds)]));
        Verdict.Clean(ShapeRules.NeedyClasses(Code.Types));
    }

    [Fact]
    public void Problems_HaveUniqueCodesAndVietnameseTitles()
    {
        Assert.Equal(3, ShapeRules.BadProblems([typeof(CanaryProblems)]).Count);
        Verdict.Clean(ShapeRules.BadProblems(Code.Types));
    }

    [Fact]
    public void Events_AreSealedImmutableRecords()
    {
        Assert.Single(ShapeRules.UnfrozenEvents([typeof(MutableEvent)]));
        Verdict.Clean(ShapeRules.UnfrozenEvents(Code.Types.Where(t => t.BaseType?.Name == "DossierEvent")));
    }
}
