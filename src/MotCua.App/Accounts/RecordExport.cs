using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>A list with dossiers left the system as a file.</summary>
/// <param name="List">Which list: <see cref="RecordExportHandler.Board"/> and its neighbours.</param>
/// <param name="Filter">What was asked for, an object; codes and days, no personal data.</param>
/// <param name="Rows">How many rows left.</param>
public sealed record RecordExport(string List, object Filter, long Rows);

/// <summary>Writes exports to the audit trail: who, when, what filter, how many rows (docs/law.md, reading and exporting dossiers).</summary>
public sealed class RecordExportHandler(MotCuaDb db, AuditTrail audit)
{
    /// <summary>The list behind a figure of the board.</summary>
    public const string Board = "board-list";

    /// <summary>The board itself as a file.</summary>
    public const string BoardTable = "board";

    /// <summary>Sổ theo dõi hồ sơ as a file.</summary>
    public const string Register = "register";

    /// <summary>The operators' verb <c>export dossiers</c>.</summary>
    public const string Dossiers = "dossiers";

    /// <summary>The operators' verb <c>measures list</c>.</summary>
    public const string Measures = "measures-list";

    /// <summary>Records and saves.</summary>
    public async Task<Result<Done>> HandleAsync(RecordExport command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        audit.Record(actor, "ListExported", command.List, new { rows = command.Rows, filter = command.Filter });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
