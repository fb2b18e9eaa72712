using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A change of the working calendar: one special day put or taken away, or hours from a date on.</summary>
/// <param name="Put">The day to put, replacing what the date holds of that kind; null = none.</param>
/// <param name="Remove">The day to take away; null = none.</param>
/// <param name="Hours">The hours to put; null = none.</param>
/// <param name="Source">The paper that says so.</param>
public sealed record CalendarChange(SpecialDay? Put, SpecialDay? Remove, UnitHours? Hours, string Source);

/// <summary>Hours of a unit from a date on.</summary>
/// <param name="UnitKey">Unit, or <c>*</c> for all that have none of their own.</param>
/// <param name="From">First local date.</param>
/// <param name="Sessions">As <see cref="WorkingHours.Parse"/> reads them.</param>
public sealed record UnitHours(string UnitKey, DateOnly From, string Sessions);

/// <summary>A running limit that the change moves.</summary>
/// <param name="DossierId">Dossier.</param>
/// <param name="Code">What people call it.</param>
/// <param name="UnitKey">Unit whose calendar counts.</param>
/// <param name="IsAcceptance">The 8-hour clock; otherwise the appointment.</param>
/// <param name="Old">As promised now.</param>
/// <param name="New">By the new calendar.</param>
/// <param name="FirstDueAt">The first promise, which stays.</param>
public sealed record MovedDeadline(Guid DossierId, string Code, string UnitKey, bool IsAcceptance, DateTimeOffset Old, DateTimeOffset New, DateTimeOffset? FirstDueAt)
{
    internal DeadlinesRecounted Event { get; init; } = null!;
}

/// <summary>What a change would do to open dossiers.</summary>
/// <param name="Moved">Limits that move.</param>
/// <param name="LeftAlone">Dossiers whose appointment was not counted from the calendar (re-appointed, imported, paused) and stays.</param>
public sealed record CalendarEffect(IReadOnlyList<MovedDeadline> Moved, int LeftAlone);

/// <summary>Counts what a change of the calendar does, without doing it. Reads clocks only, no person's data.</summary>
public sealed class CalendarEffects(MotCuaDb db, TimeProvider clock)
{
    private static readonly DossierState[] Running = [DossierState.Accepted, DossierState.Processing];

    /// <summary>Why the change cannot be; null = it can.</summary>
    public async Task<Problem?> RefusalAsync(CalendarChange change, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(actor);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        if (change is { Put: null, Remove: null, Hours: null } || change.Put is { Name.Length: 0 or > 200 })
        {
            return CalendarProblems.DayIncomplete;
        }

        if (change.Source.Trim().Length is 0 or > 300)
        {
            return CalendarProblems.SourceMissing;
        }

        if ((change.Put?.Date ?? change.Remove?.Date ?? change.Hours!.From) < today)
        {
            return CalendarProblems.DayPast;
        }

        if (change.Hours is { } hours)
        {
            if (WorkingHours.Parse(hours.Sessions) is { IsOk: false } unreadable)
            {
                return unreadable.Problem.For("Sessions");
            }

            var parent = await db.Units.Where(u => u.Key == hours.UnitKey).Select(u => u.ParentKey).FirstOrDefaultAsync(ct) ?? "";
            if (actor.Has(Role.UnitAdministrator, hours.UnitKey) || actor.Has(Role.UnitAdministrator, parent))
            {
                return null;
            }
        }

        return actor.Has(Role.ProvinceAdministrator) || actor.Kind == ActorKind.System ? null : CalendarProblems.NotYours;
    }

