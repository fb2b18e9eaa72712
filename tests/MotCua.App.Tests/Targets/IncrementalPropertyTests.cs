using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>
/// Whatever happens, in whatever order and batches, the figures that the ledger keeps by difference are those that a rebuild makes anew, and each list is as
/// long as its figure: 20,000 random events on each database.
/// </summary>
public sealed class IncrementalPropertyTests
{
    private const int Events = 20_000;
    private const int MostBatch = 500;

    private static readonly DateOnly[] Starts = [new(2022, 1, 1), new(2022, 3, 9), new(2021, 12, 15), new(2022, 5, 20), new(2022, 1, 1)];
    private static readonly DateOnly[] Ends = [new(2022, 7, 31), new(2022, 5, 14), new(2022, 6, 30), new(2022, 5, 20), new(2022, 12, 31)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Ledger_TwentyThousandRandomEvents_EqualsARebuildAndListsAreAsLongAsTheirFigures(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        // After everything that will have happened: nothing ends in the future
        database.Clock.Advance(TimeSpan.FromDays(60));
        await using (var db = database.NewContext())
        {
            foreach (var unit in new[] { "sgddt", "pacnam", "x1", "x2" }) SmallProvince.AddExampleServices(db, unit);
            await db.SaveChangesAsync(Ct);
        }

        foreach (var (code, formula) in ConfiguredIndicatorTests.GiaLai) await ConfiguredIndicatorTests.PublishAsync(database, code, formula, SmallProvince.Start);
        var world = new World(20_221);
        var done = 0;
        while (done < Events)
        {
            done += await BatchAsync(database, world);
        }

        Assert.Empty(await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
        var (cubes, figures) = (await CubesAsync(database), await FiguresAsync(database));
        Assert.True(cubes.Count > 2_000 && world.Count > 3_000, $"{cubes.Count} cells, {world.Count} dossiers");
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        Assert.Equal(cubes, await CubesAsync(database));
        Assert.Equal(figures, await FiguresAsync(database));
        await CountAsync(database);
    }

    /// <summary>One transaction: acts on dossiers straight through the ledger, or a decision that restates services, or a procedure closed.</summary>
    private static async Task<int> BatchAsync(TestDatabase database, World world)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var (db, ledger) = (scope.ServiceProvider.GetRequiredService<MotCuaDb>(), scope.ServiceProvider.GetRequiredService<FactLedger>());
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await ledger.EnterAsync(Ct);
        var changed = world.Roll(8) switch
        {
            0 => await RestateServicesAsync(db, world),
            1 when world.Roll(3) == 0 => await CloseAsync(db, world),
            _ => world.Act(1 + world.Roll(MostBatch)),
        };
        var dossiers = changed.Distinct().ToList();
        var ids = dossiers.ConvertAll(d => d.Id);
        await db.Dossiers.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(Ct);
        await scope.ServiceProvider.GetRequiredService<RowWriter>().WriteAsync(dossiers, [], Ct);
        // Some in two steps, some twice: order and repetition must not matter
        var half = dossiers.Count / 2;
        if (world.Roll(4) == 0) await ledger.ApplyAsync(dossiers.GetRange(0, half), Ct);
        await ledger.ApplyAsync(dossiers, Ct);
        await transaction.CommitAsync(Ct);
        return Math.Max(1, changed.Count);
    }

    private static async Task<List<Dossier>> RestateServicesAsync(MotCuaDb db, World world)
    {
        var (unit, procedure) = (world.Unit(), world.Procedure());
        var from = new DateOnly(2022, 2 + world.Roll(5), 1 + world.Roll(28));
        await db.Services.Where(s => s.UnitKey == unit && s.ProcedureCode == procedure && s.From >= from && s.From > SmallProvince.Start).ExecuteDeleteAsync(Ct);
        await db.Services.Where(s => s.UnitKey == unit && s.ProcedureCode == procedure && (s.Until == null || s.Until > from)).ExecuteUpdateAsync(u => u.SetProperty(s => s.Until, from), Ct);
        if (!await db.Services.AnyAsync(s => s.UnitKey == unit && s.ProcedureCode == procedure && s.From == from, Ct))
        {
            var row = SmallProvince.Service(unit, procedure, (ServiceLevel)(2 + world.Roll(3)), world.Roll(3) switch { 0 => null, 1 => true, _ => false });
            (row.From, row.Status) = (from, world.Roll(5) == 0 ? ServiceStatus.Closed : ServiceStatus.Open);
            db.Services.Add(row);
            await db.SaveChangesAsync(Ct);
        }

        return world.Of(unit, procedure);
    }

    private static async Task<List<Dossier>> CloseAsync(MotCuaDb db, World world)
    {
        var (procedure, from) = (world.Procedure(), new DateOnly(2022, 4 + world.Roll(4), 1));
        if (await db.ProcedureClosings.AnyAsync(c => c.ProcedureCode == procedure, Ct)) await db.ProcedureClosings.Where(c => c.ProcedureCode == procedure).ExecuteDeleteAsync(Ct);
        else db.ProcedureClosings.Add(new ProcedureClosingRow { Id = Ids.NewGuid(DateTimeOffset.UnixEpoch), ProcedureCode = procedure, From = from, Until = world.Roll(2) == 0 ? from.AddMonths(2) : null, IsPause = world.Roll(2) == 0, Reason = "thử", Decision = "thử" });
        await db.SaveChangesAsync(Ct);
        return [];
    }

    /// <summary>Every indicator of every unit over several periods, as text.</summary>
    private static async Task<List<string>> FiguresAsync(TestDatabase database)
    {
        var found = new List<string>();
        for (var i = 0; i < Starts.Length; i++)
        {
            var (from, to) = (Starts[i], Ends[i]);
            foreach (var m in await database.UseAsync((PeriodFigures f) => f.ReadAsync(from, to, Ct))) found.Add($"{m.Indicator.Code} {m.Unit} {m.From} {m.To} {m.HasCounts} {m.Counts} {m.Points} {m.Target} {m.Attainment}");
        }

        Assert.Contains(found, f => f.StartsWith("gl.7 province", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("q766.2.1 x1", StringComparison.Ordinal));
        return found;
    }

    private static async Task CountAsync(TestDatabase database)
    {
        var (from, to) = (Starts[1], Ends[0]);
        var indicators = await database.UseAsync((IndicatorCatalogue c) => c.AllAsync(to, Ct));
        foreach (var figure in await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(from, to, indicators), Ct)))
        {
            foreach (var part in Enum.GetValues<MeasurePart>())
            {
                var list = await database.UseAsync((MeasureQueries q) => q.ListAsync(new MeasureQuestion(from, to, [figure.Indicator], [figure.Unit]), part, Ct));
                Assert.Equal(part == MeasurePart.Numerator ? figure.Counts.Numerator : figure.Counts.Denominator, list.Count);
            }
        }
    }

