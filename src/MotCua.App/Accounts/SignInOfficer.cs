using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>First factor.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="Password">Password.</param>
public sealed record CheckOfficerPassword(string UserName, string Password);

/// <summary>The first factor fitted; no session yet.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="Stamp">Security stamp; the next step must still find it.</param>
/// <param name="NeedsEnrolment">No second factor yet: show the QR.</param>
/// <param name="MustChangePassword">A new password must be chosen.</param>
public sealed record FirstFactor(Guid OfficerId, string UserName, string Stamp, bool NeedsEnrolment, bool MustChangePassword);

/// <summary>Checks the first factor.</summary>
public sealed class CheckOfficerPasswordHandler(MotCuaDb db, OfficerCredentials credentials, AuditTrail audit)
{
    /// <summary>Counts the failure, locks after the fifth; says the same whatever was wrong.</summary>
    public async Task<Result<FirstFactor>> HandleAsync(CheckOfficerPassword command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await credentials.CheckPasswordAsync(command.UserName, command.Password, ct) is { } officer)
        {
            return new FirstFactor(officer.Id, officer.UserName, officer.SecurityStamp, officer.TotpSecretCipher.Length == 0, officer.MustChangePassword);
        }

        var name = command.UserName.Trim().ToLowerInvariant();
        // The name that was typed is not kept: people type passwords into the wrong box
        var known = await db.Officers.Where(o => o.UserName == name).Select(o => new { o.Id, o.LockedUntil }).FirstOrDefaultAsync(ct);
        audit.Record(actor, known is null ? "OfficerUnknownName" : known.LockedUntil is null ? "OfficerPasswordFailed" : "OfficerLocked", known?.Id.ToString("N") ?? "unknown");
        await db.SaveChangesAsync(ct);

        return AccountProblems.WrongPassword;
    }
}

/// <summary>Second factor.</summary>
/// <param name="OfficerId">The officer of the first factor.</param>
/// <param name="Stamp">The stamp of the first factor.</param>
/// <param name="Code">Six digits.</param>
/// <param name="NewSecret">At enrolment, the secret that the QR showed; it is kept when the code fits.</param>
public sealed record CheckOfficerCode(Guid OfficerId, string Stamp, string Code, string? NewSecret);

/// <summary>Checks the second factor, and enrols it at the first sign-in.</summary>
public sealed class CheckOfficerCodeHandler(MotCuaDb db, OfficerCredentials credentials, PersonalDataVault vault, AuditTrail audit)
{
    /// <summary>Counts failures together with those of the password; a code works once.</summary>
    public async Task<Result<Done>> HandleAsync(CheckOfficerCode command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.IsActive && o.SecurityStamp == command.Stamp, ct);
        if (officer is null || (officer.TotpSecretCipher.Length == 0) != (command.NewSecret is not null))
        {
            return AccountProblems.SignInExpired;
        }

        if (!await credentials.CheckCodeAsync(officer, command.NewSecret ?? credentials.SecretOf(officer), command.Code, ct))
        {
            audit.Record(actor, "OfficerCodeFailed", officer.Id.ToString("N"));
            await db.SaveChangesAsync(ct);
            return AccountProblems.WrongCode;
        }

        if (command.NewSecret is not null)
        {
            var cipher = vault.Seal(command.NewSecret);
            await db.Officers.Where(o => o.Id == officer.Id && o.TotpSecretCipher == "").ExecuteUpdateAsync(s => s.SetProperty(o => o.TotpSecretCipher, cipher), ct);
            audit.Record(actor, "OfficerTotpEnrolled", officer.Id.ToString("N"));
            await db.SaveChangesAsync(ct);
        }

        return Done.Value;
    }
}

/// <summary>Both factors fitted.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Stamp">The stamp at the first factor.</param>
public sealed record BeginOfficerSession(Guid OfficerId, string Stamp)
{
    /// <summary>Address the officer signs in from; null = not known. Only a tag of its network is kept (ADR 0042).</summary>
    public System.Net.IPAddress? From { get; init; }
}

