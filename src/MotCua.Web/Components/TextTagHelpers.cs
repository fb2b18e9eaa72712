using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary>A tag helper that wraps its content and draws no element of its own name.</summary>
public abstract class BlockTagHelper : TagHelper
{
    /// <summary>The HTML around the content.</summary>
    protected abstract IHtmlContent Render(IHtmlContent content);

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Render(content));
    }
}

/// <summary><c>&lt;mc-heading caption="Hồ sơ NH-…"&gt;Kiểm tra lại&lt;/mc-heading&gt;</c>: the one h1 of a page.</summary>
[HtmlTargetElement("mc-heading")]
public sealed class HeadingTagHelper : BlockTagHelper
{
    /// <summary>Small line above.</summary>
    public string? Caption { get; set; }

    /// <summary>l (usual) or xl.</summary>
    public string Size { get; set; } = "l";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .ElementIfAny("span", Caption, ("class", $"govuk-caption-{Size}"))
        .Open("h1", ("class", $"govuk-heading-{Size}")).Raw(content).Close("h1");
}

/// <summary><c>&lt;mc-back href="@Links.Home()" /&gt;</c></summary>
[HtmlTargetElement("mc-back")]
public sealed class BackTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string Href { get; set; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "Quay lại";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(new Markup().Open("nav", ("aria-label", Text)).Element("a", Text, ("href", Href), ("class", "govuk-back-link")).Close("nav"));
    }
}

