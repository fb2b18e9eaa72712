using System.IO.Compression;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary><c>motcua backup</c> and <c>motcua restore</c>, on both databases.</summary>
public sealed class BackupVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Restore_IntoAnEmptyPlace_GivesTheSameDossiersFilesAndAnIntactLogWithoutKeys(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "40", "--seed", "3")).Exit);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seal-log")).Exit);
        var stored = Path.Combine(database.Home, "var", "files", "ab", "paper.bin");
        Directory.CreateDirectory(Path.GetDirectoryName(stored)!);
        await File.WriteAllTextAsync(stored, "giấy", Ct);
        string[] export = ["export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31"];
        var before = (await CommandLine.RunAsync(database, export)).Out;
        var zip = Path.Combine(database.Home, "b.zip");

        var (exit, line, _) = await CommandLine.RunAsync(database, "backup", zip);

        Assert.Equal(0, exit);
        Assert.StartsWith($$"""{"database":"{{(kind == DatabaseKind.Sqlite ? "sqlite" : "postgres")}}",""", line, StringComparison.Ordinal);
        await using (var archive = await ZipFile.OpenReadAsync(zip, Ct))
        {
            Assert.NotNull(archive.GetEntry("manifest.json"));
            Assert.NotNull(archive.GetEntry("files/ab/paper.bin"));
            Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("key", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(2, (await CommandLine.RunAsync(database, "backup", zip)).Exit);
        Assert.Equal(2, (await CommandLine.RunAsync(database, "restore", zip)).Exit);

        await using var other = await TestDatabase.CreateAsync(kind);
        Assert.Equal(2, (await CommandLine.RunAsync(other, "restore", zip)).Exit);
        var (restored, said, _) = await CommandLine.RunAsync(other, "restore", zip, "--force");
        Assert.Equal(0, restored);
        Assert.Contains("\nok 40 chains, ", said, StringComparison.Ordinal);
        Assert.Equal(before, (await CommandLine.RunAsync(other, export)).Out);
        Assert.Equal("giấy", await File.ReadAllTextAsync(Path.Combine(other.Home, "var", "files", "ab", "paper.bin"), Ct));
    }

    [Fact]
    public async Task Restore_DamagedOrForeignArchive_TouchesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var zip = Path.Combine(database.Home, "b.zip");
        Assert.Equal(0, (await CommandLine.RunAsync(database, "backup", zip)).Exit);
        await using (var archive = await ZipFile.OpenAsync(zip, ZipArchiveMode.Update, Ct))
        {
            archive.GetEntry("database.db")!.Delete();
            await using var other = await archive.CreateEntry("database.db").OpenAsync(Ct);
            await other.WriteAsync("forged"u8.ToArray(), Ct);
        }

        var file = Path.Combine(database.Home, "var", "motcua.db");
        var before = new FileInfo(file).Length;
        Assert.Equal(1, (await CommandLine.RunAsync(database, "restore", zip, "--force")).Exit);
        await File.WriteAllTextAsync(zip, "no archive", Ct);
        Assert.Equal(1, (await CommandLine.RunAsync(database, "restore", zip, "--force")).Exit);
        Assert.Equal(2, (await CommandLine.RunAsync(database, "restore", zip + ".absent")).Exit);
        Assert.Equal(before, new FileInfo(file).Length);
    }
}
