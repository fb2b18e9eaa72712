using MotCua.App.Dossiers;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>A change of the calendar moves running limits, after a preview, and leaves the first promise (law rule 19).</summary>
public sealed class CalendarChangeTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Actor Province = DossierStage.Officer("Trần Quốc Việt", new Grant(Role.ProvinceAdministrator, "ubnd-tinh"));

    [Theory, BothDatabases]
    public async Task Apply_HolidayInsideTheLimit_MovesTheAppointmentOneDayAndKeepsTheFirst(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        await stage.AcceptAsync(code);
        var waiting = await stage.SubmitAsync();
        var before = await stage.DossierAsync(code);
        // Monday 25/7/2022 + 5 working days = Monday 1/8/2022
        Assert.Equal(ProvinceTime.At(new(2022, 8, 1), new(17, 0)), before.DueAt);

        var change = Closed(new DateOnly(2022, 7, 28));
        var effect = await stage.Database.UseAsync<CalendarEffects, CalendarEffect>(e => e.CountAsync(change, Ct));
        var moved = Assert.Single(effect.Moved);
        Assert.Equal((before.Number, false, before.DueAt, ProvinceTime.At(new(2022, 8, 2), new(17, 0))), (moved.Code, moved.IsAcceptance, moved.Old, moved.New));
        // The other's clock was not counted from the calendar: it is left alone, and said so
        Assert.Equal(1, effect.LeftAlone);
        Assert.Equal(before.Version, (await stage.DossierAsync(code)).Version);

        Assert.True((await ApplyAsync(stage, change, 1)).IsOk);
        var after = await stage.DossierAsync(code);
        Assert.Equal(moved.New, after.DueAt);
        Assert.Equal(moved.New, after.IndexDueAt);
        Assert.Equal(before.DueAt, after.FirstDueAt);
        Assert.Equal(0, after.ReappointmentCount);
        await stage.ProveAsync(code);
        Assert.Equal(before.Version, (await stage.DossierAsync(waiting)).Version + 1);

        var back = new CalendarChange(null, change.Put, null, "Thông báo 2");
        Assert.True((await ApplyAsync(stage, back, 1)).IsOk);
        Assert.Equal(before.DueAt, (await stage.DossierAsync(code)).DueAt);
    }

    [Theory, BothDatabases]
    public async Task Apply_AfterTheListChanged_RefusesAndChangesNothing(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        await stage.AcceptAsync(await stage.SubmitAsync());
        var change = Closed(new DateOnly(2022, 7, 28));
        Assert.Equal(CalendarProblems.PreviewStale, (await ApplyAsync(stage, change, 0)).Problem);
        await using var db = stage.Database.NewContext();
        Assert.Empty(db.Holidays);
        Assert.DoesNotContain(db.Audits, a => a.Action == "HolidayChanged");
    }

    [Theory, BothDatabases]
    public async Task Apply_HoursOfTheUnit_MoveItsAppointmentsOnly(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        await stage.AcceptAsync(code);
        var unit = DossierStage.Officer("Dương Văn Khải", new Grant(Role.UnitAdministrator, DossierStage.Unit));
        var change = new CalendarChange(null, null, new UnitHours(DossierStage.Unit, new DateOnly(2022, 7, 26), "07:30-11:30,13:00-16:30"), "QĐ 12");
        var other = change with { Hours = change.Hours! with { UnitKey = DossierStage.Other } };
        Assert.Empty((await stage.Database.UseAsync<CalendarEffects, CalendarEffect>(e => e.CountAsync(other, Ct))).Moved);
        Assert.Equal(CalendarProblems.NotYours, (await ApplyAsync(stage, other, 0, unit)).Problem);
        Assert.True((await ApplyAsync(stage, change, 1, unit)).IsOk);
        Assert.Equal(ProvinceTime.At(new(2022, 8, 1), new(16, 30)), (await stage.DossierAsync(code)).DueAt);
    }

    [Fact]
    public async Task Refusal_PastDayNoPaperOrForeignRole_SaysWhich()
    {
        await using var stage = await DossierStage.OpenAsync(DatabaseKind.Sqlite);
        async Task<Problem?> WhyAsync(CalendarChange change, Actor actor) => await stage.Database.UseAsync<CalendarEffects, Problem?>(e => e.RefusalAsync(change, actor, Ct));
        Assert.Equal(CalendarProblems.DayPast, await WhyAsync(Closed(new DateOnly(2022, 7, 24)), Province));
        Assert.Equal(CalendarProblems.SourceMissing, await WhyAsync(Closed(new DateOnly(2022, 7, 28)) with { Source = " " }, Province));
        Assert.Equal(CalendarProblems.NotYours, await WhyAsync(Closed(new DateOnly(2022, 7, 28)), DossierStage.Officer("Khải", new Grant(Role.UnitAdministrator, DossierStage.Unit))));
        Assert.Equal(CalendarProblems.NotYours, await WhyAsync(Closed(new DateOnly(2022, 7, 28)), stage.Leader));
        Assert.Null(await WhyAsync(Closed(new DateOnly(2022, 7, 28)), Province));
    }

    private static CalendarChange Closed(DateOnly date) => new(new SpecialDay(date, DayKind.ClosedByDecision, "Lũ quét", true), null, null, "Thông báo 1");

    private static Task<Result<CalendarEffect>> ApplyAsync(DossierStage stage, CalendarChange change, int seen, Actor? actor = null) =>
        stage.Database.UseAsync<ApplyCalendarChangeHandler, Result<CalendarEffect>>(h => h.HandleAsync(new ApplyCalendarChange(change, seen), actor ?? Province, Ct));
}
