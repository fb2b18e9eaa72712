using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MotCua.TestKit;

/// <summary>The two databases that everything must work on.</summary>
public enum DatabaseKind
{
    /// <summary>The embedded one.</summary>
    Sqlite = 1,

    /// <summary>The one of production.</summary>
    Postgres = 2,
}

/// <summary>
/// Gives a theory one row for each database: <c>[Theory, BothDatabases] public async Task X(DatabaseKind kind)</c>, and further arguments when
/// given. Where there is no PostgreSQL its row is skipped visibly, which fails under CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] more) : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([
            new TheoryDataRow([DatabaseKind.Sqlite, .. more]),
            new TheoryDataRow([DatabaseKind.Postgres, .. more])
            {
                Skip = TestDatabase.HasPostgres ? null : "PostgreSQL is not here: install it or set MOTCUA_TEST_PG",
            },
        ]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
