using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MotCua.App;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.TestKit;

/// <summary>
/// A database of its own for one test, copied from a migrated template, with the application layer on it and a clock that the test moves.
/// It starts on Monday 25/7/2022 at 08:00 local time.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _home;
    private readonly Lazy<ServiceProvider> _services;

    private TestDatabase(DatabaseKind kind, string connectionString, string home, Action<IServiceCollection>? more)
    {
        (Kind, ConnectionString, _home) = (kind, connectionString, home);
        _services = new(() => BuildServices(home, connectionString, Clock, more));
    }

    /// <summary>True when there is a PostgreSQL to test on.</summary>
    public static bool HasPostgres => TestServers.HasPostgres;

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>As for <c>ConnectionStrings__MotCua</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>The home folder (<c>MOTCUA_HOME</c>), removed with the database.</summary>
    public string Home => _home;

    /// <summary>The clock of everything in <see cref="Services"/>.</summary>
    public FakeTimeProvider Clock { get; } = NewClock();

    /// <summary>The application layer on this database. Handlers and read models are taken from a scope.</summary>
    public ServiceProvider Services => _services.Value;

    /// <summary>Makes a database with the schema and nothing in it.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="more">Further registrations, after the application's own.</param>
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? more = null) => CreateAsync(kind, loaded: false, more);

    /// <summary>Makes a database with the schema and the province's reference data: units, divisions, holidays, plan, procedures, forms.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="more">Further registrations, after the application's own.</param>
    public static Task<TestDatabase> CreateLoadedAsync(DatabaseKind kind, Action<IServiceCollection>? more = null) => CreateAsync(kind, loaded: true, more);

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, bool loaded, Action<IServiceCollection>? more)
    {
        var home = Directory.CreateTempSubdirectory("motcua-test-").FullName;
        Directory.CreateDirectory(Path.Combine(home, "var"));
        var connectionString = kind == DatabaseKind.Sqlite
            ? await TestServers.CopySqliteAsync(loaded, Path.Combine(home, "var", "motcua.db"))
            : await TestServers.CopyPostgresAsync(loaded);
        return new TestDatabase(kind, connectionString, home, more);
    }

    /// <summary>A context of its own, with nothing tracked.</summary>
    public MotCuaDb NewContext() => TestServers.NewContext(ConnectionString);

    /// <summary>Uses a handler or read model in a scope of its own, as a request does.</summary>
    public async Task<TResult> UseAsync<T, TResult>(Func<T, Task<TResult>> act)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Uses something in a scope of its own.</summary>
    public async Task UseAsync<T>(Func<T, Task> act)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }

        if (Kind == DatabaseKind.Sqlite)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await TestServers.DropPostgresAsync(ConnectionString);
        }

        Directory.Delete(_home, recursive: true);
    }

    internal static FakeTimeProvider NewClock() => new(ProvinceTime.At(new DateOnly(2022, 7, 25), new TimeOnly(8, 0)));

    internal static ServiceProvider BuildServices(string home, string connectionString, TimeProvider clock, Action<IServiceCollection>? more)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MOTCUA_HOME"] = home,
            ["ConnectionStrings:MotCua"] = connectionString,
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddMotCuaApp(configuration);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
