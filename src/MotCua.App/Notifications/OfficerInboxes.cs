using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Notifications;

/// <summary>A notice in an officer's inbox.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text.</param>
/// <param name="About">What a link may be made of; empty = nothing.</param>
/// <param name="Items">Lines of the list.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsNew">Not shown before.</param>
public sealed record OfficerMessage(Guid Id, string Title, string Text, string About, IReadOnlyList<OfficerNoticeItem> Items, DateTimeOffset At, bool IsNew);

/// <summary>A page of an officer's inbox, newest first.</summary>
/// <param name="Messages">Messages.</param>
/// <param name="Older">Key after which the older ones follow, or null.</param>
/// <param name="Unread">How many of all were not shown before this page, at most 100.</param>
/// <param name="Email">Address at which the officer gets notices too; empty = none.</param>
public sealed record OfficerInboxPage(IReadOnlyList<OfficerMessage> Messages, Guid? Older, int Unread, string Email);

/// <summary>Thông báo of an officer.</summary>
public sealed class OfficerInboxes(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Longest address taken.</summary>
    public const int LongestEmail = 200;

    private const int PageSize = 20;

    /// <summary>Messages after a key; shown messages are read from then on.</summary>
    public async Task<OfficerInboxPage> OpenAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        if (OfficerOf(actor) is not { } officer) return new OfficerInboxPage([], null, 0, "");
        var mine = db.OfficerMessages.AsNoTracking().Where(m => m.OfficerId == officer);
        var unread = await UnreadAsync(actor, ct);
        var rows = await (after is { } key ? mine.Where(m => m.Id.CompareTo(key) < 0) : mine).OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var fresh = page.Where(m => m.ReadAt is null).Select(m => m.Id).ToList();
        if (fresh.Count > 0)
        {
            var now = clock.GetUtcNow();
            await db.OfficerMessages.Where(m => fresh.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), ct);
        }

        var email = await db.OfficerAddresses.AsNoTracking().Where(a => a.OfficerId == officer).Select(a => a.Email).FirstOrDefaultAsync(ct) ?? "";
        return new OfficerInboxPage(
            [.. page.Select(m => new OfficerMessage(m.Id, m.Title, m.Text, m.About, JsonSerializer.Deserialize<List<OfficerNoticeItem>>(m.Items, JsonSerializerOptions.Web) ?? [], m.At, m.ReadAt is null))],
            rows.Count > PageSize ? page[^1].Id : null,
            unread,
            email);
    }

    /// <summary>How many messages were not shown yet, at most 100.</summary>
    public async Task<int> UnreadAsync(Actor actor, CancellationToken ct) =>
        OfficerOf(actor) is { } officer ? await db.OfficerMessages.Where(m => m.OfficerId == officer && m.ReadAt == null).Take(100).CountAsync(ct) : 0;

    /// <summary>Keeps the address at which the officer wants notices too; empty = none any more.</summary>
    public async Task<Result<string>> SetAddressAsync(string? email, Actor actor, CancellationToken ct)
    {
        if (OfficerOf(actor) is not { } officer) return OfficerInboxProblems.NotAnOfficer;
        var clean = (email ?? "").Trim();
        if (clean.Length > LongestEmail || (clean.Length > 0 && (!MailboxAddress.TryParse(clean, out var box) || box.Address != clean || !clean.Contains('@', StringComparison.Ordinal)))) return OfficerInboxProblems.BadAddress;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.OfficerAddresses.Where(a => a.OfficerId == officer).ExecuteDeleteAsync(ct);
        if (clean.Length > 0) db.OfficerAddresses.Add(new OfficerAddressRow { OfficerId = officer, Email = clean });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return clean;
    }

    private static Guid? OfficerOf(Actor actor) => actor.Kind == ActorKind.Officer && Guid.TryParseExact(actor.Id, "N", out var id) ? id : null;
}

/// <summary>Refusals of the officers' inbox.</summary>
public static class OfficerInboxProblems
{
    /// <summary>Only officers have one.</summary>
    public static readonly Problem NotAnOfficer = new("NOT-0001", "Chỉ cán bộ có hộp thông báo này", ProblemKind.Forbidden);

    /// <summary>Not an e-mail address.</summary>
    public static readonly Problem BadAddress = new("NOT-0002", "Nhập địa chỉ thư điện tử đúng dạng, ví dụ ten@backan.gov.vn, hoặc để trống", ProblemKind.Invalid);
}
