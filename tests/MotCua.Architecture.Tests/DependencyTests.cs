using MotCua.Architecture.Tests.Canaries;
using MotCua.Architecture.Tests.Canaries.Calendar;

namespace MotCua.Architecture.Tests;

/// <summary>The walls between projects and modules. Every rule is shown its canary first.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void Domain_ReferencesOnlyTheBaseClassLibrary()
    {
        Assert.NotEmpty(DependencyRules.Outside(typeof(DependencyTests).Assembly));
        Verdict.Clean(DependencyRules.Outside(Code.Projects[0]));
    }

    [Fact]
    public void Web_UsesNoEntityFramework()
    {
        Assert.NotEmpty(DependencyRules.UsesOf(Code.Canary<PageThatQueries>(), "Microsoft.EntityFrameworkCore"));
        Verdict.Clean(DependencyRules.UsesOf(Code.In("MotCua.Web"), "Microsoft.EntityFrameworkCore"));
    }

    [Fact]
    public void App_KnowsNothingOfHttp()
    {
        // Password hashing and key storage carry the prefix but no HTTP
        string[] except = ["Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Identity"];
        Assert.NotEmpty(DependencyRules.UsesOf(Code.Canary<HandlerThatKnowsHttp>(), "Microsoft.AspNetCore", except));
        Verdict.Clean(DependencyRules.UsesOf(Code.In("MotCua.App"), "Microsoft.AspNetCore", except));
    }

    [Fact]
    public void Domain_UsesNoOtherProject()
    {
        Assert.NotEmpty(DependencyRules.UsesOf(Code.Canary<TalkativeHandler>(), "MotCua.Domain"));
        Verdict.Clean(DependencyRules.UsesOf(Code.In("MotCua.Domain"), "MotCua.App"));
        Verdict.Clean(DependencyRules.UsesOf(Code.In("MotCua.App"), "MotCua.Web"));
    }

    [Fact]
    public void Modules_UseOnlyThoseAboveThem()
    {
        Assert.NotEmpty(DependencyRules.AgainstTheOrder(Code.Canary<EarlyThing>()));
        Verdict.Clean(DependencyRules.AgainstTheOrder([.. Code.In("MotCua.Domain"), .. Code.In("MotCua.App")]));
    }

    [Fact]
    public void Modules_AreTheFoldersOfDomainAndApp()
    {
        // A folder that is no module would escape the order
        string[] plumbing = ["Data"];
        var folders = Code.Types.Where(t => t.Namespace!.StartsWith("MotCua.Domain.", StringComparison.Ordinal) || t.Namespace.StartsWith("MotCua.App.", StringComparison.Ordinal))
            .Select(t => t.Namespace!.Split('.')[2]).Distinct().ToList();
        Assert.NotEmpty(folders);
        Verdict.Clean(folders.Except(DependencyRules.Modules).Except(plumbing));
    }
}
