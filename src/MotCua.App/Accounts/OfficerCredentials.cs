using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;

namespace MotCua.App.Accounts;

/// <summary>
/// Checks an officer's two factors. Every attempt is paid for before it is judged (one conditional update), so that attempts at the same time
/// cannot pass the lock; an unknown name costs the same time as a wrong password.
/// </summary>
public sealed class OfficerCredentials(MotCuaDb db, IPasswordHasher<OfficerRow> hasher, PersonalDataVault vault, TimeProvider clock)
{
    private static readonly Lock Gate = new();
    private static string? s_decoy;

    /// <summary>A hash of nobody's password, as costly to check as any other.</summary>
    private string Decoy
    {
        get
        {
            lock (Gate)
            {
                return s_decoy ??= hasher.HashPassword(new OfficerRow(), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
            }
        }
    }

    /// <summary>Hash of a password.</summary>
    public string Hash(OfficerRow officer, string password) => hasher.HashPassword(officer, password);

    /// <summary>True when the password is the officer's; counts nothing. For a change of password by who is signed in.</summary>
    public bool IsPassword(OfficerRow officer, string password) =>
        officer.PasswordHash.Length > 0 && hasher.VerifyHashedPassword(officer, officer.PasswordHash, password) != PasswordVerificationResult.Failed;

    /// <summary>The officer when name and password fit and the account is open; otherwise null, without saying why.</summary>
    public async Task<OfficerRow?> CheckPasswordAsync(string userName, string password, CancellationToken ct)
    {
        var name = userName.Trim().ToLowerInvariant();
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.UserName == name, ct);
        if (password.Length > PasswordRules.Most)
        {
            password = "";
        }

        // The decoy is made before it is known whether it is needed, and an unknown name pays too: the work tells nobody whether the name exists
        var decoy = Decoy;
        var paid = await PayAsync(officer?.Id ?? Guid.Empty, ct);
        var open = paid && officer is { IsActive: true, PasswordHash.Length: > 0 };
        var verdict = hasher.VerifyHashedPassword(officer ?? new OfficerRow(), open ? officer!.PasswordHash : decoy, password);
        if (!open || verdict == PasswordVerificationResult.Failed)
        {
            return null;
        }

        // The second factor is still to come: only this attempt is given back, earlier failures stay counted
        await db.Officers.Where(o => o.Id == officer!.Id).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.FailedCount, o => o.FailedCount > 0 ? o.FailedCount - 1 : 0).SetProperty(o => o.LockedUntil, (DateTimeOffset?)null), ct);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = hasher.HashPassword(officer!, password);
            await db.Officers.Where(o => o.Id == officer!.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.PasswordHash, hash), ct);
        }

        return officer;
    }

    /// <summary>True when the code fits and was not used before. A good code clears the failures; the code is used up.</summary>
    /// <param name="officer">The officer.</param>
    /// <param name="secret">The secret in base32; at enrolment the new one.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> CheckCodeAsync(OfficerRow officer, string secret, string? code, CancellationToken ct)
    {
        if (!await PayAsync(officer.Id, ct))
        {
            return false;
        }

        if (Totp.Accept(secret, code, clock.GetUtcNow(), officer.TotpLastStep) is not { } step)
        {
            return false;
        }

        // Two requests with one code: only one of them moves the step
        return await db.Officers.Where(o => o.Id == officer.Id && o.TotpLastStep < step).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.TotpLastStep, step).SetProperty(o => o.FailedCount, 0).SetProperty(o => o.LockedUntil, (DateTimeOffset?)null), ct) == 1;
    }

    /// <summary>The officer's secret in base32; empty before enrolment.</summary>
    public string SecretOf(OfficerRow officer) => vault.Unseal(officer.TotpSecretCipher);

    /// <summary>A new security stamp.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<bool> PayAsync(Guid officerId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + SignInRules.LockTime;
        // A lock that has passed starts a new count
        await db.Officers.Where(o => o.Id == officerId && o.LockedUntil != null && o.LockedUntil <= now)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.FailedCount, 0).SetProperty(o => o.LockedUntil, (DateTimeOffset?)null), ct);
        return await db.Officers.Where(o => o.Id == officerId && o.LockedUntil == null).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.FailedCount, o => o.FailedCount + 1)
                .SetProperty(o => o.LockedUntil, o => o.FailedCount + 1 >= SignInRules.FailuresToLock ? until : (DateTimeOffset?)null), ct) == 1;
    }
}
