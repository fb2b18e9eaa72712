using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>
/// The acceptance clock: an online dossier is answered within 8 working hours of the system's receipt; out of hours it starts at the next
/// opening (NĐ 45/2020 Điều 11).
/// </summary>
public static class AcceptanceClock
{
    /// <summary>How long the desk has.</summary>
    public static readonly TimeLimit Limit = TimeLimit.Hours(8);

    /// <summary>When the answer is due.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset receivedAt, WorkingCalendar calendar) => Deadlines.DueAt(Limit, receivedAt, calendar);

    /// <summary>When the answer is due, and why.</summary>
    public static Deadline Explain(DateTimeOffset receivedAt, WorkingCalendar calendar) => Deadlines.Explain(Limit, receivedAt, calendar);

    /// <summary>Working time left at the moment; negative = working time past due.</summary>
    public static TimeSpan Remaining(DateTimeOffset receivedAt, DateTimeOffset now, WorkingCalendar calendar) =>
        calendar.WorkingTimeBetween(now > receivedAt ? now : receivedAt, DueAt(receivedAt, calendar));
}

/// <summary>
/// The statutory clock: the limit counted from acceptance, and again from zero each time a supplement is complete (NĐ 61/2018 Điều 19 khoản 4).
/// It stands still for nothing else, but where the procedure says so with a legal basis while money is due (state 6).
/// </summary>
/// <param name="Limit">The limit of the procedure version.</param>
/// <param name="AcceptedAt">Acceptance.</param>
/// <param name="Supplements">From each request of a supplement to its completion.</param>
/// <param name="Pauses">From each lawful pause for payment to its end.</param>
public sealed record StatutoryClock(TimeLimit Limit, DateTimeOffset AcceptedAt, IReadOnlyList<Standstill> Supplements, IReadOnlyList<Standstill> Pauses)
{
    /// <summary>A clock that has never stood still.</summary>
    public StatutoryClock(TimeLimit limit, DateTimeOffset acceptedAt)
        : this(limit, acceptedAt, [], [])
    {
    }

    /// <summary>True while a supplement or a payment is awaited: no due instant then.</summary>
    public bool IsStanding => Supplements.Any(s => s.To is null) || Pauses.Any(p => p.To is null);

    /// <summary>The instant the limit is counted from: the last complete supplement, else acceptance.</summary>
    public DateTimeOffset StartedAt => Supplements.Where(s => s.To is not null).Select(s => s.To!.Value).Append(AcceptedAt).Max();

    /// <summary>When the result is due by law; null while the clock stands.</summary>
    public DateTimeOffset? DueAt(WorkingCalendar calendar) => IsStanding ? null : Deadlines.DueAt(Limit, StartedAt, calendar, Pauses);

    /// <summary>When the result is due by law, and why; null while the clock stands.</summary>
    public Deadline? Explain(WorkingCalendar calendar) => IsStanding ? null : Deadlines.Explain(Limit, StartedAt, calendar, Pauses);
}

/// <summary>
/// The clock of the index (QĐ 766/QĐ-TTg): counted from acceptance with the supplement time subtracted, not restarted. Its verdict may differ from
/// the statutory one; both are shown.
/// </summary>
/// <param name="Limit">The limit of the procedure version.</param>
/// <param name="AcceptedAt">Acceptance.</param>
/// <param name="Supplements">From each request of a supplement to its completion.</param>
public sealed record IndexClock(TimeLimit Limit, DateTimeOffset AcceptedAt, IReadOnlyList<Standstill> Supplements)
{
    /// <summary>When the limit runs out with the supplement time subtracted; null while a supplement is awaited.</summary>
    public DateTimeOffset? DueAt(WorkingCalendar calendar) =>
        Supplements.Any(s => s.To is null) ? null : Deadlines.DueAt(Limit, AcceptedAt, calendar, Supplements);

    /// <summary>The same with its explanation.</summary>
    public Deadline? Explain(WorkingCalendar calendar) =>
        Supplements.Any(s => s.To is null) ? null : Deadlines.Explain(Limit, AcceptedAt, calendar, Supplements);

