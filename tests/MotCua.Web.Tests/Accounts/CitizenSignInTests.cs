using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.Sandbox;
using MotCua.Sandbox.Identity;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Accounts;

/// <summary>Citizens through OpenID Connect: against our stand-in, which also misbehaves, and against the independent certified provider.</summary>
public sealed class CitizenSignInTests
{
    private const string Account = "/tai-khoan";

    [Theory, BothDatabases]
    public async Task SignIn_AtTheSandbox_MakesTheAccountAndComesBack(DatabaseKind kind)
    {
        await using var stage = await Stage.WithSandboxAsync(kind);
        using var browser = stage.Portal.Stranger();
        Assert.Equal(Account, await stage.SignInAsync(browser, "tai", Account));

        var page = await browser.PageAsync(Account);
        Assert.Contains("Nông Văn Tài", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("006090001234", page.Body.TextContent, StringComparison.Ordinal);
        await using var db = stage.Portal.Database.NewContext();
        var row = await db.Accounts.SingleAsync();
        Assert.Equal("tai", row.Subject);
        Assert.Equal("LoA2", row.AssuranceLevel);
        Assert.Equal("nam", row.Gender);
        Assert.Equal(new DateOnly(1990, 5, 17), row.BirthOn);
        Assert.StartsWith("Tổ 5", row.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("006090001234", row.IdentityCipher, StringComparison.Ordinal);
        Assert.Equal(stage.Portal.Services.GetRequiredService<PersonalDataVault>().Index("006090001234"), row.IdentityIndex);
    }

    [Fact]
    public async Task SignIn_Twice_KeepsOneAccount()
    {
        await using var stage = await Stage.WithSandboxAsync();
        for (var i = 0; i < 2; i++)
        {
            using var browser = stage.Portal.Stranger();
            Assert.Equal(Account, await stage.SignInAsync(browser, "hop-tac-xa", Account));
        }

        await using var db = stage.Portal.Database.NewContext();
        Assert.True((await db.Accounts.SingleAsync()).IsOrganisation);
        Assert.Equal(2, await db.Sessions.CountAsync());
    }

    [Theory]
    [InlineData("chu-ky")]
    [InlineData("nonce")]
    [InlineData("het-han")]
    [InlineData("nguoi-nhan")]
    [InlineData("500")]
    public async Task SignIn_WhenTheProviderMisbehaves_IsRefusedWithAWayOut(string misbehaviour)
    {
        await using var stage = await Stage.WithSandboxAsync();
        // Discovery is read while all is well, as on a running portal
        using (var before = stage.Portal.Stranger())
        {
            Assert.Equal(Account, await stage.SignInAsync(before, "tai", Account));
        }

        using var browser = stage.Portal.Stranger();
        var back = await stage.AskAsync(browser, "tai", Account);
        stage.Sandbox!.Services.GetRequiredService<Misbehaviour>().Kind = misbehaviour;
        var where = await Stage.ReturnAsync(browser, back);
        Assert.StartsWith("/dang-nhap?ketQua=loi&returnUrl=", where, StringComparison.Ordinal);
        Assert.NotNull((await browser.PageAsync(where)).QuerySelector(".govuk-error-summary"));
        using var account = await browser.GetAsync(new Uri(Account, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, account.StatusCode);
    }

    [Fact]
    public async Task SignIn_AfterTheProviderChangedItsKeys_Works()
    {
        await using var stage = await Stage.WithSandboxAsync();
        using (var before = stage.Portal.Stranger())
        {
            Assert.Equal(Account, await stage.SignInAsync(before, "tai", Account));
        }

        stage.Sandbox!.Services.GetRequiredService<SigningKeys>().Rotate();
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        using var browser = stage.Portal.Stranger();
        Assert.Equal(Account, await stage.SignInAsync(browser, "hoa", Account));
    }

    [Fact]
    public async Task Callback_WithForgedOrForeignState_IsRefused()
    {
        await using var stage = await Stage.WithSandboxAsync();
        using var browser = stage.Portal.Stranger();
        var back = await stage.AskAsync(browser, "tai", Account);
        using var stranger = stage.Portal.Stranger();
        Assert.StartsWith("/dang-nhap?ketQua=loi", await Stage.ReturnAsync(stranger, back), StringComparison.Ordinal);
        Assert.StartsWith("/dang-nhap?ketQua=loi", await Stage.ReturnAsync(browser, back.Replace("state=", "state=x", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var account = await stranger.GetAsync(new Uri(Account, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, account.StatusCode);
    }

    [Fact]
    public async Task Callback_Twice_WorksOnce()
    {
        await using var stage = await Stage.WithSandboxAsync();
        using var browser = stage.Portal.Stranger();
        var back = await stage.AskAsync(browser, "tai", Account);
        Assert.Equal(Account, await Stage.ReturnAsync(browser, back));
        Assert.StartsWith("/dang-nhap?ketQua=loi", await Stage.ReturnAsync(browser, back), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WhenThePersonDeclines_SaysSo()
    {
        await using var stage = await Stage.WithSandboxAsync();
        using var browser = stage.Portal.Stranger();
        Assert.StartsWith("/dang-nhap?ketQua=huy", await stage.SignInAsync(browser, "", Account), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task SignIn_WithForeignReturnAddress_StaysHere(string address)
    {
        await using var stage = await Stage.WithSandboxAsync();
        using var browser = stage.Portal.Stranger();
        Assert.Equal(Links.MyDossiers(), await stage.SignInAsync(browser, "tai", address));
    }

    [Fact]
    public async Task SignOut_EndsTheSessionHereAndAtTheProvider()
    {
        await using var stage = await Stage.WithSandboxAsync();
        using var browser = stage.Portal.Stranger();
        await stage.SignInAsync(browser, "tai", Account);
        using var response = await browser.SendFormAsync(Account, new Dictionary<string, string?>(), "main form[action='/dang-xuat']");
        var provider = response.Headers.Location!;
        Assert.StartsWith(stage.Issuer + "/end-session", provider.ToString(), StringComparison.Ordinal);
        Assert.Contains("id_token_hint=", provider.Query, StringComparison.Ordinal);
        using var outside = Stage.Outside();
        using var ended = await outside.GetAsync(provider);
        Assert.Equal("/dang-xuat", await Stage.ReturnAsync(browser, ended.Headers.Location!.ToString()));
        using var account = await browser.GetAsync(new Uri(Account, UriKind.Relative));
        Assert.Equal("/dang-nhap?returnUrl=%2Ftai-khoan", OfficerSignInTests.Where(account));
    }

    [Theory]
    [InlineData("an", "Nguyễn Văn An", "mức 2")]
    [InlineData("binh", "Hoàng Thị Bình", "mức 2")]
    [InlineData("nameless", "–", "mức 1")]
    public async Task SignIn_AtTheCertifiedProvider_TakesItsClaims(string account, string name, string level)
    {
        await using var stage = await Stage.WithCertifiedAsync();
        using var browser = stage.Portal.Stranger();
        Assert.Equal(Account, await stage.SignInAsync(browser, account, Account));
        var text = (await browser.PageAsync(Account)).Body!.TextContent;
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains(level, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AfterTheCertifiedProviderChangedItsKeys_Works()
    {
        await using var stage = await Stage.WithCertifiedAsync();
        using (var before = stage.Portal.Stranger())
        {
            Assert.Equal(Account, await stage.SignInAsync(before, "an", Account));
        }

        await stage.Certified!.RotateKeysAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        using var browser = stage.Portal.Stranger();
        Assert.Equal(Account, await stage.SignInAsync(browser, "binh", Account));
    }

    /// <summary>A portal with an identity provider beside it.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        public required LivePortal Portal { get; init; }

        public required string Issuer { get; init; }

        public WebApplication? Sandbox { get; init; }

        public OidcProviderFixture? Certified { get; init; }

        public static async Task<Stage> WithSandboxAsync(DatabaseKind kind = DatabaseKind.Sqlite)
        {
            var sandbox = SandboxHost.Build(["--urls=http://127.0.0.1:0", "--Sandbox:SmtpPort=0", "--Logging:LogLevel:Default=None"]);
            await sandbox.StartAsync();
            var url = sandbox.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new Stage
            {
                Sandbox = sandbox,
                Issuer = url + "/dinh-danh",
                Portal = await LivePortal.StartAsync(kind, new Dictionary<string, string> { ["Sandbox:Url"] = url }, realClock: true),
            };
        }

        public static async Task<Stage> WithCertifiedAsync()
        {
            var provider = await OidcProviderFixture.StartAsync(TestContext.Current.CancellationToken);
            return new Stage
            {
                Certified = provider,
                Issuer = provider.Issuer.ToString().TrimEnd('/'),
                Portal = await LivePortal.StartAsync(settings: new Dictionary<string, string>
                {
                    ["MotCua:Identity:Authority"] = provider.Issuer.ToString().TrimEnd('/'),
                    ["MotCua:Identity:ClientId"] = OidcProviderFixture.ClientId,
                    ["MotCua:Identity:ClientSecret"] = OidcProviderFixture.ClientSecret,
                }, realClock: true),
            };
        }

        public static HttpClient Outside() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

        /// <summary>Goes to the provider as the person and returns the address that it sends the browser back to.</summary>
        public async Task<string> AskAsync(HttpClient browser, string person, string returnUrl)
        {
            using var start = await browser.GetAsync(new Uri("/dang-nhap/bat-dau?returnUrl=" + Uri.EscapeDataString(returnUrl), UriKind.Relative));
            var next = start.Headers.Location!;
            Assert.StartsWith(Issuer, next.ToString(), StringComparison.Ordinal);
            // In the address, or pushed beforehand where the provider takes that
            Assert.Matches("code_challenge_method=S256|request_uri=", next.Query);
            using var outside = Outside();
            if (person.Length == 0)
            {
                using var none = new FormUrlEncodedContent(new Dictionary<string, string> { ["nguoi"] = "" });
                using var declined = await outside.PostAsync(next, none);
                return declined.Headers.Location!.ToString();
            }

            return await PickAsync(outside, next, person);
        }

        private static async Task<string> PickAsync(HttpClient outside, Uri next, string person)
        {
            next = new Uri(next + "&login_hint=" + person);
            for (var hop = 0; hop < 8; hop++)
            {
                using var response = await outside.GetAsync(next);
                if (response.Headers.Location is { } to)
                {
                    next = new Uri(next, to);
                }
                else
                {
                    // The certified provider's page with a button for each person
                    var form = (await response.DomAsync()).QuerySelector("form") ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                    next = new Uri(next, form.GetAttribute("action") + "?account=" + person);
                }

                if (next.AbsolutePath == "/signin-oidc")
                {
                    return next.ToString();
                }
            }

            throw new InvalidOperationException("The provider did not come back.");
        }

        /// <summary>Comes back to the portal and follows it as long as it stays on the way; returns where the person ends.</summary>
        public static async Task<string> ReturnAsync(HttpClient browser, string back)
        {
            using var response = await browser.GetAsync(new Uri(new Uri(back).PathAndQuery, UriKind.Relative));
            return OfficerSignInTests.Where(response);
        }

        public async Task<string> SignInAsync(HttpClient browser, string person, string returnUrl)
        {
            var where = await ReturnAsync(browser, await AskAsync(browser, person, returnUrl));
            for (var again = 0; again < 5 && where.StartsWith(Issuer, StringComparison.Ordinal); again++)
            {
                // Keys are being read anew beside the request: once more, without the person doing anything
                using var outside = Outside();
                where = await ReturnAsync(browser, await PickAsync(outside, new Uri(where), person));
            }

            return where;
        }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            if (Sandbox is not null)
            {
                await Sandbox.DisposeAsync();
            }

            if (Certified is not null)
            {
                await Certified.DisposeAsync();
            }
        }
    }
}
