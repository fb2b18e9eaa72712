using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>How plans and their decisions stand, in words and colours.</summary>
public static class PlanWords
{
    /// <summary>State of a decision on a day: words and colour of its tag.</summary>
    public static (string Text, string Colour) StateOf(PlanEditionRow edition, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition switch
        {
            { State: PlanState.Draft } => ("Đang soạn", "blue"),
            { State: PlanState.Sent } => ("Chờ duyệt", "yellow"),
            { State: PlanState.Discarded } => ("Đã bỏ", "grey"),
            { From: { } from } when from > today => ("Đã ban hành, chưa đến ngày", "teal"),
            { Until: { } until } when until <= today => ("Đã được thay thế", "grey"),
            _ => ("Đang có hiệu lực", "green"),
        };
    }

    /// <summary>«Giao chỉ tiêu», «Điều chỉnh lần 1».</summary>
    public static string TitleOf(PlanEditionRow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return PlanTexts.TitleOf(edition.Kind, edition.Number);
    }

    /// <summary>Days in force: «từ 01/01/2022 đến hết 31/12/2022», or until a later decision.</summary>
    public static string DaysOf(PlanEditionRow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.From is not { } from) return "chưa có ngày hiệu lực";
        return edition.Until is { } until ? $"từ {Say.Date(from)} đến hết {Say.Date(until.AddDays(-1))}" : $"từ {Say.Date(from)} đến khi có quyết định thay thế";
    }

    /// <summary>The stated period: «01/01/2023 – 31/12/2023», of a correction only its end, or that none is stated.</summary>
    public static string PeriodOf(PlanEditionRow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.To is not { } to) return "không ghi ngày kết thúc";
        return edition.Kind == PlanKind.Correction ? $"đến hết {Say.Date(to)}" : $"{Say.Date(edition.From)} – {Say.Date(to)}";
    }

    /// <summary>An act of the history.</summary>
    public static string ActOf(string action) => action switch
    {
        "PlanDrafted" => "Lập dự thảo",
        "PlanDraftSaved" => "Sửa dự thảo",
        "PlanSent" => "Trình duyệt",
        "PlanTakenBack" => "Rút lại",
        "PlanReturned" => "Trả lại để sửa",
        "PlanIssued" => "Ban hành",
        "PlanDiscarded" => "Bỏ dự thảo",
        "PlanDecisionRecorded" => "Ghi lại số, ngày, người ký",
        _ => JournalWords.RecordOf(action),
    };

    /// <summary>90 %, or a dash.</summary>
    public static string Percent(decimal? percent) => percent is { } p ? PlanTexts.Percent(p) : "–";
}
