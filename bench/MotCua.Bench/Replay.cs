using System.Globalization;
using System.Text;
using MotCua.Domain.Kernel;
using Npgsql;

namespace MotCua.Bench;

/// <summary>
/// The reference: the very rows that one submission left, read back table by table and written again under new keys by a bare batch in one round
/// trip and one transaction, as fast as this machine's PostgreSQL and Npgsql go. What HTTP, security, law and forms cost is the rest.
/// </summary>
internal sealed class Replay
{
    private readonly List<(string Table, string Sql, string[] Columns, object[] Values)> _rows = [];
    private readonly Guid _dossier;

    private Replay(Guid dossier) => _dossier = dossier;

    /// <summary>Statements of a submission.</summary>
    public int Statements => _rows.Count + 2;

    public static async Task<Replay> ReadAsync(NpgsqlDataSource source, Guid dossier)
    {
        var replay = new Replay(dossier);
        var tables = new List<(string Table, string Column)> { ("dossiers", "id") };
        await using (var command = source.CreateCommand("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'dossier_id' AND table_name NOT IN ('drafts', 'stored_files') ORDER BY 1"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) tables.Add((reader.GetString(0), "dossier_id"));
        }

        foreach (var (table, column) in tables)
        {
            await using var command = source.CreateCommand($"SELECT * FROM \"{table}\" WHERE \"{column}\" = $1");
            command.Parameters.Add(new NpgsqlParameter { Value = dossier });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
                var values = new object[columns.Length];
                reader.GetValues(values);
                var places = string.Join(", ", Enumerable.Range(1, columns.Length).Select(i => $"${i}"));
                replay._rows.Add((table, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({places})", columns, values));
            }
        }

        return replay;
    }

    /// <summary>Writes the rows again for another draft.</summary>
    public async Task WriteAsync(NpgsqlDataSource source, Guid draft)
    {
        await using var batch = source.CreateBatch();
        foreach (var (table, sql, columns, values) in _rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new NpgsqlParameter { Value = Renewed(table, columns[i], values[i], draft) });
            batch.BatchCommands.Add(command);
        }

        var update = new NpgsqlBatchCommand("UPDATE \"drafts\" SET \"dossier_id\" = $1, \"version\" = \"version\" + 1, \"saved_at\" = $2 WHERE \"id\" = $1");
        update.Parameters.Add(new NpgsqlParameter { Value = draft });
        update.Parameters.Add(new NpgsqlParameter { Value = TimeProvider.System.GetUtcNow().UtcDateTime });
        batch.BatchCommands.Add(update);
        var files = new NpgsqlBatchCommand("UPDATE \"stored_files\" SET \"dossier_id\" = $1 WHERE \"draft_id\" = $1");
        files.Parameters.Add(new NpgsqlParameter { Value = draft });
        batch.BatchCommands.Add(files);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>The same statements for <c>pgbench</c>, pipelined in one transaction; the two updates meet no row.</summary>
    public string Script()
    {
        var script = new StringBuilder("\\startpipeline\nBEGIN;\n");
        foreach (var (table, sql, columns, values) in _rows)
        {
            var literals = columns.Select((c, i) => Literal(table, c, values[i]));
            script.Append(sql[..sql.IndexOf("VALUES", StringComparison.Ordinal)]).Append("VALUES (").AppendJoin(", ", literals).Append(");\n");
        }

        return script.Append("UPDATE drafts SET version = version + 1 WHERE id = '00000000-0000-0000-0000-000000000001';\nUPDATE stored_files SET dossier_id = draft_id WHERE draft_id = '00000000-0000-0000-0000-000000000001';\nCOMMIT;\n\\endpipeline\n").ToString();
    }

    private object Renewed(string table, string column, object value, Guid draft) => value switch
    {
        Guid id when id == _dossier => draft,
        Guid when column == "id" => Guid.CreateVersion7(),
        string when table == "dossiers" && column == "submission_code" => SubmissionCode.New().Value,
        _ => value,
    };

    // Keys of one transaction need not agree: nothing in the schema asks for it
    private string Literal(string table, string column, object value) => value switch
    {
        DBNull => "NULL",
        Guid id when id == _dossier || column == "id" => "gen_random_uuid()",
        Guid id => $"'{id}'",
        string when table == "dossiers" && column == "submission_code" => "'NH-' || substr(upper(replace(gen_random_uuid()::text, '-', '')), 1, 10)",
        string text => $"E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace(":", "\\x3a", StringComparison.Ordinal)}'",
        bool b => b ? "true" : "false",
        DateTime at => $"to_timestamp({(at - DateTime.UnixEpoch).TotalSeconds.ToString(CultureInfo.InvariantCulture)})",
        DateOnly on => $"'{on:yyyy-MM-dd}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{value}'",
    };
}
