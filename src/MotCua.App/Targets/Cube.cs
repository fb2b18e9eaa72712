using System.Globalization;
using MotCua.App.Catalogue;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Targets;

/// <summary>
/// A cube as the sum over the facts, in SQL that both databases read: how it is made anew, and where it differs from what it should be. The same
/// counts are kept by difference in <see cref="FactLedger"/>; a test compares the two.
/// </summary>
internal sealed class Cube
{
    private const string Result = "result_on IS NOT NULL";

    // Marks a column that adds values up instead of counting the facts of a condition
    private const string AddUp = "+";

    private static readonly string Online = string.Create(CultureInfo.InvariantCulture, $"channel = {(int)Channel.Online}");
    private static readonly string Service = string.Create(CultureInfo.InvariantCulture, $"level >= {(int)ServiceLevel.Partial}");
    private static readonly string Self = string.Create(CultureInfo.InvariantCulture, $"assisted_by = {(int)AssistedBy.Self}");

    private static readonly (string Column, string Of)[] Papers =
    [
        ("electronic_results", "has_electronic_result"), ("digitised", "is_digitised"), ("reused", "is_reused"), ("eid_verified", "is_eid_verified"),
        ("with_fee", "has_fee"), ("fee_paid_online", "has_fee AND is_paid_online"),
    ];

    private static readonly (string Column, string Of)[] OfUnits =
    [
        ("of_services", Service), ("online_of_services", $"{Service} AND {Online}"), ("self_online_of_services", $"{Service} AND {Online} AND {Self}"), ("online_with_result", $"{Online} AND {Result}"), .. Papers,
        ("index_bound", "index_late_after IS NOT NULL"), ("ended", "ended_at IS NOT NULL"), ("days_taken", AddUp + "COALESCE(days_taken, 0)"),
    ];

    private Cube(string table, string keys, string month, (string Column, string Of)[] counts)
    {
        var columns = $"{keys}, accepted, {string.Join(", ", counts.Select(c => c.Column))}";
        var of = keys.Replace("day", month, StringComparison.Ordinal);
        var sums = $"SELECT {of}, COUNT(*) AS accepted, {string.Join(", ", counts.Select(c => c.Of.StartsWith(AddUp, StringComparison.Ordinal) ? $"SUM({c.Of[1..]}) AS {c.Column}" : $"SUM(CASE WHEN {c.Of} THEN 1 ELSE 0 END) AS {c.Column}"))} FROM dossier_facts GROUP BY {of}";
        var kept = $"SELECT {columns} FROM {table} WHERE accepted <> 0";
        // In the order of the days, as they come in when nothing is rebuilt: a period lies together
        Insert = $"INSERT INTO {table} ({columns}) {sums} ORDER BY {of}";
        Differences = $"SELECT DISTINCT unit_key AS \"Value\" FROM (SELECT * FROM ({sums} EXCEPT {kept}) AS missing UNION ALL SELECT * FROM ({kept} EXCEPT {sums}) AS wrong) AS different";
    }

    /// <summary>All cubes.</summary>
    public static IReadOnlyList<Cube> All { get; } =
    [
        new("rollup_days", "unit_key, procedure_code, channel, day, assisted_by, level", "day", [("with_result", Result), ("ended", "ended_at IS NOT NULL"), ("ended_late", "late_after < ended_at"), .. Papers]),
        new("rollup_offer_months", "unit_key, procedure_code, day", "month", [("online", Online), ("self_online", $"{Online} AND {Self}"), ("of_services", Service), ("online_of_services", $"{Service} AND {Online}"), ("self_online_of_services", $"{Service} AND {Online} AND {Self}")]),
        new("rollup_unit_days", "day, unit_key", "day", OfUnits),
        new("rollup_unit_months", "day, unit_key", "month", OfUnits),
    ];

    /// <summary>Fills the empty table from the facts.</summary>
    public string Insert { get; }

    /// <summary>Units for which a cell is not the sum over the facts.</summary>
    public string Differences { get; }
}