    /// <summary>The limits that would move, by unit and number.</summary>
    public async Task<CalendarEffect> CountAsync(CalendarChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        var days = (await db.Holidays.AsNoTracking().ToListAsync(ct)).ConvertAll(WorkingCalendars.ToDay);
        var hours = await db.WorkingHours.AsNoTracking().ToListAsync(ct);
        var (before, after) = (new Calendars(days, hours, null), new Calendars(Changed(days, change), hours, change.Hours));
        var moved = new List<MovedDeadline>();
        var leftAlone = 0;
        var waiting = await db.Dossiers.AsNoTracking().Where(d => d.State == DossierState.Submitted && d.AcceptanceDueAt != null && d.SubmittedAt != null && !d.IsImported)
            .Select(d => new { d.Id, d.SubmissionCode, d.Place, SentAt = d.SubmittedAt!.Value, DueAt = d.AcceptanceDueAt!.Value }).ToListAsync(ct);
        var running = await db.Dossiers.AsNoTracking().Where(d => Running.Contains(d.State) && d.AcceptedAt != null && d.DueAt != null && d.Limit != "")
            .Select(d => new { d.Id, Code = d.Number ?? d.SubmissionCode, d.HandlingUnit, AcceptedAt = d.AcceptedAt!.Value, DueAt = d.DueAt!.Value, d.IndexDueAt, d.FirstDueAt, d.DueByHours, d.Limit, d.ReappointmentCount, d.IsImported }).ToListAsync(ct);
        var requests = (await (
            from r in db.SupplementRequests
            join d in db.Dossiers on r.DossierId equals d.Id
            where (Running.Contains(d.State) || d.State == DossierState.Submitted) && r.AnsweredAt != null
            select new { r.DossierId, r.IsBeforeAcceptance, r.AskedAt, r.AnsweredAt }).AsNoTracking().ToListAsync(ct)).ToLookup(r => r.DossierId);

        foreach (var d in waiting)
        {
            var start = requests[d.Id].Select(r => r.AnsweredAt!.Value).Append(d.SentAt).Max();
            if (AcceptanceClock.DueAt(start, before.For(d.Place)) != d.DueAt)
            {
                leftAlone++;
            }
            else if (AcceptanceClock.DueAt(start, after.For(d.Place)) is var due && due != d.DueAt)
            {
                moved.Add(new MovedDeadline(d.Id, d.SubmissionCode, d.Place, true, d.DueAt, due, null) { Event = new DeadlinesRecounted(null, null, due) });
            }
        }

        foreach (var d in running)
        {
            var answered = requests[d.Id].Where(r => !r.IsBeforeAcceptance).ToList();
            var start = answered.Select(r => r.AnsweredAt!.Value).Append(d.AcceptedAt).Max();
            var (old, fresh) = (before.For(d.HandlingUnit), after.For(d.HandlingUnit));
            if (d.IsImported || d.ReappointmentCount > 0 || TimeLimit.Parse(d.Limit) is not { IsOk: true, Value: var limit } || Deadlines.DueAt(limit, start, old) != d.DueAt)
            {
                leftAlone++;
                continue;
            }

            var index = new IndexClock(limit, d.AcceptedAt, [.. answered.Select(r => new Standstill(r.AskedAt, r.AnsweredAt))]);
            var due = Deadlines.DueAt(limit, start, fresh);
            var indexDue = d.IndexDueAt is not null && index.DueAt(old) == d.IndexDueAt ? index.DueAt(fresh) : d.IndexDueAt;
            if (due != d.DueAt || indexDue != d.IndexDueAt)
            {
                moved.Add(new MovedDeadline(d.Id, d.Code, d.HandlingUnit, false, d.DueAt, due, d.FirstDueAt)
                {
                    Event = new DeadlinesRecounted(due == d.DueAt ? null : new Appointment(due, d.DueByHours, d.Limit), indexDue == d.IndexDueAt ? null : indexDue, null),
                });
            }
        }

        return new CalendarEffect([.. moved.OrderBy(m => m.UnitKey, StringComparer.Ordinal).ThenBy(m => m.Code, StringComparer.Ordinal)], leftAlone);
    }

    internal static List<SpecialDay> Changed(IEnumerable<SpecialDay> days, CalendarChange change)
    {
        var list = days.Where(d => change.Remove is null || d.Date != change.Remove.Date || d.Kind != change.Remove.Kind).ToList();
        if (change.Put is { } put)
        {
            list.RemoveAll(d => d.Date == put.Date && d.Kind == put.Kind);
            list.Add(put);
        }

        return list;
    }

    /// <summary>Calendars of the units with the given days and hours.</summary>
    private sealed class Calendars(IEnumerable<SpecialDay> days, IEnumerable<WorkingHoursRow> rows, UnitHours? more)
    {
        private readonly ProvinceHolidays _holidays = new(days, ReferenceCalendar.Shipped.Lunar);
        private readonly ILookup<string, HoursFrom> _hours = rows.Select(r => (r.UnitKey, Hours: Read(r.From, r.Sessions)))
            .Concat(more is null ? [] : [(more.UnitKey, Read(more.From, more.Sessions))]).ToLookup(x => x.UnitKey, x => x.Hours, StringComparer.Ordinal);

