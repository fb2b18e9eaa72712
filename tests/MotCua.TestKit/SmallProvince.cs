using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.TestKit;

/// <summary>A small province: a department, two districts, three communes, and the targets of the worked example (docs/law.md).</summary>
public static class SmallProvince
{
    /// <summary>Everything is in force from this day.</summary>
    public static readonly DateOnly Start = new(2022, 1, 1);

    /// <summary>A database of its own with the province in it.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        return database;
    }

    /// <summary>Puts the province into a database.</summary>
    public static async Task FillAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        db.Units.AddRange(Unit("sgddt", "tinh", true), Unit("pacnam", "huyen", true), Unit("babe", "huyen", true), Unit("x1", "xa", false, "pacnam"), Unit("x2", "xa", false, "pacnam"), Unit("x3", "xa", false, "babe"));
        db.Plans.Add(new PlanRow { Code = "p", Name = "Kế hoạch", From = Start });
        var edition = new PlanEditionRow { Id = Guid.NewGuid(), PlanCode = "p", Kind = PlanKind.Assignment, State = PlanState.Issued, Order = 1, Number = 1, Name = "Kế hoạch", From = Start, DecisionNo = DecisionFacts.Unknown };
        db.PlanEditions.Add(edition);
        db.UnitGroups.Add(new UnitGroupRow { Code = "g", Key = "g", EditionId = edition.Id, PlanCode = "p", Level = "tinh", Name = "Nhóm", Order = 1 });
        db.UnitGroupMembers.Add(new UnitGroupMemberRow { Id = Guid.NewGuid(), GroupCode = "g", UnitKey = "sgddt", From = Start });
        db.UnitGroupMembers.Add(new UnitGroupMemberRow { Id = Guid.NewGuid(), GroupCode = "g", UnitKey = "pacnam", From = Start });
        db.Targets.AddRange(Target("ct1", 100), Target("ct2", 60), Target("ct3", 30));
        foreach (var code in "abcdefghij") db.Procedures.Add(new ProcedureRow { Code = Code(code), Name = $"Thủ tục {code}", State = PublicationState.Published, Levels = "tinh", OrgKey = "sgddt" });
        await db.SaveChangesAsync();
    }

    /// <summary>The procedure of a letter of the worked example.</summary>
    public static string Code(char letter) => $"1.00000{letter - 'a'}";

    /// <summary>A service from the start on.</summary>
    public static ServiceRow Service(string unit, string procedure, ServiceLevel level, bool? eligible) =>
        new() { Id = Guid.NewGuid(), UnitKey = unit, ProcedureCode = procedure, From = Start, Level = level, Status = ServiceStatus.Open, EligibleFull = eligible };

    /// <summary>The services of the worked example.</summary>
    public static void AddExampleServices(MotCuaDb db, string unit)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var code in "abcdef") db.Services.Add(Service(unit, Code(code), ServiceLevel.Full, true));
        foreach (var code in "gh") db.Services.Add(Service(unit, Code(code), ServiceLevel.Partial, false));
        foreach (var code in "ij") db.Services.Add(Service(unit, Code(code), ServiceLevel.Information, false));
    }

    /// <summary>The dossiers of the worked example: online and direct counts by procedure.</summary>
    public static IEnumerable<(string Procedure, Channel Channel)> ExampleDossiers()
    {
        (char Letter, int Online, int Direct)[] counts = [('a', 12, 8), ('b', 3, 0), ('c', 1, 0), ('d', 0, 5), ('e', 0, 0), ('f', 0, 0), ('g', 0, 10), ('h', 4, 6), ('i', 0, 20), ('j', 0, 30)];
        return counts.SelectMany(c => Enumerable.Repeat((Code(c.Letter), Channel.Online), c.Online).Concat(Enumerable.Repeat((Code(c.Letter), Channel.Counter), c.Direct)));
    }

    /// <summary>A dossier as an import states it.</summary>
    public static ImportedState State(string code, string procedure, string unit, Channel channel, DateTimeOffset accepted, DossierState state = DossierState.Processing) => new(
        code, code, state, null, new Filing(procedure, Guid.Empty, "", unit, unit, unit, channel, AssistedBy.Self), null, accepted, null, null, false, false, "", null, null, 0, 0, 0,
        false, false, false, false, false, null, ApplicantKind.Person, "");

    /// <summary>An instant as the contracts write it.</summary>
    public static DateTimeOffset At(string local) => InstantText.TryParse(local, out var at) ? at : throw new FormatException(local);

    /// <summary>Records imported states with their events; bringing the measures up to date is left to whoever is tested.</summary>
    public static async Task RecordAsync(TestDatabase database, params ImportedState[] states)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(states);
        await using var db = database.NewContext();
        var journal = new Journal(db, [], database.Clock);
        var act = journal.Begin("DossierImporting", Actor.System("test"));
        foreach (var state in states)
        {
            var dossier = new Dossier(Ids.NewGuid(act.At));
            db.Dossiers.Add(dossier);
            await journal.RecordAsync(act, dossier, CancellationToken.None, new DossierImported(state));
        }

        await db.SaveChangesAsync();
    }

    private static UnitRow Unit(string key, string level, bool inPlan, string? parent = null) =>
        new() { Key = key, Name = key, ShortName = key, Level = level, InPlan = inPlan, ParentKey = parent, From = Start, SortKey = key, IdentifierCode = "H03." + key };

    private static TargetRow Target(string indicator, decimal percent) =>
        new() { Id = Guid.NewGuid(), PlanCode = "p", GroupCode = "g", Indicator = indicator, Percent = percent, From = Start };
}
