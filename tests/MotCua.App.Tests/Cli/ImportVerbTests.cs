using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary><c>import services</c>, <c>import dossiers</c>, <c>export dossiers</c>, <c>measures</c> by the contract, on both databases.</summary>
public sealed class ImportVerbTests
{
    private const string Header = "code,procedure,receiving_unit,channel,accepted_at,state,due_at,finished_at,returned_at,fee_vnd\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The worked example of docs/law.md, from files to figures.</summary>
    [Theory, BothDatabases]
    public async Task Measures_WorkedExampleFromFiles_AreExact(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var services = new StringBuilder("unit,procedure,level,status,eligible_full,online_only,from,to,decision_no,decision_date,reason_code,legal_basis\r\n");
        foreach (var c in "abcdef") services.Append(CultureInfo.InvariantCulture, $"sgddt,{SmallProvince.Code(c)},full,open,1,0,2022-01-01,,,,,\r\n");
        foreach (var c in "gh") services.Append(CultureInfo.InvariantCulture, $"sgddt,{SmallProvince.Code(c)},partial,open,0,0,2022-01-01,,,,,\r\n");
        foreach (var c in "ij") services.Append(CultureInfo.InvariantCulture, $"sgddt,{SmallProvince.Code(c)},info,open,0,0,2022-01-01,,,,,\r\n");
        var n = 0;
        var dossiers = new StringBuilder("\uFEFFcode,procedure,receiving_unit,channel,accepted_at,state\r\n");
        foreach (var (procedure, channel) in SmallProvince.ExampleDossiers())
        {
            dossiers.Append(CultureInfo.InvariantCulture, $"H03.1-220704-{++n:0000},{procedure},sgddt,{(channel == Channel.Online ? "online" : "counter")},2022-07-04 08:00,4\r\n");
        }

        Assert.Equal((0, """{"read":10,"inserted":10,"restated":0,"unchanged":0,"rejected":0}""" + "\n", ""), await CommandLine.RunAsync(database, "import", "services", Write(database, "s.csv", services.ToString())));
        Assert.Equal((0, """{"read":99,"inserted":99,"restated":0,"unchanged":0,"rejected":0}""" + "\n", ""), await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv", dossiers.ToString())));
        Assert.Equal("""{"read":10,"inserted":0,"restated":0,"unchanged":10,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "services", Path.Combine(database.Home, "s.csv"))).Out);
        Assert.Equal("""{"read":99,"inserted":0,"restated":0,"unchanged":99,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "dossiers", Path.Combine(database.Home, "d.csv"))).Out);

        var (exit, output, _) = await CommandLine.RunAsync(database, "measures", "--from", "2022-07-01", "--to", "2022-09-30", "--unit", "sgddt");
        Assert.Equal(0, exit);
        using var json = JsonDocument.Parse(output);
        var rows = json.RootElement.EnumerateArray().ToDictionary(
            r => r.GetProperty("indicator").GetString()!,
            r => $"{r.GetProperty("numerator")}/{r.GetProperty("denominator")} {r.GetProperty("verdict")} {r.GetProperty("target")}");
        Assert.Equal("6/6 met 100", rows["ct1"]);
        Assert.Equal("4/8 not_met 60", rows["ct2"]);
        Assert.Equal("4/6 met 60", rows["ct2.a"]);
        Assert.Equal("20/99 not_met 30", rows["ct3"]);
        Assert.Equal("20/49 met 30", rows["ct3.dvctt"]);

        var csv = (await CommandLine.RunAsync(database, "measures", "--from=2022-07-01", "--to=2022-09-30", "--unit=sgddt", "--indicator=ct2.a", "--format=csv")).Out.Split('\n');
        Assert.Equal("indicator,variant,unit,from,to,numerator,denominator,value,target,verdict", csv[0]);
        Assert.StartsWith("ct2.a,2022.1,sgddt,2022-07-01,2022-09-30,4,6,66.666666", csv[1], StringComparison.Ordinal);

        var list = (await CommandLine.RunAsync(database, "measures", "list", "--indicator", "ct2", "--unit", "sgddt", "--from", "2022-07-01", "--to", "2022-09-30", "--part", "numerator")).Out;
        Assert.Equal(string.Concat("abch".Select(c => $"sgddt,{SmallProvince.Code(c)}\n")), list);
        await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-07-01", "--to", "2022-09-30");
        await using (var db = database.NewContext())
        {
            var exports = await db.Audits.Where(a => a.Action == "ListExported").OrderBy(a => a.Subject).ToListAsync(Ct);
            Assert.Equal([("System:motcua-export", "dossiers", 99), ("System:motcua-measures", "measures-list", 4)], exports.Select(a => (a.Actor, a.Subject, JsonDocument.Parse(a.Detail).RootElement.GetProperty("rows").GetInt32())));
        }

        Assert.Equal(0, (await CommandLine.RunAsync(database, "rebuild", "measures")).Exit);
        Assert.Equal(output, (await CommandLine.RunAsync(database, "measures", "--from", "2022-07-01", "--to", "2022-09-30", "--unit", "sgddt")).Out);
    }

