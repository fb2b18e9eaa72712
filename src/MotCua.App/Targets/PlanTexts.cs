using System.Globalization;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>How plans and their decisions are called in Vietnamese sentences, in pages, documents and the trail alike.</summary>
public static class PlanTexts
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>«Quyết định 2245/QĐ-UBND ngày 25/10/2022», or that it is unknown.</summary>
    public static string DecisionOf(PlanEditionRow? edition) => edition is null ? "chưa rõ số quyết định" : DecisionOf(edition.DecisionNo, edition.DecisionOn);

    /// <summary>The same from number and date.</summary>
    public static string DecisionOf(string number, DateOnly? on) =>
        number.Any(char.IsDigit) ? $"Quyết định {number}{(on is { } day ? " ngày " + Day(day) : "")}" : "chưa rõ số quyết định";

    /// <summary>«Giao chỉ tiêu» or «Điều chỉnh lần 2».</summary>
    public static string TitleOf(PlanKind kind, int number) => kind == PlanKind.Assignment ? "Giao chỉ tiêu" : number > 1 ? $"Điều chỉnh lần {number - 1}" : "Điều chỉnh";

    /// <summary>90 %; 12,5 %.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.##", Vietnamese) + " %";

    /// <summary>25/10/2022.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
