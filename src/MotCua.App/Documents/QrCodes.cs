using System.Globalization;
using System.Text;
using QRCoder;

namespace MotCua.App.Documents;

/// <summary>A QR code (TCVN 7322) as one path: a drawing that needs neither style nor script.</summary>
/// <param name="Side">Modules on a side, quiet zone of four included; the view box is a square of it.</param>
/// <param name="Path">Data of an SVG path that fills the dark modules.</param>
public sealed record QrDrawing(int Side, string Path);

/// <summary>Draws QR codes for printed forms.</summary>
public static class QrCodes
{
    /// <summary>The code of a text, error correction M; rows of dark modules are joined.</summary>
    public static QrDrawing Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            var row = rows[y];
            for (var x = 0; x < row.Length; x++)
            {
                if (!row[x]) continue;
                var start = x;
                while (x < row.Length && row[x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
