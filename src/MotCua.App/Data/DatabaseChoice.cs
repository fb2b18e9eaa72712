using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MotCua.App.Data;

/// <summary>Which database is meant (contracts, In general): <c>Host=</c> PostgreSQL, <c>Data Source=</c> SQLite, absent the embedded file.</summary>
public sealed record DatabaseChoice(bool IsPostgres, string ConnectionString, bool IsEmbedded)
{
    /// <summary>Assembly that holds the migrations of PostgreSQL.</summary>
    public const string PostgresMigrations = "MotCua.Migrations.Postgres";

    /// <summary>Assembly that holds the migrations of SQLite.</summary>
    public const string SqliteMigrations = "MotCua.Migrations.Sqlite";

    /// <summary>Reads the connection string; an empty one means <c>var/motcua.db</c> under the home folder.</summary>
    /// <param name="connectionString">Value of <c>ConnectionStrings__MotCua</c>, or null.</param>
    /// <param name="home">Home folder (<c>MOTCUA_HOME</c>).</param>
    /// <exception cref="ArgumentException">The connection string names no database.</exception>
    public static DatabaseChoice From(string? connectionString, string home)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            var folder = Path.Combine(home, "var");
            Directory.CreateDirectory(folder);
            return new(false, Sqlite($"Data Source={Path.Combine(folder, "motcua.db")}"), true);
        }

        return connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? new(true, Postgres(connectionString), false)
            : new(false, Sqlite(connectionString), true);
    }

    /// <summary>Points the options at the database.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (IsPostgres)
        {
            builder.UseNpgsql(ConnectionString, o => o.MigrationsAssembly(PostgresMigrations));
        }
        else
        {
            builder.UseSqlite(ConnectionString, o => o.MigrationsAssembly(SqliteMigrations));
            builder.AddInterceptors(SqlitePragmas.Instance);
        }

        builder.UseSnakeCaseNamingConvention();
        builder.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    // Statements that come again are planned once a connection, and a connection is lent again without a reset, since nothing here leaves state on one. An
    // operator's own settings are left alone: a pooler of transactions between wants «Max Auto Prepare=0»
    private static string Postgres(string text)
    {
        var builder = new NpgsqlConnectionStringBuilder(text);
        if (string.IsNullOrEmpty(builder.Host)) throw new ArgumentException("Chuỗi kết nối PostgreSQL thiếu Host.");
        if (!builder.ContainsKey("Max Auto Prepare")) (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (200, 3);
        if (!builder.ContainsKey("No Reset On Close")) builder.NoResetOnClose = true;
        return builder.ToString();
    }

    private static string Sqlite(string text)
    {
        var builder = new SqliteConnectionStringBuilder(text) { DefaultTimeout = 30, ForeignKeys = true };
        if (builder.DataSource.Length == 0) throw new ArgumentException("Chuỗi kết nối phải có Host= (PostgreSQL) hoặc Data Source= (SQLite).");
        return builder.ToString();
    }
}
