using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>One event of a chain as auditors see it: who, when, what, and the hashes; no person's data.</summary>
/// <param name="Seq">Place.</param>
/// <param name="Name">Event.</param>
/// <param name="Process">Act it belongs to.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind">Kind of actor.</param>
/// <param name="ActorId">Account, officer or job.</param>
/// <param name="ActorName">An officer's name; empty for citizens, whose name an auditor needs not know, and for jobs.</param>
/// <param name="PreviousHash">Hash of the event before.</param>
/// <param name="Hash">Hash of this one.</param>
public sealed record ChainLine(int Seq, string Name, string Process, DateTimeOffset At, ActorKind ActorKind, string ActorId, string ActorName, string PreviousHash, string Hash);

/// <summary>A dossier's chain with the verdict of its proof.</summary>
/// <param name="Code">Number, or submission code.</param>
/// <param name="Lines">Events in order.</param>
/// <param name="Proof">The proof.</param>
public sealed record ChainSheet(string Code, IReadOnlyList<ChainLine> Lines, LogProofReport Proof);

/// <summary>Chains of events for auditors.</summary>
public sealed class DossierChains(MotCuaDb db, LogProof proof)
{
    /// <summary>The chain of a dossier by number or submission code, proven now; null when there is none.</summary>
    public async Task<ChainSheet?> FindAsync(string code, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().Where(d => d.Number == code || d.SubmissionCode == code)
            .Select(d => new { d.Id, Code = d.Number ?? d.SubmissionCode }).FirstOrDefaultAsync(ct);
        if (dossier is null || await proof.ProveAsync(code, ct) is not { } report)
        {
            return null;
        }

        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq)
            .Select(e => new ChainLine(e.Seq, e.Name, e.ProcessType, e.At, (ActorKind)e.ActorKind, e.ActorId, "", e.PreviousHash, e.Hash)).ToListAsync(ct);
        var officers = lines.Where(l => l.ActorKind == ActorKind.Officer).Select(l => Guid.TryParseExact(l.ActorId, "N", out var id) ? id : Guid.Empty).Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
        return new ChainSheet(dossier.Code, lines.ConvertAll(l => l with { ActorName = names.GetValueOrDefault(l.ActorId, "") }), report);
    }
}
