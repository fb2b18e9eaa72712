using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>Section <c>MotCua:Sessions</c> of the configuration.</summary>
public sealed class SessionTimes
{
    /// <summary>A citizen's session ends after this time without use.</summary>
    public TimeSpan CitizenIdle { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>A citizen's session ends this long after it began.</summary>
    public TimeSpan CitizenAbsolute { get; set; } = TimeSpan.FromHours(12);

    /// <summary>An officer's session ends after this time without use.</summary>
    public TimeSpan OfficerIdle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>An officer's session ends this long after it began.</summary>
    public TimeSpan OfficerAbsolute { get; set; } = TimeSpan.FromHours(10);

    /// <summary>The limits of one kind of session.</summary>
    public SessionLimits Of(bool isOfficer) => isOfficer ? new(OfficerIdle, OfficerAbsolute) : new(CitizenIdle, CitizenAbsolute);
}

/// <summary>A session that may be used now, and whose it is.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="IsOfficer">An officer's or a citizen's.</param>
/// <param name="HolderId">Account or officer id, <c>N</c> form: the actor's id.</param>
/// <param name="Name">Name to show.</param>
/// <param name="AssuranceLevel">As the provider said it; empty for officers.</param>
/// <param name="Stamp">The officer's security stamp; empty for citizens.</param>
/// <param name="Grants">Roles in force now; empty for citizens.</param>
public sealed record LiveSession(Guid SessionId, bool IsOfficer, string HolderId, string Name, string AssuranceLevel, string Stamp, IReadOnlyList<Grant> Grants)
{
    /// <summary>The actor of this session.</summary>
    public Actor Actor { get; } = new(IsOfficer ? ActorKind.Officer : ActorKind.Citizen, HolderId, Name, Grants);
}

/// <summary>Remembers for a few seconds that a session is alive, so that a page with several requests asks the database once.</summary>
public sealed class SessionMemory(TimeProvider clock)
{
    /// <summary>How long an ended session may go on at another node.</summary>
    public static readonly TimeSpan For = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, (LiveSession Session, DateTimeOffset Until)> _known = new();

    /// <summary>The session, if it was alive a moment ago.</summary>
    public LiveSession? Find(Guid id) => _known.TryGetValue(id, out var x) && clock.GetUtcNow() < x.Until ? x.Session : null;

    /// <summary>Remembers.</summary>
    public void Keep(LiveSession session)
    {
        if (_known.Count > 20_000)
        {
            _known.Clear();
        }

        _known[session.SessionId] = (session, clock.GetUtcNow() + For);
    }

    /// <summary>Forgets all, because somebody's standing changed.</summary>
    public void Clear() => _known.Clear();
}

/// <summary>Begins, checks and ends the server-side sessions of citizens and officers.</summary>
public sealed class Sessions(MotCuaDb db, PersonalDataVault vault, TimeProvider clock, SessionTimes times, SessionMemory memory)
{
    /// <summary>Adds a session; the caller saves.</summary>
    /// <param name="holder">Account or officer.</param>
    /// <param name="isOfficer">Which of the two.</param>
    /// <param name="idToken">The provider's id token, for logout there; empty for officers.</param>
    public Guid Start(Guid holder, bool isOfficer, string idToken = "")
    {
        var now = clock.GetUtcNow();
        // Random, not time-ordered: nobody may guess it
        var id = new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        db.Sessions.Add(new SessionRow { Id = id, HolderId = holder.ToString("N"), IsOfficer = isOfficer, StartedAt = now, LastSeenAt = now, IdTokenCipher = vault.Seal(idToken) });
        return id;
    }

    /// <summary>The session if it is alive, with the holder's standing at this moment; null = sign in again. Counts as use.</summary>
    /// <param name="id">The session.</param>
    /// <param name="holder">The holder that the cookie names.</param>
    /// <param name="isOfficer">Which kind the cookie is of.</param>
    /// <param name="stamp">The security stamp that the cookie carries; empty for citizens.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LiveSession?> UseAsync(Guid id, Guid holder, bool isOfficer, string stamp, CancellationToken ct)
    {
        if (memory.Find(id) is { } known)
        {
            return known.IsOfficer == isOfficer && known.HolderId == holder.ToString("N") && known.Stamp == stamp ? known : null;
        }

        var found = isOfficer ? await FindOfficerAsync(id, holder, stamp, ct) : await FindCitizenAsync(id, holder);
        if (found is not { } alive)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (!SignInRules.IsAlive(alive.Row.StartedAt, alive.Row.LastSeenAt, alive.Row.EndedAt, times.Of(isOfficer), now))
        {
            return null;
        }

        if (now - alive.Row.LastSeenAt >= TimeSpan.FromMinutes(1))
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        }

