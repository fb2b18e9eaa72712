using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MotCua.Web.Hosting;

namespace MotCua.Web.Tests.Shell;

/// <summary>What the server refuses before the portal sees it is still a Vietnamese page with the code of the incident: on a real socket.</summary>
public sealed class BareRefusalTests(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Refused => new()
    {
        { "GET /xac-thuc/%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400, "Địa chỉ không hợp lệ" },
        { "GET /thu-tuc/a%00b?q=1 HTTP/1.1\r\nHost: x\r\n\r\n", 400, "Địa chỉ không hợp lệ" },
        { "BLA BLA BLA\r\n\r\n", 400, "Địa chỉ không hợp lệ" },
        { $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n", 414, "Địa chỉ quá dài" },
        { $"GET / HTTP/1.1\r\nHost: x\r\nCookie: {new string('a', 40_000)}\r\n\r\n", 431, "Trình duyệt gửi quá nhiều thông tin" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Request_RefusedByTheServer_GetsAPage(string request, int status, string title)
    {
        await using var server = await StartAsync();
        var answer = await SendAsync(server, request);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        var (head, body) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Contains($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n", head + "\r\n", StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: default-src 'none'", head, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(body);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Matches("^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$", page.QuerySelector("[data-correlation]")!.TextContent);
    }

    [Fact]
    public async Task Answer_OfThePortal_PassesUnchanged()
    {
        await using var server = await StartAsync();
        Assert.EndsWith("\r\n\r\nxin chào", await SendAsync(server, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        var big = await SendAsync(server, "GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.Equal(300_000, big.Length - big.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
        var chunked = await SendAsync(server, "GET /chunked HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.Equal(200, chunked.Count(c => c == 'ẩ'));
        Assert.EndsWith("0\r\n\r\n", chunked, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 404 ", await SendAsync(server, "GET /empty HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/thu-tuc?q=%00")]
    [InlineData("/tra-cuu/ho-so?ma=H03%00")]
    public async Task Query_WithANullCharacter_GetsTheErrorPage(string address)
    {
        var page = await Portal.PageAsync(portal.Browser(), address, HttpStatusCode.BadRequest);
        Assert.Equal("Yêu cầu không hợp lệ", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-correlation]"));
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(BareRefusals.Watch);
        var app = builder.Build();
        app.MapGet("/", () => Results.Text("xin chào"));
        app.MapGet("/big", () => Results.Text(new string('a', 300_000)));
        app.MapGet("/chunked", async (HttpContext context) =>
        {
            for (var i = 0; i < 200; i++) await context.Response.WriteAsync("đẩy từng phần ");
        });
        app.MapGet("/empty", () => Results.NotFound());
        await app.StartAsync(Ct);
        return app;
    }

    private static async Task<string> SendAsync(WebApplication server, string request)
    {
        var address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, Ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            for (var read = await reader.ReadAsync(buffer, Ct); read > 0; read = await reader.ReadAsync(buffer, Ct)) answer.Append(buffer, 0, read);
        }
        catch (IOException)
        {
            // A server that refuses does not read the rest and may reset the connection after its answer
        }

        return answer.ToString();
    }
}
