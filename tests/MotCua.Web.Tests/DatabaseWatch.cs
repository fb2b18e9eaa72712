using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MotCua.App.Data;

namespace MotCua.Web.Tests;

/// <summary>Stands between the portal and its database: counts the commands, and lets the database go away.</summary>
public sealed class DatabaseWatch : DbCommandInterceptor
{
    private int _count;

    /// <summary>Commands since <see cref="Reset"/>.</summary>
    public int Count => _count;

    /// <summary>True: every command fails as when the database cannot be opened.</summary>
    public bool IsAway { get; set; }

    /// <summary>Begins to count anew.</summary>
    public void Reset() => _count = 0;

    /// <summary>Registers it in a portal, without the jobs that run beside it.</summary>
    public void Into(IServiceCollection services)
    {
        services.ConfigureDbContext<MotCuaDb>(o => o.AddInterceptors(this));
        // What runs beside the requests is not counted
        foreach (var job in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(MotCuaDb).Assembly).ToList())
        {
            services.Remove(job);
        }
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note()
    {
        Interlocked.Increment(ref _count);
        if (IsAway)
        {
            throw new SqliteException("unable to open database file", 14);
        }
    }
}
