using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MotCua.App.Data;

/// <summary>Tells a broken rule from a database that is away, on both providers.</summary>
public static class DatabaseFaults
{
    /// <summary>True when a unique constraint was broken.</summary>
    public static bool IsUniqueViolation(Exception e) => Root(e) switch
    {
        PostgresException p => p.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException s => s.SqliteExtendedErrorCode is 2067 or 1555,
        _ => false,
    };

    /// <summary>True when the database could not be reached or is full: the request may be tried again.</summary>
    public static bool IsUnavailable(Exception e)
    {
        for (var x = e; x is not null; x = x.InnerException)
        {
            if (x is NpgsqlException { IsTransient: true } or TimeoutException
                || x is PostgresException { SqlState: "53100" or "53300" or "57P01" or "57P02" or "57P03" }
                || x is NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException }
                || x is SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a text holds what the database cannot keep (a null character): the request's own fault.</summary>
    public static bool IsBadText(Exception e) => Root(e) is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter };

    /// <summary>True when somebody else changed the row meanwhile.</summary>
    public static bool IsStale(Exception e) => e is DbUpdateConcurrencyException;

    private static Exception Root(Exception e)
    {
        var x = e;
        while (x is not DbException && x.InnerException is not null)
        {
            x = x.InnerException;
        }

        return x;
    }
}
