using System.Globalization;
using QRCoder;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace MotCua.App.Documents;

/// <summary>Where a line of text stands between the margins.</summary>
public enum PaperAlign
{
    /// <summary>At the left.</summary>
    Left = 1,

    /// <summary>In the middle.</summary>
    Centre = 2,
}

/// <summary>A face of the paper's typeface.</summary>
public enum PaperFace
{
    /// <summary>Regular.</summary>
    Regular = 1,

    /// <summary>Bold.</summary>
    Bold = 2,

    /// <summary>Italic.</summary>
    Italic = 3,
}

/// <summary>
/// Writes plain official papers as PDF without any program beside: lines, wrapped paragraphs, pages, QR. Points (1/72 inch), origin at the top left.
/// The PDF library takes at most 255 distinct letters a font, so a further one is opened after 200; a letter that no face has becomes «□»; it never throws.
/// </summary>
public sealed class PaperWriter : IDisposable
{
    private const int MostLetters = 200;
    private static readonly Lazy<Dictionary<PaperFace, byte[]>> Files = new(ReadFonts);

    private readonly PdfDocumentBuilder _document = new();
    private readonly Dictionary<PaperFace, List<(PdfDocumentBuilder.AddedFont Font, HashSet<char> Letters)>> _fonts = [];
    private readonly Dictionary<(PaperFace, char), (PdfDocumentBuilder.AddedFont Font, char Drawn, double Width)> _letters = [];
    private readonly double _width;
    private readonly double _height;
    private PdfPageBuilder _page;

    /// <summary>A paper of the size, with its first page.</summary>
    public PaperWriter(double width, double height, double margin)
    {
        (_width, _height, Margin) = (width, height, margin);
        _page = _document.AddPage(width, height);
        Y = margin;
    }

    /// <summary>The margin on all sides.</summary>
    public double Margin { get; }

    /// <summary>Distance of the next line from the top.</summary>
    public double Y { get; set; }

    /// <summary>Width between the margins.</summary>
    public double Inner => _width - (2 * Margin);

    /// <summary>Sets the document's title.</summary>
    public void Title(string title) => _document.DocumentInformation.Title = title;

    /// <summary>A paragraph wrapped into a column.</summary>
    /// <param name="text">Text.</param>
    /// <param name="face">Face.</param>
    /// <param name="size">Size.</param>
    /// <param name="align">Alignment in the column.</param>
    /// <param name="left">Left end of the column, from the left edge of the paper; null = the margin.</param>
    /// <param name="width">Width of the column; null = all.</param>
    /// <param name="indent">Indent of the first line.</param>
    public void Paragraph(string text, PaperFace face, double size, PaperAlign align = PaperAlign.Left, double? left = null, double? width = null, double indent = 0)
    {
        var (x, space, leading) = (left ?? Margin, width ?? Inner, size * 1.35);
        foreach (var (line, isFirst) in Wrap(text, face, size, space, indent))
        {
            if (Y + leading > _height - Margin) NewPage();
            Y += leading;
            var at = align == PaperAlign.Centre ? x + ((space - Measure(line, face, size)) / 2) : x + (isFirst ? indent : 0);
            Draw(line, face, size, at, Y - (leading * 0.25));
        }
    }

    /// <summary>A thin line under the last text, centred on a column.</summary>
    public void Rule(double left, double width, double length)
    {
        var x = left + ((width - length) / 2);
        _page.DrawLine(Point(x, Y + 3), Point(x + length, Y + 3), 0.6);
        Y += 6;
    }

