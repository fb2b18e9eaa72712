using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary>
/// A small link beside a unit's figures to its signs of integrity: <c>&lt;mc-flag-link unit="stp" name="Sở Tư pháp" count="2" from="…" to="…" /&gt;</c>. Nothing
/// when there is none; it never changes the figure.
/// </summary>
[HtmlTargetElement("mc-flag-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FlagLinkTagHelper : TagHelper
{
    /// <summary>Unit of the board's row.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Its name, for those who hear the page.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many signs.</summary>
    public int Count { get; set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Content.SetHtmlContent(new Markup().Open("a", ("class", "govuk-link mc-flag-link"), ("href", Links.Flags(From, To, Unit)))
            .Text($"⚑ {Count} dấu hiệu").Element("span", $" của {Name}", ("class", "govuk-visually-hidden")).Close("a"));
    }
}
