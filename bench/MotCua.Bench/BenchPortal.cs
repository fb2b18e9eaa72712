using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MotCua.App.Accounts;
using MotCua.TestKit;
using MotCua.Web.Security;
using Npgsql;

namespace MotCua.Bench;

/// <summary>
/// The portal as it is published, on a real port and a durable PostgreSQL, with the province's data. Jobs in the background do not run: they are another
/// measure, and on several nodes another machine's.
/// </summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    private BenchPortal(TestDatabase database, string connectionString, WebApplicationFactory<Program> factory, int port) =>
        (Database, ConnectionString, _factory, Address) = (database, connectionString, factory, new Uri(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));

    public TestDatabase Database { get; }

    public string ConnectionString { get; }

    public IServiceProvider Services => _factory.Services;

    public Uri Address { get; }

    public static async Task<BenchPortal> StartAsync(Action<IServiceCollection>? services = null)
    {
        if (!TestDatabase.HasPostgres) throw new InvalidOperationException("These benchmarks need PostgreSQL: install it or set MOTCUA_TEST_PG");
        var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres);
        var connectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 64, IncludeErrorDetail = false }.ToString();
        var port = MotCua.Dev.PrivatePostgres.FreePort();
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            web.UseContentRoot(Path.Combine(MotCua.Dev.Shell.Root, "src", "MotCua.Web"));
            web.ConfigureKestrel(o => o.Listen(System.Net.IPAddress.Loopback, port));
            web.UseSetting("MOTCUA_HOME", database.Home);
            web.UseSetting("ConnectionStrings:MotCua", connectionString);
            web.UseSetting("Limits:RequestsPerMinute", "0");
            web.UseSetting("Limits:LookupsPerMinute", "1000000000");
            web.ConfigureLogging(l => l.ClearProviders().SetMinimumLevel(LogLevel.Error).AddConsole());
            web.ConfigureTestServices(s =>
            {
                foreach (var job in s.Where(d => d.ServiceType == typeof(IHostedService) && d.ImplementationType?.Namespace?.StartsWith("MotCua", StringComparison.Ordinal) == true).ToList()) s.Remove(job);
                services?.Invoke(s);
            });
        });
        factory.UseKestrel();
        factory.StartServer();
        await Task.Yield();
        return new BenchPortal(database, connectionString, factory, port);
    }

    /// <summary>Uses the portal's services in a scope of their own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>The cookie of a session, as <c>name=value</c>.</summary>
    public string Cookie(SessionBegun begun, string scheme)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(SessionClaims.Ticket(begun, scheme, now), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>What a form of the portal carries for this person: its cookie and its hidden field, as any page of a form would have given them.</summary>
    public (string Cookie, string Field) Antiforgery(SessionBegun begun, string scheme)
    {
        var context = new DefaultHttpContext { RequestServices = Services, User = SessionClaims.Ticket(begun, scheme, TimeProvider.System.GetUtcNow()) };
        var tokens = Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        var options = Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        return ($"{options.Cookie.Name}={tokens.CookieToken}", $"{options.FormFieldName}={Uri.EscapeDataString(tokens.RequestToken!)}");
    }

    /// <summary>Round trips to PostgreSQL, each command or batch one, while something is done.</summary>
    public static async Task<int> RoundTripsAsync(Func<Task> act)
    {
        var trips = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => Interlocked.Increment(ref trips),
        };
        ActivitySource.AddActivityListener(listener);
        await act();
        return trips;
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Database.DisposeAsync();
    }
}
