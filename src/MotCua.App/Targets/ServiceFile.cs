using MotCua.App.Catalogue;
using MotCua.App.Kernel;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Targets;

/// <summary>A row of the file of <c>motcua import services</c>.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Unit">Unit key, or <c>huyen:*</c>, <c>xa:*</c>.</param>
/// <param name="Procedure">National code.</param>
/// <param name="Level">Level.</param>
/// <param name="Status">Status.</param>
/// <param name="EligibleFull">Reviewed as eligible for toàn trình; null = not reviewed.</param>
/// <param name="OnlineOnly">Received online only.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive end, or null.</param>
/// <param name="DecisionNo">Decision, or empty.</param>
/// <param name="DecisionOn">Its date, or null.</param>
/// <param name="ReasonCode">Why it is not full.</param>
/// <param name="LegalBasis">Legal basis.</param>
public sealed record ServiceLine(
    int Line, string Unit, string Procedure, ServiceLevel Level, ServiceStatus Status, bool? EligibleFull, bool OnlineOnly, DateOnly From, DateOnly? Until,
    string DecisionNo, DateOnly? DecisionOn, string ReasonCode, string LegalBasis);

/// <summary>Reads the file of <c>motcua import services</c> (contracts).</summary>
public static class ServiceFile
{
    /// <summary>Columns of the format.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "unit", "procedure", "level", "status", "eligible_full", "online_only", "from", "to", "decision_no", "decision_date", "reason_code", "legal_basis",
    ];

    /// <summary>Columns that must be in the header.</summary>
    public static readonly IReadOnlyList<string> Required = ["unit", "procedure", "level", "from"];

    /// <summary>Reads all rows; what cannot be read is reported with line and column.</summary>
    public static Parsed<ServiceLine> Read(TextReader reader, string name) => ReferenceTable.Read(reader, name, Required, Parse);

    private static ServiceLine Parse(ReferenceRow row)
    {
        if (!ProcedureCode.TryNormalize(row.Required("procedure"), out var procedure))
        {
            throw new ColumnException("procedure", $"'{row["procedure"]}' không phải mã thủ tục");
        }

        var from = row.Date("from");
        var to = row.OptionalDate("to");
        if (to < from)
        {
            throw new ColumnException("to", "ngày cuối trước ngày đầu");
        }

        var status = row["status"].Length == 0 ? "open" : row.OneOf("status", "open", "closing", "testing", "closed");
        return new ServiceLine(
            row.Line,
            row.Required("unit"),
            procedure,
            row.OneOf("level", "full", "partial", "info") switch { "full" => ServiceLevel.Full, "partial" => ServiceLevel.Partial, _ => ServiceLevel.Information },
            status switch { "open" => ServiceStatus.Open, "closing" => ServiceStatus.Closing, "testing" => ServiceStatus.Testing, _ => ServiceStatus.Closed },
            row["eligible_full"] switch { "" => null, "1" => true, "0" => false, var other => throw new ColumnException("eligible_full", $"'{other}' phải là 1, 0 hoặc trống") },
            row["online_only"] switch { "" or "0" => false, "1" => true, var other => throw new ColumnException("online_only", $"'{other}' phải là 0 hoặc 1") },
            from,
            to?.AddDays(1),
            row["decision_no"],
            row.OptionalDate("decision_date"),
            row["reason_code"],
            row["legal_basis"]);
    }
}
