using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MotCua.Sandbox.Mail;

/// <summary>A small SMTP server (RFC 5321 without relaying, TLS or sign-in) on loopback: whatever is sent ends in the <see cref="Mailbox"/>.</summary>
public sealed partial class MailServer(Mailbox mailbox, Misbehaviour misbehaviour, IConfiguration configuration, ILogger<MailServer> log) : BackgroundService
{
    private const int MostBytes = 10 * 1024 * 1024;
    private TcpListener? _listener;

    /// <summary>The port it listens on; 0 before it listens.</summary>
    public int Port { get; private set; }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = new TcpListener(IPAddress.Loopback, configuration.GetValue("Sandbox:SmtpPort", 2525));
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using (_listener)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var client = await _listener!.AcceptTcpClientAsync(stoppingToken);
                _ = TalkAsync(client, stoppingToken);
            }
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken ct)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sandbox ESMTP");
                var (from, to) = ("", new List<string>());
                while (await reader.ReadLineAsync(ct) is { } line)
                {
                    var word = line.Split(' ', 2)[0].ToUpperInvariant();
                    switch (word)
                    {
                        case "EHLO":
                            await writer.WriteLineAsync($"250-sandbox\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE {MostBytes}");
                            break;
                        case "MAIL":
                            (from, to) = (Address(line), []);
                            await writer.WriteLineAsync("250 OK");
                            break;
                        case "RCPT":
                            var refusal = misbehaviour.Kind switch { "thu-tu-choi" => "550 No such mailbox here", "thu-ban" => "451 Try again later", _ => null };
                            if (refusal is null)
                            {
                                to.Add(Address(line));
                            }

                            await writer.WriteLineAsync(refusal ?? "250 OK");
                            break;
                        case "DATA" when to.Count == 0:
                            await writer.WriteLineAsync("503 RCPT first");
                            break;
                        case "DATA":
                            await writer.WriteLineAsync("354 End with .");
                            var raw = await DataAsync(reader, ct);
                            if (misbehaviour.Kind == "thu-ngat")
                            {
                                return;
                            }

                            if (raw is not null)
                            {
                                mailbox.Add(from, to, raw);
                            }

                            await writer.WriteLineAsync(raw is null ? "552 Too large" : "250 OK");
                            (from, to) = ("", []);
                            break;
                        case "QUIT":
                            await writer.WriteLineAsync("221 Bye");
                            return;
                        case "HELO" or "RSET" or "NOOP":
                            (from, to) = word == "NOOP" ? (from, to) : ("", []);
                            await writer.WriteLineAsync("250 OK");
                            break;
                        default:
                            await writer.WriteLineAsync("502 Not here");
                            break;
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or FormatException or SocketException)
        {
            Ended(log, e.GetType().Name);
        }
    }

    private static async Task<byte[]?> DataAsync(StreamReader reader, CancellationToken ct)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line && line != ".")
        {
            if (body.Length <= MostBytes)
            {
                // Dot stuffing (RFC 5321 §4.5.2)
                body.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            }
        }

        return body.Length > MostBytes ? null : Encoding.Latin1.GetBytes(body.ToString());
    }

    private static string Address(string line)
    {
        var (open, close) = (line.IndexOf('<', StringComparison.Ordinal), line.IndexOf('>', StringComparison.Ordinal));
        return open >= 0 && close > open ? line[(open + 1)..close] : "";
    }

    [LoggerMessage(1, LogLevel.Debug, "SMTP talk ended: {Why}")]
    private static partial void Ended(ILogger log, string why);
}
