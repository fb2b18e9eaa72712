using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Notifications;

namespace MotCua.App.Notifications;

/// <summary>How e-mail leaves; an empty host means that it is not set up yet.</summary>
/// <param name="Host">SMTP server.</param>
/// <param name="Port">Port.</param>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="User">User, or empty.</param>
/// <param name="Password">Password, from the environment.</param>
/// <param name="UseTls">STARTTLS demanded.</param>
/// <param name="PortalAddress">Address of the portal, for the link to the person's own dossiers.</param>
public sealed record MailOptions(string Host, int Port, string From, string FromName, string User, string Password, bool UseTls, string PortalAddress);

/// <summary>Finds the words of an outbox entry when it is delivered.</summary>
internal sealed class NoticeComposer(MotCuaDb db)
{
    public async Task<(Notice Notice, Dossier Dossier)?> ComposeAsync(OutboxRow entry, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == entry.DossierId, ct);
        var payload = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == entry.DossierId && e.Name == entry.Kind && e.At == entry.CreatedAt).Select(e => e.Payload).FirstOrDefaultAsync(ct);
        if (dossier is null || payload is null)
        {
            return null;
        }

        var procedure = await db.Procedures.Where(p => p.Code == dossier.ProcedureCode).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? dossier.ProcedureCode;
        var unit = await db.Units.Where(u => u.Key == dossier.ReceivingUnit).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? dossier.ReceivingUnit;
        return NoticeTexts.For(DossierChain.Read(payload), new NoticeFacts(dossier.Code, procedure, unit)) is { } notice ? (notice, dossier) : null;
    }
}

/// <summary>The portal's own inbox.</summary>
internal sealed class InboxDestination(MotCuaDb db, NoticeComposer composer) : IOutboxDestination
{
    public string Name => NoticeListener.Inbox;

    public async Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct)
    {
        if (await composer.ComposeAsync(entry, ct) is not var (notice, dossier))
        {
            return OutboxOutcome.Done;
        }

        // The applicant and whoever sent it for them are told alike
        foreach (var account in new[] { dossier.ApplicantAccountId, dossier.SubmitterAccountId }.OfType<Guid>().Distinct())
        {
            db.InboxMessages.Add(new InboxMessageRow
            {
                Id = Ids.NewGuid(entry.CreatedAt),
                AccountId = account,
                DossierId = dossier.Id,
                Title = notice.Title,
                Text = notice.Text,
                At = entry.CreatedAt,
                OutboxId = entry.Id,
            });
        }

        return OutboxOutcome.Done;
    }
}

/// <summary>E-mail by SMTP. The message id is the entry's, so that a server that has it can tell a repeat.</summary>
internal sealed class MailDestination(MotCuaDb db, NoticeComposer composer, MailOptions options) : IOutboxDestination
{
    public string Name => NoticeListener.Email;

    public async Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct)
    {
        var address = await db.DossierParties.Where(p => p.DossierId == entry.DossierId).Select(p => p.Email).FirstOrDefaultAsync(ct);
        if (string.IsNullOrWhiteSpace(address))
        {
            return OutboxOutcome.Done;
        }

        if (options.Host.Length == 0)
        {
            return OutboxOutcome.NotYet("Chưa cấu hình máy chủ thư (MotCua:Mail:Host)", TimeSpan.FromMinutes(15));
        }

        if (!MailboxAddress.TryParse(address, out var to))
        {
            return OutboxOutcome.Refused("Địa chỉ thư của hồ sơ không đọc được");
        }

        if (await composer.ComposeAsync(entry, ct) is not var (notice, _))
        {
            return OutboxOutcome.Done;
        }

        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress(options.FromName, options.From));
        message.To.Add(to);
        message.Subject = notice.Title;
        message.MessageId = $"{entry.Id:N}@motcua";
        message.Body = new TextPart("plain") { Text = $"{notice.Text}\n\nXem chi tiết: đăng nhập {options.PortalAddress} rồi chọn «Hồ sơ của tôi».\nThư này gửi tự động, không trả lời thư này." };
        try
        {
            using var client = new SmtpClient { Timeout = 15_000 };
            await client.ConnectAsync(options.Host, options.Port, options.UseTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, ct);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Password, ct);
            }

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
