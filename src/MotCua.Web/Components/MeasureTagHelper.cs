using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>Words of figures.</summary>
public static class MeasureWords
{
    /// <summary>The value with two decimals; words when there is none.</summary>
    public static string Value(Measure m) => m.Counts.Percent is { } p ? Percent(p) : m.Attainment == Attainment.NotEnoughData ? "Chưa đủ dữ liệu" : "Không áp dụng";

    /// <summary>Percent with two decimals and a comma (law rule 37).</summary>
    public static string Percent(decimal p) => p.ToString("0.00", Say.Vietnamese) + " %";

    /// <summary><c>good</c>, <c>bad</c>, <c>neutral</c>.</summary>
    public static string Tone(Measure m) => m.Attainment switch { Attainment.Met => "good", Attainment.NotMet => "bad", _ => "neutral" };
}

/// <summary>
/// A figure in a cell of the board: <c>&lt;mc-measure of="m" own="false" /&gt;</c>. Value, counts that open to their lists, target, verdict with a sign.
/// </summary>
[HtmlTargetElement("mc-measure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeasureTagHelper : TagHelper
{
    /// <summary>The figure.</summary>
    public Measure Of { get; set; } = null!;

    /// <summary>A district's committee without its communes.</summary>
    public bool Own { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var about = $"{Of.Indicator.ShortName}: ";
        var m = new Markup().Open("span", ("class", "mc-measure"));
        m.Element("span", Of.Counts.Percent is { } percent ? MeasureWords.Percent(percent) : "–", ("class", "mc-measure__value"));
        m.Open("span", ("class", "mc-measure__parts"));
        Part(m, Of.Counts.Numerator, true, about + "tử số");
        m.Text(" / ");
        Part(m, Of.Counts.Denominator, false, about + "mẫu số");
        m.Close("span");
        m.Element("span", $"{Of.Attainment.Symbol()} {Of.Attainment.Vietnamese()}", ("class", $"mc-measure__verdict mc-measure__verdict--{MeasureWords.Tone(Of)}"));
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(m.Close("span"));
    }

    private void Part(Markup m, long count, bool isNumerator, string about)
    {
        if (count == 0)
        {
            m.Text("0");
            return;
        }

        m.Element("a", Say.Count(count), ("href", Links.BoardList(Of.Indicator.Code, Of.Unit, Of.From, Of.To, isNumerator, Own)), ("title", about), ("class", "govuk-link"));
    }
}
