using System.Collections.Concurrent;
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

    /// <summary>Both ends even, but for the last line.</summary>
    Justify = 3,
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

    // Widths are the faces', not the document's: measured once
    private static readonly ConcurrentDictionary<(PaperFace, char), double?> Widths = new();

    private readonly PdfDocumentBuilder _document = new();
    private readonly Dictionary<PaperFace, List<(PdfDocumentBuilder.AddedFont Font, HashSet<char> Letters)>> _fonts = [];
    private readonly Dictionary<(PaperFace, char), (PdfDocumentBuilder.AddedFont Font, char Drawn, double Width)> _letters = [];
    private readonly List<(PdfPageBuilder Page, double Width, double Height)> _pages = [];
    private double _width;
    private double _height;
    private PdfPageBuilder _page;

    /// <summary>A paper of the size, with its first page.</summary>
    /// <param name="width">Width of the sheet.</param>
    /// <param name="height">Height of the sheet.</param>
    /// <param name="margin">Margin at the top, the right and the bottom.</param>
    /// <param name="left">Margin at the left, where papers are bound; null = as the others.</param>
    public PaperWriter(double width, double height, double margin, double? left = null)
    {
        (_width, _height, Margin, Left) = (width, height, margin, left ?? margin);
        _page = _document.AddPage(width, height);
        _pages.Add((_page, width, height));
        Y = margin;
    }

    /// <summary>How many pages there are.</summary>
    public int Pages => _pages.Count;

    /// <summary>Height left on the page.</summary>
    public double Room => _height - Margin - Y;

    /// <summary>The margin at the top, the right and the bottom.</summary>
    public double Margin { get; }

    /// <summary>The margin at the left.</summary>
    public double Left { get; }

    /// <summary>Distance of the next line from the top.</summary>
    public double Y { get; set; }

    /// <summary>Width between the margins.</summary>
    public double Inner => _width - Left - Margin;

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
        var (x, space, leading) = (left ?? Left, width ?? Inner, size * 1.35);
        var lines = Wrap(text, face, size, space, indent).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, isFirst) = lines[i];
            if (Y + leading > _height - Margin) NewPage();
            Y += leading;
            var begin = isFirst ? indent : 0;
            var at = align == PaperAlign.Centre ? x + ((space - Measure(line, face, size)) / 2) : x + begin;
            if (align == PaperAlign.Justify && i < lines.Count - 1) Spread(line, face, size, at, space - begin, Y - (leading * 0.25));
            else Draw(line, face, size, at, Y - (leading * 0.25));
        }
    }

    /// <summary>A line of small letters at the foot of each page, written when the paper is whole.</summary>
    /// <param name="text">From the number of the page and of all pages.</param>
    /// <param name="size">Size.</param>
    public void Foot(Func<int, int, string> text, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        OnEach((page, height) =>
        {
            var line = text(page, _pages.Count);
            Draw(line, PaperFace.Italic, size, Left + ((Inner - Measure(line, PaperFace.Italic, size)) / 2), height - (Margin * 0.6));
        });
    }

    /// <summary>A line in the middle at the top of pages, written when the paper is whole.</summary>
    /// <param name="text">From the number of the page; null = none.</param>
    /// <param name="size">Size.</param>
    public void Top(Func<int, string?> text, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        OnEach((page, _) =>
        {
            if (text(page) is { } line) Draw(line, PaperFace.Regular, size, Left + ((Inner - Measure(line, PaperFace.Regular, size)) / 2), Margin * 0.7);
        });
    }

    /// <summary>Goes on with a new page of this size.</summary>
    public void Turn(double width, double height)
    {
        (_width, _height) = (width, height);
        NewPage();
    }

    /// <summary>The lines that a text makes in a column; line ends of the text are kept.</summary>
    public IReadOnlyList<string> LinesOf(string text, PaperFace face, double size, double width)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split('\n').SelectMany(part => Wrap(part, face, size, width, 0)).Select(l => l.Line)];
    }

    /// <summary>A line of text with its foot at the place, as it is.</summary>
    public void Line(string text, PaperFace face, double size, double x, double y)
    {
        ArgumentNullException.ThrowIfNull(text);
        Draw(text, face, size, x, y);
    }

    /// <summary>A box with thin lines.</summary>
    /// <param name="x">Left end.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="isShaded">Filled with a light grey, for heads.</param>
    public void Box(double x, double y, double width, double height, bool isShaded = false)
    {
        if (isShaded)
        {
            _page.SetTextAndFillColor(0xED, 0xEF, 0xF2);
            _page.DrawRectangle(Point(x, y + height), width, height, 0.01, true);
            _page.SetTextAndFillColor(0, 0, 0);
        }

        _page.DrawRectangle(Point(x, y + height), width, height, 0.5);
    }

    /// <summary>Begins a new page when less than this height is left, so that what follows is not parted.</summary>
    public void Keep(double height)
    {
        if (Y + height > _height - Margin) NewPage();
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
        _pages.Add((_page, _width, _height));
        Y = Margin;
    }

    private void OnEach(Action<int, double> write)
    {
        var (page, width, height, y) = (_page, _width, _height, Y);
        for (var i = 0; i < _pages.Count; i++)
        {
            (_page, _width, _height) = _pages[i];
            write(i + 1, _height);
        }

        (_page, _width, _height, Y) = (page, width, height, y);
    }

    // Each word where it belongs, with its space, so that the text can still be copied
    private void Spread(string line, PaperFace face, double size, double x, double space, double y)
    {
        var words = line.Split(' ');
        var gap = words.Length < 2 ? 0 : (space - Measure(line, face, size)) / (words.Length - 1);
        var blank = Measure(" ", face, size);
        for (var i = 0; i < words.Length; i++)
        {
            Draw(i < words.Length - 1 ? words[i] + " " : words[i], face, size, x, y);
            x += Measure(words[i], face, size) + blank + gap;
        }
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
        double? width = WidthOf(drawn, face, font);
        if (width is null) (drawn, width) = WidthOf('□', face, font) is { } box ? ('□', box) : ('?', WidthOf('?', face, font) ?? 0.5);
        letters.Add(drawn);
        return _letters[(face, c)] = (font, drawn, width.Value);
    }

    private double? WidthOf(char c, PaperFace face, PdfDocumentBuilder.AddedFont font) => Widths.TryGetValue((face, c), out var known) ? known : Widths[(face, c)] = Measured(c, font);

    private double? Measured(char c, PdfDocumentBuilder.AddedFont font)
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
