using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MotCua.Bench;

/// <summary>A browser reduced to its bytes: one kept connection, one request at a time. On the same processors as the portal, it must cost little.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<RawClient> ConnectAsync(Uri address)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return client;
    }

    /// <summary>Sends, and reads the whole answer.</summary>
    /// <returns>Status and bytes.</returns>
    public async Task<(int Status, int Bytes)> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var read = 0;
        while (true)
        {
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (got == 0) throw new IOException("The portal closed the connection");
            read += got;
            if (IsWhole(_buffer.AsSpan(0, read))) return (int.Parse(Encoding.ASCII.GetString(_buffer, 9, 3), System.Globalization.CultureInfo.InvariantCulture), read);
        }
    }

    /// <summary>The last answer, for a look at what went wrong.</summary>
    public string Last(int bytes) => Encoding.UTF8.GetString(_buffer, 0, bytes);

    public static byte[] Get(string path, string cookies) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nAccept-Encoding: br\r\n\r\n");

    public static byte[] Post(string path, string cookies, string form) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookies}\r\nAccept-Encoding: br\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(form)}\r\n\r\n{form}");

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return head.IndexOf("Transfer-Encoding: chunked"u8) >= 0 && answer.EndsWith("0\r\n\r\n"u8);
        var length = 0;
        foreach (var digit in head[(at + 16)..])
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            length = (length * 10) + (digit - '0');
        }

        return answer.Length >= end + 4 + length;
    }
}
