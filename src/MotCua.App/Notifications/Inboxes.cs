using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Notifications;

/// <summary>A message in a person's inbox.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsNew">Not shown before.</param>
/// <param name="DossierCode">The dossier it is about, or null.</param>
public sealed record InboxMessage(Guid Id, string Title, string Text, DateTimeOffset At, bool IsNew, string? DossierCode);

/// <summary>One page of an inbox, newest first.</summary>
/// <param name="Messages">Messages.</param>
/// <param name="Older">Key after which the older ones follow, or null.</param>
public sealed record InboxPage(IReadOnlyList<InboxMessage> Messages, Guid? Older);

/// <summary>Hộp thư of a signed-in person.</summary>
public sealed class Inboxes(MotCuaDb db, TimeProvider clock)
{
    private const int PageSize = 30;

    /// <summary>Messages after a key; shown messages are read from then on.</summary>
    public async Task<InboxPage> OpenAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } owner) return new InboxPage([], null);
        var mine = db.InboxMessages.AsNoTracking().Where(m => m.AccountId == owner);
        if (after is { } key) mine = mine.Where(m => m.Id.CompareTo(key) < 0);
        var rows = await (from m in mine.OrderByDescending(m => m.Id).Take(PageSize + 1)
                          join d in db.Dossiers on m.DossierId equals (Guid?)d.Id into ds
                          from d in ds.DefaultIfEmpty()
                          orderby m.Id descending
                          select new { m, Number = d.Number, Submission = d.SubmissionCode }).ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var unread = page.Where(r => r.m.ReadAt is null).Select(r => r.m.Id).ToList();
        if (unread.Count > 0)
        {
            var now = clock.GetUtcNow();
            await db.InboxMessages.Where(m => unread.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), ct);
        }

        return new InboxPage(
            [.. page.Select(r => new InboxMessage(r.m.Id, r.m.Title, r.m.Text, r.m.At, r.m.ReadAt is null, r.Number ?? r.Submission))], rows.Count > PageSize ? page[^1].m.Id : null);
    }

    /// <summary>How many messages were not shown yet, at most 100.</summary>
    public async Task<int> UnreadAsync(Actor actor, CancellationToken ct) =>
        DraftDesk.AccountOf(actor) is { } owner ? await db.InboxMessages.Where(m => m.AccountId == owner && m.ReadAt == null).Take(100).CountAsync(ct) : 0;
}
