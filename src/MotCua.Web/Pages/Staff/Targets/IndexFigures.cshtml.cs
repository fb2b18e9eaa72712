using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Counts of the index that the portal cannot make itself: typed by the owner of the plan, with their source; each change is recorded.</summary>
[Authorize(Policy = Policies.OwnPlan)]
public sealed class IndexFiguresModel(IndexSheets sheets, TargetBoards boards, EnterFiguresHandler enter, TimeProvider clock) : PageModel
{
    /// <summary>Unit as asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? UnitTyped { get; set; }

    /// <summary>Unit key or <c>province</c>.</summary>
    public string Unit => string.IsNullOrEmpty(UnitTyped) ? MeasureQueries.Province : UnitTyped;

    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>Where the counts come from.</summary>
    [BindProperty(Name = "nguon")]
    public string? Source { get; set; }

    /// <summary>The period.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Name of the unit.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>What is in the boxes, by column.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    /// <summary>What is there of exactly this period.</summary>
    public IReadOnlyDictionary<string, EnteredFigure> Known { get; private set; } = new Dictionary<string, EnteredFigure>();

    /// <summary>How many counts were just saved; null = nothing was.</summary>
    public int? Saved { get; private set; }

    /// <summary>Shows the boxes.</summary>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "luu")] int? saved, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Saved = saved;
        Typed = Known.ToDictionary(k => k.Key, k => k.Value.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return Page();
    }

    /// <summary>Saves what is new or different, with its source; an empty box leaves what is there, and what is as before keeps its own source.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        Typed = IndexColumns.Supplied.ToDictionary(c => c.Code, c => form[c.Code].ToString().Trim() is { Length: <= 20 } text ? text : "", StringComparer.Ordinal);
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (column, text) in Typed.Where(t => t.Value.Length > 0))
        {
            if (!long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) ModelState.AddModelError(column, $"{IndexColumns.Find(column)!.Name}: nhập số nguyên từ 0");
            else if (!Known.TryGetValue(column, out var known) || known.Value != value) values[column] = value;
        }

        if (ModelState.IsValid && values.Count == 0) ModelState.AddModelError("", "Chưa có số nào mới hoặc khác số đang có.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var entered = await enter.HandleAsync(new EnterFigures(Unit, Period.From, Period.To, values, Source ?? ""), User.ToActor(), ct);
        return entered.IsOk ? LocalRedirect(Links.IndexFigures(Unit, Period.Key) + "&luu=" + entered.Value.ToString(CultureInfo.InvariantCulture)) : this.Refuse(entered.Problem);
    }

    /// <summary>The box of a column.</summary>
    public TextField Box(IndexColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new TextField
        {
            Id = column.Code,
            Name = column.Code,
            Label = column.Name,
            Hint = Known.TryGetValue(column.Code, out var known) ? $"Đang có: {Say.Count(known.Value)}, nguồn: {known.Source}" : "Chưa có dữ liệu",
            Value = Typed.GetValueOrDefault(column.Code),
            Width = 10,
            InputMode = "numeric",
            Autocomplete = "off",
            Error = ModelState[column.Code]?.Errors.FirstOrDefault()?.ErrorMessage,
        };
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = MotCua.Domain.Targets.Period.Read(PeriodKey) is { Kind: not PeriodKind.Free } period ? period.Key : null;
        Period = IndexWords.PeriodOf(asked, null, null, now);
        Periods = BoardPeriod.Offered(Period, now);
        if (await boards.NameOfAsync(Unit, ct) is not { } name) return false;
        UnitName = name;
        Units = [new Choice(MeasureQueries.Province, "Toàn tỉnh"), .. (await sheets.UnitsAsync(ct)).Select(u => new Choice(u.Key, u.Name))];
        Known = (await sheets.FiguresAsync(Unit, Period.From, Period.To, ct)).Where(f => f.From == Period.From && f.To == Period.To).ToDictionary(f => f.Column.Code, StringComparer.Ordinal);
        return true;
    }
}
