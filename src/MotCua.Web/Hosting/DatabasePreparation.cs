using MotCua.App;
using MotCua.App.Data;

namespace MotCua.Web.Hosting;

/// <summary>Readies the embedded database before the first request. A PostgreSQL that is behind or away does not stop the host: its pages say so.</summary>
public static partial class DatabasePreparation
{
    /// <summary>Migrates and loads an empty embedded database; <c>MotCua:Prepare=false</c> leaves it as it is.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Configuration.GetValue("MotCua:Prepare", true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            if (!await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(app.Lifetime.ApplicationStopping))
            {
                SchemaBehind(app.Logger);
            }
        }
        catch (Exception e) when (DatabaseFaults.IsUnavailable(e))
        {
            DatabaseAway(app.Logger, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The database schema is behind: run «motcua migrate»")]
    private static partial void SchemaBehind(ILogger log);

    [LoggerMessage(2, LogLevel.Error, "The database cannot be reached")]
    private static partial void DatabaseAway(ILogger log, Exception exception);
}
