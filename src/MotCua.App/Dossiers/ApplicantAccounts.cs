using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Finds the account of an applicant whose dossier somebody else sends or an officer receives, so that the applicant sees it too.</summary>
internal static class ApplicantAccounts
{
    /// <summary>
    /// The account with this identity number and this name, or null. Both must agree: a mistyped number alone must not show a dossier to a stranger.
    /// </summary>
    public static async Task<Guid?> FindAsync(MotCuaDb db, PersonalDataVault vault, string name, string identity, CancellationToken ct)
    {
        var index = vault.Index(identity);
        if (index.Length == 0) return null;
        var found = await db.Accounts.AsNoTracking().Where(a => a.IdentityIndex == index).OrderByDescending(a => a.LastSignInAt).Select(a => new { a.Id, a.FullName }).Take(5).ToListAsync(ct);
        return found.FirstOrDefault(a => SearchText.Fold(a.FullName) == SearchText.Fold(name))?.Id;
    }
}
