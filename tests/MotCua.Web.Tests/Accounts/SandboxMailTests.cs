using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MotCua.Sandbox;
using MotCua.Sandbox.Mail;

namespace MotCua.Web.Tests.Accounts;

/// <summary>The mail stand-in: it takes what a real client sends, and misbehaves on request.</summary>
public sealed class SandboxMailTests
{
    [Fact]
    public async Task Send_VietnameseMail_IsInTheMailbox()
    {
        await using var sandbox = await StartAsync();
        await SendAsync(sandbox, "Hồ sơ đã được tiếp nhận", "Kính gửi ông Nông Văn Tài,\n.dòng bắt đầu bằng dấu chấm");
        var mail = Assert.Single(sandbox.Services.GetRequiredService<Mailbox>().All);
        Assert.Equal("Hồ sơ đã được tiếp nhận", mail.Message.Subject);
        Assert.Equal(["nong.van.tai@thu.example"], mail.To);
        Assert.Contains("\n.dòng bắt đầu", mail.Message.TextBody!.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thu-tu-choi", 550)]
    [InlineData("thu-ban", 451)]
    public async Task Send_WhenRefusing_GivesTheCode(string misbehaviour, int code)
    {
        await using var sandbox = await StartAsync();
        sandbox.Services.GetRequiredService<Misbehaviour>().Kind = misbehaviour;
        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sandbox, "x", "y"));
        Assert.Equal(code, (int)refusal.StatusCode);
        Assert.Empty(sandbox.Services.GetRequiredService<Mailbox>().All);
    }

    [Fact]
    public async Task Send_WhenDropping_BreaksTheConnectionAndKeepsNothing()
    {
        await using var sandbox = await StartAsync();
        sandbox.Services.GetRequiredService<Misbehaviour>().Kind = "thu-ngat";
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(sandbox, "x", "y"));
        Assert.Empty(sandbox.Services.GetRequiredService<Mailbox>().All);
    }

    private static async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync()
    {
        var sandbox = SandboxHost.Build(["--urls=http://127.0.0.1:0", "--Sandbox:SmtpPort=0", "--Logging:LogLevel:Default=None"]);
        await sandbox.StartAsync();
        return sandbox;
    }

    private static async Task SendAsync(Microsoft.AspNetCore.Builder.WebApplication sandbox, string subject, string text)
    {
        using var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("Cổng Dịch vụ công", "khong-tra-loi@thu.example"));
        message.To.Add(new MailboxAddress("Nông Văn Tài", "nong.van.tai@thu.example"));
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", sandbox.Services.GetRequiredService<MailServer>().Port, SecureSocketOptions.None);
        await client.SendAsync(message);
        await client.DisconnectAsync(true);
    }
}