    [Theory, BothDatabases]
    public async Task Import_BadRows_AreRejectedByLineAndColumnAndStopNothing(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var file = Write(database, "d.csv", Header
            + $"a1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4,,,,\n"
            + $"a2,{SmallProvince.Code('a')},nowhere,online,2022-07-04 08:00,4,,,,\n"
            + "a3,9.999999,sgddt,online,2022-07-04 08:00,4,,,,\n"
            + $"a4,{SmallProvince.Code('a')},sgddt,pigeon,2022-07-04 08:00,4,,,,\n"
            + $"a5,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,11,,,,\n"
            + $"a6,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,9,,2022-07-04 07:59,,\n"
            + $"a7,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,9,,,,\n"
            + $"a8,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,10,,2022-07-05 08:00,,\n"
            + $"a9,{SmallProvince.Code('a')},sgddt,online,2999-07-04 08:00,4,,,,\n"
            + $"b1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4,,,,-5\n"
            + $"a1,{SmallProvince.Code('b')},sgddt,online,2022-07-04 08:00,4,,,,\n"
            + $"b2,{SmallProvince.Code('a')},sgddt,online,,4,,,,\n"
            + $"b3,{SmallProvince.Code('a')},sgddt,online,,1,,,,\n"
            + "b4,too,few\n"
            + $"b5,{SmallProvince.Code('a')},sgddt,online,not a time,4,,,,\n"
            + $"b6,{SmallProvince.Code('a')},sgddt,online,2022-07-04T08:00:00+07:00,4,2999-01-01 08:00,,,\n");

        var (exit, output, error) = await CommandLine.RunAsync(database, "import", "dossiers", file);

        Assert.Equal((1, """{"read":16,"inserted":3,"restated":0,"unchanged":0,"rejected":13}""" + "\n"), (exit, output));
        Assert.Contains("13 dòng bị từ chối", error, StringComparison.Ordinal);
        var rejected = (await File.ReadAllLinesAsync(Path.Combine(database.Home, "d.rejected.csv"), Ct)).Select(l => string.Join(',', l.Split(',').Take(2))).ToList();
        Assert.Equal(
            ["line,column", "3,receiving_unit", "4,procedure", "5,channel", "6,state", "7,finished_at", "8,finished_at", "9,returned_at", "10,accepted_at", "11,fee_vnd", "12,code", "13,accepted_at", "15,", "16,accepted_at"],
            rejected);
    }

    [Theory, BothDatabases]
    public async Task Import_ChangedRow_RestatesWithOneEventAndMovesTheFigures(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv", Header + $"a1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4,,,,\n"));
        var (_, output, _) = await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv", Header + $"a1,{SmallProvince.Code('a')},pacnam,counter,2022-08-04 08:00,9,,2022-08-05 08:00,,\n"));

        Assert.Equal("""{"read":1,"inserted":0,"restated":1,"unchanged":0,"rejected":0}""" + "\n", output);
        await using var db = database.NewContext();
        Assert.Equal(["DossierImported", "ImportRestated"], await db.DossierEvents.OrderBy(e => e.Seq).Select(e => e.Name).ToListAsync(Ct));
        var cell = Assert.Single(await db.RollupDays.Where(c => c.Accepted != 0).ToListAsync(Ct));
        Assert.Equal(("pacnam", new DateOnly(2022, 8, 4), Channel.Counter), (cell.UnitKey, cell.Day, cell.Channel));
        Assert.Equal(("pacnam", new DateOnly(2022, 8, 1)), await db.RollupUnitMonths.Where(c => c.Accepted != 0).Select(c => new ValueTuple<string, DateOnly>(c.UnitKey, c.Day)).SingleAsync(Ct));
        Assert.Equal("ok 1 chains, 2 events", (await CommandLine.RunAsync(database, "verify-log")).Out.Trim());
    }

