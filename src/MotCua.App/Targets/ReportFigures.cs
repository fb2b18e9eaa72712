using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The dossiers behind a figure of a made report.</summary>
/// <param name="Sheet">The report.</param>
/// <param name="RowName">Name of the row.</param>
/// <param name="ColumnName">Name of the column.</param>
/// <param name="Printed">What the report says.</param>
/// <param name="Now">How many there are now; another number when dossiers were corrected after the report was made.</param>
/// <param name="Lines">A page of them.</param>
public sealed record ReportBehind(ReportSheet Sheet, string RowName, string ColumnName, long Printed, int Now, IReadOnlyList<BehindFigure> Lines);

/// <summary>Opens figures of Biểu II.06a to their dossiers (law rule 44): row by row of the frozen table, by the predicate of the column.</summary>
public sealed class ReportFigures(MotCuaDb db, ReportSheets sheets, ReportScopes scopes, ReportProcessing processing)
{
    /// <summary>First column of the table that counts dossiers.</summary>
    public const int FirstColumn = 2;

    /// <summary>True when figures of the report can be opened.</summary>
    public static bool CanOpen(ReportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Template == ReportTemplates.Processing && sheet.IsWhole;
    }

    /// <summary>What stands behind a cell; null when there is no such report within reach, or no such cell.</summary>
    /// <param name="id">The report.</param>
    /// <param name="row">Row of its table, from 0.</param>
    /// <param name="column">Number of the column in the form, 3 to 13.</param>
    /// <param name="after">The last dossier seen, or null.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<ReportBehind?> BehindAsync(Guid id, int row, int column, FactPlace? after, int count, Actor actor, CancellationToken ct)
    {
        if (await sheets.FindAsync(id, actor, ct) is not { } sheet || !CanOpen(sheet) || column is < 3 or > 13) return null;
        if (sheet.Paper.Body.OfType<OfficeTable>().FirstOrDefault() is not { } table || row < 0 || row >= table.Rows.Count || table.Rows[row].Kind == OfficeRowKind.Section) return null;
        var found = await scopes.FindAsync(sheet.Row.Scope, sheet.Period, Actor.System("reports"), ct);
        if (!found.IsOk) return null;
        var isWhole = row == table.Rows.Count - 1;
        var heading = table.Rows.Take(row).LastOrDefault(r => r.Kind == OfficeRowKind.Section)?.Cells[0].Text ?? "";
        var section = isWhole ? null : found.Value.Sections.FirstOrDefault(s => heading.EndsWith(s.Name, StringComparison.Ordinal)) ?? (heading.Length == 0 ? found.Value.Sections[0] : null);
        if (!isWhole && section is null) return null;
        var line = table.Rows[row];
        var behind = new ProcessingBehind(
            column, section is null ? found.Value.Units : [.. section.Groups.SelectMany(g => g)], line.Kind == OfficeRowKind.Total ? null : line.Cells[1].Text, sheet.Row.From, sheet.Row.To, sheet.Row.AsAt);
        var facts = await processing.BehindAsync(behind, after, count, ct);
        var (units, codes) = (facts.Select(f => f.UnitKey).Distinct().ToList(), facts.Select(f => f.ProcedureCode).Distinct().ToList());
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        var titles = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        var head = table.Columns[column - 1];
        return new ReportBehind(
            sheet, (heading.Length > 0 && !isWhole && line.Kind == OfficeRowKind.Plain ? heading + ": " : "") + line.Cells[1].Text, string.Join(", ", head.Above.Append(head.Title).Select((t, i) => i == 0 ? t : t.ToLowerInvariant())),
            (long)(line.Cells[column - 1].Number ?? 0), await processing.CountBehindAsync(behind, ct),
            [.. facts.Select(f => new BehindFigure(names.GetValueOrDefault(f.UnitKey, f.UnitKey), f.Code, titles.GetValueOrDefault(f.ProcedureCode, f.ProcedureCode), f))]);
    }
}