    /// <summary>A QR code as rectangles, its top left corner at the place.</summary>
    public void Qr(string text, double x, double y, double side)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix;
        var cell = side / matrix.Count;
        _page.SetTextAndFillColor(0, 0, 0);
        for (var r = 0; r < matrix.Count; r++)
        {
            for (var c = 0; c < matrix.Count; c++)
            {
                if (matrix[r][c]) _page.DrawRectangle(Point(x + (c * cell), y + ((r + 1) * cell)), cell, cell, 0.01, true);
            }
        }
    }

    /// <summary>The bytes of the PDF.</summary>
    public byte[] Build() => _document.Build();

    /// <inheritdoc />
    public void Dispose() => _document.Dispose();

    /// <summary>Width of a text.</summary>
    public double Measure(string text, PaperFace face, double size) => text.Sum(c => Letter(c, face).Width) * size;

    private void NewPage()
    {
        _page = _document.AddPage(_width, _height);
        Y = Margin;
    }

    private IEnumerable<(string Line, bool IsFirst)> Wrap(string text, PaperFace face, double size, double width, double indent)
    {
        var (line, isFirst) = ("", true);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, face, size, width - indent)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Measure(longer, face, size) > width - (isFirst ? indent : 0))
            {
                yield return (line, isFirst);
                (line, isFirst) = (word, false);
            }
            else
            {
                line = longer;
            }
        }

        yield return (line, isFirst);
    }

    // A word wider than the column is cut
    private IEnumerable<string> Pieces(string word, PaperFace face, double size, double width)
    {
        while (word.Length > 1 && Measure(word, face, size) > width)
        {
            var n = word.Length - 1;
            while (n > 1 && Measure(word[..n], face, size) > width) n--;
            yield return word[..n];
            word = word[n..];
        }

        yield return word;
    }

    private void Draw(string text, PaperFace face, double size, double x, double y)
    {
        var i = 0;
        while (i < text.Length)
        {
            var font = Letter(text[i], face).Font;
            var run = new System.Text.StringBuilder();
            var width = 0d;
            while (i < text.Length && ReferenceEquals(Letter(text[i], face).Font, font))
            {
                var (_, drawn, w) = Letter(text[i], face);
                run.Append(drawn);
                width += w * size;
                i++;
            }

            _page.AddText(run.ToString(), size, Point(x, y), font);
            x += width;
        }
    }

    private (PdfDocumentBuilder.AddedFont Font, char Drawn, double Width) Letter(char c, PaperFace face)
    {
        if (_letters.TryGetValue((face, c), out var known)) return known;
        var drawn = char.IsControl(c) || char.IsSurrogate(c) ? '□' : char.IsWhiteSpace(c) ? ' ' : c;
        var faces = _fonts.TryGetValue(face, out var list) ? list : _fonts[face] = [];
        if (faces.Count == 0 || (faces[^1].Letters.Count >= MostLetters && !faces[^1].Letters.Contains(drawn))) faces.Add((_document.AddTrueTypeFont(Files.Value[face]), []));
        var (font, letters) = faces[^1];
        double? width = WidthOf(drawn, font);
        if (width is null) (drawn, width) = WidthOf('□', font) is { } box ? ('□', box) : ('?', WidthOf('?', font) ?? 0.5);
        letters.Add(drawn);
        return _letters[(face, c)] = (font, drawn, width.Value);
    }

    private double? WidthOf(char c, PdfDocumentBuilder.AddedFont font)
    {
        try
        {
            var letters = _page.MeasureText(c.ToString(CultureInfo.InvariantCulture), 100, new PdfPoint(0, 0), font);
            return letters.Count == 0 ? null : letters[0].EndBaseLine.X / 100;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return null; // the face has no such letter
        }
    }

    private PdfPoint Point(double x, double y) => new(x, _height - y);

    private static Dictionary<PaperFace, byte[]> ReadFonts()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data", "fonts");
        return new()
        {
            [PaperFace.Regular] = File.ReadAllBytes(Path.Combine(folder, "LiberationSerif-Regular.ttf")),
            [PaperFace.Bold] = File.ReadAllBytes(Path.Combine(folder, "LiberationSerif-Bold.ttf")),
            [PaperFace.Italic] = File.ReadAllBytes(Path.Combine(folder, "LiberationSerif-Italic.ttf")),
        };
    }
}
