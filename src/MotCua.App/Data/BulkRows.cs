using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace MotCua.App.Data;

/// <summary>
/// Writes many rows of one kind past the change tracker, by the model's own columns and conversions, in the current transaction. Statements are
/// many rows long on PostgreSQL and one prepared row on SQLite, which is what each is quickest at.
/// </summary>
internal static class BulkRows
{
    private const int MaxParameters = 30_000;
    private const int LeastCopied = 50;

    /// <summary>Inserts the rows; a broken key throws.</summary>
    public static Task InsertAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => RunAsync(db, rows, _ => "", ct);

    /// <summary>Inserts the rows, on PostgreSQL by COPY; a broken key throws. For many rows at once.</summary>
    public static async Task CopyAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class
    {
        if (!db.IsPostgres || rows.Count < LeastCopied)
        {
            await InsertAsync(db, rows, ct);
            return;
        }

        var table = Table.Of(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped"));
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var sample = connection.CreateCommand();
            var types = table.Columns.Select(c => ((NpgsqlParameter)c.Mapping.CreateParameter(sample, "p", null, true)).NpgsqlDbType).ToArray();
            await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)", ct);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(ct);
                for (var i = 0; i < table.Columns.Length; i++)
                {
                    if (table.Columns[i].Read(row) is { } value) await copy.WriteAsync(value, types[i], ct);
                    else await copy.WriteNullAsync(ct);
                }
            }

            await copy.CompleteAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Inserts the rows, or replaces all columns of those whose key is there.</summary>
    public static Task ReplaceAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => RunAsync(db, rows, t => Conflict(t, c => $"{c} = excluded.{c}", t.Others), ct);

    /// <summary>Inserts the rows, or adds their integer columns to those whose key is there.</summary>
    public static Task AddAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => RunAsync(db, rows, t => Conflict(t, c => $"{c} = {t.Name}.{c} + excluded.{c}", t.Others), ct);

    /// <summary>Inserts the rows, or sets their bits in those whose key is there.</summary>
    public static Task UniteAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => RunAsync(db, rows, t => Conflict(t, c => $"{c} = {t.Name}.{c} | excluded.{c}", t.Others), ct);

    /// <summary>Inserts the rows, or keeps the greater value of the columns that are not key.</summary>
    public static Task RaiseAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, CancellationToken ct)
        where T : class => RunAsync(db, rows, t => Conflict(t, c => $"{c} = CASE WHEN excluded.{c} > {t.Name}.{c} THEN excluded.{c} ELSE {t.Name}.{c} END", t.Others), ct);

    private static string Conflict(Table table, Func<string, string> set, IEnumerable<string> columns) =>
        $" ON CONFLICT ({string.Join(", ", table.Key)}) DO UPDATE SET {string.Join(", ", columns.Select(set))}";

    private static async Task RunAsync<T>(MotCuaDb db, IReadOnlyList<T> rows, Func<Table, string> conflict, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0) return;
        var table = Table.Of(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped"));
        var tail = conflict(table);
        var perStatement = db.IsPostgres ? Math.Clamp(MaxParameters / table.Columns.Length, 1, 500) : 1;
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = db.Database.GetDbConnection();
            DbCommand? command = null;
            try
            {
                for (var start = 0; start < rows.Count; start += perStatement)
                {
                    var count = Math.Min(perStatement, rows.Count - start);
                    if (command is null || command.Parameters.Count != count * table.Columns.Length)
                    {
                        if (command is not null) await command.DisposeAsync();
                        command = Prepare(connection, table, count, tail);
                        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                    }

                    Fill(command, table, rows, start, count);
                    await command.ExecuteNonQueryAsync(ct);
                }
            }
            finally
            {
                if (command is not null) await command.DisposeAsync();
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static DbCommand Prepare(DbConnection connection, Table table, int rows, string tail)
    {
        var text = new StringBuilder($"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) VALUES ");
        var command = connection.CreateCommand();
        for (var i = 0; i < rows * table.Columns.Length; i++)
        {
            var column = table.Columns[i % table.Columns.Length];
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            text.Append(i % table.Columns.Length == 0 ? i == 0 ? "(" : "), (" : ", ").Append(name);
            command.Parameters.Add(column.Mapping.CreateParameter(command, name, null, true));
        }

#pragma warning disable CA2100 // Table and column names come from the model, values are parameters
        command.CommandText = text.Append(')').Append(tail).ToString();
#pragma warning restore CA2100
        return command;
    }

    private static void Fill<T>(DbCommand command, Table table, IReadOnlyList<T> rows, int start, int count)
        where T : class
    {
        var at = 0;
        for (var i = start; i < start + count; i++)
        {
            foreach (var column in table.Columns)
            {
                command.Parameters[at++].Value = column.Read(rows[i]) ?? DBNull.Value;
            }
        }
    }

    private sealed record Column(string Name, IProperty Property, RelationalTypeMapping Mapping)
    {
        private readonly IClrPropertyGetter _getter = Property.GetGetter();

        /// <summary>The value as the provider takes it, or null.</summary>
        public object? Read(object row) => _getter.GetClrValue(row) is { } value ? Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value : null;
    }

    // A column may be called as a word of SQL
    private static string Quoted(string name) => $"\"{name}\"";

    private sealed record Table(string Name, Column[] Columns, string[] Key, string[] Others)
    {
        public static Table Of(IEntityType type)
        {
            Column[] columns = [.. type.GetProperties().Select(p => new Column(Quoted(p.GetColumnName()), p, p.GetRelationalTypeMapping()))];
            var key = type.FindPrimaryKey()!.Properties;
            return new Table(
                type.GetTableName()!,
                columns,
                [.. key.Select(p => Quoted(p.GetColumnName()))],
                [.. columns.Where(c => !key.Contains(c.Property)).Select(c => c.Name)]);
        }
    }
}
