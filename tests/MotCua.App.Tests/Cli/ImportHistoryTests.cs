using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary>Large and dirty histories: an import killed in the middle goes on where it was, and what cannot be is reported row by row.</summary>
public sealed class ImportHistoryTests
{
    private const int Rows = 6_000;
    private const string Header = "code,procedure,receiving_unit,handling_unit,channel,submitted_at,accepted_at,finished_at,returned_at,state,outcome\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Really killed (SIGKILL) after some batches; resumed, every row is in once, and the figures are those of the dossiers.</summary>
    [Theory, BothDatabases]
    public async Task ImportDossiers_KilledAndResumed_HasEveryRowOnce(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var file = Path.Combine(database.Home, "lich-su.csv");
        var text = new StringBuilder(Header);
        for (var i = 0; i < Rows; i++)
        {
            var at = new DateTime(2022, 3, 1, 8, 0, 0).AddMinutes(i * 7);
            text.Append(CultureInfo.InvariantCulture, $"cu-{i},{SmallProvince.Code((char)('a' + (i % 10)))},{(i % 3 == 0 ? "x1" : "sgddt")},,{(i % 2 == 0 ? "online" : "counter")},,{at:yyyy-MM-dd HH:mm},{at.AddHours(3):yyyy-MM-dd HH:mm},{at.AddHours(4):yyyy-MM-dd HH:mm},10,granted\n");
        }

        await File.WriteAllTextAsync(file, text.ToString(), Ct);
        await KillAsync(database, file, after: 1_000);
        int kept;
        await using (var db = database.NewContext()) kept = await db.Dossiers.CountAsync(Ct);
        Assert.InRange(kept, 1_000, Rows - 1);

        var (exit, output, error) = await CommandLine.RunAsync(database, "import", "dossiers", file, "--resume");
        Assert.True(exit == 0, error);
        Assert.Equal($$"""{"read":{{Rows}},"inserted":{{Rows - kept}},"restated":0,"unchanged":{{kept}},"rejected":0}""" + "\n", output);
        await using var after = database.NewContext();
        Assert.Equal((Rows, Rows), (await after.Dossiers.CountAsync(Ct), await after.DossierFacts.CountAsync(Ct)));
        Assert.Equal(Rows, await after.RollupUnitMonths.SumAsync(m => m.Accepted, Ct));
        Assert.Empty(await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
        Assert.StartsWith($"ok {Rows} chains", (await CommandLine.RunAsync(database, "verify-log")).Out, StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".progress"));
    }

    [Theory]
    [InlineData("sgddt,,,,2022-07-04 08:00,,,4,", "channel", "Thiếu hình thức nộp")]
    [InlineData("sgddt,,fax,,2022-07-04 08:00,,,4,", "channel", "fax")]
    [InlineData("sgddt,,online,,1899-12-30 08:00,,,4,", "accepted_at", "trước năm 2000")]
    [InlineData("sgddt,,online,,2022-02-30 08:00,,,4,", "accepted_at", "2022-02-30")]
    [InlineData("sgddt,,online,,2030-01-01 08:00,,,4,", "accepted_at", "tương lai")]
    [InlineData("sgddt,,online,,2022-07-04 08:00,2022-07-03 08:00,,9,", "finished_at", "trước khi tiếp nhận")]
    [InlineData("sgddt,,online,,2022-07-04 08:00,,2022-07-03 08:00,10,", "returned_at", "trước khi tiếp nhận")]
    [InlineData("khong-co,,online,,2022-07-04 08:00,,,4,", "receiving_unit", "khong-co")]
    [InlineData("sgddt,cu,online,,2022-07-04 08:00,,,4,", "handling_unit", "đã sáp nhập hoặc chấm dứt từ ngày 01/07/2022")]
    [InlineData("cu,,online,,2022-07-04 08:00,,,4,", "receiving_unit", "đã sáp nhập")]
    [InlineData("sgddt,,online,,,,,4,", "accepted_at", "Thiếu thời điểm tiếp nhận")]
    public async Task ImportDossiers_RowThatCannotBe_IsRejectedWithReasonAndTheOthersAreIn(string rest, string column, string reason)
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = database.NewContext())
        {
            db.Units.Add(new App.Organisations.UnitRow { Key = "cu", Name = "Xã cũ", ShortName = "cu", Level = "xa", From = SmallProvince.Start, Until = new DateOnly(2022, 7, 1), SortKey = "cu", IdentifierCode = "H03.cu" });
            await db.SaveChangesAsync(Ct);
        }

        var file = Path.Combine(database.Home, "loi.csv");
        await File.WriteAllTextAsync(file, $"{Header}tot,{SmallProvince.Code('a')},cu,,online,,2022-06-30 08:00,,,4,\nhong,{SmallProvince.Code('a')},{rest}\n", Ct);
        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "dossiers", file);
        Assert.Equal((1, """{"read":2,"inserted":1,"restated":0,"unchanged":0,"rejected":1}""" + "\n"), (exit, output));
        var line = (await File.ReadAllLinesAsync(file[..^4] + ".rejected.csv", Ct))[1];
        Assert.StartsWith($"3,{column},", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    private static async Task KillAsync(TestDatabase database, string file, int after)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "motcua.dll"), "import", "dossiers", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__MotCua"] = database.ConnectionString;
        start.Environment["MOTCUA_HOME"] = database.Home;
        using var process = Process.Start(start)!;
        while (!process.HasExited && ReadOf(file) < after) await Task.Delay(10, Ct);
        Assert.False(process.HasExited, "it was through before it could be killed");
        process.Kill();
        await process.WaitForExitAsync(Ct);
    }

    private static int ReadOf(string file)
    {
        try
        {
            return File.Exists(file + ".progress") && File.ReadAllText(file + ".progress").Split(' ') is [_, var rows] && int.TryParse(rows, out var count) ? count : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
