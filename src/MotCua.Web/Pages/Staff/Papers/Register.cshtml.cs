using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Papers;

/// <summary>Sổ theo dõi hồ sơ (Mẫu 06): 500 lines a page on A4 landscape, or the whole period as CSV.</summary>
[Authorize(Policies.SeeDossiers)]
public sealed class RegisterModel(DossierRegisters registers, RecordExportHandler exports, TimeProvider clock) : PageModel
{
    private const int MostDays = 366;

    /// <summary>Unit key.</summary>
    [BindProperty(SupportsGet = true, Name = "donVi")]
    public string? Unit { get; set; }

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day, inclusive.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Number of the last dossier of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>Running number of the first line.</summary>
    [BindProperty(SupportsGet = true, Name = "stt")]
    public int First { get; set; } = 1;

    /// <summary><c>csv</c> for a file.</summary>
    [BindProperty(SupportsGet = true, Name = "dinhDang")]
    public string? Format { get; set; }

    /// <summary>The page of the book.</summary>
    public RegisterPage Book { get; private set; } = null!;

    /// <summary>Units whose books the officer may open.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Units { get; private set; } = [];

    /// <summary>False while a unit and a period are still to be chosen.</summary>
    public bool IsAsked { get; private set; } = true;

    /// <summary>First day shown.</summary>
    public DateOnly Begin { get; private set; }

    /// <summary>Last day shown.</summary>
    public DateOnly End { get; private set; }

    /// <summary>Shows the book; without a unit, asks for one.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Units = await registers.UnitsAsync(actor, ct);
        if (Units.Count == 0) return NotFound();
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var end = To ?? today;
        var begin = From ?? new DateOnly(end.Year, end.Month, 1);
        if (begin > end) (begin, end) = (end, begin);
        if (!BoardPeriod.IsCountable(begin, end)) (begin, end) = (new DateOnly(today.Year, today.Month, 1), today);
        if (end.DayNumber - begin.DayNumber > MostDays) begin = end.AddDays(-MostDays);
        (Begin, End, First) = (begin, end, Math.Max(1, First));
        if (Unit is null)
        {
            // Nothing is read, and nothing recorded as read, before a book is asked for
            (Unit, IsAsked, Book) = (Units[0].Key, false, new RegisterPage(Units[0].Value, [], null));
            return Page();
        }

        var wish = new RegisterWish(Unit, begin, end, After);
        var isFile = Format == "csv";
        if (await registers.FindAsync(wish, actor, isFile ? "export" : "print", ct) is not { } book) return NotFound();
        Book = book;
        return isFile ? await CsvAsync(wish, actor, ct) : Page();
    }

    private async Task<IActionResult> CsvAsync(RegisterWish wish, Actor actor, CancellationToken ct)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"so-theo-doi-{wish.From:yyyyMMdd}-{wish.To:yyyyMMdd}.csv\"");
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync("stt,ma_ho_so,ten_thu_tuc,so_bo,chu_ho_so,dia_chi,so_dien_thoai,co_quan_giai_quyet,ngay_tiep_nhan,ngay_hen_tra,ngay_tra,phuong_thuc_nhan_ket_qua,nguoi_nhan,ghi_chu\r\n");
        var (number, page) = (First, (RegisterPage?)Book);
        try
        {
            while (page is not null)
            {
                foreach (var line in page.Lines)
                {
                    string[] cells = [number.ToString(CultureInfo.InvariantCulture), line.Number, line.Procedure, "1", line.Applicant, line.Address, line.Phone, line.HandlingUnit,
                        PaperText.Short(line.AcceptedAt), PaperText.Short(line.DueAt), PaperText.Short(line.ReturnedAt), line.Way, line.Recipient, line.Note];
                    await writer.WriteAsync(string.Join(',', cells.Select(Cell)) + "\r\n");
                    number++;
                }

                await writer.FlushAsync(ct);
                page = page.Next is { } next ? await registers.FindAsync(wish with { After = next }, actor, "export", ct) : null;
            }
        }
        finally
        {
            // What has left is recorded, also when the browser goes away in the middle
            await exports.HandleAsync(
                new RecordExport(RecordExportHandler.Register, new { unit = wish.Unit, from = wish.From, to = wish.To, after = wish.After }, number - First), actor, CancellationToken.None);
        }

        return new EmptyResult();
    }

    // RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t') text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
