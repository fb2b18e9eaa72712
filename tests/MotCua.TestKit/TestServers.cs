using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App;
using MotCua.App.Data;
using MotCua.Dev;
using Npgsql;

namespace MotCua.TestKit;

/// <summary>The migrated templates, made once in a process, and the PostgreSQL server that holds one of them.</summary>
internal static class TestServers
{
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static readonly Lazy<Task<string>>[] SqliteTemplates = [new(() => MakeSqliteAsync(loaded: false)), new(() => MakeSqliteAsync(loaded: true))];
    private static readonly Lazy<Task<string>>[] PostgresTemplates = [new(() => MakePostgresAsync(loaded: false)), new(() => MakePostgresAsync(loaded: true))];
    private static readonly Lazy<Task<string>> Server = new(FindServerAsync);
    private static int _count;

    public static bool HasPostgres => Given is not null || PrivatePostgres.FindBinaries() is not null;

    private static string? Given => Environment.GetEnvironmentVariable("MOTCUA_TEST_PG") is { Length: > 0 } given ? given : null;

    public static MotCuaDb NewContext(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<MotCuaDb>();
        DatabaseChoice.From(connectionString, Path.GetTempPath()).Configure(builder);
        return new MotCuaDb(builder.Options);
    }

    public static async Task<string> CopySqliteAsync(bool loaded, string file)
    {
        File.Copy(await SqliteTemplates[loaded ? 1 : 0].Value, file);
        return $"Data Source={file}";
    }

    public static async Task<string> CopyPostgresAsync(bool loaded)
    {
        var template = await PostgresTemplates[loaded ? 1 : 0].Value;
        var name = $"motcua_{Run}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return await OnServerAsync(name, pooling: true);
    }

    public static async Task DropPostgresAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
    }

    private static async Task<string> MakeSqliteAsync(bool loaded)
    {
        var folder = Directory.CreateTempSubdirectory("motcua-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await FillAsync($"Data Source={file};Pooling=False", loaded);
        await using (var db = NewContext($"Data Source={file};Pooling=False"))
        {
            // One file, no log beside it: it is copied as it stands
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return file;
    }

    private static async Task<string> MakePostgresAsync(bool loaded)
    {
        var name = $"motcua_{Run}_{(loaded ? "loaded" : "empty")}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        await FillAsync(await OnServerAsync(name, pooling: false), loaded);
        if (Given is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)").GetAwaiter().GetResult();
        }

        return name;
    }

    private static async Task FillAsync(string connectionString, bool loaded)
    {
        if (!loaded)
        {
            await using var db = NewContext(connectionString);
            await db.Database.MigrateAsync();
            return;
        }

        var home = Directory.CreateTempSubdirectory("motcua-load-").FullName;
        await using (var services = TestDatabase.BuildServices(home, connectionString, TestDatabase.NewClock(), null))
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FirstStart>().MigrateAsync(CancellationToken.None);
        }

        Directory.Delete(home, recursive: true);
    }

    private static async Task<string> FindServerAsync()
    {
        if (Given is { } given)
        {
            return given;
        }

        var cluster = await PrivatePostgres.StartAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("PostgreSQL is not here: the test should have been skipped.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Release();
        return cluster.ConnectionString;
    }

    private static async Task<string> OnServerAsync(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(await Server.Value) { Database = database, Pooling = pooling, MaxPoolSize = 20, IncludeErrorDetail = true }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await Server.Value) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
