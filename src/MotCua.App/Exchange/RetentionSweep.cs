using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Exchange;

/// <summary>
/// Section <c>MotCua:Retention</c>: how long is kept what no dossier needs. Never swept: events and their chains, dossiers, drafts (no rule sets them an
/// end), who read a dossier, acts of administration.
/// </summary>
public sealed class RetentionTimes
{
    /// <summary>The shortest time that any of these may be set to: logs of a system of level 3 are kept at least three months (TT 12/2022/TT-BTTTT; NĐ 53/2022 Đ11 k5 in the same sense).</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(92);

    /// <summary>Sessions after their last use.</summary>
    public TimeSpan Sessions { get; set; } = TimeSpan.FromDays(92);

    /// <summary>Records of signing in, right and wrong.</summary>
    public TimeSpan SignIns { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Messages that were delivered or given up, in the outbox; what a person got in the portal's inbox stays.</summary>
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(183);

    /// <summary>Counts of visits, of forms and of searches without a result; the hashes of searches go after thirty days.</summary>
    public TimeSpan Visits { get; set; } = TimeSpan.FromDays(1096);

    /// <summary>The times with none below the shortest.</summary>
    public RetentionTimes Lawful() => new() { Sessions = Longer(Sessions), SignIns = Longer(SignIns), Messages = Longer(Messages), Visits = Longer(Visits) };

    private static TimeSpan Longer(TimeSpan time) => time < Shortest ? Shortest : time;
}

/// <summary>What a sweep took away.</summary>
/// <param name="Sessions">Sessions.</param>
/// <param name="Tokens">Sealed tokens of the identity provider in dead sessions that are still kept.</param>
/// <param name="SignIns">Records of signing in.</param>
/// <param name="Messages">Messages of the outbox.</param>
/// <param name="Typing">Pages kept for an hour after a session ended.</param>
/// <param name="Visits">Counts of access and hashes of searches.</param>
public sealed record Swept(int Sessions, int Tokens, int SignIns, int Messages, int Typing, int Visits = 0)
{
    /// <summary>Tags of where submissions came from, and of officers' networks.</summary>
    public int Traces { get; init; }

    /// <summary>Rows in all.</summary>
    public int Total => Sessions + Tokens + SignIns + Messages + Typing + Traces + Visits;
}

/// <summary>Takes away what has outlived its use, some thousands at a time, and records what it took.</summary>
public sealed class RetentionSweep(MotCuaDb db, RetentionTimes configured, TypingStash stash, TimeProvider clock)
{
    private const int Batch = 5000;

    /// <summary>What is taken away of the trail; every other act is kept for good (law rule 56).</summary>
    public static readonly IReadOnlyList<string> SignInRecords =
        ["OfficerSignedIn", "CitizenSignedIn", "OfficerPasswordFailed", "OfficerCodeFailed", "OfficerLocked", "OfficerUnknownName"];

    /// <summary>Sweeps once; again finds nothing.</summary>
    public async Task<Swept> RunAsync(CancellationToken ct)
    {
        var (times, now) = (configured.Lawful(), clock.GetUtcNow());
        var (sessions, signIns, messages) = (now - times.Sessions, now - times.SignIns, now - times.Messages);
        // A session lives a day at most: its token is of no use after two
        var dead = now - TimeSpan.FromDays(2);
        var swept = new Swept(
            await DeleteAsync(() => db.Sessions.Where(s => db.Sessions.Where(x => x.LastSeenAt < sessions).OrderBy(x => x.LastSeenAt).Select(x => x.Id).Take(Batch).Contains(s.Id)), ct),
            await db.Sessions.Where(s => s.LastSeenAt < dead && s.IdTokenCipher != "").ExecuteUpdateAsync(s => s.SetProperty(x => x.IdTokenCipher, ""), ct),
            await DeleteAsync(() => db.Audits.Where(a => db.Audits.Where(x => x.At < signIns && SignInRecords.Contains(x.Action)).OrderBy(x => x.At).Select(x => x.Id).Take(Batch).Contains(a.Id)), ct),
            await DeleteAsync(() => db.Outbox.Where(o => db.Outbox.Where(x => x.CreatedAt < messages && (x.State == OutboxState.Delivered || x.State == OutboxState.Cancelled)).OrderBy(x => x.Id).Select(x => x.Id).Take(Batch).Contains(o.Id)), ct),
            stash.Sweep(),
            await SweepVisitsAsync(ProvinceTime.DateOf(now - times.Visits), ProvinceTime.DateOf(now - VisitFlush.MarksKept), ct))
        {
            Traces = await TracesAsync(now - SourceTags.Kept, ct),
        };
        if (swept.Total > 0)
        {
            db.Audits.Add(new AuditRow
            {
                Id = Ids.NewGuid(now),
                At = now,
                Actor = $"{ActorKind.System}:retention",
                Action = "RecordsSwept",
                Subject = "retention",
                Detail = JsonSerializer.Serialize(new { sessions = swept.Sessions, tokens = swept.Tokens, signIns = swept.SignIns, messages = swept.Messages, typing = swept.Typing, traces = swept.Traces, visits = swept.Visits }),
            });
            await db.SaveChangesAsync(ct);
        }

        return swept;
    }

    /// <summary>Not a log but a means of one day's checks: kept for thirty days and not a day longer, whatever is configured.</summary>
    private async Task<int> TracesAsync(DateTimeOffset before, CancellationToken ct)
    {
        var day = ProvinceTime.DateOf(before);
        return await DeleteAsync(() => db.SubmissionTraces.Where(t => db.SubmissionTraces.Where(x => x.At < before).OrderBy(x => x.At).Select(x => x.DossierId).Take(Batch).Contains(t.DossierId)), ct)
            + await db.OfficerNetworks.Where(n => n.Day < day).ExecuteDeleteAsync(ct);
    }

    // A row a day and page: what one night takes away is small
    private async Task<int> SweepVisitsAsync(DateOnly visits, DateOnly marks, CancellationToken ct) =>
        await db.PageVisits.Where(v => v.Day < visits).ExecuteDeleteAsync(ct) + await db.SearchMisses.Where(m => m.Day < visits).ExecuteDeleteAsync(ct)
        + await db.FormSteps.Where(s => s.Day < visits).ExecuteDeleteAsync(ct) + await db.SearchMissMarks.Where(m => m.Day < marks).ExecuteDeleteAsync(ct);

    private static async Task<int> DeleteAsync<T>(Func<IQueryable<T>> oldest, CancellationToken ct)
    {
        var all = 0;
        while (true)
        {
            var gone = await oldest().ExecuteDeleteAsync(ct);
            all += gone;
            if (gone < Batch) return all;
        }
    }
}
