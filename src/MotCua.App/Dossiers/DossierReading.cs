using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A file of a dossier, opened for a person.</summary>
/// <param name="Content">Bytes; the caller disposes.</param>
/// <param name="Name">Name.</param>
/// <param name="MediaType">Media type as found by opening it.</param>
public sealed record OpenedFile(Stream Content, string Name, string MediaType);

/// <summary>Records who opened what of a dossier: every read by an officer is checked and logged, and its owner sees it (law rule 54).</summary>
public sealed class DossierReading(MotCuaDb db, FileStore files, TimeProvider clock)
{
    /// <summary>Records a read by an officer; reads of the same thing within ten minutes are one.</summary>
    /// <param name="dossierId">Dossier.</param>
    /// <param name="actor">Who.</param>
    /// <param name="what"><c>sheet</c>, <c>file</c>, <c>print</c>, <c>export</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RecordAsync(Guid dossierId, Actor actor, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Kind != ActorKind.Officer) return;
        var now = clock.GetUtcNow();
        var since = now.AddMinutes(-10);
        if (what == "sheet" && await db.DossierReads.AnyAsync(r => r.DossierId == dossierId && r.OfficerId == actor.Id && r.What == what && r.At > since, ct)) return;
        db.DossierReads.Add(new DossierReadRow { Id = Ids.NewGuid(now), DossierId = dossierId, OfficerId = actor.Id, At = now, What = what });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Opens a file of a dossier for somebody who may read the dossier; null when there is none, or it is not theirs.</summary>
    public async Task<OpenedFile?> OpenAsync(string code, Guid fileId, Actor actor, CancellationToken ct)
    {
        var key = (code ?? "").Trim().ToUpperInvariant();
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Number == key || d.SubmissionCode == key, ct);
        if (dossier is null || !DossierAccess.Of(dossier, actor).MayRead) return null;
        var row = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId && f.DossierId == dossier.Id, ct);
        if (row is null || files.Open(row.Id) is not { } stream) return null;
        await RecordAsync(dossier.Id, actor, "file", ct);
        return new OpenedFile(stream, row.Name, row.MediaType);
    }
}
