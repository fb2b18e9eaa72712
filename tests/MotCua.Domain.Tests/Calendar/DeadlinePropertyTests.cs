using System.Globalization;
using CsCheck;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;
using static MotCua.Domain.Tests.Calendar.TestCalendars;

namespace MotCua.Domain.Tests.Calendar;

/// <summary>The engine against the slow reference, and laws that hold for every input: more than 20,000 random cases.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly DateTime _first = new(2020, 1, 1);

    // Whole minutes over the published years, leaving room for the longest limit before the first computed one
    private static readonly Gen<DateTime> _moments = Gen.Int[0, (5 * 365 * 1440) + 1440].Select(m => _first.AddMinutes(m));

    private static readonly Gen<(int Amount, string Unit)> _limits = Gen.OneOf(
        Gen.Int[1, 120].Select(n => (n, "days")),
        Gen.Int[1, 200].Select(n => (n, "calendar-days")),
        Gen.Int[1, 48].Select(n => (n, "hours")),
        Gen.Int[1, 12].Select(n => (n, "months")),
        Gen.Const((1, "same-day")));

    [Fact]
    public void DueAt_OnThePublishedCalendar_EqualsTheNaiveWalk()
    {
        var naive = Naive();
        Gen.Select(_moments, _limits).Sample(
            (accepted, limit) => Assert.Equal(naive.Due(limit.Amount, limit.Unit, accepted), Engine(limit, accepted, Province)),
            iter: 8000);
    }

    [Fact]
    public void DueAt_OnRandomCalendarsAndHours_EqualsTheNaiveWalk() => Gen.Select(Gen.Int, Gen.Int[0, 700 * 1440], _limits).Sample(
        (seed, minute, limit) =>
        {
            var (calendar, naive) = RandomWorld(seed);
            var accepted = new DateTime(2031, 1, 1).AddMinutes(minute);
            Assert.Equal(naive.Due(limit.Amount, limit.Unit, accepted), Engine(limit, accepted, calendar));
        },
        iter: 800);

    [Fact]
    public void WorkingTimeBetween_EqualsTheNaiveCount()
    {
        var naive = Naive();
        Gen.Select(_moments, Gen.Int[0, 20 * 1440]).Sample(
            (from, minutes) =>
            {
                var to = from.AddMinutes(minutes);
                Assert.Equal(TimeSpan.FromMinutes(naive.MinutesBetween(from, to)), Province.WorkingTimeBetween(Instant(from), Instant(to)));
                Assert.Equal(-Province.WorkingTimeBetween(Instant(from), Instant(to)), Province.WorkingTimeBetween(Instant(to), Instant(from)));
            },
            iter: 1500);
    }

    [Fact]
    public void WorkingDaysBetween_UndoesAddWorkingDays() => Gen.Select(_moments, Gen.Int[1, 2500]).Sample(
        (from, days) =>
        {
            var date = DateOnly.FromDateTime(from);
            var to = Province.AddWorkingDays(date, days);
            Assert.True(Province.IsOpen(to));
            Assert.Equal(days, Province.WorkingDaysBetween(date, to));
            Assert.Equal(-days, Province.WorkingDaysBetween(to, date));
        },
        iter: 3000);

    [Fact]
    public void AddWorkingTime_IsUndoneByWorkingTimeBetween_ToTheTick() => Gen.Select(_moments, Gen.Long[0, TimeSpan.TicksPerMinute - 1], Gen.Long[1, 400 * TimeSpan.TicksPerHour]).Sample(
        (minute, ticks, worked) =>
        {
            var from = Instant(minute).AddTicks(ticks);
            var to = Province.AddWorkingTime(from, TimeSpan.FromTicks(worked));
            Assert.Equal(worked, Province.WorkingTimeBetween(from, to).Ticks);
            // The earliest such instant: an instant sooner, less has been worked
            Assert.True(Province.WorkingTimeBetween(from, to.AddTicks(-1)).Ticks < worked);
        },
        iter: 3000);

    [Fact]
    public void DueAt_IsMonotonic_AndNeverOnAClosedDay() => Gen.Select(_moments, Gen.Int[0, 5000], _limits).Sample(
        (accepted, later, limit) =>
        {
            var due = Engine(limit, accepted, Province);
            Assert.True(due <= Engine(limit, accepted.AddMinutes(later), Province), "accepted later, due sooner");
            Assert.True(due >= accepted.Date);
            Assert.True(Province.IsOpen(DateOnly.FromDateTime(due)));
            if (limit.Unit == "same-day") return;
            Assert.True(due <= Engine((limit.Amount + 1, limit.Unit), accepted, Province), "a longer limit, due sooner");
        },
        iter: 4000);

    [Fact]
    public void Explain_SaysTheSameAsDueAt_OneLineADay() => Gen.Select(_moments, _limits).Sample(
        (accepted, limit) =>
        {
            var typed = Limit($"{limit.Amount} {limit.Unit}".Replace("1 same-day", "same-day", StringComparison.Ordinal));
            var deadline = Deadlines.Explain(typed, Instant(accepted), Province);
            Assert.Equal(Deadlines.DueAt(typed, Instant(accepted), Province), deadline.DueAt);
            var last = ProvinceTime.DateOf(deadline.DueAt).DayNumber;
            Assert.Equal(Enumerable.Range(DateOnly.FromDateTime(accepted).DayNumber, deadline.Lines.Count), deadline.Lines.Select(l => l.Date.DayNumber));
            Assert.Equal(last, deadline.Lines[^1].Date.DayNumber);
            Assert.True(deadline.Lines[^1].IsCounted);
            Assert.Contains("hạn lúc", deadline.Lines[^1].Text, StringComparison.Ordinal);
            if (limit.Unit == "days") Assert.Equal(limit.Amount, deadline.Lines.Count(l => l.IsCounted));
            if (limit.Unit == "hours") Assert.DoesNotContain(deadline.Lines, l => l.IsCounted && l.Text.Contains("tính 0", StringComparison.Ordinal));
        },
        iter: 1500);

    [Fact]
    public void Standstill_OfWorkingTime_ExtendsHoursByExactlyThat() => Gen.Select(_moments, Gen.Int[1, 40], Gen.Int[0, 3000], Gen.Int[1, 10000]).Sample(
        (accepted, hours, after, length) =>
        {
            var start = Instant(accepted);
            Standstill pause = new(start.AddMinutes(after), start.AddMinutes(after + length));
            var free = Deadlines.DueAt(TimeLimit.Hours(hours), start, Province);
            var paused = Deadlines.DueAt(TimeLimit.Hours(hours), start, Province, pause);
            var lost = pause.From < free ? Province.WorkingTimeBetween(pause.From, pause.To!.Value) : TimeSpan.Zero;
            Assert.Equal(TimeSpan.FromHours(hours) + lost, Province.WorkingTimeBetween(start, paused));
        },
        iter: 2000);

    private static DateTime Engine((int Amount, string Unit) limit, DateTime accepted, WorkingCalendar calendar)
    {
        var typed = new TimeLimit(limit.Amount, limit.Unit switch
        {
            "days" => LimitUnit.WorkingDays,
            "calendar-days" => LimitUnit.CalendarDays,
            "hours" => LimitUnit.WorkingHours,
            "months" => LimitUnit.Months,
            _ => LimitUnit.SameDay,
        });
        return ProvinceTime.Local(Deadlines.DueAt(typed, Instant(accepted), calendar)).DateTime;
    }

    private static DateTimeOffset Instant(DateTime local) => new(local, TimeSpan.FromHours(7));

    /// <summary>Three years of random closed days, worked weekends and changing hours, told to both sides as raw facts.</summary>
    private static (WorkingCalendar Calendar, NaiveCalendar Naive) RandomWorld(int seed)
    {
        var random = new Random(seed);
        HashSet<string> closed = [], worked = [];
        var days = new List<SpecialDay>();
        var share = random.NextDouble() * 0.5;
        for (var date = new DateOnly(2031, 1, 1); date.Year < 2035; date = date.AddDays(1))
        {
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            var key = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (random.NextDouble() < share || date.DayOfYear <= 5)
            {
                closed.Add(key);
                days.Add(new SpecialDay(date, DayKind.Holiday, "Nghỉ", true));
            }
            else if (weekend && random.NextDouble() < 0.1)
            {
                worked.Add(key);
                days.Add(new SpecialDay(date, DayKind.MakeupWorking, "Làm bù", false));
            }
        }

        var change = new DateOnly(2031, 1, 1).AddDays(random.Next(800));
        (int From, int To)[] before = RandomSessions(random), after = RandomSessions(random);
        var calendar = new WorkingCalendar(new ProvinceHolidays(days, []), [new(DateOnly.MinValue, Hours(before)), new(change, Hours(after))], []);
        return (calendar, new NaiveCalendar(closed, worked, day => DateOnly.FromDateTime(day) < change ? before : after));
    }

    private static (int From, int To)[] RandomSessions(Random random)
    {
        var cuts = Enumerable.Range(0, random.Next(1, 4) * 2).Select(_ => random.Next(0, 1440)).Distinct().Order().ToArray();
        var sessions = new List<(int From, int To)>();
        for (var i = 0; i + 1 < cuts.Length; i += 2) sessions.Add((cuts[i], cuts[i + 1]));
        // At least an hour a day, or 48 hours would run past the years of this world
        return sessions.Sum(s => s.To - s.From) < 60 ? [(480, 1020)] : [.. sessions];
    }

    private static WorkingHours Hours((int From, int To)[] sessions) =>
        WorkingHours.Create(sessions.Select(s => new Session(new TimeOnly(s.From / 60, s.From % 60), new TimeOnly(s.To / 60, s.To % 60))), []).Value;
}
