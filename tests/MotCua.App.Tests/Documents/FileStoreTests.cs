using Microsoft.EntityFrameworkCore;
using MotCua.App.Documents;
using MotCua.Domain.Documents;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using SkiaSharp;
using UglyToad.PdfPig.Writer;

namespace MotCua.App.Tests.Documents;

public sealed class FileStoreTests
{
    public static TheoryData<string, string, int> Good => new() { { "pdf", "application/pdf", 2 }, { "png", "image/png", 1 }, { "jpg", "image/jpeg", 1 }, { "webp", "image/webp", 1 } };

    [Theory, MemberData(nameof(Good))]
    public async Task Save_WhenTheFileIsWhatItSays_KeepsItHashedWithItsPages(string kind, string media, int pages)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var bytes = Make(kind);
        var row = (await SaveAsync(database, bytes, $"..\\..\\giấy tờ\".{kind}")).Value;
        Assert.Equal((media, pages, (long)bytes.Length), (row.MediaType, row.Pages, row.Size));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), row.Sha256);
        Assert.Equal($"giấy tờ.{(kind == "jpg" ? "jpg" : kind)}", row.Name);
        await database.UseAsync<FileStore>(async store =>
        {
            Assert.True(store.IsDurable(row));
            await using var stream = store.Open(row.Id)!;
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
        });
    }

    [Theory]
    [InlineData("exe", "DOC-0003")]
    [InlineData("html", "DOC-0003")]
    [InlineData("empty", "DOC-0002")]
    [InlineData("heic", "DOC-0004")]
    [InlineData("cut-png", "DOC-0005")]
    [InlineData("cut-pdf", "DOC-0005")]
    [InlineData("large", "DOC-0001")]
    public async Task Save_WhenTheFileIsDisguisedBrokenOrTooLarge_SaysHowToMendItAndKeepsNothing(string kind, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var refused = await SaveAsync(database, Make(kind), "giay.pdf");
        Assert.Equal(code, refused.Problem?.Code);
        await using var db = database.NewContext();
        Assert.False(await db.StoredFiles.AnyAsync());
        var folder = Path.Combine(database.Home, "var", "files");
        Assert.Empty(Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task Save_WhenTheStoreCannotBeWritten_SaysSoAndThatTypingIsKept()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.Home, "var", "files"), "a file where the folder should be");
        Assert.Equal(DocumentProblems.StoreUnavailable, (await SaveAsync(database, Make("png"), "a.png")).Problem);
    }

    private static Task<Result<StoredFileRow>> SaveAsync(TestDatabase database, byte[] bytes, string name) =>
        database.UseAsync<FileStore, Result<StoredFileRow>>(s => s.SaveAsync(new IncomingFile(new MemoryStream(bytes), name, "account:1", null, null), default));

    private static byte[] Make(string kind)
    {
        switch (kind)
        {
            case "pdf":
                using (var builder = new PdfDocumentBuilder())
                {
                    builder.AddPage(200, 200);
                    builder.AddPage(200, 200);
                    return builder.Build();
                }

            case "png" or "jpg" or "webp":
                using (var bitmap = new SKBitmap(64, 48))
                {
                    bitmap.Erase(SKColors.SeaGreen);
                    return bitmap.Encode(kind switch { "png" => SKEncodedImageFormat.Png, "jpg" => SKEncodedImageFormat.Jpeg, _ => SKEncodedImageFormat.Webp }, 80).ToArray();
                }

            case "exe":
                return [0x4D, 0x5A, .. new byte[200]];
            case "html":
                return "<html><script>alert(1)</script></html>"u8.ToArray();
            case "heic":
                return [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]];
            case "cut-png":
                return Make("png")[..^24];
            case "cut-pdf":
                return Make("pdf")[..30];
            case "large":
                return new byte[FileStoreOptions.DefaultGreatestBytes + 1];
            default:
                return [];
        }
    }
}
