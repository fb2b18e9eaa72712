using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Vì sao không được tính: each condition of a figure with yes or no, and the dossier's own fact behind it. Nothing of a person is shown.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class WhyModel(WhyCounted why, TargetBoards boards, TimeProvider clock) : BoardPage
{
    private static readonly string[] Codes = ["ct3", "ct2", "ct3.dvctt", "ct3.766", "ct3.self"];

    /// <summary>Dossier number or submission code.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    /// <summary>Row of the board; empty = the dossier's own.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary>The answer; null when nothing was asked or there is no such dossier.</summary>
    public WhyAnswer? Answer { get; private set; }

    /// <summary>The form again.</summary>
    public WhyForm Form { get; private set; } = null!;

    /// <summary>Indicators that can be asked about.</summary>
    public static IReadOnlyList<Choice> Asked => [.. Codes.Select(c => Indicators.Find(c)!).Select(i => new Choice(i.Code, $"{i.TargetCode.ToUpperInvariant()}. {i.ShortName}"))];

    /// <summary>What the answer comes to, in one sentence.</summary>
    public string Verdict => Answer switch
    {
        null => "",
        { IsAbove: true } when Indicator.Subject == IndicatorSubject.Procedures => "Hồ sơ này làm cho thủ tục được tính là có hồ sơ trực tuyến.",
        { IsAbove: true } => "Được tính vào cả mẫu số và tử số.",
        _ when Indicator.Subject == IndicatorSubject.Procedures => "Hồ sơ này không làm cho thủ tục được tính là có hồ sơ trực tuyến.",
        { IsBelow: true } => "Được tính vào mẫu số, không được tính vào tử số.",
        _ => "Không được tính vào chỉ tiêu này.",
    };

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (IndicatorCode is null || !Codes.Contains(IndicatorCode)) IndicatorCode = "ct3";
        ReadView(clock);
        if (!string.IsNullOrEmpty(Unit) && await boards.NameOfAsync(Unit, ct) is null) return NotFound();
        Form = new WhyForm(Code?.Trim() ?? "", Indicator.Code, Unit ?? "", View.Period.From, View.Period.To);
        if (Form.Code.Length == 0) return Page();
        Answer = await why.AskAsync(Form.Code, new MeasureQuestion(View.Period.From, View.Period.To, [Indicator], string.IsNullOrEmpty(Unit) ? null : [Unit], IsOwnOnly), User.ToActor(), ct);
        if (Answer is null)
        {
            const string wrong = "Không có hồ sơ nào mang mã này. Kiểm tra lại từng ký tự, ví dụ H03.15-220914-0011 hoặc NH-7K2M9QX4TB";
            ModelState.AddModelError("ma", wrong);
            Form = Form with { Error = wrong };
        }

        return Page();
    }
}
