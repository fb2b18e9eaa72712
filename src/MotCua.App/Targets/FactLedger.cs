using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Keeps facts and rollups: makes the facts of the given dossiers anew and applies the difference to the cubes, in the transaction of the caller.
/// Doing it twice changes nothing, and order does not matter.
/// </summary>
public sealed class FactLedger(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Name of the row whose lock lets one writer at a time into the cubes.</summary>
    public const string Gate = "measures";

    /// <summary>
    /// Takes the gate until the end of the transaction. On PostgreSQL it is a row lock; on SQLite the write transaction itself is the gate.
    /// Must come before the facts are read, or two writers could apply the same difference twice.
    /// </summary>
    public async Task EnterAsync(CancellationToken ct)
    {
        if (!db.IsPostgres) return;
        const string take = "INSERT INTO job_leases (name, holder, until) VALUES ({0}, {1}, {2}) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder";
        await db.Database.ExecuteSqlRawAsync(take, [Gate, Environment.MachineName, DateTimeOffset.UnixEpoch], ct);
    }

    /// <summary>Makes the facts of the dossiers anew and applies the differences.</summary>
    public async Task ApplyAsync(IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        if (dossiers.Count == 0) return;
        var levels = await ServiceLevels.LoadAsync(db, dossiers, ct);
        var ids = dossiers.Select(d => d.Id).ToList();
        var before = await db.DossierFacts.AsNoTracking().Where(f => ids.Contains(f.DossierId)).ToDictionaryAsync(f => f.DossierId, ct);
        var after = new List<DossierFactRow>(dossiers.Count);
        var gone = new List<Guid>();
        var changes = new CellChanges();
        var offers = new OfferDayChanges();
        var criteria = await CriterionLedger.LoadAsync(db, ct);
        var trail = new RestatementTrail(db, clock.GetUtcNow());
        var offerMonths = new OfferMonthChanges();
        foreach (var dossier in dossiers)
        {
            var old = before.GetValueOrDefault(dossier.Id);
            var row = levels.FactOf(dossier);
            trail.Note(dossier.Id, old, row);
            if (old is not null)
            {
                changes.Add(old, -1);
                offers.Add(old, -1);
                criteria.Add(old, -1);
                offerMonths.Add(old, -1);
            }

            if (row is not null)
            {
                changes.Add(row, 1);
                offers.Add(row, 1);
                criteria.Add(row, 1);
                offerMonths.Add(row, 1);
                after.Add(row);
            }
            else if (old is not null)
            {
                gone.Add(dossier.Id);
            }
        }

        await BulkRows.ReplaceAsync(db, after.FindAll(f => before.ContainsKey(f.DossierId)), ct);
        await BulkRows.CopyAsync(db, after.FindAll(f => !before.ContainsKey(f.DossierId)), ct);
        if (gone.Count > 0) await db.DossierFacts.Where(f => gone.Contains(f.DossierId)).ExecuteDeleteAsync(ct);
        await BulkRows.AddAsync(db, changes.Days, ct);
        await offers.ApplyAsync(db, ct);
        await BulkRows.AddAsync(db, offerMonths.Cells, ct);
        await BulkRows.AddAsync(db, changes.UnitDays, ct);
        await BulkRows.AddAsync(db, changes.UnitMonths, ct);
        await criteria.ApplyAsync(ct);
        await trail.WriteAsync(ct);
    }

    /// <summary>Differences of the cubes, one row a cell; cells without a difference are left out.</summary>
    private sealed class CellChanges
    {
        private readonly Dictionary<(string, string, Channel, DateOnly, AssistedBy, int), RollupDayRow> _days = [];
        private readonly Dictionary<(DateOnly, string), RollupUnitDayRow> _unitDays = [];
        private readonly Dictionary<(DateOnly, string), RollupUnitMonthRow> _unitMonths = [];

        public IReadOnlyList<RollupDayRow> Days => [.. _days.Values.Where(IsDifferent).OrderBy(c => c.UnitKey, StringComparer.Ordinal).ThenBy(c => c.ProcedureCode, StringComparer.Ordinal).ThenBy(c => c.Day)];

        public IReadOnlyList<RollupUnitDayRow> UnitDays => [.. _unitDays.Values.Where(IsDifferent).OrderBy(c => c.Day).ThenBy(c => c.UnitKey, StringComparer.Ordinal)];

        public IReadOnlyList<RollupUnitMonthRow> UnitMonths => [.. _unitMonths.Values.Where(IsDifferent).OrderBy(c => c.Day).ThenBy(c => c.UnitKey, StringComparer.Ordinal)];

        public void Add(DossierFactRow fact, int sign)
        {
            var key = (fact.UnitKey, fact.ProcedureCode, fact.Channel, fact.Day, fact.AssistedBy, fact.Level);
            if (!_days.TryGetValue(key, out var cell))
            {
                _days[key] = cell = new RollupDayRow { Day = fact.Day, UnitKey = fact.UnitKey, ProcedureCode = fact.ProcedureCode, Channel = fact.Channel, AssistedBy = fact.AssistedBy, Level = fact.Level };
            }

            Count(cell, fact, sign);
            Count(Cell(_unitDays, fact.Day, fact.UnitKey), fact, sign);
            Count(Cell(_unitMonths, fact.Month, fact.UnitKey), fact, sign);
        }

        private static T Cell<T>(Dictionary<(DateOnly, string), T> cells, DateOnly day, string unit)
            where T : RollupUnitCell, new()
        {
            if (!cells.TryGetValue((day, unit), out var cell)) cells[(day, unit)] = cell = new T { Day = day, UnitKey = unit };
            return cell;
        }

        private static void Count(RollupDayRow cell, DossierFactRow f, int sign)
        {
            cell.Accepted += sign;
            cell.WithResult += f.ResultOn is null ? 0 : sign;
            cell.Ended += f.EndedAt is null ? 0 : sign;
            cell.EndedLate += f.EndedAt is { } end && f.LateAfter < end ? sign : 0;
            cell.ElectronicResults += f.HasElectronicResult ? sign : 0;
            cell.Digitised += f.IsDigitised ? sign : 0;
            cell.Reused += f.IsReused ? sign : 0;
            cell.EidVerified += f.IsEidVerified ? sign : 0;
            cell.WithFee += f.HasFee ? sign : 0;
            cell.FeePaidOnline += f.HasFee && f.IsPaidOnline ? sign : 0;
        }

        private static void Count(RollupUnitCell cell, DossierFactRow f, int sign)
        {
            var isOnline = f.Channel == Channel.Online;
            var isService = f.Level >= (int)ServiceLevel.Partial;
            cell.Accepted += sign;
            cell.OfServices += isService ? sign : 0;
            cell.OnlineOfServices += isService && isOnline ? sign : 0;
            cell.SelfOnlineOfServices += isService && isOnline && f.AssistedBy == AssistedBy.Self ? sign : 0;
            cell.OnlineWithResult += isOnline && f.ResultOn is not null ? sign : 0;
            cell.ElectronicResults += f.HasElectronicResult ? sign : 0;
            cell.Digitised += f.IsDigitised ? sign : 0;
            cell.Reused += f.IsReused ? sign : 0;
            cell.EidVerified += f.IsEidVerified ? sign : 0;
            cell.WithFee += f.HasFee ? sign : 0;
            cell.FeePaidOnline += f.HasFee && f.IsPaidOnline ? sign : 0;
            cell.IndexBound += f.IndexLateAfter is null ? 0 : sign;
            cell.Ended += f.EndedAt is null ? 0 : sign;
            cell.DaysTaken += sign * (f.DaysTaken ?? 0);
        }

        private static bool IsDifferent(RollupDayRow c) =>
            (c.Accepted | c.WithResult | c.Ended | c.EndedLate | c.ElectronicResults | c.Digitised | c.Reused | c.EidVerified | c.WithFee | c.FeePaidOnline) != 0;

        private static bool IsDifferent(RollupUnitCell c) =>
            (c.Accepted | c.OfServices | c.OnlineOfServices | c.SelfOnlineOfServices | c.OnlineWithResult | c.ElectronicResults | c.Digitised | c.Reused | c.EidVerified | c.WithFee | c.FeePaidOnline | c.IndexBound | c.Ended | c.DaysTaken) != 0;
    }
}

