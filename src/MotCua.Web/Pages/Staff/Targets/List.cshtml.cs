using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
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
    private const long MostInWorkbook = 200_000;

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

    /// <summary>The period as the board's other pages take it.</summary>
    public BoardView View => BoardView.Of(new BoardPeriod(Period.Free(From!.Value, To!.Value)).Named(), null, null, IsOwnOnly);

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
        var rows = 0;
        await foreach (var line in AllAsync(ct))
        {
            rows++;
            text.Append(CsvText.Row([line.Unit, line.Code, line.Procedure, line.Fact is { ProcedureCode.Length: > 0 } f ? f.Channel.ToString() : "", line.Fact is { ProcedureCode.Length: > 0 } g ? g.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""])).Append("\r\n");
        }

        await RecordAsync("csv", rows, ct);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{IndicatorCode}-{Unit}-{PartWord}.csv");
    }

    /// <summary>The whole list as a workbook; one that is too long for it comes as CSV.</summary>
    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        Figure = (await measures.RowsAsync(Question, ct)).Single();
        if (Count > MostInWorkbook) return LocalRedirect(Links.BoardList(IndicatorCode, Unit, From!.Value, To!.Value, IsNumerator, IsOwnOnly, null, "csv"));
        var rows = new List<OfficeRow>();
        await foreach (var line in AllAsync(ct))
        {
            var fact = line.Fact is { ProcedureCode.Length: > 0 } f ? f : null;
            rows.Add(new OfficeRow([OfficeCell.Of(line.Unit), OfficeCell.Of(line.Code), OfficeCell.Of(line.Procedure), OfficeCell.Of(fact is null ? "" : DossierWords.Channel(fact.Channel)), OfficeCell.Of(fact?.Day)]));
        }

        await RecordAsync("xlsx", rows.Count, ct);
        var sheet = new OfficeSheet("Danh sách", [new("Đơn vị", 28), new("Mã", 24), new("Thủ tục", 60), new("Hình thức", 16), new("Ngày tiếp nhận", 14)])
        {
            Titles = [Indicator.Name, $"{UnitName}, từ {Say.Date(From!.Value)} đến {Say.Date(To!.Value)}: {(IsNumerator ? "tử số" : "mẫu số")} {Say.Count(Count)}"],
            HasFilter = true,
        };
        return File(OfficeSheets.Write(Indicator.Name, sheet, rows), OfficeSheets.MediaType, $"{IndicatorCode}-{Unit}-{PartWord}.xlsx");
    }

    private async IAsyncEnumerable<BehindFigure> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (FactPlace? place = null; ;)
        {
            var lines = await boards.BehindAsync(Question, Part, place, ExportPage, ct);
            foreach (var line in lines) yield return line;
            if (lines.Count < ExportPage) yield break;
            place = Place(Text(lines[^1]));
        }
    }

    private Task RecordAsync(string kind, int rows, CancellationToken ct) =>
        exports.HandleAsync(new RecordExport(RecordExportHandler.Board, new { kind, indicator = IndicatorCode, unit = Unit, from = From, to = To, part = PartWord, own = IsOwnOnly }, rows), User.ToActor(), ct);

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