    [Theory, BothDatabases]
    public async Task Import_DryRun_WritesNothing(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "dossiers", "--dry-run", Write(database, "d.csv", Header + $"a1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4,,,,\n"));
        Assert.Equal((0, """{"read":1,"inserted":1,"restated":0,"unchanged":0,"rejected":0}""" + "\n"), (exit, output));
        await using var db = database.NewContext();
        Assert.False(await db.Dossiers.AnyAsync(Ct));
    }

    [Theory, BothDatabases]
    public async Task Export_ThenImport_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            var version = Guid.NewGuid();
            db.ProcedureVersions.Add(new ProcedureVersionRow { Id = version, Code = SmallProvince.Code('a'), Number = 1, Content = JsonSerializer.Serialize(new ProcedureContent { Limits = [new("", "8 hours", "")] }, JsonSerializerOptions.Web) });
            (await db.Procedures.FindAsync([SmallProvince.Code('a')], Ct))!.CurrentVersionId = version;
            await db.SaveChangesAsync(Ct);
        }

        await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv",
            "state,code,procedure,receiving_unit,handling_unit,channel,assisted_by,submitted_at,accepted_at,due_at,first_due_at,finished_at,returned_at,outcome,supplement_count,supplement_days,fee_vnd,paid_online,e_result,components_digitised,reused,eid_verified,satisfaction,applicant_kind,applicant_commune,extra\n"
            + $"10,H03.1-220704-0001,{SmallProvince.Code('a')},sgddt,,online,,2022-07-03T23:00:00Z,2022-07-04 08:00,,,2022-07-05 09:00,2022-07-06 10:00,granted,1,2,20000,1,1,1,0,1,3,organisation,01234,x\n"
            + $"7,H03.1-220704-0002,{SmallProvince.Code('b')},sgddt,x1,post,officer,,2022-07-04 08:30:15.123456,2022-07-14 17:00,2022-07-13 17:00,2022-07-08 09:00,,,0,0,,,,,,,,,,\n"
            + $"1,NH-0123456789,{SmallProvince.Code('b')},sgddt,,mobile,association,2022-07-04 08:30,,,,,,,,,,,,,,,,,,\n"));
        var (exit, first, _) = await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-07-01", "--to", "2022-07-31");
        Assert.Equal(0, exit);
        Assert.Equal("""{"read":3,"inserted":0,"restated":0,"unchanged":3,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "again.csv", first))).Out);
        await using (var db = database.NewContext())
        {
            var computed = await db.Dossiers.SingleAsync(d => d.Number == "H03.1-220704-0001", Ct);
            Assert.True(computed is { DueComputed: true, DueByHours: true });
            Assert.Equal(SmallProvince.At("2022-07-04 17:00").AddDays(1).AddHours(-9), computed.DueAt);
        }

        await using var other = await SmallProvince.CreateAsync(kind);
        await CommandLine.RunAsync(other, "import", "dossiers", Write(other, "d.csv", first));
        Assert.Equal(first, (await CommandLine.RunAsync(other, "export", "dossiers", "--from", "2022-07-01", "--to", "2022-07-31")).Out);
    }

    [Theory, BothDatabases]
    public async Task ImportServices_OverlapAndWildcard_AreAsTheContractSays(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            var set = SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Partial, null);

            db.Services.Add(set);
            await db.SaveChangesAsync(Ct);
        }

        await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv", Header + $"a1,{SmallProvince.Code('a')},x1,online,2022-07-04 08:00,4,,,,\na2,{SmallProvince.Code('a')},x1,online,2022-05-04 08:00,4,,,,\n"));
        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "services", Write(database, "s.csv",
            "unit,procedure,level,from,to\n"
            + $"xa:*,{SmallProvince.Code('a')},info,2022-06-01,2022-12-31\n"
            + $"x1,{SmallProvince.Code('a')},full,2022-07-01,\n"
            + $"x1,{SmallProvince.Code('a')},full,2023-01-01,\n"
            + $"mars,{SmallProvince.Code('a')},full,2023-01-01,\n"));
        Assert.Equal((1, """{"read":4,"inserted":2,"restated":0,"unchanged":0,"rejected":2}""" + "\n"), (exit, output));
        await using (var db = database.NewContext())
        {
            Assert.Equal(
                ["2022-01-01 2022-06-01 Partial", "2022-06-01 2023-01-01 Information", "2023-01-01  Full"],
                (await db.Services.Where(s => s.UnitKey == "x1").OrderBy(s => s.From).ToListAsync(Ct)).Select(s => $"{s.From:yyyy-MM-dd} {s.Until:yyyy-MM-dd} {s.Level}"));
            Assert.Equal([(3, "a2"), (2, "a1")], (await db.DossierFacts.OrderByDescending(f => f.Code).ToListAsync(Ct)).Select(f => (f.Level, f.Code)));
        }
    }

    [Theory]
    [InlineData("measures", "--from", "2022-07-01")]
    [InlineData("measures", "--from", "2022-07-01", "--to", "2022-06-01")]
    [InlineData("measures", "--from", "2022-07-01", "--to", "2022-08-01", "--indicator", "ct9")]
    [InlineData("measures", "--from", "2022-07-01", "--to", "2022-08-01", "--unit", "mars")]
    [InlineData("measures", "--from", "2022-07-01", "--to", "2022-08-01", "--format", "xml")]
    [InlineData("import", "dossiers", "absent.csv")]
    [InlineData("measures", "--from", "2022-07-01", "--to", "9999-12-31")]
    [InlineData("export", "dossiers", "--from", "2022-07-01")]
    [InlineData("export", "dossiers", "--from", "0001-01-01", "--to", "2022-12-31")]
    [InlineData("export", "dossiers", "--from", "2022-01-01", "--to", "9999-12-31")]
    public async Task Verb_WrongUsage_ExitsWithTwoAndSaysNothingOnOutput(params string[] words)
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        var (exit, output, error) = await CommandLine.RunAsync(database, words);
        Assert.Equal((2, ""), (exit, output));
        Assert.NotEqual("", error);
    }

    [Fact]
    public async Task IndexScore_File_PrintsPartsAndGroupsAndRejects()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        var (exit, output, _) = await CommandLine.RunAsync(database, "index", "score", Write(database, "i.csv",
            "unit,received,on_time,fee_dossiers_paid_online,fee_dossiers,fee_procedures_synced,fee_procedures_paid_online,fee_procedures\na,588,486,1491,1651,7,6,31\nb,2,3,,,,,\n"));
        Assert.Equal((1, "unit,index,score\na,q766.2.1,16.53\na,q766.2,16.53\na,q766.3b.1,0.56\na,q766.3b.2,0.48\na,q766.3b.3,5.42\na,q766.3b,6.46\n"), (exit, output));
    }

    /// <summary>10,000 rows are well under a minute.</summary>
    [Theory, BothDatabases]
    public async Task Import_ManyRows_AreAllThere(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var text = new StringBuilder(Header);
        for (var i = 0; i < 2_000; i++) text.Append(CultureInfo.InvariantCulture, $"m{i},{SmallProvince.Code((char)('a' + (i % 10)))},sgddt,online,2022-07-{1 + (i % 28):00} 08:00,4,,,,\n");
        Assert.Equal("""{"read":2000,"inserted":2000,"restated":0,"unchanged":0,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "dossiers", Write(database, "d.csv", text.ToString()))).Out);
        await using var db = database.NewContext();
        Assert.Equal(2_000, await db.RollupUnitMonths.SumAsync(c => c.Accepted, Ct));
        Assert.Equal(2_000, await db.DossierEvents.CountAsync(Ct));
        Assert.False(await db.DirtyDossiers.AnyAsync(Ct));
    }

    private static string Write(TestDatabase database, string name, string text)
    {
        var path = Path.Combine(database.Home, name);
        File.WriteAllText(path, text);
        return path;
    }
}
