using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A person or organisation who is known here by identity number.</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Name.</param>
/// <param name="BirthOn">Date of birth.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Street">Address without its commune.</param>
/// <param name="Commune">Commune code, or empty.</param>
/// <param name="Source">Where it is known from, in words.</param>
public sealed record KnownApplicant(ApplicantKind Kind, string Name, DateOnly? BirthOn, string Phone, string Email, string Street, string Commune, string Source);

/// <summary>
/// What an agency already holds is not asked again (NĐ 61/2018 Đ5 k1 i): an applicant who comes to the desk is found by the blind index of their identity
/// number. Each find leaves a line in the trail and in the reads of the dossier it came from, which its owner sees.
/// </summary>
public sealed class DeskApplicants(MotCuaDb db, FilingCatalogue catalogue, PersonalDataVault vault, AuditTrail audit, DossierReading reading)
{
    /// <summary>The applicant of the number, or null. The person's account says more than a dossier; what it lacks comes from the last dossier.</summary>
    public async Task<KnownApplicant?> FindAsync(string? identity, Actor actor, CancellationToken ct)
    {
        var index = vault.Index(identity);
        if (index.Length == 0) return null;
        var account = await db.Accounts.AsNoTracking().Where(a => a.IdentityIndex == index).OrderByDescending(a => a.LastSignInAt).FirstOrDefaultAsync(ct);
        var last = await (from p in db.DossierParties
                          where p.IdentityIndex == index
                          join d in db.Dossiers on p.DossierId equals d.Id
                          orderby d.Id descending
                          select new { p, d.ApplicantKind, d.ApplicantCommune, Code = d.Number ?? d.SubmissionCode }).AsNoTracking().FirstOrDefaultAsync(ct);
        if (account is null && last is null) return null;
        var places = await catalogue.PlacesAsync(ct);
        var home = places.Division(account is { CommuneCode.Length: > 0 } ? account.CommuneCode : last?.ApplicantCommune ?? "") is { Level: "xa" } commune ? commune : null;
        var address = First(account?.Address, last?.p.Address);
        audit.Record(actor, "ApplicantLookedUp", account is not null ? account.Id.ToString("N") : last!.Code);
        await db.SaveChangesAsync(ct);
        if (last is not null) await reading.RecordAsync(last.p.DossierId, actor, "prefill", ct);
        return new KnownApplicant(
            account?.IsOrganisation == true || last?.ApplicantKind == ApplicantKind.Organisation ? ApplicantKind.Organisation : ApplicantKind.Person,
            First(account?.FullName, last?.p.Name), account?.BirthOn ?? last?.p.BirthOn, First(account?.Phone, last?.p.Phone), First(account?.Email, last?.p.Email),
            home is null ? address : DraftDesk.Street(address, home.Name), home?.Code ?? "",
            account is not null ? last is not null ? $"tài khoản định danh điện tử và hồ sơ {last.Code}" : "tài khoản định danh điện tử" : $"hồ sơ {last!.Code}");
    }

    private static string First(string? one, string? other) => string.IsNullOrEmpty(one) ? other ?? "" : one;
}
