using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Accounts;

namespace MotCua.App.Accounts;

/// <summary>A citizen's account as its owner sees it.</summary>
public sealed record AccountSheet(
    string FullName, string IdentityMasked, DateOnly? BirthOn, string Gender, string Phone, string Email, string Address, bool IsOrganisation,
    int AssuranceLevel, string AssuranceName, IReadOnlyList<SessionRow> Sessions);

/// <summary>What the account fills into a form: the owner's own data, identity number in clear.</summary>
public sealed record AccountFacts(
    string FullName, string IdentityNumber, DateOnly? BirthOn, string Gender, string Phone, string Email, string Address, string CommuneCode, bool IsOrganisation, int AssuranceLevel);

/// <summary>Reads accounts for their owners.</summary>
public sealed class AccountSheets(MotCuaDb db, PersonalDataVault vault, Sessions sessions)
{
    /// <summary>The account with its open sessions, or null.</summary>
    public async Task<AccountSheet?> FindAsync(Guid accountId, CancellationToken ct)
    {
        var a = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(x => x.Id == accountId, ct);
        return a is null ? null : new AccountSheet(
            a.FullName, Mask(vault.Unseal(a.IdentityCipher)), a.BirthOn, a.Gender, a.Phone, a.Email, a.Address, a.IsOrganisation,
            Assurance.LevelOf(a.AssuranceLevel), Assurance.Name(a.AssuranceLevel), await sessions.OpenOfAsync(accountId, isOfficer: false, ct));
    }

    /// <summary>What forms take from the account, or null.</summary>
    public async Task<AccountFacts?> FactsAsync(Guid accountId, CancellationToken ct)
    {
        var a = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(x => x.Id == accountId, ct);
        return a is null ? null : new AccountFacts(
            a.FullName, vault.Unseal(a.IdentityCipher), a.BirthOn, a.Gender, a.Phone, a.Email, a.Address, a.CommuneCode, a.IsOrganisation, Assurance.LevelOf(a.AssuranceLevel));
    }

    /// <summary>Only the last four characters are readable.</summary>
    public static string Mask(string number) => number.Length <= 4 ? number : new string('•', number.Length - 4) + number[^4..];
}
