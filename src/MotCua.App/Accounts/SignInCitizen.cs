using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>What the identity provider says of a person or organisation; empty where it says nothing.</summary>
public sealed record CitizenIdentity
{
    /// <summary>Issuer; with the subject the key of the account.</summary>
    public required string Issuer { get; init; }

    /// <summary>Subject at the issuer.</summary>
    public required string Subject { get; init; }

    /// <summary>Assurance level as said (<c>acr</c>).</summary>
    public string AssuranceLevel { get; init; } = "";

    /// <summary>Full name.</summary>
    public string FullName { get; init; } = "";

    /// <summary>Identity number of a person, tax code of an organisation.</summary>
    public string IdentityNumber { get; init; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthOn { get; init; }

    /// <summary><c>nam</c>, <c>nu</c>, or empty.</summary>
    public string Gender { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Address.</summary>
    public string Address { get; init; } = "";

    /// <summary>Commune code.</summary>
    public string CommuneCode { get; init; } = "";

    /// <summary>True for an organisation's account.</summary>
    public bool IsOrganisation { get; init; }
}

/// <summary>A person came back from the identity provider.</summary>
/// <param name="Identity">What the provider said.</param>
/// <param name="IdToken">The id token, kept sealed for logout at the provider.</param>
public sealed record SignInCitizen(CitizenIdentity Identity, string IdToken);

/// <summary>A session began.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="HolderId">Account or officer.</param>
/// <param name="Stamp">Security stamp to put in the cookie; empty for citizens.</param>
public sealed record SessionBegun(Guid SessionId, Guid HolderId, string Stamp);

/// <summary>Makes or renews the account of an issuer's subject and begins a session.</summary>
public sealed class SignInCitizenHandler(MotCuaDb db, PersonalDataVault vault, Sessions sessions, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Renews the account from what the provider says; what it leaves out stays as it was.</summary>
    public async Task<Result<SessionBegun>> HandleAsync(SignInCitizen command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var identity = command.Identity;
        if (identity.Issuer.Length == 0 || identity.Subject.Length == 0)
        {
            return AccountProblems.NoSubject;
        }

        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var account = await db.Accounts.FirstOrDefaultAsync(a => a.Issuer == identity.Issuer && a.Subject == identity.Subject, ct);
            if (account is null)
            {
                account = new AccountRow { Id = Ids.NewGuid(now), Issuer = identity.Issuer, Subject = identity.Subject, CreatedAt = now };
                db.Accounts.Add(account);
            }

            Renew(account, identity, now);
            var session = sessions.Start(account.Id, isOfficer: false, command.IdToken);
            audit.Record(new Actor(ActorKind.Citizen, account.Id.ToString("N"), "", []), "CitizenSignedIn", account.Id.ToString("N"), new { account.AssuranceLevel });
            try
            {
                await db.SaveChangesAsync(ct);
                return new SessionBegun(session, account.Id, "");
            }
            catch (DbUpdateException e) when (attempt == 1 && DatabaseFaults.IsUniqueViolation(e))
            {
                // The same person signed in twice at once: the other made the account
                db.ChangeTracker.Clear();
            }
        }
    }

    private void Renew(AccountRow account, CitizenIdentity identity, DateTimeOffset now)
    {
        account.AssuranceLevel = identity.AssuranceLevel;
        account.FullName = Said(identity.FullName, account.FullName, 200);
        account.BirthOn = identity.BirthOn ?? account.BirthOn;
        account.Gender = Said(identity.Gender, account.Gender, 10);
        account.Phone = Said(identity.Phone, account.Phone, 30);
        account.Email = Said(identity.Email, account.Email, 254);
        account.Address = Said(identity.Address, account.Address, 500);
        account.CommuneCode = Said(identity.CommuneCode, account.CommuneCode, 10);
        account.IsOrganisation = identity.IsOrganisation;
        account.LastSignInAt = now;
        var index = vault.Index(identity.IdentityNumber);
        if (index.Length > 0 && index != account.IdentityIndex)
        {
            account.IdentityIndex = index;
            account.IdentityCipher = vault.Seal(identity.IdentityNumber);
        }
    }

    private static string Said(string said, string kept, int most) => said.Trim() is { Length: > 0 } text ? (text.Length <= most ? text : text[..most]) : kept;
}