        memory.Keep(alive.Session);
        return alive.Session;
    }

    /// <summary>Ends a session and returns the provider's id token of it; empty when there is none.</summary>
    public async Task<string> EndAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var cipher = await db.Sessions.Where(s => s.Id == id).Select(s => s.IdTokenCipher).FirstOrDefaultAsync(ct);
        await db.Sessions.Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.IdTokenCipher, ""), ct);
        memory.Clear();
        return vault.Unseal(cipher);
    }

    /// <summary>Ends every session of a holder but the one named.</summary>
    public async Task EndAllAsync(Guid holder, Guid? except, CancellationToken ct)
    {
        var (now, key) = (clock.GetUtcNow(), holder.ToString("N"));
        await db.Sessions.Where(s => s.HolderId == key && s.EndedAt == null && s.Id != except)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.IdTokenCipher, ""), ct);
        memory.Clear();
    }

    /// <summary>Open sessions of a holder, newest first.</summary>
    public async Task<IReadOnlyList<SessionRow>> OpenOfAsync(Guid holder, bool isOfficer, CancellationToken ct)
    {
        var (key, limits, now) = (holder.ToString("N"), times.Of(isOfficer), clock.GetUtcNow());
        var rows = await db.Sessions.AsNoTracking().Where(s => s.HolderId == key && s.IsOfficer == isOfficer && s.EndedAt == null)
            .OrderByDescending(s => s.StartedAt).Take(50).ToListAsync(ct);
        return [.. rows.Where(s => SignInRules.IsAlive(s.StartedAt, s.LastSeenAt, s.EndedAt, limits, now))];
    }

    // Asked at almost every request: compiled once
    private static readonly CompiledQuery<Func<MotCuaDb, Guid, Guid, string, Task<CitizenSession?>>> CitizenQuery = new(() => EF.CompileAsyncQuery((MotCuaDb db, Guid id, Guid holder, string key) => (
        from a in db.Accounts.AsNoTracking().Where(a => a.Id == holder)
        from s in db.Sessions.AsNoTracking().Where(s => s.Id == id && s.HolderId == key && !s.IsOfficer)
        select new CitizenSession(a.FullName, a.AssuranceLevel, s)).FirstOrDefault()));

    private sealed record CitizenSession(string FullName, string AssuranceLevel, SessionRow Row);

    private async Task<(SessionRow Row, LiveSession Session)?> FindCitizenAsync(Guid id, Guid holder)
    {
        var key = holder.ToString("N");
        var found = await CitizenQuery.For(db)(db, id, holder, key);
        return found is null ? null : (found.Row, new LiveSession(id, false, key, found.FullName, found.AssuranceLevel, "", []));
    }

    private async Task<(SessionRow Row, LiveSession Session)?> FindOfficerAsync(Guid id, Guid holder, string stamp, CancellationToken ct)
    {
        var (key, today) = (holder.ToString("N"), ProvinceTime.DateOf(clock.GetUtcNow()));
        // One round trip: the session, the officer, and a row for each role in force
        var rows = await (
            from o in db.Officers.Where(o => o.Id == holder && o.IsActive && o.SecurityStamp == stamp)
            from s in db.Sessions.Where(s => s.Id == id && s.HolderId == key && s.IsOfficer)
            from g in db.Grants.Where(g => g.OfficerId == o.Id && g.RevokedAt == null && g.From <= today && (g.Until == null || today < g.Until)).DefaultIfEmpty()
            select new { o.DisplayName, Row = s, Grant = g }).AsNoTracking().ToListAsync(ct);
        return rows.Count == 0
            ? null
            : (rows[0].Row, new LiveSession(id, true, key, rows[0].DisplayName, "", stamp,
                [.. rows.Where(r => r.Grant is not null).Select(r => new Grant(r.Grant!.Role, r.Grant.UnitKey)).Distinct()]));
    }
}
