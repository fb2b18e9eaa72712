using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Security;

namespace MotCua.Web.Tests;

/// <summary>
/// The whole portal in this process, on a database of its own: HTTP in, DOM out. <c>await using var portal = await LivePortal.StartAsync();</c>
/// The clock is the database's (Monday 25/7/2022 08:00 local) unless <c>realClock</c>.
/// </summary>
public sealed class LivePortal : IAsyncDisposable
{
    private static readonly Uri Root = new("http://localhost");
    private readonly WebApplicationFactory<Program> _factory;

    private LivePortal(TestDatabase database, WebApplicationFactory<Program> factory) => (Database, _factory) = (database, factory);

    /// <summary>The database, with its clock and an application layer of its own for arranging.</summary>
    public TestDatabase Database { get; }

    /// <summary>The clock of portal and database.</summary>
    public FakeTimeProvider Clock => Database.Clock;

    /// <summary>The portal's own services.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <summary>Starts a portal.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="settings">Configuration, <c>A:B</c> → value.</param>
    /// <param name="realClock">True = the system's clock, for tests with an identity provider.</param>
    /// <param name="services">Further registrations.</param>
    /// <param name="loaded">True = with the province's own data.</param>
    public static async Task<LivePortal> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, IReadOnlyDictionary<string, string>? settings = null, bool realClock = false, Action<IServiceCollection>? services = null, bool loaded = false)
    {
        var database = loaded ? await TestDatabase.CreateLoadedAsync(kind) : await TestDatabase.CreateAsync(kind);
#pragma warning disable CA2000 // disposed with the portal
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("MOTCUA_HOME", database.Home);
            web.UseSetting("ConnectionStrings:MotCua", database.ConnectionString);
            web.UseSetting("MotCua:Prepare", "false");
            web.UseSetting("MotCua:PasswordIterations", "1000");
            web.UseSetting("Limits:SignInsPerMinute", "100000");
            web.UseSetting("Limits:RequestsPerMinute", "0");
            foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            {
                web.UseSetting(name, value);
            }

            web.ConfigureLogging(l => l.ClearProviders().AddProvider(new FaultLog()).SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.None));
            web.ConfigureTestServices(s =>
            {
                if (!realClock)
                {
                    s.RemoveAll<TimeProvider>();
                    s.AddSingleton<TimeProvider>(database.Clock);
                }

                services?.Invoke(s);
            });
        });
