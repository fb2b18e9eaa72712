using MotCua.Domain.Documents;
using MotCua.Domain.Kernel;
using SkiaSharp;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace MotCua.App.Documents;

/// <summary>What a file really is, found by opening it.</summary>
/// <param name="MediaType">Media type.</param>
/// <param name="Pages">Pages; 1 for a picture.</param>
public sealed record FileNature(string MediaType, int Pages);

/// <summary>Opens the files people send: never trusts a name or a declared type (PDF, JPEG, PNG, WebP).</summary>
public static class FileInspection
{
    /// <summary>Greatest number of pixels decoded: a picture past this is a bomb or useless.</summary>
    public const long GreatestPixels = 100_000_000;

    /// <summary>Looks into the file.</summary>
    public static Result<FileNature> Inspect(string path)
    {
        Span<byte> head = stackalloc byte[16];
        using (var stream = File.OpenRead(path))
        {
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            head = head[..read];
        }

        if (head.IsEmpty)
        {
            return DocumentProblems.Empty;
        }

        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && (head[8..12].SequenceEqual("heic"u8) || head[8..12].SequenceEqual("heix"u8) || head[8..12].SequenceEqual("mif1"u8)))
        {
            return DocumentProblems.Heic;
        }

        return head.StartsWith("%PDF-"u8) ? Pdf(path) : Picture(path);
    }

    private static Result<FileNature> Pdf(string path)
    {
        try
        {
            using var document = PdfDocument.Open(path);
            if (document.NumberOfPages < 1)
            {
                return DocumentProblems.Unreadable;
            }

            _ = document.GetPage(1).Width;
            return new FileNature("application/pdf", document.NumberOfPages);
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentProblems.Locked;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader meets arbitrary bytes from strangers: whatever it throws, the file cannot be opened
            return DocumentProblems.Unreadable;
        }
    }

    private static Result<FileNature> Picture(string path)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null)
        {
            return DocumentProblems.WrongKind;
        }

        var media = codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Jpeg => "image/jpeg",
            SKEncodedImageFormat.Png => "image/png",
            SKEncodedImageFormat.Webp => "image/webp",
            _ => null,
        };
        if (media is null)
        {
            return DocumentProblems.WrongKind;
        }

        if ((long)codec.Info.Width * codec.Info.Height is < 1 or > GreatestPixels)
        {
            return DocumentProblems.Unreadable;
        }

        // Decode at the smallest size the codec offers: enough to know that the picture is whole
        var size = codec.GetScaledDimensions(0.125f);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var bitmap = new SKBitmap(info);
        return codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success ? new FileNature(media, 1) : DocumentProblems.Unreadable;
    }
}
