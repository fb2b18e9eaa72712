using Microsoft.AspNetCore.Html;
using MotCua.App.Dossiers;

namespace MotCua.Web.Components;

/// <summary>How the state of a result is told to a stranger.</summary>
public static class VerdictText
{
    /// <summary>The verdict in a word or three.</summary>
    public static string Title(ResultState state) => state switch
    {
        ResultState.Issued => "Kết quả thật, đang có hiệu lực",
        ResultState.Revoked => "Đã thu hồi",
        ResultState.Superseded => "Đã được thay thế",
        _ => "Không tìm thấy",
    };

    /// <summary>What it means for whoever holds the paper.</summary>
    public static string Explain(ResultState state, DateTimeOffset? endedAt) => state switch
    {
        ResultState.Issued => "Kết quả này do cơ quan dưới đây cấp và chưa bị thu hồi hay thay thế.",
        ResultState.Revoked => $"Cơ quan cấp đã thu hồi kết quả này{On(endedAt)}. Kết quả không còn giá trị sử dụng.",
        ResultState.Superseded => $"Kết quả này đã được thay thế{On(endedAt)}. Hãy dùng kết quả mới.",
        _ => "",
    };

    /// <summary><c>good</c>, <c>bad</c> or <c>old</c>.</summary>
    public static string Tone(ResultState state) => state switch
    {
        ResultState.Issued => "good",
        ResultState.Superseded => "old",
        _ => "bad",
    };

    /// <summary>A tick, a cross or an arrow in a circle; the words carry the meaning.</summary>
    /// <param name="tone">As <see cref="Tone"/>.</param>
    public static IHtmlContent Mark(string tone) => new Markup()
        .Open("span", ("class", "mc-verdict__mark"), ("aria-hidden", "true")).Open("svg", ("viewBox", "0 0 24 24"), ("focusable", "false"))
        .Open("path", ("d", tone switch { "good" => "M5 12.5l4.5 4.5L19 7.5", "old" => "M5 12h13M13 6.5l5.5 5.5-5.5 5.5", _ => "M6.5 6.5l11 11M17.5 6.5l-11 11" })).Close("path").Close("svg").Close("span");

    private static string On(DateTimeOffset? at) => at is null ? "" : " ngày " + PaperText.Date(at);
}
