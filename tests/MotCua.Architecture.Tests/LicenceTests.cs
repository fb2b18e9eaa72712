using MotCua.Dev;

namespace MotCua.Architecture.Tests;

/// <summary>The licence check itself, with its canary: a package that it must refuse.</summary>
public sealed class LicenceTests
{
    private static readonly Licences Allowed = Licences.Read(Path.Combine(Shell.Root, "licences.allow.json"));

    [Theory]
    [InlineData("MIT")]
    [InlineData("MS-PL OR Apache-2.0")]
    [InlineData("(MIT OR GPL-3.0-only) AND BSD-2-Clause")]
    public void Refused_WhenPermissive_SaysNothing(string expression) =>
        Assert.Empty(Allowed.Refused([new PackageLicence("Some.Package", "1.0.0", expression)]));

    [Theory]
    [InlineData("AGPL-3.0-only")]
    [InlineData("MIT AND GPL-3.0-only")]
    [InlineData("")]
    [InlineData("url:https://example.vn/licence")]
    [InlineData("file:LICENSE.txt")]
    public void Refused_Canary_IsReported(string expression) =>
        Assert.Single(Allowed.Refused([new PackageLicence("Canary.Package", "1.0.0", expression)]));

    [Fact]
    public void Restored_FindsThePackagesOfThisSolution()
    {
        var packages = Licences.Restored(Path.Combine(Shell.Root, "artifacts", "obj"));
        Assert.Contains(packages, p => p.Id == "Npgsql.EntityFrameworkCore.PostgreSQL" && p.Licence == "PostgreSQL");
        Assert.Empty(Allowed.Refused(packages));
    }
}