/// <summary>The service levels needed for some dossiers, and which of their procedures are ngành dọc.</summary>
internal sealed class ServiceLevels
{
    private readonly ILookup<(string, string), ServiceSpan> _spans;
    private readonly HashSet<string> _vertical;

    private ServiceLevels(ILookup<(string, string), ServiceSpan> spans, HashSet<string> vertical) => (_spans, _vertical) = (spans, vertical);

    public static async Task<ServiceLevels> LoadAsync(MotCuaDb db, IReadOnlyCollection<Dossier> dossiers, CancellationToken ct)
    {
        var units = dossiers.Select(d => d.HandlingUnit).Distinct().ToList();
        var procedures = dossiers.Select(d => d.ProcedureCode).Distinct().ToList();
        var spans = await db.Services.AsNoTracking()
            .Where(s => procedures.Contains(s.ProcedureCode) && units.Contains(s.UnitKey) && s.Status != ServiceStatus.Closed)
            .Select(s => new ServiceSpan(s.UnitKey, s.ProcedureCode, s.From, s.Until, (int)s.Level))
            .ToListAsync(ct);
        var vertical = await db.Procedures.AsNoTracking().Where(p => p.IsVertical && procedures.Contains(p.Code)).Select(p => p.Code).ToListAsync(ct);
        return new ServiceLevels(spans.ToLookup(s => (s.UnitKey, s.ProcedureCode)), [.. vertical]);
    }

    public DossierFactRow? FactOf(Dossier dossier)
    {
        // Ngành dọc is never counted for the 27 units
        if (_vertical.Contains(dossier.ProcedureCode) || DossierFact.From(dossier, 0) is not { } bare) return null;
        var level = _spans[(bare.UnitKey, bare.ProcedureCode)].Where(s => s.From <= bare.Day && (s.Until is not { } until || bare.Day < until)).Select(s => s.Level).FirstOrDefault();
        return new DossierFactRow
        {
            DossierId = dossier.Id,
            Code = bare.Code,
            UnitKey = bare.UnitKey,
            ProcedureCode = bare.ProcedureCode,
            Channel = bare.Channel,
            AssistedBy = bare.AssistedBy,
            Level = level,
            Day = bare.Day,
            Month = bare.Month,
            EndedAt = bare.EndedAt,
            LateAfter = bare.LateAfter,
            ResolvedAt = bare.ResolvedAt,
            EarlyBefore = bare.EarlyBefore,
            IndexLateAfter = bare.IndexLateAfter,
            ResultOn = bare.ResultOn,
            HasElectronicResult = bare.HasElectronicResult,
            IsDigitised = bare.IsDigitised,
            IsReused = bare.IsReused,
            IsEidVerified = bare.IsEidVerified,
            HasFee = bare.HasFee,
            IsPaidOnline = bare.IsPaidOnline,
            Satisfaction = bare.Satisfaction,
            DaysTaken = bare.DaysTaken,
            DossierVersion = dossier.Version,
        };
    }

    private sealed record ServiceSpan(string UnitKey, string ProcedureCode, DateOnly From, DateOnly? Until, int Level);
}
