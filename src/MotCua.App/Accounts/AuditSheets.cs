using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Accounts;

/// <summary>The trail of administration and security, newest first.</summary>
public sealed class AuditSheets(MotCuaDb db)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 100;

    /// <summary>A page before the given record, or the newest.</summary>
    public async Task<IReadOnlyList<(Guid Id, AuditLine Line)>> ListAsync(string action, Guid? before, CancellationToken ct)
    {
        var rows = db.Audits.AsNoTracking();
        if (action.Length > 0)
        {
            rows = rows.Where(a => a.Action == action);
        }

        if (before is { } id && await db.Audits.Where(a => a.Id == id).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct) is { } at)
        {
            rows = rows.Where(a => a.At <= at && a.Id != id);
        }

        return [.. (await rows.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(PageSize).ToListAsync(ct)).Select(a => (a.Id, new AuditLine(a.At, a.Actor, a.Action, a.Subject, a.Detail)))];
    }
}
