using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace MotCua.Web.Components;

/// <summary>Builds a piece of HTML. Everything that is not <see cref="Raw(IHtmlContent?)"/> is encoded, so a generator cannot forget to.</summary>
public sealed class Markup : IHtmlContent
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text = new();

    /// <summary>Opens an element; attributes whose value is null are left out, those with an empty value are written bare.</summary>
    public Markup Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            _text.Append(' ').Append(name);
            if (value.Length > 0 || name is "value" or "alt")
            {
                _text.Append("=\"").Append(Encoder.Encode(value)).Append('"');
            }
        }

        _text.Append('>');
        return this;
    }

    /// <summary>Closes an element.</summary>
    public Markup Close(string element)
    {
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>Adds text, encoded.</summary>
    public Markup Text(string? text)
    {
        if (text is not null)
        {
            _text.Append(Encoder.Encode(text));
        }

        return this;
    }

    /// <summary>Adds markup made elsewhere, as it is.</summary>
    public Markup Raw(IHtmlContent? content)
    {
        if (content is not null)
        {
            using var writer = new StringWriter(_text, System.Globalization.CultureInfo.InvariantCulture);
            content.WriteTo(writer, Encoder);
        }

        return this;
    }

    /// <summary>Adds an element with text in it.</summary>
    public Markup Element(string element, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close(element);

    /// <summary>Adds an element only when there is text.</summary>
    public Markup ElementIfAny(string element, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        string.IsNullOrEmpty(text) ? this : Element(element, text, attributes);

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(_text.ToString());

    /// <summary>The HTML.</summary>
    public override string ToString() => _text.ToString();
}