        private readonly Dictionary<string, WorkingCalendar> _made = new(StringComparer.Ordinal);

        /// <summary>The calendar of a unit with the change applied.</summary>
        public WorkingCalendar For(string unitKey)
        {
            if (!_made.TryGetValue(unitKey, out var calendar))
            {
                _made[unitKey] = calendar = new WorkingCalendar(_holidays, _hours.Contains(unitKey) ? _hours[unitKey] : _hours["*"], []);
            }

            return calendar;
        }

        private static HoursFrom Read(DateOnly from, string sessions) => new(from, WorkingHours.Parse(sessions) is { IsOk: true } read ? read.Value : WorkingHours.Default);
    }
}

/// <summary>Change the calendar and count the running limits again.</summary>
/// <param name="Change">The change.</param>
/// <param name="SeenMoved">How many limits the preview showed; another number refuses.</param>
public sealed record ApplyCalendarChange(CalendarChange Change, int SeenMoved);

/// <summary>Applies a previewed change, all or nothing. The first promise of a dossier is never overwritten.</summary>
public sealed class ApplyCalendarChangeHandler(MotCuaDb db, CalendarEffects effects, Journal journal, AuditTrail audit, CalendarCache cache, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>Returns what moved.</summary>
    public async Task<Result<CalendarEffect>> HandleAsync(ApplyCalendarChange command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await effects.RefusalAsync(command.Change, actor, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var effect = await effects.CountAsync(command.Change, ct);
        if (effect.Moved.Count != command.SeenMoved)
        {
            return CalendarProblems.PreviewStale;
        }

        try
        {
            await WriteAsync(command.Change, ct);
            audit.Record(actor, command.Change.Hours is null ? "HolidayChanged" : "WorkingHoursChanged", command.Change.Hours?.UnitKey ?? (command.Change.Put ?? command.Change.Remove)!.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                new { moved = effect.Moved.Count, put = command.Change.Put?.Kind.ToString(), removed = command.Change.Remove?.Kind.ToString(), hours = command.Change.Hours?.Sessions, source = command.Change.Source.Trim() });
            await db.SaveChangesAsync(ct);
            var act = journal.Begin("DeadlinesRecounting", actor);
            foreach (var batch in effect.Moved.Chunk(Batch))
            {
                db.ChangeTracker.Clear();
                var ids = batch.Select(m => m.DossierId).ToList();
                var dossiers = await db.Dossiers.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
                foreach (var moved in batch)
                {
                    await journal.RecordAsync(act, dossiers[moved.DossierId], ct, moved.Event);
                }

                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsStale(e) || DatabaseFaults.IsUniqueViolation(e))
        {
            return CalendarProblems.PreviewStale;
        }

        cache.Forget();
        return effect;
    }

    private async Task WriteAsync(CalendarChange change, CancellationToken ct)
    {
        if (change.Remove is { } remove)
        {
            var kind = KindOf(remove.Kind);
            await db.Holidays.Where(h => h.Date == remove.Date && h.Kind == kind).ExecuteDeleteAsync(ct);
        }

        if (change.Put is { } put)
        {
            var kind = KindOf(put.Kind);
            await db.Holidays.Where(h => h.Date == put.Date && h.Kind == kind).ExecuteDeleteAsync(ct);
            db.Holidays.Add(new HolidayRow { Date = put.Date, Kind = kind, Name = put.Name, OfficeClosed = put.OfficeClosed, Source = change.Source.Trim() });
        }

        if (change.Hours is { } hours)
        {
            await db.WorkingHours.Where(h => h.UnitKey == hours.UnitKey && h.From == hours.From).ExecuteDeleteAsync(ct);
            await db.WorkingHours.Where(h => h.UnitKey == hours.UnitKey && h.From < hours.From && h.Until == null).ExecuteUpdateAsync(s => s.SetProperty(h => h.Until, hours.From), ct);
            db.WorkingHours.Add(new WorkingHoursRow { Id = Ids.NewGuid(clock.GetUtcNow()), UnitKey = hours.UnitKey, From = hours.From, Sessions = WorkingHours.Parse(hours.Sessions).Value.ToString() });
        }
    }

    private static string KindOf(DayKind kind) => kind switch
    {
        DayKind.Compensatory => "compensatory",
        DayKind.SwapOff => "swap_off",
        DayKind.MakeupWorking => "makeup_working",
        DayKind.ClosedByDecision => "closed",
        _ => "holiday",
    };
}
