using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Freeze the figures of a period.</summary>
/// <param name="PeriodKey">Key of the period.</param>
/// <param name="TakesResponsibility">The plan owner has looked at the figures.</param>
public sealed record ClosePeriod(string PeriodKey, bool TakesResponsibility);

/// <summary>Open a closed period again; its frozen figures are kept.</summary>
/// <param name="PeriodKey">Key of the period.</param>
/// <param name="Reason">Why.</param>
public sealed record ReopenPeriod(string PeriodKey, string Reason);

/// <summary>
/// Freezes all figures of a period with the versions of their definitions, hashed and signed with the key of the log roots. The gate of the measures is held
/// meanwhile, so that all figures are of one moment; of two people at once one wins.
/// </summary>
public sealed class ClosePeriodHandler(MotCuaDb db, FactLedger ledger, ProjectMeasures projector, PeriodFigures figures, LogRoots roots, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Closes, or says what stands against it.</summary>
    /// <returns>The revision.</returns>
    public async Task<Result<int>> HandleAsync(ClosePeriod command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!command.TakesResponsibility) return PeriodClosingProblems.NoResponsibility;
        var now = DossierChain.Cut(clock.GetUtcNow());
        var period = Period.Read(command.PeriodKey);
        // Before anything is counted: what can be refused without counting
        if (PeriodClosing.Close(period, ProvinceTime.DateOf(now), isClosed: false, dossiers: 1) is { IsOk: false } early) return early.Problem!;
        await projector.DrainAsync(ct);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await ledger.EnterAsync(ct);
            var last = await db.PeriodClosings.AsNoTracking().Where(c => c.PeriodKey == period!.Key).OrderByDescending(c => c.Revision).FirstOrDefaultAsync(ct);
            var frozen = last is { ReopenedAt: null } ? [] : (await figures.ReadAsync(period!.From, period.To, ct)).Select(FrozenOf).ToList();
            var dossiers = frozen.Where(f => f is { Indicator: "ct3", Unit: MeasureQueries.Province }).Sum(f => f.Counts?.Denominator ?? 0);
            var decided = PeriodClosing.Close(period, ProvinceTime.DateOf(now), last is { ReopenedAt: null }, dossiers);
            if (!decided.IsOk) return decided.Problem;
            var row = new PeriodClosingRow
            {
                Id = Ids.NewGuid(now),
                PeriodKey = period!.Key,
                Revision = (last?.Revision ?? 0) + 1,
                From = period.From,
                To = period.To,
                ClosedAt = now,
                ClosedBy = actor.Id,
                Figures = frozen.Count,
                PreviousHash = await db.PeriodClosings.AsNoTracking().OrderByDescending(c => c.Id).Select(c => c.Hash).FirstOrDefaultAsync(ct) ?? "",
            };
            row.Hash = PeriodClosing.Hash(row.Head, frozen);
            (row.Signature, row.KeyId) = roots.Sign(row.Hash);
            db.PeriodClosings.Add(row);
            audit.Record(actor, "PeriodClosed", row.PeriodKey, new { revision = row.Revision, from = row.From, to = row.To, figures = row.Figures, hash = row.Hash });
            await db.SaveChangesAsync(ct);
            await BulkRows.InsertAsync(db, frozen.ConvertAll(f => new FrozenFigureRow
            {
                ClosingId = row.Id,
                Indicator = f.Indicator,
                UnitKey = f.Unit,
                Version = f.Version,
                Numerator = f.Counts?.Numerator,
                Denominator = f.Counts?.Denominator,
                Points = f.Points,
                Target = f.Target,
                Attainment = f.Attainment,
            }), ct);
            await transaction.CommitAsync(ct);
            await roots.CopyAsync(ClosingProof.CopyName, ClosingProof.Line(row), ct);
            return row.Revision;
        }
        catch (DbUpdateException failure) when (DatabaseFaults.IsUniqueViolation(failure))
        {
            return PeriodClosingProblems.AlreadyClosed;
        }
    }

    internal static FrozenFigure FrozenOf(Measure m) => new(m.Indicator.Code, m.Indicator.Version, m.Unit, m.HasCounts ? m.Counts : null, m.Points, m.Target, m.Attainment);
}

