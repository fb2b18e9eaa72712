using MotCua.Domain.Calendar;
using static MotCua.Domain.Tests.Calendar.TestCalendars;

namespace MotCua.Domain.Tests.Calendar;

public sealed class ClockTests
{
    [Theory]
    [InlineData("2023-08-31 09:00", "2023-08-31 09:00", 480)]
    [InlineData("2023-08-31 09:00", "2023-08-31 08:00", 480)]
    [InlineData("2023-08-31 09:00", "2023-08-31 12:00", 330)]
    [InlineData("2023-08-31 09:00", "2023-09-03 12:00", 120)]
    [InlineData("2023-08-31 09:00", "2023-09-05 09:00", 0)]
    [InlineData("2023-08-31 09:00", "2023-09-05 10:30", -90)]
    [InlineData("2023-08-31 20:00", "2023-09-05 06:00", 480)]
    public void AcceptanceClock_Remaining_IsWorkingTime(string received, string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), AcceptanceClock.Remaining(At(received), At(now), Province));

    [Fact]
    public void StatutoryClock_AfterSupplement_RestartsFromZero_WhileIndexSubtracts()
    {
        // 5 working days from Monday 03/10; asked on Wednesday 05/10, complete on Monday 10/10/2022 (NĐ 61/2018 Điều 19 khoản 4; QĐ 766)
        Standstill[] supplements = [new(At("2022-10-05 10:00"), At("2022-10-10 14:00"))];
        var statutory = new StatutoryClock(TimeLimit.Days(5), At("2022-10-03 09:00"), supplements, []);
        var index = new IndexClock(TimeLimit.Days(5), At("2022-10-03 09:00"), supplements);

        Assert.Equal("2022-10-10 14:00", Local(statutory.StartedAt));
        Assert.Equal("2022-10-17 17:00", Local(statutory.DueAt(Province)!.Value));
        Assert.Equal("2022-10-13 17:00", Local(index.DueAt(Province)!.Value));

        // Finished on 14/10: two verdicts on one dossier
        var finish = At("2022-10-14 10:00");
        Assert.Equal(Verdict.Early, Lateness.Statutory(LimitUnit.WorkingDays, statutory.DueAt(Province), finish, finish));
        Assert.Equal(Verdict.Late, Lateness.Index(index.DueAt(Province), finish, 1, finish));
    }

    [Fact]
    public void StatutoryClock_WhileSupplementIsAwaited_Stands()
    {
        var clock = new StatutoryClock(TimeLimit.Days(5), At("2022-10-03 09:00"), [new(At("2022-10-05 10:00"), null)], []);
        Assert.True(clock.IsStanding);
        Assert.Null(clock.DueAt(Province));
        Assert.Null(clock.Explain(Province));
    }

    [Theory]
    // Stood from Tuesday 04/10 to Thursday 06/10: Wednesday and Thursday are not counted
    [InlineData("5 days", "2022-10-12 17:00")]
    [InlineData("4 calendar-days", "2022-10-10 17:00")]
    [InlineData("16 hours", "2022-10-07 09:00")]
    public void StatutoryClock_WithALawfulPause_IsExtendedByIt(string limit, string due)
    {
        var clock = new StatutoryClock(Limit(limit), At("2022-10-03 09:00"), [], [new(At("2022-10-04 10:00"), At("2022-10-06 10:00"))]);
        Assert.Equal(due, Local(clock.DueAt(Province)!.Value));
        Assert.Equal(clock.DueAt(Province), clock.Explain(Province)!.DueAt);
        Assert.Contains(clock.Explain(Province)!.Lines, l => l.Text.Contains("tạm dừng", StringComparison.Ordinal));
    }

    [Fact]
    public void StatutoryClock_PauseBeforeTheRestart_CountsForNothing()
    {
        var clock = new StatutoryClock(
            TimeLimit.Days(5), At("2022-10-03 09:00"), [new(At("2022-10-05 10:00"), At("2022-10-10 14:00"))], [new(At("2022-10-04 08:00"), At("2022-10-05 08:00"))]);
        Assert.Equal("2022-10-17 17:00", Local(clock.DueAt(Province)!.Value));
    }

    [Fact]
    public void IndexClock_Elapsed_SubtractsSupplementTime()
    {
        var clock = new IndexClock(TimeLimit.Days(5), At("2022-10-03 07:00"), [new(At("2022-10-04 07:00"), At("2022-10-06 07:00"))]);
        Assert.Equal(TimeSpan.FromHours(16), clock.Elapsed(At("2022-10-06 17:00"), Province));
        Assert.Equal(TimeSpan.FromHours(8), clock.Elapsed(At("2022-10-05 10:00"), Province));
        var awaited = clock with { Supplements = [new(At("2022-10-04 07:00"), null)] };
        Assert.Equal(TimeSpan.FromHours(8), awaited.Elapsed(At("2022-10-20 10:00"), Province));
        Assert.Null(awaited.DueAt(Province));
    }

    [Fact]
    public void StepClock_InHalfDays_CountsWorkingHours()
    {
        Assert.Equal("2022-10-24 11:30", Local(StepClock.DueAt(At("2022-10-24 07:30"), 4m, Province)));
        Assert.Equal("2022-10-24 07:30", Local(StepClock.DueAt(At("2022-10-24 06:00"), 0.5m, Province)));
        Assert.Equal(TimeSpan.FromMinutes(-30), StepClock.Remaining(At("2022-10-24 06:00"), 0.5m, At("2022-10-24 08:00"), Province));
    }

    [Theory]
    // 7 ngày = 0,5 + 0,5 + 4,5 + 0,5 + 0,5 + 0,5 days of steps
    [InlineData("7 days", true)]
    [InlineData("8 days", false)]
    [InlineData("56 hours", true)]
    [InlineData("10 calendar-days", true)]
    public void TimeLimit_IsSumOf_StepsOfTheRoute(string limit, bool expected) =>
        Assert.Equal(expected, Limit(limit).IsSumOf([4m, 4m, 36m, 4m, 4m, 4m]));

    [Fact]
    public void ApologyNotice_IsInTime_OneDayBeforeDue()
    {
        // NĐ 61/2018 Điều 19 khoản 9
        var due = At("2022-10-25 17:00");
        Assert.True(ApologyNotice.IsInTime(At("2022-10-24 23:59"), due));
        Assert.False(ApologyNotice.IsInTime(At("2022-10-25 00:00"), due));
    }

    [Theory]
    // Days: local dates. An hour after closing on the last day is in time by law, late by the index
    [InlineData("5 days", "2022-10-25 17:00", "2022-10-25 18:00", Verdict.OnTime, Verdict.Late)]
    [InlineData("5 days", "2022-10-25 17:00", "2022-10-25 17:00", Verdict.OnTime, Verdict.OnTime)]
    [InlineData("5 days", "2022-10-25 17:00", "2022-10-25 09:00", Verdict.OnTime, Verdict.Early)]
    [InlineData("5 days", "2022-10-25 17:00", "2022-10-24 23:59", Verdict.Early, Verdict.Early)]
    [InlineData("5 days", "2022-10-25 17:00", "2022-10-26 00:00", Verdict.Late, Verdict.Late)]
    [InlineData("same-day", "2022-10-25 17:00", "2022-10-25 23:00", Verdict.OnTime, Verdict.Late)]
    [InlineData("1 months", "2022-10-25 17:00", "2022-10-25 23:00", Verdict.OnTime, Verdict.Late)]
    // Hours: instants
    [InlineData("8 hours", "2022-10-25 10:00", "2022-10-25 10:00", Verdict.OnTime, Verdict.OnTime)]
    [InlineData("8 hours", "2022-10-25 10:00", "2022-10-25 10:00:01", Verdict.Late, Verdict.Late)]
    [InlineData("8 hours", "2022-10-25 10:00", "2022-10-25 09:59", Verdict.Early, Verdict.Early)]
    public void Lateness_OfAnEndedDossier_ByLawAndByIndex(string limit, string due, string finish, Verdict statutory, Verdict index)
    {
        var later = At("2023-01-01 00:00");
        Assert.Equal(statutory, Lateness.Statutory(Limit(limit).Unit, At(due), At(finish), later));
        Assert.Equal(index, Lateness.Index(At(due), At(finish), 1, later));
        Assert.Equal(Verdict.Late, Lateness.Index(At(due), At(finish), 2, later));
    }

    [Theory]
    [InlineData("2022-10-25 17:00", Verdict.OpenInTime, Verdict.OpenInTime)]
    [InlineData("2022-10-25 20:00", Verdict.OpenInTime, Verdict.OpenLate)]
    [InlineData("2022-10-26 00:00", Verdict.OpenLate, Verdict.OpenLate)]
    public void Lateness_OfAnOpenDossier_IsCountedApart(string asOf, Verdict statutory, Verdict index)
    {
        var due = At("2022-10-25 17:00");
        Assert.Equal(statutory, Lateness.Statutory(LimitUnit.WorkingDays, due, null, At(asOf)));
        Assert.Equal(index, Lateness.Index(due, null, 0, At(asOf)));
        Assert.Equal(Verdict.None, Lateness.Statutory(LimitUnit.WorkingDays, null, null, At(asOf)));
        Assert.Equal(Verdict.None, Lateness.Index(null, null, 1, At(asOf)));
    }

    [Fact]
    public void EndMoments_Finish_PrefersFinishedThenReturnedThenEndedThenSupplement()
    {
        DateTimeOffset one = At("2022-10-01 08:00"), two = At("2022-10-02 08:00"), three = At("2022-10-03 08:00"), four = At("2022-10-04 08:00");
        Assert.Equal(four, new EndMoments(four, three, two, one).Finish);
        Assert.Equal(three, new EndMoments(null, three, two, one).Finish);
        Assert.Equal(two, new EndMoments(null, null, two, one).Finish);
        Assert.Equal(one, new EndMoments(null, null, null, one).Finish);
        Assert.Null(default(EndMoments).Finish);
    }
}
