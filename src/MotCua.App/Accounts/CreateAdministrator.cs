using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>Make an administrator from the operators' command line.</summary>
/// <param name="UserName">Sign-in name.</param>
/// <param name="DisplayName">Name to show.</param>
/// <param name="Role">Province administrator, unit administrator or operator.</param>
/// <param name="UnitKey">Unit of the role.</param>
/// <param name="Password">First password; null = one is made.</param>
public sealed record CreateAdministrator(string UserName, string DisplayName, Role Role, string UnitKey, string? Password);

/// <summary>An officer with a first password that must be changed at the first sign-in.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="FirstPassword">Shown once, stored nowhere.</param>
public sealed record OfficerMade(Guid OfficerId, string UserName, string FirstPassword);

/// <summary>Makes the first administrators of a new system.</summary>
public sealed class CreateAdministratorHandler(MotCuaDb db, OfficerCredentials credentials, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The second factor is enrolled at the first sign-in.</summary>
    public async Task<Result<OfficerMade>> HandleAsync(CreateAdministrator command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var name = command.UserName.Trim().ToLowerInvariant();
        if (!OfficerNames.IsUserName(name))
        {
            return AccountProblems.UserNameShape;
        }

        if (command.DisplayName.Trim().Length is 0 or > 120)
        {
            return AccountProblems.NameMissing;
        }

        if (command.Password is not null && !PasswordRules.Fits(command.Password, name))
        {
            return AccountProblems.WeakPassword;
        }

        if (!await db.Units.AnyAsync(u => u.Key == command.UnitKey, ct))
        {
            return AccountProblems.UnitUnknown;
        }

        if (await db.Officers.AnyAsync(o => o.UserName == name, ct))
        {
            return AccountProblems.UserNameTaken;
        }

        var now = clock.GetUtcNow();
        var password = command.Password ?? OfficerNames.NewPassword();
        var officer = OfficerNames.NewOfficer(name, command.DisplayName.Trim(), "Quản trị", "", now);
        officer.PasswordHash = credentials.Hash(officer, password);
        db.Officers.Add(officer);
        db.Grants.Add(new GrantRow { Id = Ids.NewGuid(now), OfficerId = officer.Id, Role = command.Role, UnitKey = command.UnitKey, From = ProvinceTime.DateOf(now), DecisionNo = "" });
        audit.Record(actor, "OfficerCreated", officer.Id.ToString("N"), new { role = command.Role.ToString(), unit = command.UnitKey });
        await db.SaveChangesAsync(ct);
        return new OfficerMade(officer.Id, name, password);
    }
}

/// <summary>Shapes of sign-in names and first passwords.</summary>
internal static partial class OfficerNames
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Letters without marks, digits, dots and the like: what a sign-in name may be made of.</summary>
    public static bool IsUserName(string name) => Shape().IsMatch(name);

    /// <summary>Sixteen random characters in four groups, about 79 bits.</summary>
    public static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>A row for a new officer, who must choose a password and enrol a code at the first sign-in.</summary>
    public static OfficerRow NewOfficer(string userName, string displayName, string title, string phone, DateTimeOffset now) => new()
    {
        Id = Ids.NewGuid(now),
        UserName = userName,
        DisplayName = displayName,
        Title = title,
        Phone = phone,
        SearchText = SearchText.Fold($"{displayName} {userName}"),
        SecurityStamp = OfficerCredentials.NewStamp(),
        MustChangePassword = true,
        CreatedAt = now,
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,39}$")]
    private static partial Regex Shape();
}
