using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary><c>export(import(x)) = x</c> for every state and outcome, and an exported dossier counts elsewhere as it did here.</summary>
public sealed class RoundTripTests
{
    private static readonly DateTimeOffset First = ProvinceTime.At(new DateOnly(2022, 1, 3), new TimeOnly(7, 0));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Gen<DateTimeOffset> Moment = Gen.Int[0, 200 * 24 * 60].Select(m => First.AddMinutes(m).AddSeconds(m % 60));

    private static readonly Gen<DateTimeOffset?> Perhaps = Gen.Select(Gen.Bool, Moment, (has, at) => has ? at : (DateTimeOffset?)null);

    private static readonly Gen<DossierLine> Line =
        from state in Gen.Enum<DossierState>()
        from outcome in Gen.Int[0, 2].Select(i => i switch { 0 => (DossierOutcome?)null, 1 => DossierOutcome.Granted, _ => DossierOutcome.Refused })
        from channel in Gen.Enum<Channel>()
        from assisted in Gen.Enum<AssistedBy>()
        from isAccepted in Gen.Bool
        from accepted in Moment
        from later in Gen.Int[0, 100_000]
        from hasEnd in Gen.Bool
        from returned in Perhaps
        from submitted in Perhaps
        from due in Perhaps
        from firstDue in Perhaps
        from numbers in Gen.Int[0, 20].Array[5]
        from flags in Gen.Bool.Array[5]
        select new DossierLine
        {
            Code = "",
            Procedure = SmallProvince.Code((char)('a' + (numbers[0] % 10))),
            ReceivingUnit = numbers[1] % 2 == 0 ? "sgddt" : "pacnam",
            HandlingUnit = numbers[2] % 2 == 0 ? "x1" : "sgddt",
            Channel = channel,
            AssistedBy = assisted,
            State = state,
            Outcome = outcome,
            SubmittedAt = submitted,
            AcceptedAt = isAccepted || !MayBeUnaccepted(state) ? accepted : null,
            FinishedAt = hasEnd || state == DossierState.Finished ? Earlier(accepted.AddMinutes(later)) : null,
            ReturnedAt = returned is { } r && r >= accepted ? r : state == DossierState.Returned ? Earlier(accepted.AddMinutes(later + 30)) : null,
            DueAt = due,
            FirstDueAt = firstDue,
            SupplementCount = numbers[3] % 3,
            SupplementDays = numbers[3],
            FeeVnd = numbers[4] * 1000L,
            IsPaidOnline = flags[0],
            HasElectronicResult = flags[1],
            IsDigitised = flags[2],
            IsReused = flags[3],
            IsEidVerified = flags[4],
            Satisfaction = numbers[4] % 4 == 0 ? null : numbers[4] % 4,
            ApplicantKind = numbers[0] % 2 == 0 ? ApplicantKind.Person : ApplicantKind.Organisation,
            ApplicantCommune = numbers[2] % 3 == 0 ? "" : "01840",
        };

    [Theory, BothDatabases]
    public async Task ExportOfAnImport_EveryStateAndOutcome_IsTheSameFileAndImportsAsUnchanged(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var round = 0;
        await Line.Array[600].SampleAsync(async lines =>
        {
            round++;
            var file = new List<DossierLine>(lines.Select((l, i) => l with { Code = string.Create(CultureInfo.InvariantCulture, $"CU-{round}-{i:00000}") }));
            Assert.Equal(30, file.Select(l => (l.State, l.Outcome)).Distinct().Count());
            var written = await WriteAsync(database, file);
            var imported = await CommandLine.RunAsync(database, "import", "dossiers", written);
            Assert.True(imported.Exit == 0, imported.Error);
            var rows = Rows((await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2000-01-01", "--to", "2022-12-31")).Out);
            Assert.All(file, l => Assert.Equal(CsvText.Row(l.Fields()), rows[l.Code]));
            Assert.Equal($$"""{"read":{{file.Count}},"inserted":0,"restated":0,"unchanged":{{file.Count}},"rejected":0}""", (await CommandLine.RunAsync(database, "import", "dossiers", written)).Out.Trim());
        }, iter: 1, threads: 1);
    }

    /// <summary>All ten states, lived through event by event: an export carries over what the indicators know.</summary>
    [Theory, BothDatabases]
    public async Task ImportOfAnExport_OfDossiersThatLivedHere_CountsThereAsHere(DatabaseKind kind)
    {
        string[] export = ["export", "dossiers", "--from", "2000-01-01", "--to", "2022-12-31"];
        await using var here = await TestDatabase.CreateLoadedAsync(kind);
        await using var there = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(here, "seed", "demo", "--dossiers", "120", "--seed", "7", "--from", "2022-01-03", "--to", "2022-07-20")).Exit);
        var written = (await CommandLine.RunAsync(here, export)).Out;
        var path = Path.Combine(there.Home, "d.csv");
        await File.WriteAllTextAsync(path, written, Ct);
        var imported = await CommandLine.RunAsync(there, "import", "dossiers", path);
        Assert.True(imported.Exit == 0, imported.Error);

        Assert.Equal(written, (await CommandLine.RunAsync(there, export)).Out);
        Assert.Equal(10, Rows(written).Values.Select(r => r.Split(',')[12]).Distinct().Count());
        await using var before = here.NewContext();
        await using var after = there.NewContext();
        var facts = await before.DossierFacts.OrderBy(f => f.Code).Select(f => new { f.Code, f.UnitKey, f.Channel, f.EndedAt, f.ResultOn }).ToListAsync(Ct);
        Assert.NotEmpty(facts);
        Assert.Equal(facts, await after.DossierFacts.OrderBy(f => f.Code).Select(f => new { f.Code, f.UnitKey, f.Channel, f.EndedAt, f.ResultOn }).ToListAsync(Ct));
    }

    private static bool MayBeUnaccepted(DossierState state) => state is DossierState.Submitted or DossierState.NotAccepted or DossierState.AwaitingSupplement or DossierState.Withdrawn;

    private static DateTimeOffset Earlier(DateTimeOffset at) => at < SmallProvince.At("2022-07-25 07:00") ? at : SmallProvince.At("2022-07-25 07:00");

    private static Dictionary<string, string> Rows(string csv) =>
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToDictionary(r => r.Split(',')[0], StringComparer.Ordinal);

    private static async Task<string> WriteAsync(TestDatabase database, IReadOnlyList<DossierLine> lines)
    {
        var path = Path.Combine(database.Home, "x.csv");
        await File.WriteAllLinesAsync(path, [CsvText.Row(DossierLine.Columns), .. lines.Select(l => CsvText.Row(l.Fields()))], Ct);
        return path;
    }
}
