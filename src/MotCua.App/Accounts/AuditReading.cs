using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>What of the trail is asked for; parts are joined by "and".</summary>
/// <param name="Key">A subject (id or code), an actor (<c>Officer:…</c>) or an action; empty = any.</param>
/// <param name="Officer">The officer who acted: an id in <c>N</c> form, or words of name or sign-in name; empty = any.</param>
/// <param name="Unit">Acts of officers who ever held a role for the unit, and acts on the unit itself; empty = any.</param>
/// <param name="Action">An action; empty = any.</param>
/// <param name="Day">A local day; null = any.</param>
public sealed record TrailFilter(string? Key = null, string? Officer = null, string? Unit = null, string? Action = null, DateOnly? Day = null);

/// <summary>A row of the trail as auditors read it.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Kind of actor.</param>
/// <param name="ActorId">Account, officer or job.</param>
/// <param name="ActorName">An officer's name; empty for citizens and jobs: the trail shows no citizen's name.</param>
/// <param name="Roles">The officer's roles in force on that day, each with its unit.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">On what, as kept.</param>
/// <param name="SubjectName">Name of the officer or unit that is the subject; empty when it is something else.</param>
/// <param name="Detail">Particulars, JSON.</param>
public sealed record TrailLine(
    Guid Id, DateTimeOffset At, ActorKind Kind, string ActorId, string ActorName, IReadOnlyList<string> Roles, string Action, string Subject, string SubjectName, string Detail);

/// <summary>A page of the trail, newest first.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Older">Key before which the next page starts; null = the end.</param>
public sealed record TrailPage(IReadOnlyList<TrailLine> Rows, Guid? Older);

/// <summary>The audit trail as auditors read it: acts of administration and security, exports included; officers by name, citizens never.</summary>
public sealed class AuditReading(MotCuaDb db)
{
    private const int PageSize = 50;

    /// <summary>Most officers that words may mean; more is too vague to filter by.</summary>
    private const int MostOfficers = 200;

    /// <summary>Rows before a key that fit the filter.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="before">Key of the last row seen, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrailPage> ListAsync(TrailFilter filter, Guid? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = db.Audits.AsNoTracking();
        if (filter.Key?.Trim() is { Length: > 0 } wanted)
        {
            query = query.Where(a => a.Subject == wanted || a.Actor == wanted || a.Action == wanted);
        }

        if (filter.Action is { Length: > 0 } action)
        {
            query = query.Where(a => a.Action == action);
        }

        if (filter.Officer?.Trim() is { Length: > 0 } officer)
        {
            var actors = await ActorsAsync(officer, ct);
            query = query.Where(a => actors.Contains(a.Actor));
        }

        if (filter.Unit is { Length: > 0 } unit)
        {
            var holders = await db.Grants.AsNoTracking().Where(g => g.UnitKey == unit).Select(g => g.OfficerId).Distinct().ToListAsync(ct);
            var actors = holders.ConvertAll(ActorOf);
            query = query.Where(a => a.Subject == unit || actors.Contains(a.Actor));
        }

        if (filter.Day is { } day)
        {
            var (from, until) = (ProvinceTime.StartOf(day), ProvinceTime.StartOf(day.AddDays(1)));
            query = query.Where(a => a.At >= from && a.At < until);
        }

        if (before is { } id)
        {
            query = query.Where(a => a.Id.CompareTo(id) < 0);
        }

        var rows = await query.OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(ct);
        var lines = await NameAsync([.. rows.Take(PageSize)], ct);
        return new TrailPage(lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    /// <summary>Every unit, by level and in Vietnamese order, for the filter.</summary>
    public async Task<IReadOnlyList<UnitChoice>> UnitsAsync(CancellationToken ct) =>
        await db.Units.AsNoTracking().OrderBy(u => u.Level == "tinh" ? 0 : u.Level == "huyen" ? 1 : 2).ThenBy(u => u.SortKey).Select(u => new UnitChoice(u.Key, u.Name, u.Level)).ToListAsync(ct);

    private static string ActorOf(Guid officer) => $"{ActorKind.Officer}:{officer:N}";

    private async Task<List<string>> ActorsAsync(string officer, CancellationToken ct)
    {
        if (Guid.TryParseExact(officer, "N", out var id))
        {
            return [ActorOf(id)];
        }

        var officers = db.Officers.AsNoTracking();
        foreach (var word in SearchText.Words(officer))
        {
            officers = officers.Where(o => o.SearchText.Contains(word) || o.UserName.Contains(word));
        }

        return (await officers.OrderBy(o => o.UserName).Select(o => o.Id).Take(MostOfficers).ToListAsync(ct)).ConvertAll(ActorOf);
    }

    private async Task<List<TrailLine>> NameAsync(List<AuditRow> rows, CancellationToken ct)
    {
        var actors = rows.ConvertAll(r => r.Actor.Split(':', 2) is [var kind, var id] && Enum.TryParse<ActorKind>(kind, out var known) ? (Kind: known, Id: id) : (Kind: ActorKind.System, Id: r.Actor));
        var ids = actors.Where(a => a.Kind == ActorKind.Officer).Select(a => a.Id).Concat(rows.Select(r => r.Subject))
            .Select(text => Guid.TryParseExact(text, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
        var grants = (await db.Grants.AsNoTracking().Where(g => ids.Contains(g.OfficerId)).OrderBy(g => g.Id).ToListAsync(ct)).ToLookup(g => g.OfficerId.ToString("N"), StringComparer.Ordinal);
        var subjects = rows.Select(r => r.Subject).Distinct().ToList();
        var held = grants.SelectMany(g => g).Select(g => g.UnitKey).Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(u => held.Contains(u.Key) || subjects.Contains(u.Key)).Select(u => new { u.Key, u.Name, u.ShortName }).ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        return [.. rows.Zip(actors, (row, actor) => new TrailLine(
            row.Id, row.At, actor.Kind, actor.Id, actor.Kind == ActorKind.Officer ? names.GetValueOrDefault(actor.Id, "") : "",
            actor.Kind != ActorKind.Officer ? [] : [.. grants[actor.Id].Where(g => InForce(g, row.At)).Select(g => $"{GrantRules.NameOf(g.Role)}, {(units.TryGetValue(g.UnitKey, out var u) ? u.ShortName : g.UnitKey)}")],
            row.Action, row.Subject, names.GetValueOrDefault(row.Subject) ?? (units.TryGetValue(row.Subject, out var unit) ? unit.Name : ""), row.Detail))];
    }

    // As it was at that moment: a role taken away since still explains the act
    private static bool InForce(Organisations.GrantRow grant, DateTimeOffset at)
    {
        var day = ProvinceTime.DateOf(at);
        return grant.From <= day && (grant.Until is null || day < grant.Until) && (grant.RevokedAt is null || at <= grant.RevokedAt);
    }
}
