using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>One line of the list of officers.</summary>
public sealed record OfficerLine(Guid Id, string UserName, string DisplayName, string Title, string Standing, string StandingColour, IReadOnlyList<string> Roles);

/// <summary>A role as the administrator sees it.</summary>
public sealed record GrantLine(Guid Id, Role Role, string RoleName, string UnitKey, string UnitName, DateOnly From, DateOnly? Until, string DecisionNo, DateTimeOffset? RevokedAt, bool InForce, bool MayRevoke);

/// <summary>An officer as the administrator sees it.</summary>
public sealed record OfficerSheet(
    Guid Id, string UserName, string DisplayName, string Title, string Phone, int Version, bool IsActive, bool IsLocked, bool HasCode, bool MustChangePassword, bool MayManage,
    IReadOnlyList<GrantLine> Grants, IReadOnlyList<AuditLine> Trail);

/// <summary>A record of the trail.</summary>
public sealed record AuditLine(DateTimeOffset At, string Actor, string Action, string Subject, string Detail);

/// <summary>Units that an administrator may choose from.</summary>
public sealed record UnitChoice(string Key, string Name, string Level);

/// <summary>Officers within an administrator's reach. Holds no dossier.</summary>
public sealed class OfficerSheets(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The units of a unit administrator with those below them; every unit for a province administrator.</summary>
    public async Task<IReadOnlyList<UnitChoice>> ReachAsync(Actor administrator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var own = administrator.UnitsFor(Role.UnitAdministrator);
        var isAll = administrator.Kind == ActorKind.System || administrator.Has(Role.ProvinceAdministrator);
        return await db.Units.AsNoTracking().Where(u => (u.Until == null || today < u.Until) && (isAll || own.Contains(u.Key) || (u.ParentKey != null && own.Contains(u.ParentKey))))
            .OrderBy(u => u.SortKey).Select(u => new UnitChoice(u.Key, u.Name, u.Level)).ToListAsync(ct);
    }

    /// <summary>Officers by name, sign-in name or unit; one page.</summary>
    /// <param name="administrator">Who looks.</param>
    /// <param name="words">Words without accents, or empty.</param>
    /// <param name="unitKey">Only this unit, or empty.</param>
    /// <param name="after">Sign-in name after which the page begins, or empty.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<OfficerLine>> ListAsync(Actor administrator, string words, string unitKey, string after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var officers = db.Officers.AsNoTracking();
        if (!administrator.Has(Role.ProvinceAdministrator))
        {
            var reach = (await ReachAsync(administrator, ct)).Select(u => u.Key).ToList();
            officers = officers.Where(o => db.Grants.Any(g => g.OfficerId == o.Id && reach.Contains(g.UnitKey)));
        }

        if (unitKey.Length > 0)
        {
            officers = officers.Where(o => db.Grants.Any(g => g.OfficerId == o.Id && g.UnitKey == unitKey && g.RevokedAt == null && (g.Until == null || today < g.Until)));
        }

        foreach (var word in SearchText.Words(words))
        {
            officers = officers.Where(o => o.SearchText.Contains(word));
        }

        if (after.Length > 0)
        {
#pragma warning disable CA1309 // translated: both databases order sign-in names by bytes
            officers = officers.Where(o => string.Compare(o.UserName, after) > 0);
#pragma warning restore CA1309
        }

        var rows = await officers.OrderBy(o => o.UserName).Take(PageSize + 1).ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var grants = (await db.Grants.AsNoTracking().Where(g => ids.Contains(g.OfficerId) && g.RevokedAt == null && g.From <= today && (g.Until == null || today < g.Until))
            .Select(g => new { g.OfficerId, g.Role, g.UnitKey, Unit = db.Units.Where(u => u.Key == g.UnitKey).Select(u => u.ShortName).FirstOrDefault() }).ToListAsync(ct))
            .ToLookup(g => g.OfficerId, g => $"{GrantRules.NameOf(g.Role)}, {g.Unit ?? g.UnitKey}");
        return [.. rows.Select(o =>
        {
            var (standing, colour) = Standing(o, now);
            return new OfficerLine(o.Id, o.UserName, o.DisplayName, o.Title, standing, colour, [.. grants[o.Id]]);
        })];
    }

    /// <summary>One officer, or null when out of reach.</summary>
    public async Task<OfficerSheet?> FindAsync(Actor administrator, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var officer = await db.Officers.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, ct);
        var grants = await db.Grants.AsNoTracking().Where(g => g.OfficerId == id).ToListAsync(ct);
        var reach = (await ReachAsync(administrator, ct)).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        if (officer is null || (!administrator.Has(Role.ProvinceAdministrator) && !grants.Any(g => reach.Contains(g.UnitKey))))
        {
            return null;
        }

        var keys = grants.Select(g => g.UnitKey).ToList();
        var names = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.Name, ct);
        var holder = id.ToString("N");
        var trail = await db.Audits.AsNoTracking().Where(a => a.Subject == holder).OrderByDescending(a => a.Id).Take(20).ToListAsync(ct);
        var live = grants.Where(g => g.RevokedAt is null && (g.Until is null || today < g.Until)).ToList();
        return new OfficerSheet(
            id, officer.UserName, officer.DisplayName, officer.Title, officer.Phone, officer.Version, officer.IsActive, officer.LockedUntil > now, officer.TotpSecretCipher.Length > 0, officer.MustChangePassword,
            GrantRules.MayManage(administrator, holder, [.. live.Select(g => new Grant(g.Role, g.UnitKey))], reach),
            [.. grants.OrderByDescending(g => live.Contains(g)).ThenByDescending(g => g.From).Select(g => new GrantLine(
                g.Id, g.Role, GrantRules.NameOf(g.Role), g.UnitKey, names.GetValueOrDefault(g.UnitKey, g.UnitKey), g.From, g.Until, g.DecisionNo, g.RevokedAt,
                live.Contains(g) && g.From <= today, live.Contains(g) && GrantRules.Refusal(administrator, holder, g.Role, g.UnitKey, reach) is null))],
            [.. trail.Select(a => new AuditLine(a.At, a.Actor, a.Action, a.Subject, a.Detail))]);
    }

    private static (string Words, string Colour) Standing(OfficerRow o, DateTimeOffset now) =>
        !o.IsActive ? ("Ngừng dùng", "grey") : o.LockedUntil > now ? ("Đang khóa", "red") : o.TotpSecretCipher.Length == 0 ? ("Chưa cài mã", "yellow") : ("Đang dùng", "green");
}
