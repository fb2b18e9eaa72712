using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Targets;

/// <summary>A sign in a list.</summary>
/// <param name="Flag">The sign.</param>
/// <param name="Unit">Name of the unit.</param>
public sealed record FlagLine(IntegrityFlagRow Flag, string Unit);

/// <summary>A dossier behind a sign.</summary>
/// <param name="Code">Number, or submission code.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="SubmittedAt">When sent, UTC.</param>
public sealed record FlagDossier(string Code, string Procedure, DateTimeOffset? SubmittedAt);

/// <summary>A sign with what stands behind it.</summary>
/// <param name="Flag">The sign.</param>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Reviewer">Name of who concluded; empty while new.</param>
/// <param name="Dossiers">The dossiers, by time; the first hundred.</param>
public sealed record FlagSheet(IntegrityFlagRow Flag, string Unit, string Reviewer, IReadOnlyList<FlagDossier> Dossiers);

/// <summary>Signs as pages show them.</summary>
public sealed class FlagSheets(MotCuaDb db)
{
    /// <summary>Longest list of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Signs of a period, new ones first, then the latest.</summary>
    /// <param name="from">First local day.</param>
    /// <param name="to">Last local day.</param>
    /// <param name="state">Only of this state, or null.</param>
    /// <param name="unit">Only of this row of the board (a district with its communes), or null.</param>
    /// <param name="skip">How many are left out before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<FlagLine>> ListAsync(DateOnly from, DateOnly to, FlagState? state, string? unit, int skip, CancellationToken ct)
    {
        var flags = db.IntegrityFlags.AsNoTracking().Where(f => f.Day >= from && f.Day <= to);
        if (state is { } wanted) flags = flags.Where(f => f.State == wanted);
        if (unit is { Length: > 0 }) flags = flags.Where(f => f.UnitKey == unit || db.Units.Any(u => u.Key == f.UnitKey && u.Level == "xa" && u.ParentKey == unit));
        return await (from f in flags
                      join u in db.Units on f.UnitKey equals u.Key into units
                      from u in units.DefaultIfEmpty()
                      orderby f.State, f.Day descending, f.Id descending
                      select new FlagLine(f, u == null ? f.UnitKey : u.Name)).Skip(skip).Take(PageSize + 1).ToListAsync(ct);
    }

    /// <summary>How many signs each row of the board has in a period, a commune's with its district's; one query for all.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var counts = await (
            from f in db.IntegrityFlags.AsNoTracking()
            where f.Day >= @from && f.Day <= to
            join u in db.Units on f.UnitKey equals u.Key
            group f by u.Level == "xa" && u.ParentKey != null ? u.ParentKey : u.Key into g
            select new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.ToDictionary(c => c.Key, c => c.Count, StringComparer.Ordinal);
    }

    /// <summary>A sign; null when there is none.</summary>
    public async Task<FlagSheet?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await (from f in db.IntegrityFlags.AsNoTracking()
                           where f.Id == id
                           join u in db.Units on f.UnitKey equals u.Key into units
                           from u in units.DefaultIfEmpty()
                           select new FlagLine(f, u == null ? f.UnitKey : u.Name)).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var dossiers = await (
            from x in db.IntegrityFlagDossiers.AsNoTracking()
            where x.FlagId == id
            join d in db.Dossiers on x.DossierId equals d.Id
            join p in db.Procedures on d.ProcedureCode equals p.Code into procedures
            from p in procedures.DefaultIfEmpty()
            orderby d.SubmittedAt, d.Id
            select new FlagDossier(d.Number ?? d.SubmissionCode, p == null ? d.ProcedureCode : p.Name, d.SubmittedAt)).Take(100).ToListAsync(ct);
        var reviewer = Guid.TryParseExact(found.Flag.ReviewedBy, "N", out var officer) ? await db.Officers.AsNoTracking().Where(o => o.Id == officer).Select(o => o.DisplayName).FirstOrDefaultAsync(ct) ?? "" : "";
        return new FlagSheet(found.Flag, found.Unit, reviewer, dossiers);
    }
}
