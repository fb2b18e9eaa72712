using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Accounts;

/// <summary>A page of the trail, newest first.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Older">Key before which the next page starts; null = the end.</param>
public sealed record TrailPage(IReadOnlyList<AuditRow> Rows, Guid? Older);

/// <summary>The audit trail as auditors read it: acts of administration and security, without personal data.</summary>
public sealed class AuditReading(MotCuaDb db)
{
    private const int PageSize = 50;

    /// <summary>Rows before a key, of one subject, actor or action when given.</summary>
    /// <param name="key">A subject (id or code), an actor (<c>Officer:…</c>) or an action; empty = all.</param>
    /// <param name="before">Key of the last row seen, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrailPage> ListAsync(string? key, Guid? before, CancellationToken ct)
    {
        var query = db.Audits.AsNoTracking();
        if (key?.Trim() is { Length: > 0 } wanted)
        {
            query = query.Where(a => a.Subject == wanted || a.Actor == wanted || a.Action == wanted);
        }

        if (before is { } id)
        {
            query = query.Where(a => a.Id.CompareTo(id) < 0);
        }

        var rows = await query.OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(ct);
        return rows.Count > PageSize ? new TrailPage(rows[..PageSize], rows[PageSize - 1].Id) : new TrailPage(rows, null);
    }
}
