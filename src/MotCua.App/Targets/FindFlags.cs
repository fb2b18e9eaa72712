using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Looks for signs in the last days and keeps them; again changes nothing, and no figure is ever changed by one.</summary>
public sealed class FindFlags(MotCuaDb db, PersonalDataVault vault, FlagThresholds thresholds, TimeProvider clock)
{
    /// <summary>Looks.</summary>
    /// <returns>How many signs are new, or grew.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var first = today.AddDays(-Math.Clamp(thresholds.DaysBack, 1, 29));
        var filed = await FiledAsync(ProvinceTime.StartOf(first), ct);
        var offices = (await db.OfficerNetworks.AsNoTracking().Where(n => n.Day >= first).Select(n => new { n.Day, n.NetworkTag }).Distinct().ToListAsync(ct)).Select(n => (n.Day, n.NetworkTag)).ToHashSet();
        List<FoundFlag> found =
        [
            .. FlagRules.Bursts(filed, thresholds),
            .. FlagRules.AfterVisits(await VisitsAsync(ProvinceTime.StartOf(first), ct), thresholds),
            .. FlagRules.Assisted(filed, offices, thresholds),
            .. await RatingsAsync(today, ct),
        ];
        return await KeepAsync(found, first, today, now, ct);
    }

    private async Task<List<FiledTrace>> FiledAsync(DateTimeOffset since, CancellationToken ct)
    {
        var rows = await (
            from t in db.SubmissionTraces.AsNoTracking()
            where t.At >= since
            join d in db.Dossiers on t.DossierId equals d.Id
            select new { t.DossierId, t.At, t.SessionTag, t.NetworkTag, d.HandlingUnit, d.SubmitterAccountId, d.ApplicantAccountId, d.AssistedBy }).ToListAsync(ct);
        var people = rows.Where(r => r.ApplicantAccountId is null).Select(r => r.DossierId).ToList();
        var parties = new Dictionary<Guid, string>();
        foreach (var chunk in people.Chunk(500))
        {
            foreach (var p in await db.DossierParties.AsNoTracking().Where(p => chunk.Contains(p.DossierId)).Select(p => new { p.DossierId, p.IdentityIndex }).ToListAsync(ct)) parties[p.DossierId] = p.IdentityIndex;
        }

        return [.. rows.Select(r =>
        {
            var day = ProvinceTime.DateOf(r.At);
            // Whoever has no account is told apart by the blind index of the identity number; without one each dossier is its own person
            var applicant = r.ApplicantAccountId?.ToString("N") ?? (parties.GetValueOrDefault(r.DossierId) is { Length: > 0 } index ? index : r.DossierId.ToString("N"));
            return new FiledTrace(
                r.DossierId, r.HandlingUnit, r.At, r.SessionTag, r.NetworkTag, SourceTags.Of(vault, day, "account", r.SubmitterAccountId?.ToString("N") ?? ""), SourceTags.Of(vault, day, "applicant", applicant), r.AssistedBy == AssistedBy.Self);
        })];
    }

    /// <summary>The same identity at the counter of the same unit: a dossier received there, or a result handed over there, shortly before.</summary>
    private async Task<List<FiledAfterVisit>> VisitsAsync(DateTimeOffset since, CancellationToken ct)
    {
        var before = since - TimeSpan.FromMinutes(thresholds.VisitMinutes);
        var online = await (
            from d in db.Dossiers.AsNoTracking()
            where d.Channel == Channel.Online && !d.IsImported && d.SubmittedAt >= since
            join p in db.DossierParties on d.Id equals p.DossierId
            where p.IdentityIndex != ""
            select new { d.Id, d.HandlingUnit, Filed = d.SubmittedAt, p.IdentityIndex }).ToListAsync(ct);
        if (online.Count == 0) return [];
        var visits = await (
            from d in db.Dossiers.AsNoTracking()
            where d.Channel == Channel.Counter && !d.IsImported && (d.AcceptedAt >= before || d.ReturnedAt >= before)
            join p in db.DossierParties on d.Id equals p.DossierId
            where p.IdentityIndex != ""
            select new { d.HandlingUnit, d.AcceptedAt, d.ReturnedAt, p.IdentityIndex }).ToListAsync(ct);
        var byPerson = visits.ToLookup(v => (v.HandlingUnit, v.IdentityIndex));
        return [.. online.SelectMany(o => byPerson[(o.HandlingUnit, o.IdentityIndex)]
            .SelectMany(v => new[] { v.AcceptedAt, v.ReturnedAt }).OfType<DateTimeOffset>()
            .Select(at => new FiledAfterVisit(o.Id, o.HandlingUnit, at, o.Filed!.Value)))];
    }

    private async Task<IEnumerable<FoundFlag>> RatingsAsync(DateOnly today, CancellationToken ct)
    {
        var (last, before) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(-1));
        var rated = await (
            from f in db.DossierFacts.AsNoTracking()
            where (f.Month == last || f.Month == before) && f.Satisfaction != null
            join d in db.Dossiers on f.DossierId equals d.Id
            select new { f.DossierId, f.UnitKey, f.Month, f.Satisfaction, d.SubmitterAccountId }).ToListAsync(ct);
        if (rated.Count == 0) return [];
        var ended = (await db.RollupUnitMonths.AsNoTracking().Where(m => m.Day == last || m.Day == before).Select(m => new { m.UnitKey, m.Day, m.Ended }).ToListAsync(ct)).ToDictionary(m => (m.UnitKey, m.Day), m => (long)m.Ended);
        // The tag of a month's source is that of the month's first day
        return FlagRules.Ratings(
            rated.Select(r => new RatedDossier(r.DossierId, r.UnitKey, r.Month, r.Satisfaction!.Value, SourceTags.Of(vault, r.Month, "account", r.SubmitterAccountId?.ToString("N") ?? ""))),
            (unit, month) => ended.GetValueOrDefault((unit, month)),
            thresholds);
    }

    private async Task<int> KeepAsync(List<FoundFlag> found, DateOnly first, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var since = new DateOnly(first.Year, first.Month, 1).AddMonths(-1);
        var known = (await db.IntegrityFlags.Where(f => f.Day >= since && f.Day <= today).ToListAsync(ct)).ToDictionary(f => (f.Kind, f.UnitKey, f.Day, f.Source));
        var changed = 0;
        foreach (var flag in found)
        {
            if (!known.TryGetValue((flag.Kind, flag.Unit, flag.Day, flag.Source), out var row))
            {
                row = new IntegrityFlagRow { Id = Ids.NewGuid(now), Kind = flag.Kind, UnitKey = flag.Unit, Day = flag.Day, Source = flag.Source, FoundAt = now };
                db.IntegrityFlags.Add(row);
            }
            else if (flag.Count <= row.Count)
            {
                // What was found stays as it was found, also when a dossier has gone since
                continue;
            }

            changed++;
            (row.Count, row.Threshold, row.Minutes) = (flag.Count, flag.Threshold, MinutesOf(flag.Kind));
            // It grew after somebody concluded: to be looked at again, the former conclusion stays in the trail
            if (row.State == FlagState.Reviewed) (row.State, row.Conclusion, row.Reason, row.ReviewedBy, row.ReviewedAt) = (FlagState.New, null, "", "", null);
            var behind = (await db.IntegrityFlagDossiers.AsNoTracking().Where(x => x.FlagId == row.Id).Select(x => x.DossierId).ToListAsync(ct)).ToHashSet();
            db.IntegrityFlagDossiers.AddRange(flag.Dossiers.Where(behind.Add).Select(d => new IntegrityFlagDossierRow { FlagId = row.Id, DossierId = d }));
        }

        if (changed > 0) await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return changed;
    }

    private int MinutesOf(FlagKind kind) => kind switch
    {
        FlagKind.SessionBurst or FlagKind.AccountBurst or FlagKind.NetworkBurst => thresholds.BurstMinutes,
        FlagKind.AfterVisit => thresholds.VisitMinutes,
        _ => 0,
    };
}
