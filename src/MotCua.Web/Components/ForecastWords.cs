using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>Words of forecasts.</summary>
public static class ForecastWords
{
    /// <summary>From here on meeting the target is likely.</summary>
    public const double Likely = 0.8;

    /// <summary>Below this missing it is likely.</summary>
    public const double Unlikely = 0.2;

    /// <summary>Percent with two decimals and a comma.</summary>
    public static string Percent(double percent) => percent.ToString("0.00", Say.Vietnamese) + " %";

    /// <summary>The band in a few letters.</summary>
    public static string Band(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.High - forecast.Low < 0.005 ? "không đổi" : $"từ {forecast.Low.ToString("0.0", Say.Vietnamese)} đến {forecast.High.ToString("0.0", Say.Vietnamese)} %";
    }

    /// <summary>Chance in whole percent; never 0 or 100 while something is to come.</summary>
    public static string Chance(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Chance switch
        {
            null => "–",
            0 when forecast.High - forecast.Low < 0.005 => "0 %",
            1 when forecast.High - forecast.Low < 0.005 => "100 %",
            < 0.01 => "dưới 1 %",
            > 0.99 => "trên 99 %",
            { } chance => (chance * 100).ToString("0", Say.Vietnamese) + " %",
        };
    }

    /// <summary>What the chance means, with a sign, so that colour is never alone.</summary>
    public static string Meaning(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Chance switch
        {
            null => "? Chưa giao chỉ tiêu",
            >= Likely => "✓ Nhiều khả năng đạt",
            >= 0.5 => "↗ Có thể đạt",
            >= Unlikely => "↘ Khó đạt",
            _ => "✗ Nhiều khả năng không đạt",
        };
    }

    /// <summary><c>good</c>, <c>bad</c>, <c>neutral</c>.</summary>
    public static string Tone(Forecast? forecast) => forecast?.Chance switch { >= Likely => "good", < Unlikely => "bad", _ => "neutral" };

    /// <summary>What is missing, in things of the indicator.</summary>
    public static string Missing(UnitForecast row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Forecast?.Gap is not { } gap) return "–";
        if (gap.InPlace == 0) return "Không thiếu";
        var things = Things(row.Indicator);
        return gap.InPlace is { } missing ? $"Còn thiếu {Say.Count(missing)} {things}" : $"Không đủ {things} để đạt";
    }

    /// <summary>What the numerator counts, in a few words.</summary>
    public static string Things(IndicatorDefinition indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator switch
        {
            { Code: "ct1" } => "dịch vụ toàn trình",
            { Subject: IndicatorSubject.Procedures } => "dịch vụ có hồ sơ trực tuyến",
            _ => "hồ sơ trực tuyến",
        };
    }

    /// <summary>When the target is reached.</summary>
    public static string Crossing(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.Span.Target is null) return "–";
        return forecast.CrossesOn switch
        {
            null => $"Không đạt trước ngày {Say.Date(forecast.Span.To)}",
            { } day when day <= forecast.Span.AsAt => "Đang đạt",
            { } day => $"Dự kiến ngày {Say.Date(day)}",
        };
    }

    /// <summary>Why the forecast of the unit may not be relied on; null when it may, or it does not guess.</summary>
    public static string? Doubt(UnitForecast row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Forecast is null || row.Indicator == Indicators.Ct1 ? null : row.Trial is { } trial ? trial.Doubt : "chưa thử lại trên số liệu cũ";
    }
}
