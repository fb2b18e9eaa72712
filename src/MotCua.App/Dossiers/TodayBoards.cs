using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A queue of the work list. The board's counts and the lists use the same predicate.</summary>
public enum DossierQueue
{
    /// <summary>Chờ tiếp nhận: the 8-hour clock runs.</summary>
    Incoming = 1,

    /// <summary>Chưa ai nhận.</summary>
    Unclaimed = 2,

    /// <summary>Việc của tôi.</summary>
    Mine = 3,

    /// <summary>Đến hạn hôm nay.</summary>
    DueToday = 4,

    /// <summary>Đến hạn trong 3 ngày làm việc.</summary>
    DueSoon = 5,

    /// <summary>Quá hạn, đang giải quyết.</summary>
    Overdue = 6,

    /// <summary>Chờ người dân.</summary>
    Waiting = 7,

    /// <summary>Chờ trả kết quả.</summary>
    ToReturn = 8,

    /// <summary>Tất cả.</summary>
    All = 9,
}

/// <summary>Moments that queues compare with, by the calendar of the officer's unit; instants UTC.</summary>
/// <param name="Now">Now.</param>
/// <param name="EndOfToday">End of the local day.</param>
/// <param name="EndOfSoon">End of the third working day from today.</param>
public sealed record QueueMoments(DateTimeOffset Now, DateTimeOffset EndOfToday, DateTimeOffset EndOfSoon)
{
    /// <summary>The moments at an instant.</summary>
    public static QueueMoments At(DateTimeOffset now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var today = ProvinceTime.DateOf(now);
        return new QueueMoments(now, ProvinceTime.StartOf(today.AddDays(1)), ProvinceTime.StartOf(calendar.AddWorkingDays(today, 3).AddDays(1)));
    }
}

/// <summary>The predicates of queues.</summary>
internal static class Queues
{
    /// <summary>Dossiers of a queue that the officer may see.</summary>
    public static IQueryable<Dossier> Of(IQueryable<Dossier> dossiers, Actor actor, DossierQueue queue, QueueMoments m)
    {
        var (desks, me) = (DossierAccess.Desks(actor), actor.Id);
        var (handled, decided) = (actor.UnitsFor(Role.Handler, Role.UnitLeader), actor.UnitsFor(Role.UnitLeader));
        var (workers, clerks) = (actor.UnitsFor(Role.Handler), actor.UnitsFor(Role.Clerk));
        var visible = DossierAccess.Visible(dossiers, actor);
        return queue switch
        {
            DossierQueue.Incoming => dossiers.Where(d => d.State == DossierState.Submitted && (desks.Contains(d.Place) || desks.Contains(d.ReceivingUnit))),
            DossierQueue.Unclaimed => dossiers.Where(d => (d.State == DossierState.Accepted && handled.Contains(d.HandlingUnit))
                || (d.State == DossierState.Processing && d.StepOfficerId == null
                    && ((d.StepRole == nameof(Role.Handler) && workers.Contains(d.StepUnit)) || (d.StepRole == nameof(Role.UnitLeader) && decided.Contains(d.StepUnit))
                        || (d.StepRole == nameof(Role.Clerk) && clerks.Contains(d.StepUnit))))),
            DossierQueue.Mine => dossiers.Where(d => d.StepOfficerId == me && d.State == DossierState.Processing),
            DossierQueue.DueToday => Open(visible).Where(d => d.DueAt >= m.Now && d.DueAt < m.EndOfToday),
            DossierQueue.DueSoon => Open(visible).Where(d => d.DueAt >= m.EndOfToday && d.DueAt < m.EndOfSoon),
            DossierQueue.Overdue => Open(visible).Where(d => d.DueAt < m.Now),
            DossierQueue.Waiting => visible.Where(d => d.State == DossierState.AwaitingSupplement || d.State == DossierState.AwaitingPayment),
            DossierQueue.ToReturn => dossiers.Where(d => d.State == DossierState.Finished && (desks.Contains(d.Place) || desks.Contains(d.ReceivingUnit))),
            _ => visible,
        };
    }

