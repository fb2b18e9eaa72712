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

/// <summary>Danh sách đối chiếu: what stands behind a figure of the board, by the same predicate, as many as the figure says.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class ListModel(TargetBoards boards, MeasureQueries measures, IndicatorCatalogue catalogue, RecordExportHandler exports) : PageModel
{
    private const int PageSize = 50;
    private const int ExportPage = 500;

    /// <summary>Code of the indicator.</summary>
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string IndicatorCode { get; set; } = "";

    /// <summary>Unit or <c>province</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string Unit { get; set; } = "";

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary><c>tu-so</c> or <c>mau-so</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string PartWord { get; set; } = "";

    /// <summary>A district's committee without its communes.</summary>
    [BindProperty(SupportsGet = true, Name = "rieng")]
    public bool IsOwnOnly { get; set; }

    /// <summary>Place after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>The indicator.</summary>
    public IndicatorDefinition Indicator { get; private set; } = null!;

    /// <summary>The figure whose list this is.</summary>
    public Measure Figure { get; private set; } = null!;

    /// <summary>Name of the unit.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>The lines of this page.</summary>
    public IReadOnlyList<BehindFigure> Lines { get; private set; } = [];

    /// <summary>The next page, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>True when the list is of the numerator.</summary>
    public bool IsNumerator => PartWord == "tu-so";

    /// <summary>How many the figure says.</summary>
    public long Count => IsNumerator ? Figure.Counts.Numerator : Figure.Counts.Denominator;

    private MeasurePart Part => IsNumerator ? MeasurePart.Numerator : MeasurePart.Denominator;

    private MeasureQuestion Question => new(From!.Value, To!.Value, [Indicator], [Unit], IsOwnOnly);

    /// <summary>Shows a page of the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        Figure = (await measures.RowsAsync(Question, ct)).Single();
        var lines = await boards.BehindAsync(Question, Part, Place(After), PageSize + 1, ct);
        Lines = [.. lines.Take(PageSize)];
        Older = lines.Count > PageSize ? Links.BoardList(IndicatorCode, Unit, From!.Value, To!.Value, IsNumerator, IsOwnOnly, Text(Lines[^1])) : null;
        return Page();
    }

    /// <summary>The whole list as CSV; who took it is recorded.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        var text = new StringBuilder(CsvText.Row(["unit", "code", "procedure", "channel", "accepted_on"])).Append("\r\n");
        FactPlace? place = null;
        var rows = 0;
        while (true)
        {
            var lines = await boards.BehindAsync(Question, Part, place, ExportPage, ct);
            foreach (var line in lines)
            {
                text.Append(CsvText.Row([line.Unit, line.Code, line.Procedure, line.Fact is { ProcedureCode.Length: > 0 } f ? f.Channel.ToString() : "", line.Fact is { ProcedureCode.Length: > 0 } g ? g.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""])).Append("\r\n");
            }

            rows += lines.Count;
            if (lines.Count < ExportPage) break;
            place = Place(Text(lines[^1]));
        }

        await exports.HandleAsync(new RecordExport(RecordExportHandler.Board, new { indicator = IndicatorCode, unit = Unit, from = From, to = To, part = PartWord, own = IsOwnOnly }, rows), User.ToActor(), ct);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{IndicatorCode}-{Unit}-{PartWord}.csv");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (From is not { } from || To is not { } to || !BoardPeriod.IsCountable(from, to) || PartWord is not ("tu-so" or "mau-so")) return false;
        if (await catalogue.FindAsync(IndicatorCode, to, ct) is not { Subject: not IndicatorSubject.Points } indicator) return false;
        if (await boards.NameOfAsync(Unit, ct) is not { } name) return false;
        (Indicator, UnitName) = (indicator, name);
        return true;
    }

    private static string Text(BehindFigure line) => string.Create(CultureInfo.InvariantCulture, $"{line.Fact!.UnitKey}|{line.Fact.Day:yyyy-MM-dd}|{line.Code}");

    private static FactPlace? Place(string? text) => text?.Split('|') is [var unit, var day, var code] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        ? new FactPlace(unit, on, code) : null;
}
