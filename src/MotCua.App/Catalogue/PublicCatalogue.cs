using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>
/// Holds the picture of the public catalogue for all requests. After <see cref="Freshness"/> one cheap question tells whether anything changed;
/// <see cref="Forget"/> makes the next request read anew.
/// </summary>
public sealed class CatalogueCache(TimeProvider clock) : IDisposable
{
    /// <summary>How long another node's change may go unseen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    /// <summary>After this time the picture is made anew even when nothing seems to have changed (a unit's telephone, for instance).</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>The language of the search as shipped; read once.</summary>
    public static SearchVocabulary Vocabulary => _vocabulary.Value;

    private static readonly Lazy<SearchVocabulary> _vocabulary = new(() => SearchFiles.Read(Path.Combine(AppContext.BaseDirectory, "data")).Vocabulary);

    /// <summary>Makes the next request read the database: after an administrator changed procedures, services or units.</summary>
    public void Forget() => _kept = null;

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    internal async ValueTask<CataloguePicture> GetAsync(Func<CancellationToken, Task<string>> stamp, Func<CancellationToken, Task<CataloguePicture>> load, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var kept = _kept;
        if (kept is not null && now - kept.CheckedAt < Freshness)
        {
            return kept.Picture;
        }

        // Somebody is already looking: what was true half a minute ago will do meanwhile
        if (!await _one.WaitAsync(kept is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return kept!.Picture;
        }

        try
        {
            kept = _kept;
            if (kept is not null && now - kept.CheckedAt < Freshness)
            {
                return kept.Picture;
            }

            var seen = await stamp(ct);
            _kept = kept is not null && kept.Stamp == seen && now - kept.MadeAt < Oldest
                ? kept with { CheckedAt = now }
                : new Kept(await load(ct), seen, now, now);
            return _kept.Picture;
        }
        catch (Exception e) when (kept is not null && (e is DbException or TimeoutException || e.InnerException is DbException))
        {
            // The database is away: people can still find and read procedures
            _kept = kept! with { CheckedAt = now };
            return kept.Picture;
        }
        finally
        {
            _one.Release();
        }
    }

    private sealed record Kept(CataloguePicture Picture, string Stamp, DateTimeOffset MadeAt, DateTimeOffset CheckedAt);
}

/// <summary>The public catalogue: procedures that are công khai, what offers them, and the search over them.</summary>
public sealed class PublicCatalogue(MotCuaDb db, CatalogueCache cache, TimeProvider clock)
{
    private const string Province = "06";

    /// <summary>The picture; usually without a question to the database.</summary>
    public ValueTask<CataloguePicture> PictureAsync(CancellationToken ct) => cache.GetAsync(StampAsync, LoadAsync, ct);

    private DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    private async Task<string> StampAsync(CancellationToken ct)
    {
        var counts = await db.Procedures.OrderBy(p => p.Code).Take(1).Select(_ => new
        {
            Public = db.Procedures.Count(p => p.State == PublicationState.Published),
            Published = db.Procedures.Max(p => p.PublishedAt),
            Versions = db.ProcedureVersions.Count(v => v.Number > 0),
            Services = db.Services.Count(s => s.UnitKey != ""),
            Ended = db.Services.Count(s => s.Until != null),
            Closed = db.Services.Count(s => s.Status == ServiceStatus.Closed),
            Units = db.Units.Count(u => u.Key != ""),
            Gone = db.Units.Count(u => u.Until != null),
            Changed = db.Units.Max(u => u.ChangedAt),
            Closings = db.ProcedureClosings.Count(c => c.ProcedureCode != ""),
            Reopened = db.ProcedureClosings.Max(c => c.ReopenedAt),
        }).FirstOrDefaultAsync(ct);
        return $"{Today:O} {counts}";
    }

    private async Task<CataloguePicture> LoadAsync(CancellationToken ct)
    {
        var today = Today;
        var rows = await (from p in db.Procedures.AsNoTracking()
                          join v in db.ProcedureVersions.AsNoTracking() on p.CurrentVersionId equals v.Id
                          where p.State == PublicationState.Published
                          select new { p.Code, p.Name, p.FieldKey, p.FieldName, p.OrgKey, p.Levels, p.IsHighVolume, p.SortKey, v.Number, v.From, v.Content }).ToListAsync(ct);
        var waiting = await db.Procedures.AsNoTracking().Where(p => p.State == PublicationState.AwaitingStandardisation)
            .Select(p => new { p.Code, p.Name, p.FieldName, p.OrgKey, p.Levels, p.IsVertical, p.IsHighVolume }).ToListAsync(ct);
        var services = await db.Services.AsNoTracking()
            .Where(s => s.From <= today && (s.Until == null || s.Until > today) && (s.Status == ServiceStatus.Open || s.Status == ServiceStatus.Closing))
            .OrderByDescending(s => s.From)
            .Select(s => new { s.UnitKey, s.ProcedureCode, s.Level, s.EligibleFull, s.OnlineOnly, s.DecisionNo, s.ReasonCode, s.LegalBasis }).ToListAsync(ct);
        var closings = (await db.ProcedureClosings.AsNoTracking().Where(c => c.Until == null || (today < c.Until && c.From < c.Until)).ToListAsync(ct))
            .GroupBy(c => c.ProcedureCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(c => c.From)!.ToClosing(), StringComparer.Ordinal);
        var units = await db.Units.AsNoTracking().Where(u => u.From <= today && (u.Until == null || u.Until > today)).ToListAsync(ct);
        var divisions = await db.Divisions.AsNoTracking()
            .Where(d => d.ProvinceCode == Province && d.Level != "tinh" && d.From <= today && (d.Until == null || d.Until > today)).ToListAsync(ct);
        return new CataloguePicture(
            rows.ConvertAll(r =>
            {
                var content = ProcedureContents.Read(r.Content);
                return new PublicProcedure(
                    r.Code, r.Name, r.FieldKey.Length > 0 ? r.FieldKey : "khac", r.FieldName.Length > 0 ? r.FieldName : "Lĩnh vực khác", r.OrgKey, r.Levels.Split(',', StringSplitOptions.RemoveEmptyEntries), AudienceOf.Subjects(content.Subjects), r.IsHighVolume,
                    r.SortKey, r.Number, r.From, content)
                {
                    Closing = closings.GetValueOrDefault(r.Code),
                };
            }),
            [.. services.DistinctBy(s => (s.UnitKey, s.ProcedureCode)).Select(s => new ServiceOffer(
                s.UnitKey, s.ProcedureCode, s.Level, s.EligibleFull is not null, s.OnlineOnly, s.DecisionNo, s.ReasonCode, s.LegalBasis))],
            units.ConvertAll(Unit),
            divisions.ConvertAll(d => new CatalogueDivision(d.Code, d.Level, d.Name, d.ParentCode ?? "", d.SortKey)),
            CatalogueCache.Vocabulary,
            waiting.ConvertAll(w => new WaitingProcedure(
                w.Code, w.Name, w.FieldName, w.OrgKey, w.Levels.Split(',', StringSplitOptions.RemoveEmptyEntries), w.IsVertical, w.IsHighVolume)));
    }

    private static CatalogueUnit Unit(UnitRow u) => new(u.Key, u.Name, u.ShortName, u.Kind, u.Level, u.ParentKey, u.GsoCode, u.Address, u.Phone, u.Email, u.SortKey)
    {
        DeskName = u.DeskName,
    };
}
