using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Notes what changes in the figures of months that have passed. A dossier that goes on after its month (an end, a result) changes nothing there, as figures
/// are as at the end of the period; what does is a restatement, a moved unit, channel, day or level, or a fact without a day of its own that came later.
/// A dossier that is new is noted only when its month lies in a period that was closed at least once: before that it is merely late.
/// </summary>
internal sealed class RestatementTrail(MotCuaDb db, DateTimeOffset now)
{
    private const string ByServices = "ServicesRestated";

    private readonly DateOnly _today = ProvinceTime.DateOf(now);
    private readonly List<(RestatementRow Row, int OldVersion)> _found = [];

    /// <summary>Compares what a dossier was counted as with what it is now.</summary>
    public void Note(Guid dossier, DossierFactRow? before, DossierFactRow? after)
    {
        var (was, isNow) = (before is null ? FactCounts.None : CountsOf(before), after is null ? FactCounts.None : CountsOf(after));
        var isElsewhere = before is not null && after is not null && (before.UnitKey != after.UnitKey || before.Day != after.Day);
        var isMoved = before is not null && after is not null && (before.ProcedureCode != after.ProcedureCode || before.Channel != after.Channel);
        if (was == isNow && !isElsewhere && !isMoved) return;
        if ((before is null || !IsPast(before.Day)) && (after is null || !IsPast(after.Day))) return;
        var fact = before ?? after!;
        _found.Add((new RestatementRow
        {
            Id = Ids.NewGuid(now),
            At = now,
            DossierId = dossier,
            Code = (after ?? before)!.Code,
            ProcedureCode = (after ?? before)!.ProcedureCode,
            UnitKey = fact.UnitKey,
            OtherUnitKey = isElsewhere && after!.UnitKey != fact.UnitKey ? after.UnitKey : "",
            Day = fact.Day,
            OtherDay = isElsewhere && after!.Day != fact.Day ? after.Day : null,
            Before = was,
            After = isNow,
            IsMoved = isMoved,
        }, before?.DossierVersion ?? -1));
    }

    /// <summary>Writes what was found, with the act that did it.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        if (_found.Count == 0) return;
        if (_found.Exists(f => f.OldVersion < 0))
        {
            var closed = await db.PeriodClosings.AsNoTracking().Select(c => new { c.From, c.To }).Distinct().ToListAsync(ct);
            _found.RemoveAll(f => f.OldVersion < 0 && !closed.Exists(c => c.From <= f.Row.Day && f.Row.Day <= c.To));
        }

        var ids = _found.Select(f => f.Row.DossierId).Distinct().ToList();
        var acts = (await db.DossierEvents.AsNoTracking().Where(e => ids.Contains(e.DossierId)).Select(e => new { e.DossierId, e.Seq, e.ProcessType, e.ProcessId, e.ActorKind, e.ActorId }).ToListAsync(ct)).ToLookup(e => e.DossierId);
        foreach (var (row, version) in _found)
        {
            var act = acts[row.DossierId].Where(e => e.Seq > version).MaxBy(e => e.Seq);
            (row.Act, row.ProcessId, row.ActorKind, row.ActorId) = (act?.ProcessType ?? ByServices, act?.ProcessId, act?.ActorKind ?? (int)ActorKind.System, act?.ActorId ?? "");
        }

        await BulkRows.InsertAsync(db, _found.ConvertAll(f => f.Row), ct);
    }

    /// <summary>What a fact counts as at the end of its month.</summary>
    internal static FactCounts CountsOf(DossierFactRow f)
    {
        var end = f.Month.AddMonths(1).AddDays(-1);
        var counts = FactCounts.Accepted;
        if (f.Level >= (int)ServiceLevel.Partial) counts |= FactCounts.OfService;
        if (f.Channel == Channel.Online) counts |= FactCounts.Online;
        if (f.AssistedBy == AssistedBy.Self) counts |= FactCounts.Self;
        if (f.ResultOn <= end) counts |= FactCounts.ResultGiven;
        if (f.HasElectronicResult && f.ResultOn <= end) counts |= FactCounts.ElectronicResult;
        if (f.IsDigitised) counts |= FactCounts.Digitised;
        if (f.IsReused) counts |= FactCounts.Reused;
        if (f.IsEidVerified) counts |= FactCounts.EidVerified;
        if (f.HasFee) counts |= FactCounts.Fee;
        if (f.HasFee && f.IsPaidOnline) counts |= FactCounts.PaidOnline;
        if (f.IndexLateAfter < ProvinceTime.StartOf(end.AddDays(1)).AddMicroseconds(-1)) counts |= FactCounts.Late;
        return counts;
    }

    private bool IsPast(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1) <= _today;
}