#pragma warning restore CA2000
        return new LivePortal(database, factory);
    }

    /// <summary>A browser of its own, not signed in. It keeps cookies and does not follow redirects.</summary>
    public HttpClient Stranger() => Browser(new CookieContainer());

    /// <summary>A browser with the given cookies.</summary>
    public HttpClient Browser(CookieContainer cookies) => _factory.CreateDefaultClient(Root, new CookieContainerHandler(cookies));

    /// <summary>A browser in which an officer is signed in who holds the role for the unit; each call makes another officer.</summary>
    public Task<HttpClient> SignInAsync(Role role, string unitKey) => SignInAsync(new Grant(role, unitKey));

    /// <summary>A browser in which an officer with these roles is signed in.</summary>
    public async Task<HttpClient> SignInAsync(params Grant[] grants) => await SignInAsync(await OfficerAsync(grants));

    /// <summary>A browser in which an existing officer is signed in.</summary>
    public async Task<HttpClient> SignInAsync(OfficerRow officer)
    {
        var begun = await InScopeAsync(async s =>
        {
            var id = s.GetRequiredService<Sessions>().Start(officer.Id, isOfficer: true);
            await s.GetRequiredService<MotCuaDb>().SaveChangesAsync();
            return new SessionBegun(id, officer.Id, officer.SecurityStamp);
        });
        return Browser(Mint(begun, Schemes.Officer));
    }

    /// <summary>A browser in which a citizen is signed in; each call with another subject makes another account.</summary>
    public async Task<HttpClient> SignInCitizenAsync(
        string name = "Nông Văn Tài", string identityNumber = "006090001234", string assurance = "LoA2", string? subject = null, bool isOrganisation = false)
    {
        var begun = await InScopeAsync(async s => (await s.GetRequiredService<SignInCitizenHandler>().HandleAsync(new SignInCitizen(new CitizenIdentity
        {
            Issuer = "https://id.example",
            Subject = subject ?? identityNumber,
            AssuranceLevel = assurance,
            FullName = name,
            IdentityNumber = identityNumber,
            BirthOn = new DateOnly(1990, 5, 17),
            Gender = "nam",
            Phone = "0912345678",
            Email = "tai@example.vn",
            Address = "Tổ 5, phường Đức Xuân, thành phố Bắc Kạn",
            CommuneCode = "01840",
            IsOrganisation = isOrganisation,
        }, ""), Actor.Stranger, default)).Value);
        return Browser(Mint(begun, Schemes.Citizen));
    }

    /// <summary>Makes an officer with the roles, in force since 2022-01-01. The password is <see cref="Password"/>.</summary>
    public Task<OfficerRow> OfficerAsync(params Grant[] grants) => InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<MotCuaDb>();
        var now = s.GetRequiredService<TimeProvider>().GetUtcNow();
        var officer = new OfficerRow
        {
            Id = Ids.NewGuid(now),
            UserName = "canbo." + Guid.NewGuid().ToString("N")[..8],
            DisplayName = "Hoàng Thị Lan",
            Title = "Chuyên viên",
            SecurityStamp = OfficerCredentials.NewStamp(),
            CreatedAt = now,
            SearchText = "hoang thi lan",
            TotpSecretCipher = s.GetRequiredService<PersonalDataVault>().Seal(Secret),
        };
        officer.PasswordHash = s.GetRequiredService<OfficerCredentials>().Hash(officer, Password);
        db.Officers.Add(officer);
        foreach (var grant in grants)
        {
            db.Grants.Add(new GrantRow { Id = Ids.NewGuid(now), OfficerId = officer.Id, Role = grant.Role, UnitKey = grant.UnitKey, From = new DateOnly(2022, 1, 1), DecisionNo = "01/QĐ" });
        }

        await db.SaveChangesAsync();
        return officer;
    });

    /// <summary>Password of every officer of the tests.</summary>
    public const string Password = "nui-song-thac-ho-2022";

    /// <summary>TOTP secret of every officer of the tests.</summary>
    public const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    /// <summary>Uses the portal's services in a scope of their own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Database.DisposeAsync();
    }

    private CookieContainer Mint(SessionBegun begun, string scheme)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            SessionClaims.Ticket(begun, scheme, now), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, scheme);
        var cookies = new CookieContainer();
        cookies.Add(Root, new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
        return cookies;
    }
}

/// <summary>Shows the portal's errors beside the test that met them.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Console.WriteLine($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}

/// <summary>Pages as documents, forms as people send them.</summary>
public static class Browsing
{
    /// <summary>Reads an answer as a document.</summary>
    public static async Task<IHtmlDocument> DomAsync(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Gets a page that must be there.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string address)
    {
        ArgumentNullException.ThrowIfNull(browser);
        using var response = await browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {(int)response.StatusCode} {response.Headers.Location}");
        return await response.DomAsync();
    }

    /// <summary>Opens a page, fills its form and sends it. Fields not named keep what the page gave them; a field with null is left out.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">The page.</param>
    /// <param name="fields">What is typed, by name.</param>
    /// <param name="form">Selector of the form; default the first form in main.</param>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string address, IReadOnlyDictionary<string, string?> fields, string form = "main form") =>
        await browser.SendFormAsync(await browser.PageAsync(address), address, fields, form);

    /// <summary>Fills a form of an opened page and sends it.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser, IHtmlDocument page, string address, IReadOnlyDictionary<string, string?> fields, string form = "main form")
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(fields);
        var element = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{address} has no {form}");
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var control in element.QuerySelectorAll("input[name],select[name],textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (!fields.ContainsKey(name) && ValueOf(control) is { } value)
            {
                sent.Add(new(name, value));
            }
        }

        sent.AddRange(fields.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Key, f.Value!)));
        var action = element.GetAttribute("action") is { Length: > 0 } given ? given : address;
        using var content = new FormUrlEncodedContent(sent);
        return await browser.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
    }

    private static string? ValueOf(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement { Type: "file" or "submit" or "button" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
