using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What anybody who knows a code may see (contracts, public lookup): nothing of a person, procedure or unit.</summary>
/// <param name="Code">The code asked for, as stored.</param>
/// <param name="State">1…10.</param>
/// <param name="Progress">0…100.</param>
public sealed record PublicDossier(string Code, int State, int Progress);

/// <summary>Looks a dossier up by its number or submission code.</summary>
public sealed class PublicLookup(MotCuaDb db)
{
    // Asked for in place of malformed codes, so that they cost the same as unknown ones
    private const string Nobody = "NH-----------";

    /// <summary>The state, or null for unknown and malformed codes alike.</summary>
    public async Task<PublicDossier?> FindAsync(string? code, CancellationToken ct)
    {
        var clean = Normalise(code) ?? Nobody;
        var found = await db.Dossiers.AsNoTracking().Where(d => d.Number == clean || d.SubmissionCode == clean)
            .Select(d => new { d.State, IsAccepted = d.AcceptedAt != null, d.StepNumber }).FirstOrDefaultAsync(ct);
        return found is null ? null : new PublicDossier(clean, (int)found.State, DossierProgress.Of(found.State, found.IsAccepted, found.StepNumber));
    }

    /// <summary>The code as stored, from what people type, older systems' styles included; null when it cannot be one.</summary>
    public static string? Normalise(string? code) =>
        code is not { Length: <= 100 } ? null
        : SubmissionCode.TryParse(code, null, out var submission) ? submission.Value
        : DossierNumber.TryParse(code, null, out var number) ? number.Value
        : code.Trim().ToUpperInvariant() is { Length: >= 4 and <= 80 } old && old.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_') ? old
        : null;
}
