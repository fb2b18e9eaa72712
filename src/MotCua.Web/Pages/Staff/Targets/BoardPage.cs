using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>A page of figures: the period and the ways of counting are in its address, as on the board.</summary>
public abstract class BoardPage : PageModel
{
    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Variant of ct2.</summary>
    [BindProperty(SupportsGet = true, Name = "ct2")]
    public string? Ct2 { get; set; }

    /// <summary>Variant of ct3.</summary>
    [BindProperty(SupportsGet = true, Name = "ct3")]
    public string? Ct3 { get; set; }

    /// <summary>A district's committee without its communes.</summary>
    [BindProperty(SupportsGet = true, Name = "rieng")]
    public bool IsOwnOnly { get; set; }

    /// <summary>Which indicator, where one is shown at a time.</summary>
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string? IndicatorCode { get; set; }

    /// <summary>What is looked at.</summary>
    public BoardView View { get; private set; } = null!;

    /// <summary>The indicator shown, where one is shown at a time.</summary>
    public IndicatorDefinition Indicator { get; private set; } = null!;

    /// <summary>Place of the indicator among those of the board, from 0.</summary>
    public int Column => View.Shown.ToList().FindIndex(i => i.TargetCode == Indicator.TargetCode);

    /// <summary>When the figures were read, UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>The last day of the period that has come.</summary>
    public DateOnly LastDay => BoardSheets.LastDay(View.Question, ProvinceTime.DateOf(ReadAt));

    /// <summary>Reads what the address asks for; days that make no period are said and the present year is shown.</summary>
    protected void ReadView(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ReadAt = clock.GetUtcNow();
        if ((From is not null || To is not null) && !(From is { } from && To is { } to && BoardPeriod.IsCountable(from, to)))
        {
            ModelState.AddModelError("", "Khoảng ngày không dùng được: cần đủ từ ngày và đến ngày, đến ngày bằng hoặc sau từ ngày. Đang hiện số liệu của năm nay.");
            (From, To) = (null, null);
        }

        // A way of counting that is asked for by itself is the one its column shows
        var asked = Indicators.Find(IndicatorCode ?? "");
        View = BoardView.Of(BoardPeriod.Of(PeriodKey, From, To, ReadAt).Named(), asked?.TargetCode == "ct2" ? asked.Code : Ct2, asked?.TargetCode == "ct3" ? asked.Code : Ct3, IsOwnOnly);
        Indicator = View.Shown.FirstOrDefault(i => i == asked) ?? View.Shown[^1];
    }
}
