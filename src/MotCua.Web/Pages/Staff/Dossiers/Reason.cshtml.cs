using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Acts that need only a written reason: withdraw, stop, resume, give papers back, reopen, return a step.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class ReasonModel(
    DossierSheets sheets, WithdrawDossierHandler withdraw, StopDossierHandler stop, ResumeDossierHandler resume, GiveBackPapersHandler giveBack, ReopenDossierHandler reopen, ReturnStepHandler returnStep) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>The reason.</summary>
        public string? Text { get; set; }
    }

    /// <summary>Which act.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Heading, label and hint of the act.</summary>
    public (string Heading, string Label, string Hint) Words => Act switch
    {
        "rut" => ("Rút hồ sơ", "Nội dung đơn xin rút", "Số, ngày của đơn; lý do người nộp nêu. Rút hồ sơ là kết thúc, không mở lại được."),
        "dung" => ("Dừng giải quyết", "Quyết định và lý do dừng", "Số, ngày quyết định và căn cứ. Người nộp sẽ nhận được thông báo này."),
        "giai-quyet-tiep" => ("Giải quyết tiếp", "Quyết định và lý do", "Số, ngày quyết định. Ngày hẹn trả hiện tại vẫn giữ; nếu không kịp thì dùng Mẫu 04."),
        "tra-giay-to" => ("Trả lại giấy tờ", "Giấy tờ đã trả và người nhận", "Liệt kê giấy tờ bản chính đã trả, người nhận, ngày giờ."),
        "mo-lai" => ("Mở lại hồ sơ", "Sai sót cần sửa và quyết định", "Lịch sử cũ được giữ nguyên; hồ sơ quay về bước thẩm định."),
        _ => ("Trả lại bước trước", "Lý do trả lại", "Ghi cụ thể phần cần làm lại. Chỉ cán bộ trong đơn vị thấy nội dung này."),
    };

    /// <inheritdoc />
    protected override DossierWork Work => Act switch
    {
        "rut" => DossierWork.Withdraw,
        "dung" => DossierWork.Stop,
        "giai-quyet-tiep" => DossierWork.Resume,
        "tra-giay-to" => DossierWork.GiveBackPapers,
        "mo-lai" => DossierWork.Reopen,
        _ => DossierWork.ReturnStep,
    };

    /// <summary>Does the act.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var text = Input.Text ?? "";
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError("Input.Text", Domain.Dossiers.DossierProblems.NoReason.Title);
            return await AgainAsync(ct);
        }

        var result = Act switch
        {
            "rut" => await withdraw.HandleAsync(new WithdrawDossier(Code, SeenVersion, text), Actor, ct),
            "dung" => await stop.HandleAsync(new StopDossier(Code, SeenVersion, text), Actor, ct),
            "giai-quyet-tiep" => await resume.HandleAsync(new ResumeDossier(Code, SeenVersion, text), Actor, ct),
            "tra-giay-to" => await giveBack.HandleAsync(new GiveBackPapers(Code, SeenVersion, text), Actor, ct),
            "mo-lai" => await reopen.HandleAsync(new ReopenDossier(Code, SeenVersion, text), Actor, ct),
            _ => await returnStep.HandleAsync(new ReturnStep(Code, SeenVersion, text), Actor, ct),
        };
        return await AnswerAsync(result, Act, ct);
    }
}
