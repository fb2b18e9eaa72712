using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Notifications;

/// <summary>Who an <see cref="OfficerNotice"/> is for at this moment: officers who may sign in and hold one of its roles today.</summary>
internal sealed class OfficerRecipients(MotCuaDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Guid>> OfAsync(OfficerNotice notice, CancellationToken ct)
    {
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var roles = notice.Roles.ToList();
        var grants = db.Grants.AsNoTracking().Where(g => roles.Contains(g.Role) && g.RevokedAt == null && g.From <= today && (g.Until == null || today < g.Until));
        if (notice.Unit is { } unit) grants = grants.Where(g => g.UnitKey == unit);
        return await db.Officers.AsNoTracking().Where(o => o.IsActive && grants.Any(g => g.OfficerId == o.Id)).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);
    }
}

/// <summary>The officers' inbox on the portal.</summary>
internal sealed class OfficerInboxDestination(MotCuaDb db, OfficerNotices notices, OfficerRecipients recipients) : IOutboxDestination
{
    public string Name => OfficerNotices.Inbox;

    public async Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct)
    {
        if (notices.Read(entry) is not { } notice) return OutboxOutcome.Refused("Không có nội dung thông báo");
        foreach (var officer in await recipients.OfAsync(notice, ct))
        {
            db.OfficerMessages.Add(new OfficerMessageRow
            {
                Id = Ids.NewGuid(entry.CreatedAt),
                OfficerId = officer,
                Title = notice.Title,
                Text = notice.Text,
                About = notice.About,
                Items = JsonSerializer.Serialize(notice.Items, JsonSerializerOptions.Web),
                At = entry.CreatedAt,
                OutboxId = entry.Id,
            });
        }

        return OutboxOutcome.Done;
    }
}

/// <summary>E-mail to officers who gave an address; the message id tells a repeat.</summary>
internal sealed class OfficerMailDestination(MotCuaDb db, OfficerNotices notices, OfficerRecipients recipients, MailOptions options) : IOutboxDestination
{
    public string Name => OfficerNotices.Email;

    public async Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct)
    {
        if (notices.Read(entry) is not { } notice) return OutboxOutcome.Refused("Không có nội dung thông báo");
        var officers = (await recipients.OfAsync(notice, ct)).ToList();
        var addresses = await db.OfficerAddresses.AsNoTracking().Where(a => officers.Contains(a.OfficerId)).Select(a => a.Email).ToListAsync(ct);
        var to = addresses.Select(a => MailboxAddress.TryParse(a, out var box) ? box : null).OfType<MailboxAddress>().ToList();
        if (to.Count == 0) return OutboxOutcome.Done;
        if (options.Host.Length == 0) return OutboxOutcome.NotYet("Chưa cấu hình máy chủ thư (MotCua:Mail:Host)", TimeSpan.FromMinutes(15));

        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(options.FromName, options.From));
        // Nobody need see who else was told
        message.Bcc.AddRange(to);
        message.Subject = notice.Title;
        message.MessageId = $"{entry.Id:N}@motcua";
        var list = string.Concat(notice.Items.Select(i => $"\n- {i.Text}"));
        message.Body = new TextPart("plain") { Text = $"{notice.Text}{list}\n\nXem chi tiết: đăng nhập {options.PortalAddress} rồi chọn «Thông báo».\nThư này gửi tự động, không trả lời thư này." };
        try
        {
            using var client = new SmtpClient { Timeout = 15_000 };
            await client.ConnectAsync(options.Host, options.Port, options.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, ct);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, ct);
            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
            return OutboxOutcome.Done;
        }
        catch (SmtpCommandException e) when ((int)e.StatusCode >= 500)
        {
            return OutboxOutcome.Refused($"Máy chủ thư từ chối: {(int)e.StatusCode}");
        }
        catch (Exception e) when (e is SmtpCommandException or SmtpProtocolException or IOException or System.Net.Sockets.SocketException or ServiceNotConnectedException or TimeoutException)
        {
            return OutboxOutcome.Failed($"Không gửi được thư: {e.GetType().Name}");
        }
    }
}