/// <summary>Opens a closed period again: somebody else than who closed it, with a reason. The closing stays as it was.</summary>
public sealed class ReopenPeriodHandler(MotCuaDb db, LogRoots roots, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Opens, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(ReopenPeriod command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = DossierChain.Cut(clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.PeriodClosings.AsNoTracking().Where(c => c.PeriodKey == command.PeriodKey).OrderByDescending(c => c.Revision).FirstOrDefaultAsync(ct);
        var reason = command.Reason.Trim();
        var decided = PeriodClosing.Reopen(row is { ReopenedAt: null }, row?.ClosedBy ?? "", actor.Id, reason);
        if (!decided.IsOk) return decided.Problem;
        var (signature, _) = roots.Sign(PeriodClosing.ReopeningText(row!.Hash, now, actor.Id, reason));
        var opened = await db.PeriodClosings.Where(c => c.Id == row.Id && c.ReopenedAt == null).ExecuteUpdateAsync(u => u
            .SetProperty(c => c.ReopenedAt, now).SetProperty(c => c.ReopenedBy, actor.Id).SetProperty(c => c.ReopenReason, reason).SetProperty(c => c.ReopenSignature, signature), ct);
        if (opened == 0) return PeriodClosingProblems.NotClosed;
        audit.Record(actor, "PeriodReopened", row.PeriodKey, new { revision = row.Revision, reason });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return Done.Value;
    }
}

/// <summary>Proves the closings: their hashes are those of their figures, their signatures hold, none vanished since it was copied outside the database.</summary>
public sealed class ClosingProof(MotCuaDb db, LogRoots roots)
{
    internal const string CopyName = "closings";

    /// <summary>Periods whose closing does not hold, with what is wrong.</summary>
    public async Task<IReadOnlyList<(string Period, string Fault)>> FindAsync(CancellationToken ct)
    {
        var wrong = new List<(string, string)>();
        var previous = "";
        var rows = await db.PeriodClosings.AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct);
        foreach (var row in rows)
        {
            var name = $"{row.PeriodKey} lần {row.Revision}";
            var figures = (await db.FrozenFigures.AsNoTracking().Where(f => f.ClosingId == row.Id).ToListAsync(ct)).ConvertAll(f => f.Figure);
            if (figures.Count != row.Figures || PeriodClosing.Hash(row.Head, figures) != row.Hash) wrong.Add((name, "Số đã chốt không còn như lúc chốt"));
            else if (row.PreviousHash != previous) wrong.Add((name, "Lần chốt trước đó không còn hoặc đã đổi"));
            if (roots.Holds(row.Hash, row.Signature, row.KeyId) == false) wrong.Add((name, "Chữ ký của lần chốt không đúng"));
            if (row.ReopenedAt is { } at && roots.Holds(PeriodClosing.ReopeningText(row.Hash, at, row.ReopenedBy, row.ReopenReason), row.ReopenSignature, row.KeyId) == false) wrong.Add((name, "Chữ ký của lần mở lại không đúng"));
            previous = row.Hash;
        }

        var known = rows.Select(Line).ToHashSet(StringComparer.Ordinal);
        wrong.AddRange((await roots.ReadCopyAsync(CopyName, ct)).Where(line => !known.Contains(line)).Select(line => (line.Split(' ')[0], "Lần chốt đã ghi ngoài cơ sở dữ liệu không còn trong cơ sở dữ liệu")));
        return wrong;
    }

    internal static string Line(PeriodClosingRow row) => FormattableString.Invariant($"{row.PeriodKey} {row.Revision} {row.Hash} {row.Signature} {row.KeyId}");
}
