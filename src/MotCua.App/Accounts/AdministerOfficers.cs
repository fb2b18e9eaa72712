using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>A role with its unit and term.</summary>
/// <param name="Role">Role.</param>
/// <param name="UnitKey">Unit.</param>
/// <param name="From">First local day.</param>
/// <param name="Until">Exclusive end, or null.</param>
/// <param name="DecisionNo">Decision that gives it.</param>
public sealed record Term(Role Role, string UnitKey, DateOnly From, DateOnly? Until, string DecisionNo);

/// <summary>Make an officer with a first role.</summary>
public sealed record CreateOfficer(string UserName, string DisplayName, string Title, string Phone, Term First);

/// <summary>Makes officers.</summary>
public sealed class CreateOfficerHandler(MotCuaDb db, OfficerCredentials credentials, OfficerSheets sheets, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The first password is shown once; the second factor is enrolled at the first sign-in.</summary>
    public async Task<Result<OfficerMade>> HandleAsync(CreateOfficer command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var name = command.UserName.Trim().ToLowerInvariant();
        var now = clock.GetUtcNow();
        if (!OfficerNames.IsUserName(name))
        {
            return AccountProblems.UserNameShape;
        }

        if (command.DisplayName.Trim().Length is 0 or > 120)
        {
            return AccountProblems.NameMissing;
        }

        var reach = (await sheets.ReachAsync(actor, ct)).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        if (TermRules.Refusal(command.First, actor, "", reach, []) is { } refusal)
        {
            return refusal;
        }

        var officer = OfficerNames.NewOfficer(name, command.DisplayName.Trim(), command.Title.Trim(), command.Phone.Trim(), now);
        var password = OfficerNames.NewPassword();
        officer.PasswordHash = credentials.Hash(officer, password);
        db.Officers.Add(officer);
        db.Grants.Add(TermRules.Row(command.First, officer.Id, now));
        audit.Record(actor, "OfficerCreated", officer.Id.ToString("N"), new { role = command.First.Role.ToString(), unit = command.First.UnitKey });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            return AccountProblems.UserNameTaken;
        }

        return new OfficerMade(officer.Id, name, password);
    }
}

/// <summary>Change what is shown of an officer.</summary>
public sealed record EditOfficer(Guid OfficerId, int SeenVersion, string DisplayName, string Title, string Phone);

/// <summary>Edits officers.</summary>
public sealed class EditOfficerHandler(MotCuaDb db, OfficerSheets sheets, AuditTrail audit)
{
    /// <summary>Refuses a stale page.</summary>
    public async Task<Result<Done>> HandleAsync(EditOfficer command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.DisplayName.Trim().Length is 0 or > 120)
        {
            return AccountProblems.NameMissing;
        }

        if (await sheets.FindAsync(actor, command.OfficerId, ct) is not { MayManage: true })
        {
            return AccountProblems.OfficerNotFound;
        }

        var officer = await db.Officers.SingleAsync(o => o.Id == command.OfficerId, ct);
        if (officer.Version != command.SeenVersion)
        {
            return AccountProblems.OfficerStale;
        }

        (officer.DisplayName, officer.Title, officer.Phone) = (command.DisplayName.Trim(), command.Title.Trim(), command.Phone.Trim());
        officer.SearchText = SearchText.Fold($"{officer.DisplayName} {officer.UserName}");
        officer.Version++;
        audit.Record(actor, "OfficerEdited", officer.Id.ToString("N"));
        try
        {
            await db.SaveChangesAsync(ct);
            return Done.Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountProblems.OfficerStale;
        }
    }
}

/// <summary>Give an officer a role.</summary>
public sealed record GrantRole(Guid OfficerId, Term Term);

/// <summary>Gives roles.</summary>
public sealed class GrantRoleHandler(MotCuaDb db, OfficerSheets sheets, AuditTrail audit, SessionMemory memory, TimeProvider clock)
{
    /// <summary>Refuses a role out of reach, one's own, and one that clashes with another.</summary>
    public async Task<Result<Done>> HandleAsync(GrantRole command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var now = clock.GetUtcNow();
        if (await sheets.FindAsync(actor, command.OfficerId, ct) is not { } sheet)
        {
            return AccountProblems.OfficerNotFound;
        }

        var reach = (await sheets.ReachAsync(actor, ct)).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        if (TermRules.Refusal(command.Term, actor, command.OfficerId.ToString("N"), reach, sheet.Grants) is { } refusal)
        {
            return refusal;
        }

        db.Grants.Add(TermRules.Row(command.Term, command.OfficerId, now));
        audit.Record(actor, "OfficerGranted", command.OfficerId.ToString("N"), new { role = command.Term.Role.ToString(), unit = command.Term.UnitKey, from = command.Term.From, until = command.Term.Until });
        await db.SaveChangesAsync(ct);
        memory.Clear();
        return Done.Value;
    }
}

/// <summary>Take a role back, at once.</summary>
public sealed record RevokeRole(Guid OfficerId, Guid GrantId);