/// <summary>Begins an officer's session.</summary>
public sealed class BeginOfficerSessionHandler(MotCuaDb db, Sessions sessions, AuditTrail audit, OfficerNetworks networks)
{
    /// <summary>Refuses when the officer's standing changed meanwhile, or the password must be changed first.</summary>
    public async Task<Result<SessionBegun>> HandleAsync(BeginOfficerSession command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(
            o => o.Id == command.OfficerId && o.IsActive && o.SecurityStamp == command.Stamp && !o.MustChangePassword && o.TotpSecretCipher != "", ct);
        if (officer is null)
        {
            return AccountProblems.SignInExpired;
        }

        var session = sessions.Start(officer.Id, isOfficer: true);
        audit.Record(new Actor(ActorKind.Officer, officer.Id.ToString("N"), "", []), "OfficerSignedIn", officer.Id.ToString("N"));
        await db.SaveChangesAsync(ct);
        await networks.NoteAsync(officer.Id, command.From, ct);
        return new SessionBegun(session, officer.Id, officer.SecurityStamp);
    }
}

/// <summary>A new password, chosen by the officer.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Stamp">The stamp that the page was opened with.</param>
/// <param name="Current">The present password; null at a sign-in whose both factors were just given.</param>
/// <param name="NewPassword">The new one.</param>
/// <param name="KeepSession">The session that goes on; all others end.</param>
public sealed record ChangeOfficerPassword(Guid OfficerId, string Stamp, string? Current, string NewPassword, Guid? KeepSession);

/// <summary>Changes an officer's own password and ends the other sessions.</summary>
public sealed class ChangeOfficerPasswordHandler(MotCuaDb db, OfficerCredentials credentials, Sessions sessions, AuditTrail audit)
{
    /// <summary>Returns the new security stamp.</summary>
    public async Task<Result<string>> HandleAsync(ChangeOfficerPassword command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var officer = await db.Officers.FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.IsActive && o.SecurityStamp == command.Stamp, ct);
        if (officer is null)
        {
            return AccountProblems.SignInExpired;
        }

        if (command.Current is not null && await credentials.CheckPasswordAsync(officer.UserName, command.Current, ct) is null)
        {
            return AccountProblems.WrongPassword.Saying("Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa.").For("Current");
        }

        if (!PasswordRules.Fits(command.NewPassword, officer.UserName))
        {
            return AccountProblems.WeakPassword;
        }

        if (credentials.IsPassword(officer, command.NewPassword))
        {
            return AccountProblems.SamePassword;
        }

        officer.PasswordHash = credentials.Hash(officer, command.NewPassword);
        officer.MustChangePassword = false;
        officer.SecurityStamp = OfficerCredentials.NewStamp();
        officer.Version++;
        audit.Record(actor, "OfficerPasswordChanged", officer.Id.ToString("N"));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountProblems.SignInExpired;
        }

        await sessions.EndAllAsync(officer.Id, command.KeepSession, ct);
        return officer.SecurityStamp;
    }
}

/// <summary>Both factors again, before an act that matters.</summary>
/// <param name="OfficerId">Who is signed in.</param>
/// <param name="Stamp">Stamp of the session.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">Code.</param>
public sealed record ConfirmOfficer(Guid OfficerId, string Stamp, string Password, string Code);

/// <summary>Checks both factors of who is signed in already.</summary>
public sealed class ConfirmOfficerHandler(MotCuaDb db, OfficerCredentials credentials, AuditTrail audit)
{
    /// <summary>Failures count towards the lock.</summary>
    public async Task<Result<Done>> HandleAsync(ConfirmOfficer command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.OfficerId && o.SecurityStamp == command.Stamp, ct);
        if (officer is null)
        {
            return AccountProblems.SignInExpired;
        }

        if (await credentials.CheckPasswordAsync(officer.UserName, command.Password, ct) is null)
        {
            audit.Record(actor, "OfficerPasswordFailed", officer.Id.ToString("N"));
            await db.SaveChangesAsync(ct);
            return AccountProblems.WrongPassword.Saying("Mật khẩu không đúng, hoặc tài khoản đang tạm khóa.").For("Password");
        }

        return await credentials.CheckCodeAsync(officer, credentials.SecretOf(officer), command.Code, ct) ? Done.Value : AccountProblems.WrongCode;
    }
}
