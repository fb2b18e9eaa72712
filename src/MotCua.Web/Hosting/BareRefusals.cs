using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MotCua.Web.Hosting;

/// <summary>
/// What the server refuses before the portal sees it (an address with a null character, an address or headers that are too long, a request that
/// is no HTTP) would be an empty answer. Here the empty answer becomes a Vietnamese page with the code of the incident, written to the log with it.
/// Only an answer with no content that ends the connection is replaced: the portal's own answers always have content.
/// </summary>
public sealed partial class BareRefusals(ConnectionDelegate next, ILogger log)
{
    private static readonly byte[] Start = "HTTP/1.1 4"u8.ToArray();
    private static readonly byte[] Empty = "Content-Length: 0\r\n"u8.ToArray();
    private static readonly byte[] Last = "Connection: close\r\n"u8.ToArray();

    /// <summary>Watches every plain connection of a server; behind https of its own the bytes are sealed before they pass here.</summary>
    public static void Watch(KestrelServerOptions server)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next =>
            new BareRefusals(next, endpoint.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger<BareRefusals>()).RunAsync));
    }

    /// <summary>Watches what goes out of a connection.</summary>
    public async Task RunAsync(ConnectionContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var transport = connection.Transport;
        connection.Transport = new Watched(transport.Input, new Outgoing(transport.Output, Replace));
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    }

    private byte[]? Replace(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith(Start) || answer.Length > 1024 || answer.IndexOf(Empty) < 0 || answer.IndexOf(Last) < 0 || !answer.EndsWith("\r\n\r\n"u8)) return null;
        if (!int.TryParse(answer.Slice(Start.Length - 1, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return null;
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        code = $"{code[..4]}-{code[4..8]}-{code[8..]}";
        Refused(log, status, code);
        var (title, line) = Words(status);
        var page = Encoding.UTF8.GetBytes($$"""
            <!DOCTYPE html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{{title}} - Cổng Dịch vụ công tỉnh Bắc Kạn</title></head>
            <body><main><h1>{{title}}</h1><p>{{line}}</p><p><a href="{{Links.Search()}}">Tìm thủ tục</a> · <a href="{{Links.Home()}}">Về trang chủ</a></p><p>Khi gọi hỗ trợ, hãy đọc mã sự cố: <strong data-correlation>{{code}}</strong></p></main></body></html>
            """);
        var reason = status switch { 408 => "Request Timeout", 413 => "Content Too Large", 414 => "URI Too Long", 431 => "Request Header Fields Too Large", _ => "Bad Request" };
        var head = $"HTTP/1.1 {status} {reason}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {page.Length}\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. page];
    }

    private static (string Title, string Line) Words(int status) => status switch
    {
        408 => ("Hết giờ chờ", "Đường truyền quá chậm nên yêu cầu chưa gửi xong. Hãy thử lại."),
        413 => ("Nội dung quá lớn", "Hãy gửi ít hơn trong một lần: tách tệp hoặc chụp lại với cỡ ảnh nhỏ hơn."),
        414 => ("Địa chỉ quá dài", "Địa chỉ trang dài hơn mức cổng đọc được. Hãy mở lại từ trang chủ, hoặc tìm bằng ít chữ hơn."),
        431 => ("Trình duyệt gửi quá nhiều thông tin", "Hãy xóa cookie của cổng trong trình duyệt rồi mở lại trang."),
        _ => ("Địa chỉ không hợp lệ", "Địa chỉ có ký tự không dùng được, có thể do chép thiếu hoặc bị đổi khi gửi. Hãy gõ lại hoặc mở từ trang chủ."),
    };

    [LoggerMessage(1, LogLevel.Information, "Refused before it was read: {Status} {Correlation}")]
    private static partial void Refused(ILogger log, int status, string correlation);

    private sealed class Watched(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }

    /// <summary>Passes everything on; asks about the first bytes of what is written at once.</summary>
    private sealed class Outgoing(PipeWriter inner, Func<ReadOnlySpan<byte>, byte[]?> replace) : PipeWriter
    {
        private Memory<byte> _given;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _given = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            // One memory may be filled in several advances: what is left of it stays known
            var isKnown = bytes <= _given.Length;
            var written = isKnown && bytes > Start.Length ? replace(_given.Span[..bytes]) : null;
            _given = isKnown && written is null ? _given[bytes..] : default;
            if (written is null)
            {
                inner.Advance(bytes);
                return;
            }

            for (var at = 0; at < written.Length;)
            {
                var room = inner.GetMemory();
                var part = Math.Min(room.Length, written.Length - at);
                written.AsMemory(at, part).CopyTo(room);
                inner.Advance(part);
                at += part;
            }
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
    }
}
