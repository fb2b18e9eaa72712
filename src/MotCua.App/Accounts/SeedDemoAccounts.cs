using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>One demo officer of <c>data/demo/officers.csv</c>. Password and secret are published: for demonstration only.</summary>
public sealed record DemoOfficer(string UserName, string DisplayName, string Title, Role Role, string UnitKey, string Password, string TotpSecret);

/// <summary>Make or restore the demo officers, one for each role at least.</summary>
/// <param name="File">The list; null = the one shipped beside the program.</param>
public sealed record SeedDemoAccounts(string? File = null);

/// <summary>Makes the demo officers; running again restores password, secret and role of each.</summary>
public sealed class SeedDemoAccountsHandler(MotCuaDb db, OfficerCredentials credentials, PersonalDataVault vault, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Returns the list as made; officers whose unit is not loaded are left out.</summary>
    public async Task<Result<IReadOnlyList<DemoOfficer>>> HandleAsync(SeedDemoAccounts command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var list = Read(command.File ?? Path.Combine(AppContext.BaseDirectory, "data", "demo", "officers.csv"));
        var units = (await db.Units.Select(u => u.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var made = new List<DemoOfficer>();
        string? hash = null;
        foreach (var demo in list.Where(d => units.Contains(d.UnitKey)))
        {
            var now = clock.GetUtcNow();
            var officer = await db.Officers.FirstOrDefaultAsync(o => o.UserName == demo.UserName, ct);
            if (officer is null)
            {
                officer = new OfficerRow { Id = Ids.NewGuid(now), UserName = demo.UserName, CreatedAt = now, SecurityStamp = OfficerCredentials.NewStamp() };
                db.Officers.Add(officer);
            }

            (officer.DisplayName, officer.Title, officer.SearchText) = (demo.DisplayName, demo.Title, SearchText.Fold($"{demo.DisplayName} {demo.UserName}"));
            (officer.IsActive, officer.MustChangePassword, officer.FailedCount, officer.LockedUntil) = (true, false, 0, null);
            if (!credentials.IsPassword(officer, demo.Password))
            {
                // The password is one and published, so its hash may be shared
                officer.PasswordHash = hash ??= credentials.Hash(officer, demo.Password);
            }

            if (credentials.SecretOf(officer) != demo.TotpSecret)
            {
                (officer.TotpSecretCipher, officer.TotpLastStep) = (vault.Seal(demo.TotpSecret), 0);
            }

            if (!await db.Grants.AnyAsync(g => g.OfficerId == officer.Id && g.Role == demo.Role && g.UnitKey == demo.UnitKey && g.RevokedAt == null && g.Until == null, ct))
            {
                db.Grants.Add(new GrantRow { Id = Ids.NewGuid(now), OfficerId = officer.Id, Role = demo.Role, UnitKey = demo.UnitKey, From = new DateOnly(2022, 1, 1), DecisionNo = "Bản chạy thử" });
            }

            made.Add(demo);
        }

        audit.Record(actor, "DemoAccountsSeeded", "demo", new { count = made.Count });
        await db.SaveChangesAsync(ct);
        return Result<IReadOnlyList<DemoOfficer>>.Ok(made);
    }

    private static IReadOnlyList<DemoOfficer> Read(string file) => ReferenceTable.ReadFile(file, "demo/officers.csv", ["user_name", "role", "unit_key"], row => new DemoOfficer(
        row.Required("user_name"), row.Required("display_name"), row["title"], Enum.Parse<Role>(row.Required("role")), row.Required("unit_key"), row.Required("password"), row.Required("totp_secret"))).Rows;
}