    private static IQueryable<Dossier> Open(IQueryable<Dossier> dossiers) => dossiers.Where(d => d.State == DossierState.Accepted || d.State == DossierState.Processing);
}

/// <summary>A queue on the board.</summary>
/// <param name="Queue">Which.</param>
/// <param name="Count">How many, at most <see cref="Most"/> + 1: a board needs no exact count of long lists.</param>
public sealed record QueueCount(DossierQueue Queue, int Count)
{
    /// <summary>Counted to here; more is shown as «99+».</summary>
    public const int Most = 99;

    /// <summary>What is shown.</summary>
    public string Text => Count > Most ? "99+" : Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>«Hôm nay» of an officer.</summary>
/// <param name="Counts">The queues that concern the officer.</param>
/// <param name="Incoming">First dossiers waiting for acceptance, by clock.</param>
/// <param name="Urgent">First dossiers of the officer's work by due instant.</param>
/// <param name="Proposals">Codes for which the unit proposes a supplement, for the desk.</param>
public sealed record TodayBoard(IReadOnlyList<QueueCount> Counts, IReadOnlyList<WorkRow> Incoming, IReadOnlyList<WorkRow> Urgent, IReadOnlyList<WorkRow> Proposals);

/// <summary>Makes «Hôm nay».</summary>
public sealed class TodayBoards(MotCuaDb db, WorkLists lists, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>The board of an officer, now.</summary>
    public async Task<TodayBoard> ForAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (isDesk, isUnit) = (DossierAccess.Desks(actor).Count > 0, DossierAccess.Units(actor).Count > 0);
        if (!isDesk && !isUnit) return new TodayBoard([], [], [], []);
        var moments = QueueMoments.At(clock.GetUtcNow(), await calendars.ForAsync(actor.Grants[0].UnitKey, ct));
        var counts = new List<QueueCount>();
        foreach (var queue in QueuesOf(isDesk, isUnit))
        {
            counts.Add(new QueueCount(queue, await CountAsync(actor, queue, moments, ct)));
        }

        var incoming = isDesk ? (await lists.PageAsync(actor, new WorkQuery(DossierQueue.Incoming, null, null, 6), ct)).Rows : [];
        var mine = isUnit ? (await lists.PageAsync(actor, new WorkQuery(DossierQueue.Mine, null, null, 8), ct)).Rows : [];
        var overdue = (await lists.PageAsync(actor, new WorkQuery(DossierQueue.Overdue, null, null, 5), ct)).Rows;
        var today = (await lists.PageAsync(actor, new WorkQuery(DossierQueue.DueToday, null, null, 5), ct)).Rows;
        List<WorkRow> urgent = [.. overdue.Concat(today).Concat(mine).DistinctBy(r => r.Code).Take(10)];
        return new TodayBoard(counts, incoming, urgent, isDesk ? await lists.ProposalsAsync(actor, ct) : []);
    }

    private Task<int> CountAsync(Actor actor, DossierQueue queue, QueueMoments moments, CancellationToken ct)
    {
        const int most = QueueCount.Most + 1;
        var lanes = WorkLanes.Of(db.Dossiers.AsNoTracking(), actor, queue, moments);
        return lanes.Count == 0
            ? Queues.Of(db.Dossiers.AsNoTracking(), actor, queue, moments).Take(most).CountAsync(ct)
            : WorkLanes.Heads(lanes, most).Distinct().Take(most).CountAsync(ct);
    }

    private static IEnumerable<DossierQueue> QueuesOf(bool isDesk, bool isUnit)
    {
        if (isDesk) yield return DossierQueue.Incoming;
        if (isUnit) yield return DossierQueue.Unclaimed;
        if (isUnit) yield return DossierQueue.Mine;
        yield return DossierQueue.Overdue;
        yield return DossierQueue.DueToday;
        yield return DossierQueue.DueSoon;
        yield return DossierQueue.Waiting;
        if (isDesk) yield return DossierQueue.ToReturn;
    }
}
