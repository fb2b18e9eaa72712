namespace MotCua.Architecture.Tests;

/// <summary>What may stand in files. Every rule is shown its canary first.</summary>
public sealed class FileTests
{
    [Fact]
    public void Sources_AreShort()
    {
        Assert.Single(FileRules.TooLong([("canary.cs", new string('\n', FileRules.MostLines + 1))]));
        Verdict.Clean(FileRules.TooLong([.. FileRules.Sources("*.cs", "src", "tests", "tools", "bench"), .. FileRules.Sources("*.cshtml", "src")]));
    }

    [Theory]
    [InlineData("""<a href="/tra-cuu">Tra cứu</a>""", 1)]
    [InlineData("""<form method="post" action="https://example.vn">""", 1)]
    [InlineData("""<a class="x" href="#noi-dung">Bỏ qua</a>""", 0)]
    [InlineData("""<a href="@links.Lookup()">Tra cứu</a> <link href="~/site.css"> <a href="tel:@phone">""", 0)]
    public void WrittenAddresses_OnItsCanary_ReportsLiterals(string view, int offences) =>
        Assert.Equal(offences, FileRules.WrittenAddresses([("canary.cshtml", view)]).Count);

    [Fact]
    public void Views_TakeAddressesFromLinks() => Verdict.Clean(FileRules.WrittenAddresses(FileRules.Sources("*.cshtml", "src/MotCua.Web")));

    [Theory]
    [InlineData("<script>alert(1)</script>", 1)]
    [InlineData("""<p style="color:red">""", 1)]
    [InlineData("""<button onclick="go()">""", 1)]
    [InlineData("""<script src="~/site.js" defer></script>""", 0)]
    public void InlineCode_OnItsCanary_Reports(string view, int offences) => Assert.Equal(offences, FileRules.InlineCode([("canary.cshtml", view)]).Count);

    [Fact]
    public void Views_HoldNoInlineCode() => Verdict.Clean(FileRules.InlineCode(FileRules.Sources("*.cshtml", "src/MotCua.Web")));

    [Fact]
    public void Folders_AreNamedForModulesOrUseCases()
    {
        Assert.Single(FileRules.EmptyFolders(["src/MotCua.App/Helpers/Canary.cs"]));
        Verdict.Clean(FileRules.EmptyFolders(FileRules.Sources("*.cs", "src").Select(s => s.File)));
    }
}
