using System.IO.Compression;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>A file or result of one's own dossier.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class FileModel(OwnDossierSheets sheets, FileStore store) : PageModel
{
    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid file, CancellationToken ct)
    {
        if (await sheets.FileAsync(code, file, User.ToActor(), ct) is not { } row || store.Open(row.Id) is not { } stream) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(stream, row.MediaType, row.Name);
    }
}

/// <summary>All papers and results of one's own dossier as one archive.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class ArchiveModel(OwnDossierSheets sheets, FileStore store) : PageModel
{
    /// <summary>Streams the archive; nothing is made on the disk.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, User.ToActor(), ct) is not { } sheet) return NotFound();
        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentDisposition = $"attachment; filename={sheet.Dossier.Code}.zip";
        await using var body = Response.BodyWriter.AsStream();
        await using var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, System.Text.Encoding.UTF8, ct);
        var number = 0;
        foreach (var file in sheet.Papers.Select(p => p.File).OfType<StoredFileRow>().DistinctBy(f => f.Id))
        {
            if (store.Open(file.Id) is not { } stream) continue;
            await using (stream)
            {
                await using var entry = await archive.CreateEntry($"{++number:00}-{file.Name}", CompressionLevel.NoCompression).OpenAsync(ct);
                await stream.CopyToAsync(entry, ct);
            }
        }

        return new EmptyResult();
    }
}
