using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>One stretch of working time of a day, local time; the end is not inside it.</summary>
/// <param name="Opens">When the desk opens.</param>
/// <param name="Closes">When it closes, later than <paramref name="Opens"/>.</param>
public readonly record struct Session(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>How long it is.</summary>
    public TimeSpan Length => Closes - Opens;

    /// <summary><c>07:00-11:30</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opens:HH\\:mm}-{Closes:HH\\:mm}");
}

/// <summary>
/// Working hours of a unit: the sessions of a weekday, and of Saturdays where the unit works on them by decision (then Saturday is a working
/// day of that unit). Sunday is never worked. A swapped working Saturday has the hours of a weekday.
/// </summary>
public sealed class WorkingHours : IEquatable<WorkingHours>
{
    /// <summary>07:00-11:30 and 13:30-17:00, Monday to Friday: 8 hours = 1 working day.</summary>
    public static readonly WorkingHours Default = new([new(new(7, 0), new(11, 30)), new(new(13, 30), new(17, 0))], []);

    private WorkingHours(Session[] weekday, Session[] saturday)
    {
        Weekday = weekday;
        Saturday = saturday;
    }

    /// <summary>Sessions from Monday to Friday, in order; never empty.</summary>
    public IReadOnlyList<Session> Weekday { get; }

    /// <summary>Sessions of every Saturday; empty when Saturday is a day off.</summary>
    public IReadOnlyList<Session> Saturday { get; }

    /// <summary>Working hours of the sessions given; refused when there is none on weekdays, or when sessions are empty or overlap.</summary>
    public static Result<WorkingHours> Create(IEnumerable<Session> weekday, IEnumerable<Session> saturday)
    {
        Session[] week = [.. weekday.OrderBy(s => s.Opens)];
        Session[] sixth = [.. saturday.OrderBy(s => s.Opens)];
        if (week.Length == 0) return CalendarProblems.NoHours;
        return AreInOrder(week) && AreInOrder(sixth) ? new WorkingHours(week, sixth) : CalendarProblems.HoursOverlap;
    }

    /// <summary>Reads <c>07:00-11:30,13:30-17:00</c>, then optionally <c>;</c> and the sessions of Saturday.</summary>
    public static Result<WorkingHours> Parse(string text)
    {
        var parts = text.Split(';');
        if (parts.Length > 2) return CalendarProblems.HoursUnreadable;
        return ReadSessions(parts[0]) is { } week && ReadSessions(parts.Length == 2 ? parts[1] : "") is { } saturday
            ? Create(week, saturday)
            : CalendarProblems.HoursUnreadable;
    }

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        string.Join(',', Weekday) + (Saturday.Count == 0 ? "" : ";" + string.Join(',', Saturday));

    /// <inheritdoc />
    public bool Equals(WorkingHours? other) => other is not null && Weekday.SequenceEqual(other.Weekday) && Saturday.SequenceEqual(other.Saturday);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as WorkingHours);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static bool AreInOrder(Session[] sessions)
    {
        for (var i = 0; i < sessions.Length; i++)
        {
            if (sessions[i].Opens >= sessions[i].Closes || (i > 0 && sessions[i].Opens < sessions[i - 1].Closes)) return false;
        }

        return true;
    }

    private static List<Session>? ReadSessions(string text)
    {
        var sessions = new List<Session>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('-', StringSplitOptions.TrimEntries) is not [var opens, var closes]
                || !TimeOnly.TryParseExact(opens, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                || !TimeOnly.TryParseExact(closes, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
            {
                return null;
            }

            sessions.Add(new Session(from, to));
        }

        return sessions;
    }
}

/// <summary>Working hours of a unit from a local date on, until the next ones.</summary>
/// <param name="From">The first local date with these hours.</param>
/// <param name="Hours">The hours.</param>
public sealed record HoursFrom(DateOnly From, WorkingHours Hours);
