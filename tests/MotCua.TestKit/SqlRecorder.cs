using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MotCua.TestKit;

/// <summary>One step of PostgreSQL's plan.</summary>
/// <param name="Kind">Such as <c>Index Scan</c> or <c>Seq Scan</c>.</param>
/// <param name="Table">Table read, or empty.</param>
/// <param name="Index">Index used, or empty.</param>
/// <param name="RowsRead">Rows that it looked at: those it gave and those it threw away, over all loops.</param>
public sealed record PlanStep(string Kind, string Table, string Index, double RowsRead);

/// <summary>What a query did, by PostgreSQL's own account.</summary>
/// <param name="Sql">The query.</param>
/// <param name="Steps">All steps.</param>
public sealed record QueryPlan(string Sql, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>Rows looked at in tables.</summary>
    public double RowsRead => Steps.Where(s => s.Kind.Contains("Scan", StringComparison.Ordinal) && s.Table.Length > 0).Sum(s => s.RowsRead);

    /// <summary>True when the whole table was read.</summary>
    public bool ReadsAllOf(string table) => Steps.Any(s => s.Kind == "Seq Scan" && s.Table == table);

    /// <inheritdoc />
    public override string ToString() => $"{Sql}\n{string.Join('\n', Steps.Select(s => $"  {s.Kind} {s.Table} {s.Index} {s.RowsRead}"))}";
}

/// <summary>Keeps the queries that EF sends to PostgreSQL, so that they can be explained: <c>services.ConfigureDbContext&lt;MotCuaDb&gt;(o => o.AddInterceptors(recorder))</c>.</summary>
public sealed class SqlRecorder : DbCommandInterceptor
{
    private readonly List<NpgsqlCommand> _commands = [];

    /// <summary>Texts of the queries so far.</summary>
    public IReadOnlyList<string> Texts => [.. _commands.Select(c => c.CommandText)];

    /// <summary>Forgets what was kept.</summary>
    public void Clear() => _commands.Clear();

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command is NpgsqlCommand { CommandText: var text } postgres && text.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
        {
            lock (_commands)
            {
                _commands.Add(postgres.Clone());
            }
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <summary>Runs the kept queries again under EXPLAIN ANALYZE.</summary>
    public async Task<IReadOnlyList<QueryPlan>> ExplainAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var plans = new List<QueryPlan>();
        foreach (var kept in _commands.ToList())
        {
            await using var command = kept.Clone();
            command.Connection = connection;
            command.CommandText = "EXPLAIN (ANALYZE, FORMAT JSON) " + kept.CommandText;
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            var steps = new List<PlanStep>();
            Walk(plan.RootElement[0].GetProperty("Plan"), steps);
            plans.Add(new QueryPlan(kept.CommandText, steps));
        }

        return plans;
    }

    private static void Walk(JsonElement node, List<PlanStep> steps)
    {
        var loops = Number(node, "Actual Loops");
        steps.Add(new PlanStep(
            Text(node, "Node Type"), Text(node, "Relation Name"), Text(node, "Index Name"),
            loops * (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck"))));
        if (!node.TryGetProperty("Plans", out var below)) return;
        foreach (var child in below.EnumerateArray()) Walk(child, steps);
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
