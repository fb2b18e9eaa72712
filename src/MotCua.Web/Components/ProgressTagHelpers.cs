using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary><c>&lt;mc-timeline&gt;&lt;mc-event title="Đã tiếp nhận" by="…" at="…" /&gt;&lt;/mc-timeline&gt;</c>: what happened, newest or oldest first as given.</summary>
[HtmlTargetElement("mc-timeline")]
public sealed class TimelineTagHelper : BlockTagHelper
{
    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup().Open("ol", ("class", "mc-timeline")).Raw(content).Close("ol");
}

/// <summary>One thing that happened, happens, or will.</summary>
[HtmlTargetElement("mc-event")]
public sealed class EventTagHelper : BlockTagHelper
{
    /// <summary>What.</summary>
    public string Title { get; set; } = "";

    /// <summary>Who, with unit.</summary>
    public string? By { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Words instead of the instant, such as "đến 17:00 ngày 02/12/2026".</summary>
    public string? When { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary><c>done</c>, <c>current</c>, <c>future</c>, <c>bad</c>.</summary>
    public string State { get; set; } = "done";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup().Open("li", ("class", $"mc-timeline__item mc-timeline__item--{State}"), ("aria-current", State == "current" ? "step" : null))
            .Element("h3", Title, ("class", "mc-timeline__title")).Open("p", ("class", "mc-timeline__meta"));
        if (At is { } at)
        {
            m.Element("time", When ?? Say.Instant(at), ("datetime", at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        }
        else
        {
            m.Text(When);
        }

        if (By is not null)
        {
            m.Text((At is null && When is null ? "" : " · ") + By);
        }

        return m.Close("p").Open("div", ("class", "mc-timeline__body")).Raw(content).Close("div").Close("li");
    }
}

/// <summary><c>&lt;mc-steps current="2" labels="Tờ khai|Giấy tờ|Kiểm tra|Nộp" /&gt;</c>: where one is in a journey.</summary>
[HtmlTargetElement("mc-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : TagHelper
{
    /// <summary>From 1.</summary>
    public int Current { get; set; } = 1;

    /// <summary>Names parted by a bar.</summary>
    public string Labels { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var labels = Labels.Split('|', StringSplitOptions.TrimEntries);
        var m = new Markup().Open("ol", ("class", "mc-steps"), ("aria-label", $"Bước {Current} trên {labels.Length}"));
        for (var i = 0; i < labels.Length; i++)
        {
            var state = i + 1 < Current ? "done" : i + 1 == Current ? "current" : "future";
            m.Open("li", ("class", $"mc-steps__item mc-steps__item--{state}"), ("aria-current", state == "current" ? "step" : null))
                .Element("span", (i + 1).ToString(CultureInfo.InvariantCulture), ("class", "mc-steps__number"), ("aria-hidden", "true"))
                .Element("span", labels[i], ("class", "mc-steps__label"));
            if (state == "done")
            {
                m.Element("span", " (đã xong)", ("class", "govuk-visually-hidden"));
            }

            m.Close("li");
        }

        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(m.Close("ol"));
    }
}

/// <summary>
/// <c>&lt;mc-figure label="Hồ sơ trực tuyến" value="62,5 %" numerator="5" denominator="8" target="50 %" verdict="Đạt" tone="good" definition="…" href="…" /&gt;</c>:
/// a figure never stands without what it counts.
/// </summary>
[HtmlTargetElement("mc-figure", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTagHelper : TagHelper
{
    /// <summary>What it measures.</summary>
    public string Label { get; set; } = "";

    /// <summary>The figure, formatted.</summary>
    public string Value { get; set; } = "";

    /// <summary>Numerator, formatted, or null.</summary>
    public string? Numerator { get; set; }

    /// <summary>Denominator, formatted, or null.</summary>
    public string? Denominator { get; set; }

    /// <summary>Target in force, formatted, or null.</summary>
    public string? Target { get; set; }

    /// <summary>Verdict in words.</summary>
    public string? Verdict { get; set; }

    /// <summary>What changed, in words with an arrow; empty or null = nothing to say.</summary>
    public string? Change { get; set; }

    /// <summary><c>good</c>, <c>bad</c>, <c>neutral</c>.</summary>
    public string Tone { get; set; } = "neutral";

    /// <summary>Definition with its source.</summary>
    public string? Definition { get; set; }

    /// <summary>The list behind it.</summary>
    public string? Href { get; set; }

    /// <summary>Share of the target's scale, 0…100, drawn as a bar; null = no bar.</summary>
    public double? Percent { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var m = new Markup().Open("div", ("class", $"mc-figure mc-figure--{Tone}")).Element("h3", Label, ("class", "mc-figure__label"));
        m.Open("p", ("class", FieldMarkup.Classes("mc-figure__value", Value.Any(char.IsDigit) ? null : "mc-figure__value--words")));
        _ = Href is null ? m.Text(Value) : m.Element("a", Value, ("href", Href), ("class", "mc-figure__link"));
        m.Close("p");
        if (Percent is { } percent)
        {
            m.Open("progress", ("class", "mc-figure__bar"), ("max", "100"), ("value", Math.Clamp(percent, 0, 100).ToString("0.#", CultureInfo.InvariantCulture)), ("aria-label", Label)).Text(Value).Close("progress");
        }

        if (Numerator is not null || Denominator is not null)
        {
            m.Element("p", $"{Numerator ?? "–"} / {Denominator ?? "–"}", ("class", "mc-figure__parts"));
        }

        if (Target is not null || Verdict is not null)
        {
            m.Open("p", ("class", "mc-figure__verdict"));
            if (Verdict is not null)
            {
                m.Element("strong", Verdict, ("class", $"govuk-tag govuk-tag--{Tone switch { "good" => "green", "bad" => "red", _ => "grey" }}")).Text(" ");
            }

            m.Text(Target is null ? null : $"Chỉ tiêu {Target}").Close("p");
        }

        m.ElementIfAny("p", Change, ("class", "mc-figure__change"));
        if (Definition is not null)
        {
            m.Open("details", ("class", "mc-figure__definition")).Element("summary", "Cách tính").Element("p", Definition).Close("details");
        }

        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(m.Close("div"));
    }
}
