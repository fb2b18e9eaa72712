using System.Globalization;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>How an advice is said: what to do, what the facts say, how its gain was reckoned. Kept with the tasks that are made of it.</summary>
public static class AdviceWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>What an advice is called in forms.</summary>
    public static string KeyOf(AdviceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return KeyOf(item.Kind, item.Change.Procedure, item.Change.Unit);
    }

    /// <summary>What an advice is called in forms.</summary>
    public static string KeyOf(AdviceKind kind, string? procedure, string? desk) => string.Create(CultureInfo.InvariantCulture, $"{(int)kind}|{procedure}|{desk}");

    /// <summary>Name of the kind.</summary>
    public static string NameOf(AdviceKind kind) => kind switch
    {
        AdviceKind.FirstOnline => "Có hồ sơ trực tuyến đầu tiên",
        AdviceKind.OfferFull => "Cung cấp toàn trình",
        AdviceKind.OfferService => "Mở dịch vụ trực tuyến",
        AdviceKind.DeskPaper => "Giảm hồ sơ giấy tại quầy",
        _ => "Người dân tự nộp",
    };

    /// <summary>Kind of the task that is made of it.</summary>
    public static PlanTaskKind TaskKindOf(AdviceKind kind) => kind switch
    {
        AdviceKind.OfferFull or AdviceKind.OfferService => PlanTaskKind.Review,
        _ => PlanTaskKind.Communication,
    };

    /// <summary>What to do.</summary>
    /// <param name="item">The advice.</param>
    /// <param name="procedure">Name of its procedure, or empty.</param>
    /// <param name="desk">Name of its desk, or empty.</param>
    public static string Title(AdviceItem item, string procedure, string desk)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Kind switch
        {
            AdviceKind.FirstOnline => $"Hướng dẫn để có hồ sơ trực tuyến của thủ tục «{procedure}»",
            AdviceKind.OfferFull => $"Cung cấp toàn trình thủ tục «{procedure}»",
            AdviceKind.OfferService => $"Mở dịch vụ trực tuyến cho thủ tục «{procedure}»",
            AdviceKind.DeskPaper when procedure.Length > 0 => $"Hướng dẫn tại quầy để nộp trực tuyến thủ tục «{procedure}»",
            AdviceKind.DeskPaper => $"Hướng dẫn nộp trực tuyến tại quầy của {desk}",
            _ => $"Tổ công nghệ số giúp người dân tự nộp tại {desk}",
        };
    }

    /// <summary>What the facts say.</summary>
    public static string Why(AdviceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var had = item.Had;
        return item.Kind switch
        {
            AdviceKind.FirstOnline => $"{N(had.OfServices)} hồ sơ trong kỳ, chưa hồ sơ nào nộp trực tuyến.",
            AdviceKind.OfferFull => $"Đã rà soát là đủ điều kiện nhưng chưa cung cấp toàn trình{(had.Accepted > 0 ? $"; {N(had.Accepted)} hồ sơ trong kỳ" : "")}.",
            AdviceKind.OfferService => $"{N(had.Accepted)} hồ sơ trong kỳ, chưa có dịch vụ trực tuyến nên không hồ sơ nào được tính.",
            AdviceKind.DeskPaper => $"{N(had.Paper)} trong {N(had.OfServices)} hồ sơ của dịch vụ trực tuyến vẫn nộp giấy ({P(had.Paper, had.OfServices)}).",
            _ => $"Chỉ {N(had.SelfOnlineOfServices)} trong {N(had.OfServices)} hồ sơ người dân tự nộp trực tuyến ({P(had.SelfOnlineOfServices, had.OfServices)}).",
        };
    }

    /// <summary>What is to come out, in figures.</summary>
    public static string Outcome(AdviceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.Join("; ", item.Effects.Select(e => $"{NameOf(e.Indicator)} từ {e.Before.Numerator}/{e.Before.Denominator} ({Two(e.Before.Percent)}) lên {e.After.Numerator}/{e.After.Denominator} ({Two(e.After.Percent)})"));
    }

    /// <summary>Short name of an indicator that an advice moves.</summary>
    public static string NameOf(IndicatorDefinition indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator == Indicators.Ct3Self ? "Tự nộp" : indicator.Code.ToUpperInvariant();
    }

    /// <summary>How the gain was reckoned.</summary>
    public static string Method(AdviceItem item, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(item);
        var share = ((item.Change.SelfShare ?? item.Change.OnlineShare ?? 0) * 100).ToString("0.##", Vietnamese) + " %";
        var how = item.Change.SelfShare is null ? "nộp trực tuyến" : "tự nộp trực tuyến";
        var of = item.Kind == AdviceKind.OfferService ? "Nếu có dịch vụ một phần suốt kỳ và" : "Nếu";
        var assumed = item.Basis switch
        {
            AdviceBasis.SameProcedure => $"{of} {share} hồ sơ {how}, bằng mức trung vị của thủ tục này ở các đơn vị cùng nhóm",
            AdviceBasis.SameGroup => $"{of} {share} hồ sơ {how}, bằng mức trung vị mọi dịch vụ trực tuyến của các đơn vị cùng nhóm",
            AdviceBasis.SameDesks => $"{of} {share} hồ sơ {how}, bằng mức trung vị của các quầy cùng cấp trong nhóm",
            AdviceBasis.FirstDossier => $"{of} có 1 hồ sơ trực tuyến; chưa có đơn vị cùng nhóm để so sánh",
            _ => "Nếu thủ tục được cung cấp toàn trình, số hồ sơ giữ nguyên",
        };
        return $"{assumed}. Tính lại tử số, mẫu số trên hồ sơ của chính đơn vị từ {D(from)} đến {D(to)}.";
    }

    private static string Two(decimal? percent) => percent is { } p ? p.ToString("0.00", Vietnamese) + " %" : "chưa có";

    private static string N(long count) => count.ToString("N0", Vietnamese);

    private static string P(long part, long whole) => (part * 100m / whole).ToString("0.##", Vietnamese) + " %";

    private static string D(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
