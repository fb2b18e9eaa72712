using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>A part of the index: formula, counts, points lost, and the dossiers or procedures that cost them, as many as the counts say.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexPartModel(IndexSheets sheets, IndexLists lists, RecordExportHandler exports) : PageModel
{
    private const int PageSize = 50;
    private const int ExportPage = 500;

    /// <summary>Code of the part, e.g. <c>3a.1</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Code { get; set; } = "";

    /// <summary>Unit as asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? UnitTyped { get; set; }

    /// <summary>Unit or <c>province</c>.</summary>
    public string Unit => string.IsNullOrEmpty(UnitTyped) ? MeasureQueries.Province : UnitTyped;

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Side as asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? SideTyped { get; set; }

    /// <summary><c>mat</c>, <c>dat</c> or <c>tat-ca</c>.</summary>
    public string SideWord => string.IsNullOrEmpty(SideTyped) ? "mat" : SideTyped;

    /// <summary>Place after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>The part with its points.</summary>
    public PartPoints Part { get; private set; } = null!;

    /// <summary>The unit.</summary>
    public IndexBoardRow Row { get; private set; } = null!;

    /// <summary>What the list is of.</summary>
    public IndexListKind Kind => IndexFacts.KindOf(Part.Part);

    /// <summary>Which of them.</summary>
    public IndexSide Side => SideWord switch { "dat" => IndexSide.Reached, "tat-ca" => IndexSide.Whole, _ => IndexSide.Lost };

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<IndexLine> Lines { get; private set; } = [];

    /// <summary>The next page, or null.</summary>
    public string? Older { get; private set; }

    private MeasureQuestion Question => new(From!.Value, To!.Value, [], [Unit]);

    /// <summary>How many the counts say of a side; null for a percentage.</summary>
    public long? CountOf(IndexSide side) => Part.Part.Of.Length == 0 || Part.Above is not { } above || Part.Below is not { } below ? null
        : (long)(side switch { IndexSide.Lost => below - above, IndexSide.Reached => above, _ => below });

    /// <summary>Shows a page of the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Kind == IndexListKind.None) return Page();
        var lines = await LinesAsync(After, PageSize + 1, ct);
        Lines = [.. lines.Take(PageSize)];
        Older = lines.Count > PageSize ? Links.IndexPart(Code, Unit, From!.Value, To!.Value, SideWord, Text(Lines[^1])) : null;
        return Page();
    }

    /// <summary>The whole list as CSV; who took it is recorded.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Kind == IndexListKind.None) return NotFound();
        var text = new StringBuilder(CsvText.Row(["unit", "code", "procedure", "accepted_on", "why"])).Append("\r\n");
        var rows = 0;
        string? place = null;
        while (true)
        {
            var lines = await LinesAsync(place, ExportPage, ct);
            foreach (var line in lines) text.Append(CsvText.Row([line.UnitName, line.Code, line.Procedure, line.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Why])).Append("\r\n");
            rows += lines.Count;
            if (lines.Count < ExportPage) break;
            place = Text(lines[^1]);
        }

        await exports.HandleAsync(new RecordExport(RecordExportHandler.Board, new { indicator = "q766." + Code, unit = Unit, from = From, to = To, part = SideWord }, rows), User.ToActor(), ct);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"q766.{Code}-{Unit}-{SideWord}.csv");
    }

    private async Task<IReadOnlyList<IndexLine>> LinesAsync(string? after, int count, CancellationToken ct)
    {
        var place = Place(after);
        if (Kind == IndexListKind.Dossiers) return await lists.DossiersAsync(Question, Part.Part, Side, place, count, ct);
        var all = await lists.ProceduresAsync(Question, Part.Part, Side, ct);
        var at = place is not { } p ? -1 : all.ToList().FindIndex(l => l.Unit == p.Unit && l.Code == p.Code);
        return [.. all.Skip(at + 1).Take(count)];
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (From is not { } from || To is not { } to || !BoardPeriod.IsCountable(from, to) || SideWord is not ("mat" or "dat" or "tat-ca")) return false;
        if (await sheets.UnitAsync(Unit, from, to, ct) is not { } row || row.Row.Sheet.Part(Code) is not { } part) return false;
        (Row, Part) = (row, part);
        return true;
    }

    private static string Text(IndexLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Unit}|{line.Day:yyyy-MM-dd}|{line.Code}");

    private static FactPlace? Place(string? text) => text?.Split('|') is not [var unit, var day, var code] ? null
        : new FactPlace(unit, DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : DateOnly.MinValue, code);
}