/// <summary>Takes roles back.</summary>
public sealed class RevokeRoleHandler(MotCuaDb db, OfficerSheets sheets, AuditTrail audit, SessionMemory memory, TimeProvider clock)
{
    /// <summary>Open sessions lose it with their next request.</summary>
    public async Task<Result<Done>> HandleAsync(RevokeRole command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var line = (await sheets.FindAsync(actor, command.OfficerId, ct))?.Grants.FirstOrDefault(g => g.Id == command.GrantId);
        if (line is null)
        {
            return AccountProblems.OfficerNotFound;
        }

        if (!line.MayRevoke)
        {
            return actor.Id == command.OfficerId.ToString("N") ? AccountProblems.OwnGrant : AccountProblems.GrantNotAllowed;
        }

        var now = clock.GetUtcNow();
        await db.Grants.Where(g => g.Id == command.GrantId && g.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(g => g.RevokedAt, now), ct);
        audit.Record(actor, "OfficerRevoked", command.OfficerId.ToString("N"), new { role = line.Role.ToString(), unit = line.UnitKey });
        await db.SaveChangesAsync(ct);
        memory.Clear();
        return Done.Value;
    }
}

/// <summary>What an administrator does to a sign-in.</summary>
public enum AccessAct
{
    /// <summary>Ends a lock-out.</summary>
    Unlock = 1,

    /// <summary>Forgets the second factor: it is enrolled anew at the next sign-in, with a new first password.</summary>
    ResetCode = 2,

    /// <summary>Gives a new first password.</summary>
    ResetPassword = 3,

    /// <summary>Ends the account's use.</summary>
    Deactivate = 4,

    /// <summary>Lets the account be used again.</summary>
    Activate = 5,
}

/// <summary>Change an officer's sign-in.</summary>
public sealed record ChangeAccess(Guid OfficerId, AccessAct Act);

/// <summary>Unlocks, resets, ends.</summary>
public sealed class ChangeAccessHandler(MotCuaDb db, OfficerCredentials credentials, OfficerSheets sheets, Sessions sessions, AuditTrail audit)
{
    /// <summary>Returns a new first password, or empty. Everything but unlocking ends the officer's sessions.</summary>
    public async Task<Result<string>> HandleAsync(ChangeAccess command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await sheets.FindAsync(actor, command.OfficerId, ct) is not { MayManage: true })
        {
            return AccountProblems.OfficerNotFound;
        }

        var officer = await db.Officers.SingleAsync(o => o.Id == command.OfficerId, ct);
        var password = "";
        (officer.FailedCount, officer.LockedUntil) = (0, null);
        switch (command.Act)
        {
            case AccessAct.ResetCode or AccessAct.ResetPassword:
                password = OfficerNames.NewPassword();
                officer.PasswordHash = credentials.Hash(officer, password);
                officer.MustChangePassword = true;
                if (command.Act == AccessAct.ResetCode)
                {
                    // Whoever finds the account without a second factor would enrol their own: the password is new too
                    officer.TotpSecretCipher = "";
                }

                break;
            case AccessAct.Deactivate or AccessAct.Activate:
                officer.IsActive = command.Act == AccessAct.Activate;
                break;
        }

        if (command.Act != AccessAct.Unlock)
        {
            officer.SecurityStamp = OfficerCredentials.NewStamp();
        }

        officer.Version++;
        audit.Record(actor, "Officer" + command.Act, officer.Id.ToString("N"));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountProblems.OfficerStale;
        }

        if (command.Act != AccessAct.Unlock)
        {
            await sessions.EndAllAsync(officer.Id, except: null, ct);
        }

        return password;
    }
}

/// <summary>What a role's term must be.</summary>
internal static class TermRules
{
    /// <summary>Why the term cannot be given by this actor; null = it can.</summary>
    public static Problem? Refusal(Term term, Actor actor, string officerId, IReadOnlyCollection<string> reach, IReadOnlyList<GrantLine> held)
    {
        if (!Enum.IsDefined(term.Role))
        {
            return AccountProblems.RoleMissing;
        }

        if (term.UnitKey.Length == 0)
        {
            return AccountProblems.UnitUnknown;
        }

        if (GrantRules.Refusal(actor, officerId, term.Role, term.UnitKey, reach) is { } refusal)
        {
            return refusal;
        }

        if (!reach.Contains(term.UnitKey))
        {
            return AccountProblems.UnitUnknown;
        }

        if (term.Until is { } until && until <= term.From)
        {
            return AccountProblems.TermEndsFirst;
        }

        var live = held.Where(h => h.RevokedAt is null && (h.Until is null || term.From < h.Until) && (term.Until is null || h.From < term.Until)).ToList();
        return live.Any(h => h.Role == term.Role && h.UnitKey == term.UnitKey) ? AccountProblems.GrantExists
            : live.Any(h => GrantRules.Clash(h.Role, term.Role)) ? AccountProblems.RolesClash
            : null;
    }

    public static GrantRow Row(Term term, Guid officerId, DateTimeOffset now) => new()
    {
        Id = Ids.NewGuid(now),
        OfficerId = officerId,
        Role = term.Role,
        UnitKey = term.UnitKey,
        From = term.From,
        Until = term.Until,
        DecisionNo = term.DecisionNo.Trim(),
    };
}
