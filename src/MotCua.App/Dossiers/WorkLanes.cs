using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>
/// A queue taken apart into lanes: one place or unit and one state each, so that every lane is a run of an index in the order of the list. A page takes
/// its first rows of each lane and merges them; it costs what it shows, not what the unit has. Together the lanes are <see cref="Queues.Of"/>.
/// </summary>
internal static class WorkLanes
{
    /// <summary>Officers with more units than this many lanes take are served by the plain predicate.</summary>
    public const int Most = 32;

    private static readonly DossierState[] Open = [DossierState.Accepted, DossierState.Processing];
    private static readonly DossierState[] Waiting = [DossierState.AwaitingSupplement, DossierState.AwaitingPayment];

    /// <summary>The lanes of a queue; none when there are too many.</summary>
    public static IReadOnlyList<IQueryable<Dossier>> Of(IQueryable<Dossier> dossiers, Actor actor, DossierQueue queue, QueueMoments m)
    {
        if (actor.Kind != ActorKind.Officer) return [];
        List<IQueryable<Dossier>> lanes = queue switch
        {
            DossierQueue.Incoming => [.. Desks(dossiers, actor).Select(d => d.Where(x => x.State == DossierState.Submitted))],
            DossierQueue.Unclaimed => [.. Unclaimed(dossiers, actor).SelectMany(Dated)],
            DossierQueue.Mine => [.. Dated(dossiers.Where(d => d.StepOfficerId == actor.Id && d.State == DossierState.Processing))],
            DossierQueue.DueToday => [.. InStates(Visible(dossiers, actor), Open).Select(d => d.Where(x => x.DueAt >= m.Now && x.DueAt < m.EndOfToday))],
            DossierQueue.DueSoon => [.. InStates(Visible(dossiers, actor), Open).Select(d => d.Where(x => x.DueAt >= m.EndOfToday && x.DueAt < m.EndOfSoon))],
            DossierQueue.Overdue => [.. InStates(Visible(dossiers, actor), Open).Select(d => d.Where(x => x.DueAt < m.Now))],
            DossierQueue.Waiting => [.. InStates(Visible(dossiers, actor), Waiting)],
            DossierQueue.ToReturn => [.. InStates(Desks(dossiers, actor), [DossierState.Finished]).SelectMany(Dated)],
            _ => [.. Visible(dossiers, actor)],
        };
        return lanes.Count > Most ? [] : lanes;
    }

    /// <summary>The first rows of each lane as one list of ids; some may come twice.</summary>
    public static IQueryable<Guid> Heads(IEnumerable<IQueryable<Dossier>> ordered, int count) =>
        ordered.Select(lane => lane.Take(count).Select(d => d.Id)).Aggregate((a, b) => a.Concat(b));

    private static IEnumerable<IQueryable<Dossier>> Visible(IQueryable<Dossier> dossiers, Actor actor)
    {
        foreach (var lane in Desks(dossiers, actor)) yield return lane;
        foreach (var unit in DossierAccess.Units(actor))
        {
            yield return dossiers.Where(d => d.HandlingUnit == unit);

            // Dossiers are rarely at a step in another unit: an index of those alone is small
            yield return dossiers.Where(d => d.StepUnit == unit && d.StepUnit != "");
        }
    }

    private static IEnumerable<IQueryable<Dossier>> Desks(IQueryable<Dossier> dossiers, Actor actor)
    {
        foreach (var desk in DossierAccess.Desks(actor))
        {
            yield return dossiers.Where(d => d.Place == desk);

            // Received in a unit's name at another place, as the Centre does for departments
            yield return dossiers.Where(d => d.ReceivingUnit == desk && d.ReceivingUnit != d.Place);
        }
    }

    private static IEnumerable<IQueryable<Dossier>> Unclaimed(IQueryable<Dossier> dossiers, Actor actor)
    {
        foreach (var unit in actor.UnitsFor(Role.Handler, Role.UnitLeader))
        {
            yield return dossiers.Where(d => d.HandlingUnit == unit && d.State == DossierState.Accepted);
        }

        foreach (var role in new[] { Role.Handler, Role.UnitLeader, Role.Clerk })
        {
            var name = role.ToString();
            foreach (var unit in actor.UnitsFor(role))
            {
                yield return dossiers.Where(d => d.StepUnit == unit && d.StepUnit != "" && d.StepRole == name && d.State == DossierState.Processing && d.StepOfficerId == null);
            }
        }
    }

    private static IEnumerable<IQueryable<Dossier>> InStates(IEnumerable<IQueryable<Dossier>> lanes, DossierState[] states) =>
        lanes.SelectMany(lane => states.Select(state => lane.Where(d => d.State == state)));

    /// <summary>Those with an appointment, and those without, which stand last.</summary>
    private static IEnumerable<IQueryable<Dossier>> Dated(IQueryable<Dossier> lane) => [lane.Where(d => d.DueAt != null), lane.Where(d => d.DueAt == null)];
}