/// <summary><c>&lt;mc-breadcrumbs&gt;&lt;mc-crumb href="@Links.Home()"&gt;Trang chủ&lt;/mc-crumb&gt;&lt;/mc-breadcrumbs&gt;</c></summary>
[HtmlTargetElement("mc-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : BlockTagHelper
{
    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("nav", ("class", "govuk-breadcrumbs"), ("aria-label", "Đường dẫn"))
        .Open("ol", ("class", "govuk-breadcrumbs__list")).Raw(content).Close("ol").Close("nav");
}

/// <summary>One step of <see cref="BreadcrumbsTagHelper"/>; without href, the present page.</summary>
[HtmlTargetElement("mc-crumb")]
public sealed class CrumbTagHelper : BlockTagHelper
{
    /// <summary>Where to.</summary>
    public string? Href { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var m = new Markup().Open("li", ("class", "govuk-breadcrumbs__list-item"), ("aria-current", Href is null ? "page" : null));
        return Href is null ? m.Raw(content).Close("li") : m.Open("a", ("class", "govuk-breadcrumbs__link"), ("href", Href)).Raw(content).Close("a").Close("li");
    }
}

/// <summary><c>&lt;mc-button&gt;Tiếp tục&lt;/mc-button&gt;</c>; with <c>href</c> it is a link that looks so. Guards against a double click.</summary>
[HtmlTargetElement("mc-button")]
public sealed class ButtonTagHelper : BlockTagHelper
{
    /// <summary>Link instead of submit.</summary>
    public string? Href { get; set; }

    /// <summary><c>secondary</c>, <c>warning</c>, <c>inverse</c>, <c>start</c>; absent = primary.</summary>
    public string? Kind { get; set; }

    /// <summary>Name posted with the form.</summary>
    public string? Name { get; set; }

    /// <summary>Value posted with the form.</summary>
    public string? Value { get; set; }

    /// <summary>Other address to post to.</summary>
    public string? Formaction { get; set; }

    /// <summary>True = the browser does not check the form (it never should: forms are novalidate).</summary>
    public string? Id { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content)
    {
        var css = FieldMarkup.Classes("govuk-button", Kind is null ? null : $"govuk-button--{Kind}");
        var arrow = Kind == "start" ? new HtmlString("<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\"><path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>") : null;
        return Href is not null
            ? new Markup().Open("a", ("href", Href), ("class", css), ("id", Id)).Raw(content).Raw(arrow).Close("a")
            : new Markup().Open("button", ("type", "submit"), ("class", css), ("id", Id), ("name", Name), ("value", Value), ("formaction", Formaction), ("data-once", "")).Raw(content).Raw(arrow).Close("button");
    }
}

/// <summary><c>&lt;mc-warning&gt;Sau khi gửi, hồ sơ không sửa được nữa.&lt;/mc-warning&gt;</c></summary>
[HtmlTargetElement("mc-warning")]
public sealed class WarningTagHelper : BlockTagHelper
{
    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("div", ("class", "govuk-warning-text")).Element("span", "!", ("class", "govuk-warning-text__icon"), ("aria-hidden", "true"))
        .Open("strong", ("class", "govuk-warning-text__text")).Element("span", "Lưu ý: ", ("class", "govuk-visually-hidden")).Raw(content).Close("strong").Close("div");
}

/// <summary><c>&lt;mc-inset&gt;…&lt;/mc-inset&gt;</c></summary>
[HtmlTargetElement("mc-inset")]
public sealed class InsetTagHelper : BlockTagHelper
{
    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup().Open("div", ("class", "govuk-inset-text")).Raw(content).Close("div");
}

/// <summary><c>&lt;mc-details summary="Vì sao hỏi điều này?"&gt;…&lt;/mc-details&gt;</c></summary>
[HtmlTargetElement("mc-details")]
public sealed class DetailsTagHelper : BlockTagHelper
{
    /// <summary>What opens it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Open at first.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("details", ("class", "govuk-details"), ("open", Open ? "" : null))
        .Open("summary", ("class", "govuk-details__summary")).Element("span", Summary, ("class", "govuk-details__summary-text")).Close("summary")
        .Open("div", ("class", "govuk-details__text")).Raw(content).Close("div").Close("details");
}

/// <summary><c>&lt;mc-panel title="Đã nộp hồ sơ"&gt;Mã hồ sơ&lt;br&gt;&lt;strong&gt;NH-…&lt;/strong&gt;&lt;/mc-panel&gt;</c>: confirmation; holds the page's h1.</summary>
[HtmlTargetElement("mc-panel")]
public sealed class PanelTagHelper : BlockTagHelper
{
    /// <summary>The h1.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("div", ("class", "govuk-panel govuk-panel--confirmation")).Element("h1", Title, ("class", "govuk-panel__title"))
        .Open("div", ("class", "govuk-panel__body")).Raw(content).Close("div").Close("div");
}

/// <summary><c>&lt;mc-tag colour="green"&gt;Đã tiếp nhận&lt;/mc-tag&gt;</c>: the words say the state, the colour only helps.</summary>
[HtmlTargetElement("mc-tag")]
public sealed class TagTagHelper : BlockTagHelper
{
    /// <summary>grey, green, teal, blue, purple, red, orange, yellow.</summary>
    public string Colour { get; set; } = "blue";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("strong", ("class", $"govuk-tag govuk-tag--{Colour}")).Raw(content).Close("strong");
}

/// <summary><c>&lt;mc-banner kind="success" title="Đã lưu"&gt;…&lt;/mc-banner&gt;</c></summary>
[HtmlTargetElement("mc-banner")]
public sealed class BannerTagHelper : BlockTagHelper
{
    /// <summary><c>success</c> or <c>notice</c>.</summary>
    public string Kind { get; set; } = "notice";

    /// <summary>Its heading.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("section", ("class", FieldMarkup.Classes("govuk-notification-banner", Kind == "success" ? "govuk-notification-banner--success" : null)),
            ("role", Kind == "success" ? "alert" : "region"), ("aria-label", Title ?? "Thông báo"))
        .Open("div", ("class", "govuk-notification-banner__header"))
        .Element("h2", Title ?? (Kind == "success" ? "Thành công" : "Thông báo"), ("class", "govuk-notification-banner__title")).Close("div")
        .Open("div", ("class", "govuk-notification-banner__content")).Raw(content).Close("div").Close("section");
}

/// <summary><c>&lt;mc-phase tag="Thử nghiệm"&gt;Đây là bản chạy thử.&lt;/mc-phase&gt;</c></summary>
[HtmlTargetElement("mc-phase")]
public sealed class PhaseTagHelper : BlockTagHelper
{
    /// <summary>The label.</summary>
    public string Tag { get; set; } = "Thử nghiệm";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("div", ("class", "govuk-phase-banner")).Open("p", ("class", "govuk-phase-banner__content"))
        .Element("strong", Tag, ("class", "govuk-tag govuk-phase-banner__content__tag"))
        .Open("span", ("class", "govuk-phase-banner__text")).Raw(content).Close("span").Close("p").Close("div");
}

/// <summary><c>&lt;mc-empty title="Chưa có hồ sơ nào"&gt;…&lt;/mc-empty&gt;</c>: a list with nothing in it says what to do.</summary>
[HtmlTargetElement("mc-empty")]
public sealed class EmptyTagHelper : BlockTagHelper
{
    /// <summary>What is not there.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc />
    protected override IHtmlContent Render(IHtmlContent content) => new Markup()
        .Open("div", ("class", "mc-empty")).Element("p", Title, ("class", "mc-empty__title")).Raw(content).Close("div");
}
