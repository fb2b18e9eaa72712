using System.Net;
using System.Text.Json;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Lookup;

/// <summary>The public lookup of the contracts: code, state, progress, and nothing else.</summary>
public sealed class PublicLookupTests
{
    [Fact]
    public async Task Api_KnownCode_GivesExactlyThreeMembers()
    {
        await using var portal = await LivePortal.StartAsync();
        var code = await OneAsync(portal);
        using var browser = portal.Stranger();
        using var json = JsonDocument.Parse(await browser.GetStringAsync(new Uri("/api/v1/public/dossiers/" + code, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(["code", "state", "progress"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal((code, 1, 10), (json.RootElement.GetProperty("code").GetString(), json.RootElement.GetProperty("state").GetInt32(), json.RootElement.GetProperty("progress").GetInt32()));
        var page = await browser.PageAsync("/tra-cuu/ho-so?ma=" + code);
        Assert.Contains("Đã nộp, chờ tiếp nhận", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nông Văn Tài", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAndMalformedCodes_GetTheSame404()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = portal.Stranger();
        var bodies = new List<string>();
        foreach (var code in new[] { "NH-0000000000", "H03.15-220725-0001", "x", "NH-12", "%27%20or%201=1", new string('9', 300) })
        {
            using var api = await browser.GetAsync(new Uri("/api/v1/public/dossiers/" + code, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
            bodies.Add(await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            using var page = await browser.GetAsync(new Uri("/tra-cuu/ho-so?ma=" + code, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        }

        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task ThirtyFirstLookupInAMinute_IsToldWhenToTryAgain()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = portal.Stranger();
        for (var i = 0; i < 30; i++)
        {
            using var ok = await browser.GetAsync(new Uri("/api/v1/public/dossiers/NH-0000000000", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, ok.StatusCode);
        }

        using var refused = await browser.GetAsync(new Uri("/api/v1/public/dossiers/NH-0000000000", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        using var said = System.Text.Json.JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Bạn gửi quá nhiều yêu cầu", said.RootElement.GetProperty("title").GetString());
        using var page = await browser.GetAsync(new Uri("/tra-cuu/ho-so?ma=NH-0000000000", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
    }

    private static Task<string> OneAsync(LivePortal portal) => portal.InScopeAsync(async s =>
    {
        var journal = (Journal)s.GetService(typeof(Journal))!;
        var db = (App.Data.MotCuaDb)s.GetService(typeof(App.Data.MotCuaDb))!;
        var act = journal.Begin("DossierSubmitting", Actor.System("test"));
        var dossier = new Dossier(Ids.NewGuid(act.At));
        var code = SubmissionCode.New().Value;
        var filing = new Domain.Dossiers.Filing("1.004873", Guid.NewGuid(), "", "u", "u", "u", Channel.Online, AssistedBy.Self);
        journal.Record(act, dossier, DossierChain.Start, new DossierSubmitted(code, filing, Guid.NewGuid(), Guid.NewGuid(), null, "", act.At.AddHours(8), ApplicantKind.Person, "", true));
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync();
        return code;
    });
}
