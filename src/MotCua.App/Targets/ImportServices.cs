using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.Domain.Kernel;

namespace MotCua.App.Targets;

/// <summary>Imports service levels by decision (contracts, <c>import services</c>).</summary>
/// <param name="Lines">Rows of the file, in order.</param>
/// <param name="DryRun">True: judge, write nothing.</param>
public sealed record ImportServices(IReadOnlyList<ServiceLine> Lines, bool DryRun);

/// <summary>What an import of services did.</summary>
/// <param name="Inserted">Rows of the file that made a service.</param>
/// <param name="Restated">Rows that changed one.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Rejected">Rows refused, with line, column and reason.</param>
public sealed record ServicesImported(int Inserted, int Restated, int Unchanged, IReadOnlyList<FileIssue> Rejected);

/// <summary>
/// Writes services effective-dated, idempotent on unit, procedure and first day. A row may not overlap another that was imported; the service that the
/// first load assumed (một phần, chưa rà soát, no decision) yields to a decision. Dossiers of a changed service are marked, so that their facts follow.
/// </summary>
public sealed class ImportServicesHandler(MotCuaDb db, TimeProvider clock)
{
    private const int Batch = 500;

    private readonly List<FileIssue> _rejected = [];
    private readonly HashSet<(string Unit, string Procedure)> _touched = [];
    private int _inserted;
    private int _restated;
    private int _unchanged;

    /// <summary>Imports; each batch of at most 500 services is a transaction of its own (one row for all communes may be the whole of one).</summary>
    public async Task<Result<ServicesImported>> HandleAsync(ImportServices command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Kind != ActorKind.System && !actor.Has(Role.ProvinceAdministrator))
        {
            return new Problem("TGT-0101", "Chỉ quản trị tỉnh hoặc người vận hành được nhập mức độ dịch vụ công.", ProblemKind.Forbidden);
        }

        var units = await db.Units.AsNoTracking().Where(u => u.Until == null).Select(u => new { u.Key, u.Level, u.InPlan }).ToListAsync(ct);
        var byKey = units.ToDictionary(u => u.Key, u => (string[])[u.Key], StringComparer.Ordinal);
        byKey["huyen:*"] = [.. units.Where(u => u.Level == "huyen" && u.InPlan).Select(u => u.Key)];
        byKey["xa:*"] = [.. units.Where(u => u.Level == "xa").Select(u => u.Key)];
        var procedures = (await db.Procedures.AsNoTracking().Select(p => p.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);

        // Rows of one procedure stand together in memory, so that an overlap inside the file is seen
        var codes = command.Lines.Select(l => l.Procedure).Distinct().ToList();
        var services = (await db.Services.Where(s => codes.Contains(s.ProcedureCode)).ToListAsync(ct))
            .GroupBy(s => (s.UnitKey, s.ProcedureCode)).ToDictionary(g => g.Key, g => g.ToList());
        var pending = 0;
        // What restates a row comes first: a decision may close the one in force and, in the same file, begin the next, in any order
        foreach (var line in command.Lines.OrderBy(l => IsRestatement(l, byKey, services) ? 0 : 1))
        {
            if (pending + (line.Unit == "xa:*" ? byKey["xa:*"].Length : 1) > Batch && !command.DryRun)
            {
                await FlushAsync(ct);
                pending = 0;
            }

            if (!byKey.TryGetValue(line.Unit, out var targets))
            {
                Reject(line, "unit", $"không có đơn vị '{line.Unit}'");
            }
            else if (!procedures.Contains(line.Procedure))
            {
                Reject(line, "procedure", $"không có thủ tục '{line.Procedure}'");
            }
            else
            {
                pending += Apply(line, targets, services);
            }
        }

        if (!command.DryRun)
        {
            await FlushAsync(ct);
        }

        db.ChangeTracker.Clear();
        return new ServicesImported(_inserted, _restated, _unchanged, [.. _rejected]);
    }

    private static bool IsRestatement(ServiceLine line, Dictionary<string, string[]> byKey, Dictionary<(string, string), List<ServiceRow>> services) =>
        byKey.TryGetValue(line.Unit, out var targets)
        && targets.All(unit => services.TryGetValue((unit, line.Procedure), out var rows) && rows.Exists(r => r.From == line.From && !IsAssumed(r)));

