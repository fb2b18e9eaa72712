using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>One act of one person: who, which kind of act, when. Its events share its id (ADR 0002).</summary>
/// <param name="Id">Key.</param>
/// <param name="Type">Name, a gerund: <c>DossierAccepting</c>; listed in docs/processes.md.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record Act(Guid Id, string Type, Actor Actor, DateTimeOffset At);

/// <summary>
/// A module below that wants something written in the same transaction when an event is recorded: notices, exchange with other systems.
/// It gets ids only; texts and addresses are found when the message is delivered.
/// </summary>
public interface IDossierListener
{
    /// <summary>Rows to insert with the event.</summary>
    IEnumerable<object> RowsFor(Act act, Dossier dossier, DossierEvent e);
}

/// <summary>
/// Records events: applies them to the dossier, chains their hashes, marks the dossier dirty for the measures. The caller saves once.
/// </summary>
public sealed class Journal(MotCuaDb db, IEnumerable<IDossierListener> listeners, TimeProvider clock)
{
    /// <summary>Begins an act now.</summary>
    public Act Begin(string type, Actor actor)
    {
        var now = DossierChain.Cut(clock.GetUtcNow());
        return new Act(Ids.NewGuid(now), type, actor, now);
    }

    /// <summary>Records events of an act on a loaded dossier, after what is in the database.</summary>
    public async Task RecordAsync(Act act, Dossier dossier, CancellationToken ct, params DossierEvent[] events)
    {
        var head = dossier.Version == 0
            ? DossierChain.Start
            : db.DossierEvents.Local.Where(x => x.DossierId == dossier.Id && x.Seq == dossier.Version).Select(x => x.Hash).FirstOrDefault()
              ?? await db.DossierEvents.Where(x => x.DossierId == dossier.Id && x.Seq == dossier.Version).Select(x => x.Hash).FirstOrDefaultAsync(ct)
              ?? throw new InvalidOperationException($"Chain of {dossier.Id} has no event {dossier.Version}");
        Record(act, dossier, head, events);
    }

    /// <summary>Records events after a known head; used where the head is at hand.</summary>
    /// <returns>The hash of the last event.</returns>
    public string Record(Act act, Dossier dossier, string head, params DossierEvent[] events)
    {
        foreach (var row in Chain(act, dossier, head, events))
        {
            db.DossierEvents.Add(row);
            head = row.Hash;
        }

        db.AddRange(Consequences(act, dossier, events));
        return head;
    }

    /// <summary>Rows that the events bring with them: the dirty mark of the measures, and what the listeners ask for.</summary>
    public IEnumerable<object> Consequences(Act act, Dossier dossier, params DossierEvent[] events)
    {
        yield return new DirtyDossierRow { Id = Ids.NewGuid(act.At), DossierId = dossier.Id };
        foreach (var row in events.SelectMany(e => listeners.SelectMany(l => l.RowsFor(act, dossier, e))))
        {
            yield return row;
        }
    }

    /// <summary>Applies the events and returns their rows, without touching the change tracker.</summary>
    public static IReadOnlyList<DossierEventRow> Chain(Act act, Dossier dossier, string head, params DossierEvent[] events)
    {
        var rows = new List<DossierEventRow>(events.Length);
        foreach (var e in events)
        {
            dossier.Apply(e, act.At);
            var payload = DossierChain.Write(e);
            var chained = new ChainedEvent(dossier.Id, dossier.Version, act.At, (int)act.Actor.Kind, act.Actor.Id, act.Id, act.Type, payload);
            var hash = DossierChain.Hash(head, chained);
            rows.Add(new DossierEventRow
            {
                DossierId = dossier.Id,
                Seq = dossier.Version,
                Name = e.Name,
                At = act.At,
                ActorKind = (int)act.Actor.Kind,
                ActorId = act.Actor.Id,
                ProcessId = act.Id,
                ProcessType = act.Type,
                Payload = payload,
                PreviousHash = head,
                Hash = hash,
            });
            head = hash;
        }

        return rows;
    }
}