    /// <summary>Working time used until the instant, supplement time subtracted; an awaited supplement stops it at its request.</summary>
    public TimeSpan Elapsed(DateTimeOffset until, WorkingCalendar calendar)
    {
        var elapsed = calendar.WorkingTimeBetween(AcceptedAt, until < AcceptedAt ? AcceptedAt : until);
        foreach (var supplement in Supplements)
        {
            var from = supplement.From < AcceptedAt ? AcceptedAt : supplement.From;
            var to = supplement.To is { } end && end < until ? end : until;
            if (from < to) elapsed -= calendar.WorkingTimeBetween(from, to);
        }

        return elapsed;
    }
}

/// <summary>The clock of a step inside a unit, in working hours (half hours and halves of days are common).</summary>
public static class StepClock
{
    /// <summary>When the step is due.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset startedAt, decimal hours, WorkingCalendar calendar) =>
        calendar.AddWorkingTime(startedAt, TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour)));

    /// <summary>Working time left at the moment; negative = working time past due.</summary>
    public static TimeSpan Remaining(DateTimeOffset startedAt, decimal hours, DateTimeOffset now, WorkingCalendar calendar) =>
        calendar.WorkingTimeBetween(now > startedAt ? now : startedAt, DueAt(startedAt, hours, calendar));
}

/// <summary>
/// Handing a dossier received at the desk to the unit that handles it: within the same working day, or at the start of the next one when received
/// after 15:00 (NĐ 61/2018 Điều 18). It moves no processing deadline.
/// </summary>
public static class HandOver
{
    /// <summary>Received later than this local time: hand over by the opening of the next working day.</summary>
    public static readonly TimeOnly SameDayUntil = new(15, 0);

    /// <summary>The last moment to hand over.</summary>
    public static DateTimeOffset DueAt(DateTimeOffset acceptedAt, WorkingCalendar calendar)
    {
        var date = ProvinceTime.DateOf(acceptedAt);
        return calendar.IsOpen(date) && ProvinceTime.TimeOf(acceptedAt) <= SameDayUntil ? calendar.ClosingOf(date) : calendar.OpeningOf(date.AddDays(1));
    }
}

/// <summary>
/// The window for a request of a supplement at appraisal: within 3 working days of acceptance; warned on the second day (NĐ 61/2018 Điều 19 khoản 4).
/// </summary>
/// <param name="WarnsAt">Opening of the second working day.</param>
/// <param name="ClosesAt">Closing of the third working day; later needs a recorded basis in specialised law.</param>
public readonly record struct SupplementWindow(DateTimeOffset WarnsAt, DateTimeOffset ClosesAt)
{
    /// <summary>The limit of the window.</summary>
    public static readonly TimeLimit Limit = TimeLimit.Days(3);

    /// <summary>The window of a dossier accepted at the instant.</summary>
    public static SupplementWindow Of(DateTimeOffset acceptedAt, WorkingCalendar calendar) => new(
        calendar.OpeningOf(calendar.AddWorkingDays(ProvinceTime.DateOf(acceptedAt), 2)),
        Deadlines.DueAt(Limit, acceptedAt, calendar));

    /// <summary>True from the opening of the second day on, until the window closes.</summary>
    public bool Warns(DateTimeOffset now) => now >= WarnsAt && now <= ClosesAt;

    /// <summary>True while a request may be issued without a basis in specialised law.</summary>
    public bool IsOpen(DateTimeOffset now) => now <= ClosesAt;
}

/// <summary>The letter of apology with a new date, at least one day before the limit ends (NĐ 61/2018 Điều 19 khoản 9).</summary>
public static class ApologyNotice
{
    /// <summary>The last local date on which the letter is in time.</summary>
    public static DateOnly LatestOn(DateTimeOffset dueAt) => ProvinceTime.DateOf(dueAt).AddDays(-1);

    /// <summary>True when a letter sent at the instant is in time.</summary>
    public static bool IsInTime(DateTimeOffset sentAt, DateTimeOffset dueAt) => ProvinceTime.DateOf(sentAt) <= LatestOn(dueAt);
}
