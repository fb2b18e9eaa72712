using DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.App.Documents;

/// <summary>The styles of official papers: Times New Roman 14, first lines indented by 1 cm, headings that a reader can jump to.</summary>
internal static class OfficeTextStyles
{
    /// <summary>The style part.</summary>
    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "Times New Roman", ComplexScript = "Times New Roman" },
                new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }, new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault()),
        Paragraphs("Normal", "Normal", isDefault: true, null, isBold: false),
        Paragraphs("BodyText", "Body Text", isDefault: false, Spaced(JustificationValues.Both, null, isKept: false), isBold: false),
        Paragraphs("Title", "Title", isDefault: false, new StyleParagraphProperties { Justification = new Justification { Val = JustificationValues.Center } }, isBold: true),
        Paragraphs("Heading1", "heading 1", isDefault: false, Spaced(JustificationValues.Both, 0, isKept: true), isBold: true),
        Paragraphs("Heading2", "heading 2", isDefault: false, Spaced(JustificationValues.Both, 1, isKept: true), isBold: true),
        Paragraphs("Heading3", "heading 3", isDefault: false, Spaced(JustificationValues.Both, 2, isKept: true), isBold: true, isItalic: true));

    private static StyleParagraphProperties Spaced(JustificationValues align, int? level, bool isKept) => new()
    {
        KeepNext = isKept ? new KeepNext() : null,
        SpacingBetweenLines = new SpacingBetweenLines { Before = level is null ? "0" : "60", After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto },
        Indentation = new Indentation { FirstLine = "567" },
        Justification = new Justification { Val = align },
        OutlineLevel = level is { } l ? new OutlineLevel { Val = l } : null,
    };

    private static Style Paragraphs(string id, string name, bool isDefault, StyleParagraphProperties? paragraph, bool isBold, bool isItalic = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault) style.Default = true;
        else style.BasedOn = new BasedOn { Val = "Normal" };
        style.PrimaryStyle = new PrimaryStyle();
        if (paragraph is not null) style.StyleParagraphProperties = paragraph;
        if (isBold) style.StyleRunProperties = new StyleRunProperties { Bold = new Bold(), Italic = isItalic ? new Italic() : null };
        return style;
    }
}
