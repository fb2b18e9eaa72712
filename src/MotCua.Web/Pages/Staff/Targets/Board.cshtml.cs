using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Bảng chỉ tiêu: the plan's three indicators for every unit and any period, each figure with its counts, definition and list.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class BoardModel(TargetBoards boards, TimeProvider clock) : PageModel
{
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

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>The indicators shown, in order.</summary>
    public IReadOnlyList<IndicatorDefinition> Shown { get; private set; } = [];

    /// <summary>The figures.</summary>
    public TargetBoard Sheet { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>When the figures were read, UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>Ways of counting an indicator.</summary>
    public static IReadOnlyList<Choice> VariantsOf(string target) => [.. Indicators.VariantsOf(target).Select(i => new Choice(i.Code, i.ShortName))];

    /// <summary>Shows the board; days typed in boxes lead to the address with plain days.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (FromTyped, ToTyped) = (DateQuery.Read(Request.Query, "tu", "Từ ngày", ModelState), DateQuery.Read(Request.Query, "den", "Đến ngày", ModelState));
        CheckOrder();
        if (ModelState.IsValid && (FromTyped.IsTyped || ToTyped.IsTyped))
        {
            return LocalRedirect(Links.Board(FromTyped.Date is null ? PeriodKey : null, FromTyped.Date, ToTyped.Date, Ct2, Ct3, IsOwnOnly));
        }

        ReadAt = clock.GetUtcNow();
        Period = BoardPeriod.Of(PeriodKey, FromTyped.Date, ToTyped.Date, ReadAt);
        Periods = BoardPeriod.Offered(Period, ReadAt);
        Shown = [Indicators.Ct1, Variant("ct2", Ct2), Variant("ct3", Ct3)];
        (PeriodKey, Ct2, Ct3) = (Period.Key, Shown[1].Code, Shown[2].Code);
        Sheet = await boards.ForAsync(new MeasureQuestion(Period.From, Period.To, Shown, IsOwnOnly: IsOwnOnly), ct);
        return Page();
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

    private static IndicatorDefinition Variant(string target, string? code) => Indicators.VariantsOf(target).FirstOrDefault(i => i.Code == code) ?? Indicators.VariantsOf(target)[0];
}
