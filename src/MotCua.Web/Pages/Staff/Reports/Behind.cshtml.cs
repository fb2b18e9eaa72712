using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Reports;

/// <summary>Danh sách đối chiếu of a figure of Biểu II.06a: the dossiers it counts, and whether they are still as many.</summary>
[Authorize(Policy = Policies.SeeReports)]
public sealed class BehindModel(ReportFigures figures, RecordExportHandler exports) : PageModel
{
    private const int PageSize = 50;
    private const int ExportPage = 1000;

    /// <summary>Row of the table, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "dong")]
    public int Line { get; set; } = -1;

    /// <summary>Column of the form.</summary>
    [BindProperty(SupportsGet = true, Name = "cot")]
    public int Column { get; set; }

    /// <summary>Place after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>What stands behind the figure.</summary>
    public ReportBehind Sheet { get; private set; } = null!;

    /// <summary>The dossiers of this page.</summary>
    public IReadOnlyList<BehindFigure> Lines { get; private set; } = [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>Shows a page of the list.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await figures.BehindAsync(id, Line, Column, Place(After), PageSize + 1, User.ToActor(), ct) is not { } found) return NotFound();
        (Sheet, Lines) = (found, [.. found.Lines.Take(PageSize)]);
        Older = found.Lines.Count > PageSize ? Links.ReportBehind(id, Line, Column, Text(Lines[^1])) : null;
        return Page();
    }

    /// <summary>The whole list as CSV; who took it is recorded.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken ct)
    {
        var text = new StringBuilder(CsvText.Row(["unit", "code", "procedure", "channel", "accepted_on", "resolved_at"])).Append("\r\n");
        var (rows, place) = (0, (FactPlace?)null);
        while (true)
        {
            if (await figures.BehindAsync(id, Line, Column, place, ExportPage, User.ToActor(), ct) is not { } found) return NotFound();
            foreach (var line in found.Lines)
            {
                var f = line.Fact!;
                text.Append(CsvText.Row([line.Unit, line.Code, line.Procedure, f.Channel.ToString(), f.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), f.ResolvedAt is { } at ? Domain.Kernel.ProvinceTime.Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : ""])).Append("\r\n");
            }

            rows += found.Lines.Count;
            if (found.Lines.Count < ExportPage) break;
            place = Place(Text(found.Lines[^1]));
        }

        await exports.HandleAsync(new RecordExport("report", new { report = id, row = Line, column = Column }, rows), User.ToActor(), ct);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"doi-chieu-cot-{Column}-dong-{Line}.csv");
    }

    private static string Text(BehindFigure line) => string.Create(CultureInfo.InvariantCulture, $"{line.Fact!.UnitKey}|{line.Fact.Day:yyyy-MM-dd}|{line.Code}");

    private static FactPlace? Place(string? text) => text?.Split('|') is [var unit, var day, var code] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new FactPlace(unit, on, code) : null;
}
