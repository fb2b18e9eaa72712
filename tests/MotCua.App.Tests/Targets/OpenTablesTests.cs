using System.Globalization;
using System.Text;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Tables of open data: months that are over, small counts protected, no dossier and no person in them (NĐ 47/2020, NĐ 13/2023).</summary>
public sealed class OpenTablesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The clock stands at 25/7/2022: June is over, July is not told yet.</summary>
    [Theory, BothDatabases]
    public async Task Files_ByYear_HoldMonthsThatAreOverAndHideSmallCounts(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        // June, sgddt: a 12, b 7, c 3; pacnam with its communes: a 2 and nothing larger
        var dossiers = (await CsvAsync(database, "ho-so-theo-thang", 2022)).Where(l => !l.StartsWith("unit", StringComparison.Ordinal)).ToList();
        Assert.All(dossiers, l => Assert.Contains(",2022-06,", l, StringComparison.Ordinal));
        Assert.Contains($"sgddt,{SmallProvince.Code('c')},2022-06,<5", dossiers);
        Assert.Contains("sgddt,*,2022-06,22", dossiers);
        Assert.Single(dossiers, l => l.EndsWith(",ẩn", StringComparison.Ordinal) && l.StartsWith("sgddt,1", StringComparison.Ordinal));
        Assert.Contains($"pacnam,{SmallProvince.Code('a')},2022-06,<5", dossiers);
        Assert.Contains("pacnam,*,2022-06,ẩn", dossiers);

        var results = await CsvAsync(database, "ket-qua-theo-thang", 2022);
        Assert.Contains(results, l => l.StartsWith("pacnam,pacnam,2022-06,ct3,", StringComparison.Ordinal) && l.Contains("ẩn,ẩn,,", StringComparison.Ordinal));
        // A single hidden unit would follow from the province's sum: another goes with it
        Assert.Equal(2, results.Count(l => l.Contains(",ct3,", StringComparison.Ordinal) && l.Contains("ẩn,ẩn", StringComparison.Ordinal) && l.Contains("2022-06", StringComparison.Ordinal)));
        Assert.DoesNotContain(results, l => l.Contains("2022-07", StringComparison.Ordinal));

        var statistics = await CsvAsync(database, "thong-ke-dich-vu", 2022);
        Assert.Contains(statistics, l => l.StartsWith($"{SmallProvince.Code('c')},Thủ tục c,2022-01-01,2022-06-30,<5,", StringComparison.Ordinal));
        // Where a of sgddt is told, the sum over the units would tell the small one of pacnam
        var isTold = dossiers.Contains($"sgddt,{SmallProvince.Code('a')},2022-06,12");
        Assert.StartsWith($"{SmallProvince.Code('a')},Thủ tục a,2022-01-01,2022-06-30,{(isTold ? "ẩn" : "14")},", statistics[1], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Files_All_AreWrittenWithoutNumbersOfDossiers(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        foreach (var set in OpenSets.All)
        {
            var csv = string.Join('\n', await CsvAsync(database, set.Key, set.IsByYear ? 2022 : null));
            Assert.StartsWith(string.Join(',', set.Fields.Select(f => f.Name)), csv, StringComparison.Ordinal);
            Assert.DoesNotContain("so-bi-mat", csv, StringComparison.Ordinal);
            using var json = System.Text.Json.JsonDocument.Parse(await TextAsync(database, set.Key, set.IsByYear ? 2022 : null, OpenFormat.Json));
            Assert.Equal(csv.Split('\n').Length - 1, json.RootElement.GetArrayLength());
            Assert.All(json.RootElement.EnumerateArray(), row => Assert.Equal(set.Fields.Select(f => f.Name), row.EnumerateObject().Select(p => p.Name)));
        }
    }

    [Fact]
    public async Task File_UnknownYear_IsNotThere()
    {
        await using var database = await StartAsync(DatabaseKind.Sqlite);
        Assert.Null(await database.UseAsync((OpenFiles f) => f.FindAsync(OpenSets.Find("ho-so-theo-thang")!, 2021, OpenFormat.Csv, Ct)));
        Assert.Null(await database.UseAsync((OpenFiles f) => f.FindAsync(OpenSets.Find("ho-so-theo-thang")!, 2023, OpenFormat.Csv, Ct)));
        Assert.Null(await database.UseAsync((OpenFiles f) => f.FindAsync(OpenSets.Find("don-vi")!, 2022, OpenFormat.Csv, Ct)));
    }

    private static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        (string Unit, char Procedure, int Count, string At)[] counts =
        [
            ("sgddt", 'a', 12, "2022-06-06 08:00"), ("sgddt", 'b', 7, "2022-06-07 08:00"), ("sgddt", 'c', 3, "2022-06-08 08:00"), ("x1", 'a', 1, "2022-06-09 08:00"), ("pacnam", 'a', 1, "2022-06-09 09:00"), ("sgddt", 'a', 4, "2022-07-04 08:00"),
        ];
        var n = 0;
        await SmallProvince.RecordAsync(database, [.. counts.SelectMany(c => Enumerable.Range(0, c.Count).Select(_ =>
            SmallProvince.State(string.Create(CultureInfo.InvariantCulture, $"so-bi-mat-{++n}"), SmallProvince.Code(c.Procedure), c.Unit, n % 3 == 0 ? Channel.Counter : Channel.Online, SmallProvince.At(c.At))))]);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return database;
    }

    private static async Task<string[]> CsvAsync(TestDatabase database, string key, int? year) => (await TextAsync(database, key, year, OpenFormat.Csv)).TrimEnd('\n').Split('\n');

    private static async Task<string> TextAsync(TestDatabase database, string key, int? year, OpenFormat format) =>
        Encoding.UTF8.GetString((await database.UseAsync((OpenFiles f) => f.FindAsync(OpenSets.Find(key)!, year, format, Ct)))!.Bytes.Span);
}
