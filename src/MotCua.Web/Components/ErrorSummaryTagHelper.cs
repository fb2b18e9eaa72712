using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary><c>&lt;mc-errors /&gt;</c>: everything wrong on the page, first thing in main, each line a link to its question.</summary>
[HtmlTargetElement("mc-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The request's state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Lines made elsewhere (the e-form engine): id of the question, or null, and the message.</summary>
    public IEnumerable<(string? Id, string Message)>? Lines { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        (string? Id, string Message)[] lines = [.. From(ViewContext.ModelState), .. Lines ?? []];
        if (lines.Length > 0)
        {
            // written after the page's questions have said where they stand, so that the lines follow the page's order
            var asked = FieldTagHelper.Asked(ViewContext.HttpContext);
            output.Content.SetHtmlContent(new Deferred(() => Render([.. lines.OrderBy(l => l.Id is null ? -1 : asked.IndexOf(l.Id) is var i and >= 0 ? i : int.MaxValue)])));
        }
    }

    /// <summary>The HTML of a summary.</summary>
    public static IHtmlContent Render(IReadOnlyCollection<(string? Id, string Message)> lines)
    {
        var m = new Markup().Open("div", ("class", "govuk-error-summary"), ("data-error-summary", ""), ("tabindex", "-1")).Open("div", ("role", "alert"))
            .Element("h2", lines.Count == 1 ? "Có một chỗ cần sửa" : $"Có {lines.Count} chỗ cần sửa", ("class", "govuk-error-summary__title"))
            .Open("div", ("class", "govuk-error-summary__body")).Open("ul", ("class", "govuk-list govuk-error-summary__list"));
        foreach (var (id, message) in lines)
        {
            m.Open("li");
            if (id is null)
            {
                m.Text(message);
            }
            else
            {
                m.Element("a", message, ("href", "#" + id));
            }

            m.Close("li");
        }

        return m.Close("ul").Close("div").Close("div").Close("div");
    }

    private sealed class Deferred(Func<IHtmlContent> content) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => content().WriteTo(writer, encoder);
    }

    private static IEnumerable<(string? Id, string Message)> From(ModelStateDictionary state) =>
        from entry in state
        where entry.Value is not null
        from error in entry.Value.Errors.Take(1)
        select (entry.Key.Length == 0 ? null : IdOf(entry.Key), error.ErrorMessage);

    // the first box of a date carries the id of the whole question
    private static string IdOf(string key) => TagBuilder.CreateSanitizedId(key.EndsWith(".Day", StringComparison.Ordinal) ? key[..^4] : key, "_");
}
