using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Documents;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Bảng chỉ tiêu: the plan's three indicators for every unit and any period, each figure with its counts, definition and list.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class BoardModel(BoardSheets sheets, RecordExportHandler exports, TimeProvider clock) : PageModel
{
    private const int FurthestShown = 5;

    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period (<c>tu</c>).</summary>
    public DateQuery FromTyped { get; private set; } = null!;

    /// <summary>Last day of a free period, inclusive (<c>den</c>).</summary>
    public DateQuery ToTyped { get; private set; } = null!;

    /// <summary>Variant of ct2.</summary>
    [BindProperty(SupportsGet = true, Name = "ct2")]
    public string? Ct2 { get; set; }

    /// <summary>Variant of ct3.</summary>
    [BindProperty(SupportsGet = true, Name = "ct3")]
    public string? Ct3 { get; set; }

    /// <summary>A district's committee without its communes.</summary>
    [BindProperty(SupportsGet = true, Name = "rieng")]
    public bool IsOwnOnly { get; set; }

    /// <summary>Only this group.</summary>
    [BindProperty(SupportsGet = true, Name = "nhom")]
    public string? Group { get; set; }

    /// <summary>By the distance to which target.</summary>
    [BindProperty(SupportsGet = true, Name = "xep")]
    public string? Sort { get; set; }

    /// <summary><c>chua-dat</c>: only units that miss a target.</summary>
    [BindProperty(SupportsGet = true, Name = "loc")]
    public string? Only { get; set; }

    /// <summary>What is looked at.</summary>
    public BoardView View { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public BoardSheet Sheet { get; private set; } = null!;

    /// <summary>The units shown, in the order asked for.</summary>
    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>When the figures were read, UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The lines in the tables they are shown in: by group, or all in one when they are sorted.</summary>
    public IEnumerable<IGrouping<string, BoardLine>> Tables => Lines.GroupBy(l => View.Sort.Length > 0 ? "" : l.Group);

    /// <summary>Units below the target of an indicator, the furthest first.</summary>
    public IReadOnlyList<BoardLine> Furthest(int indicator) =>
        [.. Sheet.Lines.Where(l => l.Cells[indicator].Figure.Attainment == Attainment.NotMet).OrderBy(l => l.Cells[indicator].Distance!.Value.Points).Take(FurthestShown)];

    /// <summary>The neighbouring period, or null.</summary>
    public BoardPeriod? Neighbour(bool later) => (later ? View.Period.Rule.Next() : View.Period.Rule.Previous()) is { } period && (!later || period.From <= ProvinceTime.DateOf(ReadAt)) ? new BoardPeriod(period) : null;

    /// <summary>Shows the board; days typed in boxes lead to the address with plain days.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReadView();
        if (ModelState.IsValid && (FromTyped.IsTyped || ToTyped.IsTyped)) return LocalRedirect(Links.Board(View));

        Periods = BoardPeriod.Offered(View.Period, ReadAt);
        (PeriodKey, Ct2, Ct3) = (View.Period.Key, View.Ct2, View.Ct3);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>The board as CSV: a row for each unit and indicator.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var text = new StringBuilder(CsvText.Row(BoardPapers.FileColumns)).Append("\r\n");
        return await SendAsync("csv", "text/csv; charset=utf-8", () =>
        {
            foreach (var row in BoardPapers.FileRows(Sheet)) text.Append(CsvText.Row(row)).Append("\r\n");
            return Encoding.UTF8.GetBytes(text.ToString());
        }, ct);
    }

    /// <summary>The board as a workbook.</summary>
    public Task<IActionResult> OnGetXlsxAsync(CancellationToken ct) => SendAsync("xlsx", OfficeSheets.MediaType, () => OfficeSheets.Write(Paper), ct);

    /// <summary>The board as PDF for a meeting.</summary>
    public Task<IActionResult> OnGetPdfAsync(CancellationToken ct) => SendAsync("pdf", OfficePages.MediaType, () => OfficePages.Write(Paper), ct);

    private OfficePaper Paper => BoardPapers.Of(Sheet, View.Period.Name, ReadAt);

    private async Task<IActionResult> SendAsync(string kind, string mediaType, Func<byte[]> write, CancellationToken ct)
    {
        ReadView();
        await LoadAsync(ct);
        await exports.HandleAsync(new RecordExport(RecordExportHandler.BoardTable, new { kind, from = View.Period.From, to = View.Period.To, ct2 = View.Ct2, ct3 = View.Ct3, own = IsOwnOnly }, Sheet.Lines.Count), User.ToActor(), ct);
        return File(write(), mediaType, $"chi-tieu-{View.Period.Rule.Key}.{kind}");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Sheet = await sheets.ForAsync(View.Question, ct);
        if (Sheet.Board.Groups.All(g => g.Code != View.Group)) View = View with { Group = "" };
        Lines = View.Of(Sheet);
    }

    private void ReadView()
    {
        (FromTyped, ToTyped) = (DateQuery.Read(Request.Query, "tu", "Từ ngày", ModelState), DateQuery.Read(Request.Query, "den", "Đến ngày", ModelState));
        CheckOrder();
        ReadAt = clock.GetUtcNow();
        View = BoardView.Of(BoardPeriod.Of(PeriodKey, FromTyped.Date, ToTyped.Date, ReadAt), Ct2, Ct3, IsOwnOnly) with
        {
            Group = Group ?? "",
            Sort = Sort is "ct1" or "ct2" or "ct3" ? Sort : "",
            IsMissedOnly = Only == "chua-dat",
        };
    }

    private void CheckOrder()
    {
        if (!FromTyped.IsTyped || !ModelState.IsValid)
        {
            return;
        }

        if (FromTyped.Date is { } from && ToTyped.Date is { } to && to < from)
        {
            ModelState.AddModelError("den", "Đến ngày phải bằng hoặc sau từ ngày");
        }
        else if (FromTyped.Date is null != ToTyped.Date is null)
        {
            ModelState.AddModelError(FromTyped.Date is null ? "tu" : "den", "Nhập đủ cả từ ngày và đến ngày, hoặc để trống cả hai để xem theo kỳ");
        }
    }
}
