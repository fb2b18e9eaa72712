using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Kernel;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A row of <c>task-efforts.csv</c>.</summary>
/// <param name="Kind">Kind of advice.</param>
/// <param name="Days">Working days.</param>
/// <param name="From">First day in force.</param>
/// <param name="Note">What they are made of.</param>
public sealed record TaskEffortLine(AdviceKind Kind, decimal Days, DateOnly From, string Note);

/// <summary>Reads the efforts that the program begins with.</summary>
public static class TaskEffortFile
{
    private static readonly string[] Kinds = ["first-online", "offer-full", "offer-service", "desk-paper", "self-filing"];

    /// <summary>Reads <c>task-efforts.csv</c>.</summary>
    public static Parsed<TaskEffortLine> ReadFile(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "task-efforts.csv"), "task-efforts.csv", ["kind", "days", "from", "note"], r =>
        {
            var days = r.Number("days");
            return AdviceEfforts.IsSensible(days)
                ? new TaskEffortLine((AdviceKind)(1 + Array.IndexOf(Kinds, r.OneOf("kind", Kinds))), days, r.Date("from"), r["note"])
                : throw new ColumnException("days", $"{days} phải lớn hơn 0 và không quá {AdviceEfforts.MostDays}");
        },
        r => $"{r.Kind}/{r.From:yyyy-MM-dd}");

    internal static IEnumerable<TaskEffortRow> Rows(IEnumerable<TaskEffortLine> lines, DateTimeOffset now) =>
        lines.Select(e => new TaskEffortRow { Id = Ids.NewGuid(now), Kind = e.Kind, From = e.From, Days = e.Days, Note = e.Note, SetAt = now });
}

/// <summary>Set the working days of a kind of advice from a day on.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Days">Working days.</param>
/// <param name="From">First local day.</param>
/// <param name="Note">Why.</param>
public sealed record SetTaskEffort(AdviceKind Kind, decimal? Days, DateOnly From, string Note);

/// <summary>Sets an effort; what was in force stays for the days before.</summary>
public sealed class SetTaskEffortHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Sets it, or says what is wrong.</summary>
    public async Task<Result<Done>> HandleAsync(SetTaskEffort command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (AdviceEfforts.Check(command.Kind, command.Days, command.From, command.Note, actor, ProvinceTime.DateOf(now)) is { } wrong) return wrong;
        var row = await db.TaskEfforts.FirstOrDefaultAsync(e => e.Kind == command.Kind && e.From == command.From, ct);
        if (row is null) db.TaskEfforts.Add(row = new TaskEffortRow { Id = Ids.NewGuid(now), Kind = command.Kind, From = command.From });
        (row.Days, row.Note, row.SetBy, row.SetAt) = (command.Days!.Value, command.Note.Trim(), actor.Id, now);
        audit.Record(actor, "TaskEffortSet", command.Kind.ToString(), new { count = command.Days, from = command.From, reason = row.Note });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}

/// <summary>Efforts as the database has them.</summary>
public sealed class TaskEfforts(MotCuaDb db)
{
    /// <summary>Working days of each kind, in force on a day; what nobody set is <see cref="AdviceEfforts.Unset"/>.</summary>
    public async Task<IReadOnlyDictionary<AdviceKind, decimal>> OnAsync(DateOnly day, CancellationToken ct)
    {
        var rows = (await db.TaskEfforts.AsNoTracking().Where(e => e.From <= day).ToListAsync(ct)).GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.MaxBy(e => e.From)!.Days);
        // The division takes away zeros at the end, which SQLite keeps
        return Enum.GetValues<AdviceKind>().ToDictionary(k => k, k => rows.GetValueOrDefault(k, AdviceEfforts.Unset) / 1.000000000000000000000000000m);
    }

    /// <summary>All rows, latest first within each kind.</summary>
    public async Task<IReadOnlyList<TaskEffortRow>> AllAsync(CancellationToken ct) =>
        await db.TaskEfforts.AsNoTracking().OrderBy(e => e.Kind).ThenByDescending(e => e.From).ToListAsync(ct);
}
