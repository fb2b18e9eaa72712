using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace MotCua.App.Data;

/// <summary>A statement that goes with inserted rows; <c>{0}</c>, <c>{1}</c>, … stand for the values. Table and column names are those of the model.</summary>
/// <param name="Sql">Text with placeholders.</param>
/// <param name="Values">Values of the model's types; instants and enumerations are converted as the model does.</param>
public sealed record RowStatement(string Sql, params object?[] Values);

/// <summary>
/// Inserts rows of the model in one transaction and, on PostgreSQL, one round trip, without change tracking. For the paths where many people
/// write at once (submission) and for mass loading; everything else saves through the context.
/// </summary>
public sealed class RowWriter(MotCuaDb db)
{
    private static readonly ConcurrentDictionary<IEntityType, Plan> Plans = new();

    /// <summary>Writes all rows and statements, or nothing.</summary>
    public async Task WriteAsync(IReadOnlyCollection<object> rows, IReadOnlyCollection<RowStatement> statements, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        var opened = connection.State != ConnectionState.Open;
        if (opened)
        {
            await db.Database.OpenConnectionAsync(ct);
        }

        try
        {
            if (connection is NpgsqlConnection postgres)
            {
                await WriteAsync(postgres, rows, statements, ct);
            }
            else
            {
                await WriteAsync(connection, rows, statements, ct);
            }
        }
        finally
        {
            if (opened)
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, IReadOnlyCollection<object> rows, IReadOnlyCollection<RowStatement> statements, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, db.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction);
        NpgsqlBatchCommand? open = null;
        (Plan? Plan, int Count) run = default;
        foreach (var row in rows)
        {
            // Neighbours of one table go in one statement
            var plan = PlanOf(row);
            if (open is null || run.Plan != plan || run.Count == Plan.MostRows)
            {
                Close(batch, open, run);
                (open, run) = (new NpgsqlBatchCommand(), (plan, 0));
            }

            run.Count++;
            foreach (var column in plan.Columns)
            {
                open.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = column.Type, Value = column.Read(row) });
            }
        }

        Close(batch, open, run);

        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(string.Format(CultureInfo.InvariantCulture, statement.Sql, [.. statement.Values.Select((_, i) => $"${i + 1}")]));
            foreach (var value in statement.Values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value is DateTimeOffset at ? at.ToUniversalTime() : Plain(value) });
            }

            batch.BatchCommands.Add(command);
        }

        // A batch without a transaction of its own is one transaction, committed in the same round trip
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Close(NpgsqlBatch batch, NpgsqlBatchCommand? command, (Plan? Plan, int Count) run)
    {
        if (command is null || run.Plan is null) return;
        command.CommandText = run.Plan.SqlOf(run.Count);
        batch.BatchCommands.Add(command);
    }

    private async Task WriteAsync(DbConnection connection, IReadOnlyCollection<object> rows, IReadOnlyCollection<RowStatement> statements, CancellationToken ct)
    {
        var outer = db.Database.CurrentTransaction?.GetDbTransaction();
        var own = outer is null ? await connection.BeginTransactionAsync(ct) : null;
        try
        {
            foreach (var group in rows.GroupBy(PlanOf))
            {
                await using var command = connection.CreateCommand();
                command.Transaction = outer ?? own;
                command.CommandText = group.Key.Sql;
                foreach (var column in group.Key.Columns)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = column.Parameter;
                    command.Parameters.Add(parameter);
                }

                foreach (var row in group)
                {
                    for (var i = 0; i < group.Key.Columns.Count; i++)
                    {
                        command.Parameters[i].Value = group.Key.Columns[i].Read(row);
                    }

                    await command.ExecuteNonQueryAsync(ct);
                }
            }

            foreach (var statement in statements)
            {
                await using var command = connection.CreateCommand();
                command.Transaction = outer ?? own;
                command.CommandText = string.Format(CultureInfo.InvariantCulture, statement.Sql, [.. statement.Values.Select((_, i) => $"@s{i}")]);
                for (var i = 0; i < statement.Values.Length; i++)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"@s{i}";
                    parameter.Value = statement.Values[i] is DateTimeOffset at ? at.UtcTicks / 10 : Plain(statement.Values[i]);
                    command.Parameters.Add(parameter);
                }

                await command.ExecuteNonQueryAsync(ct);
            }

            if (own is not null)
            {
                await own.CommitAsync(ct);
            }
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
    }

    private static object Plain(object? value) => value switch { null => DBNull.Value, Enum e => Convert.ToInt32(e, CultureInfo.InvariantCulture), Guid g => g, _ => value };

    private Plan PlanOf(object row)
    {
        var type = db.Model.FindEntityType(row.GetType()) ?? throw new ArgumentException($"{row.GetType().Name} is not a row of the model");
        return Plans.GetOrAdd(type, static (t, postgres) => Plan.Of(t, postgres), db.IsPostgres);
    }

    private sealed record Column(string Name, string Parameter, NpgsqlDbType Type, Func<object, object> Read);

    private sealed record Plan(string Sql, IReadOnlyList<Column> Columns)
    {
        /// <summary>Rows in one statement: few lengths, so that few statements are prepared.</summary>
        public const int MostRows = 4;

        private readonly string?[] _several = new string?[MostRows + 1];

        /// <summary>The statement that inserts so many rows.</summary>
        public string SqlOf(int rows)
        {
            if (rows == 1) return Sql;
            return _several[rows] ??= string.Concat(Enumerable.Range(1, rows - 1).Aggregate(
                new StringBuilder(Sql), (text, row) => text.Append(", (").AppendJoin(", ", Columns.Select((_, i) => $"${(row * Columns.Count) + i + 1}")).Append(')')));
        }

        public static Plan Of(IEntityType type, bool postgres)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var columns = type.GetProperties().Select((p, i) => new Column(p.GetColumnName(table)!, postgres ? $"${i + 1}" : $"@p{i}", TypeOf(p), Reader(p))).ToList();
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            return new Plan($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})", columns);
        }

        // Said for nulls too: a statement whose types differ from row to row would be prepared again and again
        private static NpgsqlDbType TypeOf(IProperty property)
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            return type == typeof(Guid) ? NpgsqlDbType.Uuid
                : type == typeof(string) ? NpgsqlDbType.Text
                : type == typeof(int) || type.IsEnum ? NpgsqlDbType.Integer
                : type == typeof(long) ? NpgsqlDbType.Bigint
                : type == typeof(bool) ? NpgsqlDbType.Boolean
                : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? NpgsqlDbType.TimestampTz
                : type == typeof(DateOnly) ? NpgsqlDbType.Date
                : type == typeof(decimal) ? NpgsqlDbType.Numeric
                : type == typeof(double) ? NpgsqlDbType.Double
                : NpgsqlDbType.Unknown;
        }

        private static Func<object, object> Reader(IProperty property)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return row => getter.GetClrValue(row) is { } value ? convert?.Invoke(value) ?? value : DBNull.Value;
        }
    }
}