    private int Apply(ServiceLine line, string[] targets, Dictionary<(string, string), List<ServiceRow>> services)
    {
        var places = targets.Select(unit => (Unit: unit, Rows: services.TryGetValue((unit, line.Procedure), out var rows) ? rows : services[(unit, line.Procedure)] = [])).ToList();
        foreach (var (unit, rows) in places)
        {
            if (rows.FirstOrDefault(r => r.From != line.From && !IsAssumed(r) && Overlaps(r, line)) is { } other)
            {
                Reject(line, "from", $"chồng lên dịch vụ của {unit} từ {other.From:yyyy-MM-dd}{(other.Until is { } end ? $" đến {end.AddDays(-1):yyyy-MM-dd}" : " chưa có ngày cuối")}");
                return 0;
            }
        }

        var inserted = 0;
        var restated = 0;
        foreach (var (unit, rows) in places)
        {
            var row = rows.FirstOrDefault(r => r.From == line.From);
            if (row is not null && Same(row, line))
            {
                continue;
            }

            foreach (var assumed in rows.Where(r => r.From != line.From && IsAssumed(r) && Overlaps(r, line)).ToList())
            {
                Yield(assumed, line, rows);
            }

            if (row is null)
            {
                row = new ServiceRow { Id = Ids.NewGuid(clock.GetUtcNow()), UnitKey = unit, ProcedureCode = line.Procedure, From = line.From };
                rows.Add(row);
                db.Services.Add(row);
                inserted++;
            }
            else
            {
                restated++;
            }

            State(row, line);
            _touched.Add((unit, line.Procedure));
        }

        _inserted += inserted > 0 ? 1 : 0;
        _restated += inserted == 0 && restated > 0 ? 1 : 0;
        _unchanged += inserted + restated == 0 ? 1 : 0;
        return inserted + restated;
    }

    /// <summary>The assumed service ends where the decided one begins, or begins where it ends, or goes.</summary>
    private void Yield(ServiceRow assumed, ServiceLine line, List<ServiceRow> rows)
    {
        if (assumed.From < line.From)
        {
            assumed.Until = line.From;
        }
        else if (line.Until is { } until && (assumed.Until is null || until < assumed.Until) && rows.All(r => r.From != until))
        {
            assumed.From = until;
        }
        else
        {
            rows.Remove(assumed);
            db.Services.Remove(assumed);
        }
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var now = clock.GetUtcNow();
        foreach (var procedure in _touched.GroupBy(t => t.Procedure))
        {
            var units = procedure.Select(t => t.Unit).ToList();
            var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.ProcedureCode == procedure.Key && units.Contains(d.HandlingUnit)).Select(d => d.Id).ToListAsync(ct);
            db.DirtyDossiers.AddRange(dossiers.Select(id => new DirtyDossierRow { Id = Ids.NewGuid(now), DossierId = id }));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        _touched.Clear();
    }

    private void Reject(ServiceLine line, string column, string reason) => _rejected.Add(new FileIssue("", line.Line, reason, column));

    private static bool IsAssumed(ServiceRow row) =>
        row is { Level: ServiceLevel.Partial, Status: ServiceStatus.Open, EligibleFull: null, OnlineOnly: false, DecisionNo: "", DecisionOn: null, ReasonCode: "", LegalBasis: "" };

    private static bool Overlaps(ServiceRow row, ServiceLine line) => (row.Until is not { } until || line.From < until) && (line.Until is not { } end || row.From < end);

    private static bool Same(ServiceRow row, ServiceLine line) =>
        row.Until == line.Until && row.Level == line.Level && row.Status == line.Status && row.EligibleFull == line.EligibleFull && row.OnlineOnly == line.OnlineOnly
        && row.DecisionNo == line.DecisionNo && row.DecisionOn == line.DecisionOn && row.ReasonCode == line.ReasonCode && row.LegalBasis == line.LegalBasis;

    private static void State(ServiceRow row, ServiceLine line) =>
        (row.Until, row.Level, row.Status, row.EligibleFull, row.OnlineOnly, row.DecisionNo, row.DecisionOn, row.ReasonCode, row.LegalBasis) =
        (line.Until, line.Level, line.Status, line.EligibleFull, line.OnlineOnly, line.DecisionNo, line.DecisionOn, line.ReasonCode, line.LegalBasis);
}
