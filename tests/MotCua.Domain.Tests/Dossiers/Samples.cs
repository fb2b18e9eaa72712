using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Dossiers at chosen states, and the calendar of 2022.</summary>
internal static class Samples
{
    public const string Desk = "desk-1";
    public const string Handler = "handler-1";
    public const string Leader = "leader-1";

    public static readonly WorkingCalendar Calendar = new(new ProvinceHolidays([new SpecialDay(new DateOnly(2022, 9, 2), DayKind.Holiday, "Quốc khánh", true)], []));

    public static readonly ProcedureTerms Terms = new(TimeLimit.Days(5), ["tp1", "tp2"]);

    /// <summary>Monday 24/10/2022 09:00 local.</summary>
    public static readonly DateTimeOffset Monday = Local(2022, 10, 24, 9, 0);

    public static DateTimeOffset Local(int year, int month, int day, int hour, int minute) => ProvinceTime.At(new DateOnly(year, month, day), new TimeOnly(hour, minute));

    public static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Filing Filing(Channel channel = Channel.Online) =>
        new("1.004873", Id(1), "", "xa-01834", "xa-01834", "xa-01834", channel, AssistedBy.Self);

    public static StepPlace Step(int number, string? officer = null) => new(Id(100 + number), number, number == 1 ? "Handler" : "UnitLeader", "xa-01834", officer);

    public static Demand Demand(DateTimeOffset respondBy, string component = "tp1", string ground = "") =>
        new(Id(50), [new AskedItem(component, "Bản chụp bị mờ, chụp lại cả hai mặt")], ground, respondBy, Desk);

    public static Dossier Submitted()
    {
        var dossier = new Dossier(Id(9));
        dossier.Apply(new DossierSubmitted("NH-0123456789", Filing(), Id(2), Id(2), null, "d", Monday.AddHours(8), ApplicantKind.Person, "01834", true), Monday);
        return dossier;
    }

    public static Dossier Accepted(DateTimeOffset? at = null)
    {
        var dossier = Submitted();
        var when = at ?? Monday;
        dossier.Apply(AcceptanceDecision.Decide(dossier, Terms, Calendar, new Acceptance(Desk, DossierNumber.For("H03.60.1", ProvinceTime.DateOf(when), 1), 0, false, false), when).Value, when);
        return dossier;
    }

    public static Dossier Processing(DateTimeOffset? at = null, string? holder = Handler)
    {
        var dossier = Accepted(at);
        dossier.Apply(TakeOverDecision.Decide(dossier, Step(1), Handler).Value, at ?? Monday);
        if (holder is null) dossier.Apply(new StepHandedOn(Id(101), Id(102), 2, "UnitLeader", "xa-01834", null), at ?? Monday);
        return dossier;
    }

    public static Dossier Finished()
    {
        var dossier = Processing();
        foreach (var e in FinishDecision.Grant(dossier, [new DraftedResult(Id(70), Handler, "abc")], Leader).Value) dossier.Apply(e, Monday.AddDays(1));
        return dossier;
    }

    public static Dossier In(DossierState state)
    {
        var dossier = state switch
        {
            DossierState.Submitted or DossierState.NotAccepted => Submitted(),
            DossierState.Accepted => Accepted(),
            DossierState.Finished or DossierState.Returned => Finished(),
            _ => Processing(),
        };
        DossierEvent? last = state switch
        {
            DossierState.NotAccepted => new IntakeRefused("khong-tham-quyen", Id(3), Desk),
            DossierState.AwaitingSupplement => new SupplementRequested(Id(50), Desk, Monday.AddDays(10), null),
            DossierState.AwaitingPayment => new PaymentRequested(100_000, "phi", Desk),
            DossierState.Withdrawn => new DossierWithdrawn(Id(3)),
            DossierState.Stopped => new DossierStopped("qd", Id(3), Leader),
            DossierState.Returned => new DossierReturned("counter", Id(4), Desk),
            _ => null,
        };
        if (last is not null) dossier.Apply(last, Monday.AddHours(1));
        return dossier;
    }
}
