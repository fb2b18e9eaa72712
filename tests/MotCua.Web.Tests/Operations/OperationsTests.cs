using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Operations;

public sealed class OperationsTests
{
    private static readonly string[] OperatorPages = ["/can-bo/van-hanh", "/can-bo/van-hanh/hop-thu-di", "/can-bo/van-hanh/hop-thu-di?trang-thai=dang-cho"];
    private static readonly string[] AuditorPages = ["/can-bo/nhat-ky", "/can-bo/nhat-ky/chuoi"];

    [Fact]
    public async Task Pages_EachRole_SeesItsOwnOnly()
    {
        await using var portal = await LivePortal.StartAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await portal.SignInAsync(role, "vpubnd");
            foreach (var address in OperatorPages.Concat(AuditorPages))
            {
                var may = AuditorPages.Contains(address) ? role == Role.Auditor : role is Role.Operator or Role.ProvinceAdministrator;
                using var response = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(response.StatusCode == (may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role} {address}: {response.StatusCode}");
            }
        }

        using var stranger = await portal.Stranger().GetAsync(new Uri("/can-bo/van-hanh", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("/can-bo/dang-nhap", stranger.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Outbox_Parked_IsSentAgainOrGivenUpWithAReason()
    {
        await using var portal = await LivePortal.StartAsync();
        var ids = await ParkAsync(portal, 3);
        var browser = await portal.SignInAsync(Role.Operator, "vpubnd");

        using var none = await browser.SendFormAsync("/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?> { ["act"] = "gui" });
        Assert.Contains("Chọn ít nhất một", (await none.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent);

        using var again = await browser.SendFormAsync("/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?> { ["Ids"] = ids[0].ToString(), ["act"] = "gui" });
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);

        using var why = await browser.SendFormAsync("/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?> { ["Ids"] = ids[1].ToString(), ["act"] = "bo" });
        var page = await why.DomAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, why.StatusCode);
        Assert.Contains("Ghi lý do", page.QuerySelector(".govuk-error-summary")!.TextContent);
        Assert.NotNull(page.QuerySelector($"input[value='{ids[1]}'][checked]"));

        using var up = await browser.SendFormAsync("/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?> { ["Ids"] = ids[1].ToString(), ["act"] = "bo", ["Reason"] = "Địa chỉ không còn" });
        Assert.Equal(HttpStatusCode.Redirect, up.StatusCode);

        await using var db = portal.Database.NewContext();
        Assert.Equal([OutboxState.Pending, OutboxState.Cancelled, OutboxState.Parked], ids.Select(id => db.Outbox.Single(o => o.Id == id).State));
        var auditor = await (await portal.SignInAsync(Role.Auditor, "vpubnd")).PageAsync("/can-bo/nhat-ky?khoa=outbox");
        Assert.Equal(2, auditor.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Bỏ thông báo bị giữ", auditor.QuerySelector("tbody")!.TextContent);
        Assert.Contains("OutboxCancelled", auditor.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task Chain_UnknownCode_SaysSo()
    {
        await using var portal = await LivePortal.StartAsync();
        var browser = await portal.SignInAsync(Role.Auditor, "vpubnd");

        using var response = await browser.SendFormAsync("/can-bo/nhat-ky/chuoi", new Dictionary<string, string?> { ["Code"] = "NH-KHONGCO123" });

        Assert.Contains("Không có hồ sơ nào", (await response.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent);
    }

    [Fact]
    public async Task Ready_OnlyTheDatabaseIsCritical()
    {
        var watch = new DatabaseWatch();
        await using var portal = await LivePortal.StartAsync(services: watch.Into);
        await ParkAsync(portal, 1);

        var (status, body) = await ReadyAsync(portal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Degraded", body.GetProperty("status").GetString());
        Assert.Equal("Healthy", StateOf(body, "database"));
        Assert.Equal("Degraded", StateOf(body, "outbox"));
        Assert.Equal("Degraded", StateOf(body, "mail"));

        watch.IsAway = true;
        (status, body) = await ReadyAsync(portal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Unhealthy", StateOf(body, "database"));
        Assert.DoesNotContain("unable to open", body.ToString());
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadyAsync(LivePortal portal)
    {
        using var response = await portal.Stranger().GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, json.RootElement.Clone());
    }

    private static string? StateOf(JsonElement body, string check) =>
        body.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == check).GetProperty("status").GetString();

    private static async Task<List<Guid>> ParkAsync(LivePortal portal, int count)
    {
        await using var db = portal.Database.NewContext();
        var now = portal.Clock.GetUtcNow();
        var rows = Enumerable.Range(0, count).Select(i => new OutboxRow
        {
            Id = Ids.NewGuid(now.AddSeconds(i)),
            Destination = "email",
            Kind = "DossierAccepted",
            BodyCipher = "",
            CreatedAt = now,
            NextAttemptAt = now,
            AttemptCount = 7,
            State = OutboxState.Parked,
            LastError = "SmtpException",
        }).ToList();
        db.Outbox.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return rows.ConvertAll(r => r.Id);
    }
}
