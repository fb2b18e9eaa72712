using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace MotCua.Web.Components;

/// <summary>The few icons of the portal, drawn for it: 24 × 24 strokes. They never carry meaning alone.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM20 20l-4.8-4.8",
        ["file"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["track"] = "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.500C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
        ["check"] = "M4 12.500l5 5L20 6.5",
        ["shield"] = "M12 3l7 3v5c0 5-3.2 8.3-7 10-3.8-1.7-7-5-7-10V6zM9 11.800l2.2 2.200L15.2 10",
        ["baby"] = "M12 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 21c0-4 3-7 7-7s7 3 7 7M10.5 6.500h.01M13.5 6.500h.01",
        ["heart"] = "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z",
        ["house"] = "M3.5 11.500L12 4l8.5 7.500M6 10v10h12V10M10 20v-5.500h4V20",
        ["shop"] = "M4 9l1.5-5h13L20 9M4 9v11h16V9M4 9c0 1.7 1.2 2.8 2.7 2.800S9.3 10.7 9.3 9c0 1.7 1.2 2.8 2.7 2.800s2.7-1.1 2.7-2.800c0 1.7 1.2 2.8 2.7 2.800S20 10.7 20 9M10 20v-4.500h4V20",
        ["land"] = "M3 19h18M3 19l5.5-9 3.5 5 2.5-3.500L21 19M17 6.500a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
        ["car"] = "M4 16v-3.500L6 7h12l2 5.500V16M3.5 16h17v2.500h-17zM7 13h.01M17 13h.01",
        ["book"] = "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
        ["health"] = "M9.5 4h5v5.5h5.5v5h-5.5V20h-5v-5.5H4v-5h5.5z",
        ["leaf"] = "M5 20C5 11 10 5 20 4c0 10-5 15.5-13 14.5M5 20c1.5-5 4.5-8 9-10",
        ["seal"] = "M12 3a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM8.5 14L7 21l5-2.5L17 21l-1.5-7M10 9l1.5 1.5L14.5 7.5",
        ["candle"] = "M12 3c1.5 2 2.2 3 2.2 4a2.2 2.2 0 0 1-4.4 0c0-1 .7-2 2.2-4zM9 11h6v9H9zM6 20h12",
        ["work"] = "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
        ["help"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .9-1 1.700M12 16.800h.01",
        ["user"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 21c0-4 3.4-6.5 7.5-6.500s7.5 2.5 7.5 6.5",
        ["clock"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
        ["chart"] = "M4 20h16M7 20v-7M12 20V6M17 20v-10",
        ["bell"] = "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.500h-15zM10 21h4M12 5V3",
        ["phone"] = "M6 3h3.500l1.5 5-2 1.500a12 12 0 0 0 5.5 5.500l1.5-2 5 1.500V18a3 3 0 0 1-3 3C10.5 21 3 13.5 3 6a3 3 0 0 1 3-3z",
    }.ToFrozenDictionary();

    /// <summary>The icon, hidden from readers of the page; nothing for an unknown name.</summary>
    public static IHtmlContent Render(string name, string? css = null) => Paths.TryGetValue(name, out var path)
        ? new Markup().Open("svg", ("class", FieldMarkup.Classes("mc-icon", css)), ("viewBox", "0 0 24 24"), ("width", "24"), ("height", "24"), ("aria-hidden", "true"), ("focusable", "false"))
            .Open("path", ("d", path)).Close("path").Close("svg")
        : HtmlString.Empty;
}
