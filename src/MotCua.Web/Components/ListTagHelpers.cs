using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary><c>&lt;mc-task-list&gt;&lt;mc-task href="…" title="Người yêu cầu" status="Đã xong" done="true" /&gt;&lt;/mc-task-list&gt;</c></summary>
[HtmlTargetElement("mc-task-list")]
public sealed class TaskListTagHelper : BlockTagHelper
{
    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup().Open("ul", ("class", "govuk-task-list")).Raw(content).Close("ul");
}

/// <summary>One task; without href it cannot be started yet.</summary>
[HtmlTargetElement("mc-task", ParentTag = "mc-task-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string? Href { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>What it is.</summary>
    public string Title { get; set; } = "";

    /// <summary>Small line under it.</summary>
    public string? Hint { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>"Đã xong", "Chưa làm", "Còn thiếu".</summary>
    public string Status { get; set; } = "";

    /// <summary>Colour of the status; absent = plain words.</summary>
    public string? Colour { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = "task-" + context.UniqueId[..Math.Min(8, context.UniqueId.Length)];
        var describedBy = FieldMarkup.Classes(Hint is null ? null : id + "-hint", id + "-status");
        var m = new Markup().Open("li", ("class", FieldMarkup.Classes("govuk-task-list__item", Href is null ? null : "govuk-task-list__item--with-link")))
            .Open("div", ("class", "govuk-task-list__name-and-hint"));
        _ = Href is null
            ? m.Element("div", Title)
            : m.Element("a", Title, ("class", "govuk-link govuk-task-list__link"), ("href", Href), ("aria-describedby", describedBy));
        m.ElementIfAny("div", Hint, ("class", "govuk-task-list__hint"), ("id", id + "-hint")).Close("div")
            .Open("div", ("class", FieldMarkup.Classes("govuk-task-list__status", Href is null ? "govuk-task-list__status--cannot-start-yet" : null)), ("id", id + "-status"));
        _ = Colour is null ? m.Text(Status) : m.Element("strong", Status, ("class", $"govuk-tag govuk-tag--{Colour}"));
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(m.Close("div").Close("li"));
    }
}

/// <summary><c>&lt;mc-summary title="Người yêu cầu"&gt;&lt;mc-row key="Họ và tên" change="…"&gt;…&lt;/mc-row&gt;&lt;/mc-summary&gt;</c>: check answers, facts of a record.</summary>
[HtmlTargetElement("mc-summary")]
public sealed class SummaryTagHelper : BlockTagHelper
{
    /// <summary>With a title it is a card.</summary>
    public string? Title { get; set; }

    /// <summary>Where the whole card can be changed; only with a title.</summary>
    public string? Change { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Closer rows, for officers.</summary>
    public bool Dense { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup();
        if (Title is not null)
        {
            m.Open("div", ("class", "govuk-summary-card")).Open("div", ("class", "govuk-summary-card__title-wrapper"))
                .Element("h2", Title, ("class", "govuk-summary-card__title"));
            if (Change is not null)
            {
                m.Open("div", ("class", "govuk-summary-card__actions")).Open("a", ("class", "govuk-link"), ("href", Change)).Text("Sửa")
                    .Element("span", " " + Title, ("class", "govuk-visually-hidden")).Close("a").Close("div");
            }

            m.Close("div").Open("div", ("class", "govuk-summary-card__content"));
        }

        m.Open("dl", ("class", FieldMarkup.Classes("govuk-summary-list", Dense ? "mc-summary--dense" : null))).Raw(content).Close("dl");
        return Title is null ? m : m.Close("div").Close("div");
    }
}

/// <summary>One row of <see cref="SummaryTagHelper"/>.</summary>
[HtmlTargetElement("mc-row")]
public sealed class RowTagHelper : BlockTagHelper
{
    /// <summary>What it is.</summary>
    public string Key { get; set; } = "";

    /// <summary>Where it can be changed.</summary>
    public string? Change { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Words of the link.</summary>
    public string ChangeText { get; set; } = "Sửa";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup().Open("div", ("class", FieldMarkup.Classes("govuk-summary-list__row", Change is null ? "govuk-summary-list__row--no-actions" : null)))
            .Element("dt", Key, ("class", "govuk-summary-list__key")).Open("dd", ("class", "govuk-summary-list__value")).Raw(content).Close("dd");
        if (Change is not null)
        {
            m.Open("dd", ("class", "govuk-summary-list__actions")).Open("a", ("class", "govuk-link"), ("href", Change)).Text(ChangeText)
                .Element("span", " " + Key, ("class", "govuk-visually-hidden")).Close("a").Close("dd");
        }

        return m.Close("div");
    }
}

/// <summary><c>&lt;mc-pager newer="…" older="…" /&gt;</c>: pages by key, never by number (no exact count).</summary>
[HtmlTargetElement("mc-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>Address of the newer rows, or null.</summary>
    public string? Newer { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Address of the older rows, or null.</summary>
    public string? Older { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Words for going back.</summary>
    public string NewerText { get; set; } = "Trang trước";

    /// <summary>Words for going on.</summary>
    public string OlderText { get; set; } = "Trang sau";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Newer is null && Older is null)
        {
            return;
        }

        var m = new Markup().Open("nav", ("class", "mc-pager"), ("aria-label", "Các trang của danh sách"));
        if (Newer is not null)
        {
            m.Element("a", "← " + NewerText, ("class", "govuk-link mc-pager__link"), ("href", Newer), ("rel", "prev"));
        }

        if (Older is not null)
        {
            m.Element("a", OlderText + " →", ("class", "govuk-link mc-pager__link mc-pager__link--next"), ("href", Older), ("rel", "next"));
        }

        output.Content.SetHtmlContent(m.Close("nav"));
    }
}

/// <summary><c>&lt;mc-tabs label="Danh sách"&gt;&lt;mc-tab href="…" current="true"&gt;Hôm nay&lt;/mc-tab&gt;&lt;/mc-tabs&gt;</c>: links, no script.</summary>
[HtmlTargetElement("mc-tabs")]
public sealed class TabsTagHelper : BlockTagHelper
{
    /// <summary>What the tabs are of.</summary>
    public string Label { get; set; } = "Thẻ";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("nav", ("class", "mc-tabs"), ("aria-label", Label)).Open("ul", ("class", "mc-tabs__list")).Raw(content).Close("ul").Close("nav");
}

/// <summary>One tab.</summary>
[HtmlTargetElement("mc-tab")]
public sealed class TabTagHelper : BlockTagHelper
{
    /// <summary>Where to.</summary>
    public string Href { get; set; } = "";

    /// <summary>The one shown.</summary>
    public bool Current { get; set; }

    /// <summary>A count after the words, or null.</summary>
    public int? Count { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup().Open("li", ("class", "mc-tabs__item"))
            .Open("a", ("class", "mc-tabs__link"), ("href", Href), ("aria-current", Current ? "page" : null)).Raw(content);
        if (Count is { } n)
        {
            m.Text(" ").Element("span", Say.Count(n), ("class", "mc-count"));
        }

        return m.Close("a").Close("li");
    }
}

/// <summary><c>&lt;mc-cards&gt;&lt;mc-card href="…" title="…"&gt;…&lt;/mc-card&gt;&lt;/mc-cards&gt;</c>: a grid of entrances.</summary>
[HtmlTargetElement("mc-cards")]
public sealed class CardsTagHelper : BlockTagHelper
{
    /// <summary>Two columns without the small text on a phone.</summary>
    public bool Compact { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup().Open("ul", ("class", FieldMarkup.Classes("mc-cards", Compact ? "mc-cards--compact" : null))).Raw(content).Close("ul");
}

/// <summary>One entrance; the whole card is the target.</summary>
[HtmlTargetElement("mc-card")]
public sealed class CardTagHelper : BlockTagHelper
{
    /// <summary>Where to.</summary>
    public string Href { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Title { get; set; } = "";

    /// <summary>Level of its heading.</summary>
    public int Level { get; set; } = 3;

    /// <summary>An icon of the sprite (<c>/img/icons.svg</c>), or null.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup().Open("li", ("class", "mc-card"));
        if (Icon is not null)
        {
            m.Raw(Icons.Render(Icon, "mc-card__icon"));
        }

        return m.Open("h" + Level, ("class", "mc-card__title")).Element("a", Title, ("href", Href), ("class", "mc-card__link")).Close("h" + Level)
            .Open("div", ("class", "mc-card__text")).Raw(content).Close("div").Close("li");
    }
}