    private static async Task<List<string>> CubesAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var found = new List<string>();
        foreach (var type in new[] { typeof(DossierFactRow), typeof(RollupDayRow), typeof(RollupUnitDayRow), typeof(RollupUnitMonthRow), typeof(RollupOfferYearRow), typeof(CriterionDayRow), typeof(CriterionMonthRow), typeof(CriterionOfferRow) })
        {
            var entity = db.Model.FindEntityType(type)!;
            var rows = (IQueryable<object>)typeof(MotCuaDb).GetMethod(nameof(MotCuaDb.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;
            var key = entity.FindPrimaryKey()!.Properties;
            var counts = entity.GetProperties().Where(p => !key.Contains(p) && p.PropertyInfo is not null).ToList();
            foreach (var row in await rows.AsNoTracking().ToListAsync(Ct))
            {
                var values = counts.ConvertAll(p => p.PropertyInfo!.GetValue(row));
                // A cell that came to nothing and one that never was mean the same
                if (values.TrueForAll(v => v is 0 or 0L)) continue;
                found.Add($"{type.Name} {string.Join(' ', key.Select(p => p.PropertyInfo!.GetValue(row)))}: {string.Join(' ', values)}");
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>All dossiers in memory, changed at random: imported, restated, ended, rejected after all, moved to another unit, channel, procedure or day.</summary>
    private sealed class World(int seed)
    {
        private static readonly string[] Units = ["sgddt", "pacnam", "babe", "x1", "x2", "x3"];
        private static readonly DossierState[] States =
            [DossierState.Submitted, DossierState.Accepted, DossierState.NotAccepted, DossierState.Processing, DossierState.AwaitingSupplement, DossierState.AwaitingPayment, DossierState.Withdrawn, DossierState.Stopped, DossierState.Finished, DossierState.Returned];

        private readonly Random _random = new(seed);
        private readonly List<(Dossier Dossier, ImportedState State)> _all = [];

        public int Count => _all.Count;

#pragma warning disable CA5394 // A repeatable test
        public int Roll(int below) => _random.Next(below);
#pragma warning restore CA5394

        public string Unit() => Units[Roll(Units.Length)];

        public string Procedure() => SmallProvince.Code((char)('a' + Roll(10)));

        public List<Dossier> Of(string unit, string procedure) => [.. _all.Select(a => a.Dossier).Where(d => d.HandlingUnit == unit && d.ProcedureCode == procedure)];

        public List<Dossier> Act(int count)
        {
            var changed = new List<Dossier>(count);
            for (var i = 0; i < count; i++)
            {
                if (_all.Count == 0 || Roll(3) == 0)
                {
                    var dossier = new Dossier(Ids.NewGuid(SmallProvince.At("2022-01-03 08:00").AddMinutes(_all.Count)));
                    _all.Add((dossier, Fresh($"n{_all.Count}")));
                    Apply(_all.Count - 1, new DossierImported(_all[^1].State));
                }
                else
                {
                    var at = Roll(_all.Count);
                    _all[at] = (_all[at].Dossier, Changed(_all[at].State));
                    Apply(at, new ImportRestated(_all[at].State));
                }
            }

            return changed;

            void Apply(int at, DossierEvent e)
            {
                _all[at].Dossier.Apply(e, SmallProvince.At("2022-07-01 08:00"));
                changed.Add(_all[at].Dossier);
            }
        }

        private ImportedState Fresh(string code)
        {
            var unit = Unit();
            return Timed(SmallProvince.State(code, Procedure(), unit, (Channel)(1 + Roll(4)), At()), States[Roll(States.Length)]);
        }

        private DateTimeOffset At() => SmallProvince.At("2021-12-20 08:00").AddHours(Roll(24 * 215));

        private ImportedState Changed(ImportedState s) => Roll(9) switch
        {
            0 => s with { Filing = s.Filing with { HandlingUnit = Unit() } },
            1 => s with { Filing = s.Filing with { Channel = (Channel)(1 + Roll(4)) } },
            2 => s with { Filing = s.Filing with { ProcedureCode = Procedure(), AssistedBy = (AssistedBy)Roll(4) } },
            3 => Timed(s with { AcceptedAt = At() }, s.State),
            4 => Timed(s, DossierState.NotAccepted) with { AcceptedAt = null },
            5 => s with { FeeVnd = Roll(2) * 8_000, PaidOnline = Roll(2) == 0, ComponentsDigitised = Roll(2) == 0, Reused = Roll(3) == 0, EidVerified = Roll(2) == 0, Satisfaction = Roll(2) == 0 ? null : 1 + Roll(3) },
            6 => s with { SupplementCount = Roll(3), DueAt = Roll(3) == 0 ? null : (s.AcceptedAt ?? At()).AddHours(Roll(300)) },
            _ => Timed(s with { AcceptedAt = s.AcceptedAt ?? At() }, States[Roll(States.Length)]),
        };

        private ImportedState Timed(ImportedState s, DossierState state)
        {
            var isAccepted = s.AcceptedAt is not null && state is not (DossierState.Submitted or DossierState.NotAccepted);
            var end = isAccepted && state >= DossierState.Withdrawn || state == DossierState.AwaitingSupplement ? (s.AcceptedAt ?? At()).AddHours(Roll(500)) : (DateTimeOffset?)null;
            return s with
            {
                State = state,
                FinishedAt = end,
                ReturnedAt = state == DossierState.Returned ? end?.AddHours(Roll(40)) : null,
                Outcome = state is DossierState.Finished or DossierState.Returned ? DossierOutcome.Granted : null,
                HasElectronicResult = state is DossierState.Finished or DossierState.Returned && Roll(2) == 0,
            };
        }
    }
}
