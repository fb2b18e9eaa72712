using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>An act offered on the case page.</summary>
/// <param name="Text">Words of the button or link.</param>
/// <param name="Key">Last part of its address, or the value of its button.</param>
/// <param name="IsPost">Done at once by a button, without a page of its own.</param>
/// <param name="IsMain">One of the acts that move the work on.</param>
public sealed record StaffAct(string Text, string Key, bool IsPost, bool IsMain);

/// <summary>Acts that a person may do now, in the order in which the work goes.</summary>
public static class StaffActs
{
    /// <summary>The acts of a sheet.</summary>
    public static IReadOnlyList<StaffAct> Of(DossierSheet sheet, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(actor);
        return [.. All(sheet, actor).OrderByDescending(a => a.IsMain)];
    }

    private static IEnumerable<StaffAct> All(DossierSheet sheet, Actor actor)
    {
        var d = sheet.Dossier;
        var isLeader = actor.Has(Role.UnitLeader, d.HandlingUnit);
        foreach (var work in sheet.Rights.Works)
        {
            StaffAct? act = work switch
            {
                DossierWork.Accept => new("Tiếp nhận", "tiep-nhan", false, true),
                DossierWork.Guide => new("Hướng dẫn hoàn thiện (Mẫu 02)", "huong-dan", false, false),
                DossierWork.RefuseIntake => new("Từ chối tiếp nhận (Mẫu 03)", "tu-choi", false, false),
                DossierWork.TakeOver => new("Nhận xử lý", "nhan-xu-ly", true, true),
                DossierWork.ClaimStep => new("Nhận việc", "nhan-viec", true, true),
                DossierWork.HandOn when sheet.NextStep is { } next && (d.IsDecided || next.Role != nameof(Role.Clerk)) => new("Chuyển bước: " + StartingSmall(next.Name), "chuyen-buoc", false, d.StepOfficerId is not null),
                DossierWork.TakeBack when CanTakeBack(sheet, actor) => new("Thu hồi về bước của tôi", "thu-hoi", true, false),
                DossierWork.ReturnStep when d.StepNumber > 1 => new("Trả lại bước trước", "tra-lai-buoc", false, false),
                DossierWork.ProposeSupplement => new("Đề nghị yêu cầu bổ sung", "de-nghi-bo-sung", false, false),
                DossierWork.RequestSupplement => new("Yêu cầu bổ sung (Mẫu 02)", "yeu-cau-bo-sung", false, sheet.Proposal is not null),
                DossierWork.ReceiveSupplement or DossierWork.SendAgain => new("Nhận hồ sơ bổ sung tại quầy", "nhan-bo-sung", false, true),
                DossierWork.RecordFee => new("Thu phí, lệ phí", "thu-phi", false, false),
                DossierWork.RequestPayment when isLeader || actor.Has(Role.DeskOfficer) => new("Yêu cầu nghĩa vụ tài chính", "yeu-cau-nop", false, false),
                DossierWork.SettlePayment => new("Xác nhận đã nộp hoặc được miễn", "da-nop", false, true),
                DossierWork.DraftResult => new(sheet.Results.Any(r => r.State == ResultState.Draft) ? "Dự thảo kết quả khác" : "Dự thảo kết quả", "du-thao", false, d.StepRole == nameof(Role.Handler) && sheet.Results.All(r => r.State != ResultState.Draft)),
                DossierWork.Issue when sheet.NextStep is null => new("Ban hành kết quả", "ban-hanh", false, true),
                DossierWork.Decide when sheet.NextStep?.Role != nameof(Role.UnitLeader) => new("Duyệt kết quả", "duyet", false, sheet.Results.Any(r => r.State == ResultState.Draft)),
                DossierWork.Reappoint => new("Xin lỗi, hẹn lại (Mẫu 04)", "hen-lai", false, false),
                DossierWork.Deliver => new("Trả kết quả", "tra-ket-qua", false, true),
                DossierWork.Withdraw => new("Rút hồ sơ theo đơn", "rut", false, false),
                DossierWork.Stop => new("Dừng giải quyết", "dung", false, false),
                DossierWork.Resume => new("Giải quyết tiếp", "giai-quyet-tiep", false, true),
                DossierWork.GiveBackPapers => new("Trả lại giấy tờ", "tra-giay-to", false, true),
                DossierWork.Reopen => new("Mở lại hồ sơ", "mo-lai", false, false),
                _ => null,
            };
            if (act is not null) yield return act;
        }
    }

    // The giver sees it while the last thing that happened is their own handing on
    private static bool CanTakeBack(DossierSheet sheet, Actor actor) =>
        sheet.Timeline.Count > 0 && sheet.Timeline[0].What.StartsWith("Chuyển bước", StringComparison.Ordinal) && sheet.Timeline[0].Who == actor.DisplayName;

    // "Lãnh đạo UBND xem xét, ký" → "lãnh đạo UBND xem xét, ký"; a name that begins with an abbreviation stays.
    private static string StartingSmall(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
