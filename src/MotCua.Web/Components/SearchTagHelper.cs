using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary><c>&lt;mc-search action="@Links.Search()" name="q" value="@Model.Q" label="Bạn cần làm thủ tục gì?" /&gt;</c>: a GET form.</summary>
[HtmlTargetElement("mc-search", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string Action { get; set; } = "";

    /// <summary>Name of the query parameter.</summary>
    public string Name { get; set; } = "q";

    /// <summary>What was typed.</summary>
    public string? Value { get; set; }

    /// <summary>The question; read out, and seen when <see cref="ShowLabel"/>.</summary>
    public string Label { get; set; } = "Tìm thủ tục";

    /// <summary>Whether the question is seen.</summary>
    public bool ShowLabel { get; set; }

    /// <summary>Example in the empty box.</summary>
    public string? Placeholder { get; set; }

    /// <summary>Words on the button.</summary>
    public string Button { get; set; } = "Tìm";

    /// <summary>Id of the box.</summary>
    public string Id { get; set; } = "tim-kiem";

    /// <summary>Address that answers while typing, for browsers with scripts; null = nothing.</summary>
    public string? Suggest { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        var m = new Markup()
            .Open("form", ("method", "get"), ("action", Action), ("role", "search"), ("aria-label", Label), ("class", "mc-search-form"))
            .Element("label", Label, ("class", ShowLabel ? "govuk-label govuk-label--s" : "govuk-visually-hidden"), ("for", Id))
            .Open("div", ("class", "mc-search"))
            .Open("input", ("class", "mc-search__input"), ("id", Id), ("name", Name), ("type", "search"), ("value", Value), ("placeholder", Placeholder), ("maxlength", "200"),
                ("autocomplete", "off"), ("spellcheck", "false"), ("enterkeyhint", "search"), ("data-suggest", Suggest))
            .Open("button", ("class", "mc-search__button"), ("type", "submit"), ("aria-label", Button)).Raw(Icons.Render("search"))
            .Element("span", Button, ("class", "mc-search__words")).Close("button")
            .Close("div");

        output.Content.SetHtmlContent(m.Close("form"));
    }
}
