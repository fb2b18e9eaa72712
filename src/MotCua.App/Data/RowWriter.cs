using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

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
        foreach (var row in rows)
        {
            var plan = PlanOf(row);
            var command = new NpgsqlBatchCommand(plan.Sql);
            foreach (var column in plan.Columns)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = column.Read(row) });
            }

            batch.BatchCommands.Add(command);
        }

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

    private sealed record Column(string Name, string Parameter, Func<object, object> Read);

    private sealed record Plan(string Sql, IReadOnlyList<Column> Columns)
    {
        public static Plan Of(IEntityType type, bool postgres)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var columns = type.GetProperties().Select((p, i) => new Column(p.GetColumnName(table)!, postgres ? $"${i + 1}" : $"@p{i}", Reader(p))).ToList();
            var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
            return new Plan($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})", columns);
        }

        private static Func<object, object> Reader(IProperty property)
        {
            var getter = property.GetGetter();
            var convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            return row => getter.GetClrValue(row) is { } value ? convert?.Invoke(value) ?? value : DBNull.Value;
        }
    }
}
