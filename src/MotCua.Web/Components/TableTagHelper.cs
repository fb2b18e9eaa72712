using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary>
/// <c>&lt;mc-table caption="…"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/mc-table&gt;</c> with plain tr, th, td inside. On a phone each row becomes a
/// card whose cells carry the column's name. Add <c>class="num"</c> to numeric th and td.
/// </summary>
[HtmlTargetElement("mc-table")]
public sealed partial class TableTagHelper : TagHelper
{
    /// <summary>What the table is of.</summary>
    public string Caption { get; set; } = "";

    /// <summary>True = the caption is read but not seen.</summary>
    public bool CaptionHidden { get; set; }

    /// <summary>False = keeps columns on a phone and scrolls inside its own box.</summary>
    public bool Stack { get; set; } = true;

    /// <summary>Closer rows.</summary>
    public bool Dense { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = (await output.GetChildContentAsync()).GetContent(HtmlEncoder.Create(UnicodeRanges.All));
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Render(content));
    }

    private Markup Render(string content)
    {
        var m = new Markup();
        if (!Stack)
        {
            m.Open("div", ("class", "mc-scroll"), ("role", "region"), ("aria-label", Caption), ("tabindex", "0"));
        }

        m.Open("table", ("class", FieldMarkup.Classes("govuk-table", Stack ? "mc-table--stack" : null, Dense ? "mc-table--dense" : null)))
            .Element("caption", Caption, ("class", FieldMarkup.Classes("govuk-table__caption govuk-table__caption--m", CaptionHidden ? "govuk-visually-hidden" : null)))
            .Raw(new HtmlString(Stack ? NameCells(content) : content)).Close("table");
        return Stack ? m : m.Close("div");
    }

    /// <summary>Writes the column's name into every body cell (<c>data-label</c>).</summary>
    public static string NameCells(string html)
    {
        var headEnd = html.IndexOf("</thead>", StringComparison.OrdinalIgnoreCase);
        if (headEnd < 0)
        {
            return html;
        }

        string[] names = [.. HeaderCell().Matches(html[..headEnd]).Select(h => WebUtility.HtmlDecode(AnyTag().Replace(h.Groups[1].Value, "")).Trim())];
        var result = new StringBuilder(html, 0, headEnd, html.Length + 256);
        var column = 0;
        var from = headEnd;
        foreach (Match tag in RowOrCell().Matches(html, headEnd))
        {
            result.Append(html, from, tag.Index - from);
            from = tag.Index + tag.Length;
            if (tag.Groups[1].Value.Equals("tr", StringComparison.OrdinalIgnoreCase))
            {
                column = 0;
                result.Append(tag.Value);
                continue;
            }

            if (column < names.Length && names[column].Length > 0 && !tag.Value.Contains("colspan", StringComparison.OrdinalIgnoreCase))
            {
                result.Append('<').Append(tag.Groups[1].Value).Append(" data-label=\"").Append(WebUtility.HtmlEncode(names[column])).Append('"').Append(tag.Groups[2].Value).Append('>');
            }
            else
            {
                result.Append(tag.Value);
            }

            column++;
        }

        return result.Append(html, from, html.Length - from).ToString();
    }

    [GeneratedRegex("<th\\b[^>]*>(.*?)</th>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex HeaderCell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("<(tr|td|th)\\b([^>]*)>", RegexOptions.IgnoreCase)]
    private static partial Regex RowOrCell();
}
