using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>How gains and outcomes are said on pages.</summary>
public static class AdviceMarkup
{
    /// <summary>Percent with two decimals, or that there is none.</summary>
    public static string Percent(Ratio ratio) => ratio.Percent is { } p ? MeasureWords.Percent(p) : "chưa có";

    /// <summary>4/8.</summary>
    public static string Counts(Ratio ratio) => $"{Say.Count(ratio.Numerator)}/{Say.Count(ratio.Denominator)}";

    /// <summary>+12,50 điểm %.</summary>
    public static string Points(AdviceEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect.Points.ToString("+0.00;-0.00;0.00", Say.Vietnamese) + " điểm %";
    }

    /// <summary>Whether the target would be met: empty without a target.</summary>
    public static string Target(AdviceEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        if (effect.Target is not { } target) return "";
        var words = target.ToString("0.##", Say.Vietnamese) + " %";
        return effect.After.Against(target) == Attainment.Met ? (effect.Reaches ? $"đạt chỉ tiêu {words}" : $"vẫn đạt chỉ tiêu {words}") : $"chưa đạt chỉ tiêu {words}";
    }

    /// <summary>62,50 % (chỉ tiêu 60 %, đạt).</summary>
    public static string Now(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var target = measure.Target is { } t ? "chỉ tiêu " + t.ToString("0.##", Say.Vietnamese) + " %" : "";
        if (measure.Counts.Percent is not { } percent) return measure.Attainment.Vietnamese().ToLower(Say.Vietnamese) + (target.Length > 0 ? $" ({target})" : "");
        return MeasureWords.Percent(percent) + (target.Length > 0 ? $" ({target}, {measure.Attainment.Vietnamese().ToLower(Say.Vietnamese)})" : "");
    }

    /// <summary>How far down the list one must go for a missed target.</summary>
    public static string Reach(AdviceReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var (name, target) = (AdviceWords.NameOf(reach.Indicator), reach.Target.ToString("0.##", Say.Vietnamese) + " %");
        if (reach.Count == 0) return $"{name}: danh sách chưa có việc nào làm tăng; chỉ tiêu {target}.";
        return reach.IsMet
            ? $"Để đạt {name} {target}: {Say.Count(reach.Count)} việc trong danh sách làm tăng {name}, {Days(reach.Days)}."
            : $"{name}: làm hết {Say.Count(reach.Count)} việc làm tăng {name} ({Days(reach.Days)}) thì được {Percent(reach.After)}, vẫn chưa đạt {target}.";
    }

    /// <summary>Why there is no advice.</summary>
    public static string Nothing(AdviceStanding standing) => standing switch
    {
        AdviceStanding.NoServices => "Đơn vị không có thủ tục nào trong kỳ",
        AdviceStanding.NoDossiers => "Đơn vị không có hồ sơ nào trong kỳ",
        _ => "Không có việc nào làm tăng chỉ tiêu trong kỳ",
    };

    /// <summary>What to do when there is no advice.</summary>
    public static string NothingAdvice(AdviceStanding standing) => standing switch
    {
        AdviceStanding.NoServices => "Khai dịch vụ công của đơn vị theo quyết định, hoặc chọn kỳ khác.",
        AdviceStanding.NoDossiers => "Chọn kỳ có hồ sơ, ví dụ cả năm.",
        _ => "Mọi thủ tục có hồ sơ đều đã có hồ sơ trực tuyến ở mức của các đơn vị cùng nhóm.",
    };

    /// <summary>Heading over the first ones.</summary>
    public static string FirstHeading(int count) => count switch { 1 => "Việc nên làm trước", 2 => "Hai việc nên làm trước", _ => "Ba việc nên làm trước" };

    /// <summary>5 ngày công.</summary>
    public static string Days(decimal days) => days.ToString("0.##", Say.Vietnamese) + " ngày công";

    /// <summary>Words and colour of how what happened stands to what was expected.</summary>
    public static (string Words, string Colour) Verdict(OutcomeVerdict verdict) => verdict switch
    {
        OutcomeVerdict.AsExpected => ("Đạt như dự kiến", "green"),
        OutcomeVerdict.Less => ("Có tăng, chưa bằng dự kiến", "yellow"),
        OutcomeVerdict.NoChange => ("Chưa tăng", "red"),
        OutcomeVerdict.NothingYet => ("Chưa có hồ sơ để so", "grey"),
        _ => ("Chưa hoàn thành", "grey"),
    };

    /// <summary>Kinds of advice, for a form.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<AdviceKind>().Select(k => new Choice(((int)k).ToString(System.Globalization.CultureInfo.InvariantCulture), AdviceWords.NameOf(k)))];
}
