using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Law rules 17, 21, 23, 27, 40-42 and the lateness verdicts of the contract.</summary>
public sealed class DossierFactTests
{
    private static readonly DateTimeOffset Accepted = At("2022-10-25 08:10");

    [Fact]
    public void From_AcceptedJustAfterMidnight_BelongsToTheLocalDate() =>
        Assert.Equal(new DateOnly(2022, 10, 25), Fact(Imported() with { AcceptedAt = At("2022-10-25 00:30"), SubmittedAt = At("2022-10-24 23:50") })!.Day);

    [Theory]
    [InlineData(DossierState.Submitted)]
    [InlineData(DossierState.NotAccepted)]
    public void From_StateOneOrThree_CountsNowhere(DossierState state) => Assert.Null(Fact(Imported() with { State = state }));

    [Fact]
    public void From_NeverAccepted_CountsNowhere() => Assert.Null(Fact(Imported() with { State = DossierState.AwaitingSupplement, AcceptedAt = null, Number = null }));

    [Fact]
    public void From_WithdrawnAfterAcceptance_Counts() => Assert.NotNull(Fact(Imported() with { State = DossierState.Withdrawn, FinishedAt = At("2022-10-26 09:00") }));

    [Theory]
    [InlineData("2022-11-01 16:59", false, false)]
    [InlineData("2022-11-01 17:00", false, false)]
    [InlineData("2022-11-01 20:00", false, true)]
    [InlineData("2022-11-02 07:00", true, true)]
    public void Late_LimitInDays_StatutoryByDateIndexByInstant(string finished, bool late, bool indexLate)
    {
        var fact = Fact(Imported() with { State = DossierState.Finished, FinishedAt = At(finished), DueAt = At("2022-11-01 17:00") })!;
        Assert.Equal((late, indexLate), (fact.LateAfter is not null, fact.IndexLateAfter is not null));
        Assert.Equal(late, fact.EndedLate);
    }

    [Fact]
    public void Late_LimitInHours_ComparesInstants()
    {
        var fact = Fact(Imported() with { State = DossierState.Finished, FinishedAt = At("2022-10-25 16:01"), DueAt = At("2022-10-25 16:00"), DueByHours = true })!;
        Assert.True(fact.EndedLate);
    }

    [Fact]
    public void Late_OpenDossier_BecomesLateWhenDueHasPassed()
    {
        var fact = Fact(Imported() with { State = DossierState.Processing, DueAt = At("2022-11-01 17:00") })!;
        Assert.False(fact.LateAfter < At("2022-11-01 23:59"));
        Assert.True(fact.LateAfter < At("2022-11-02 00:00"));
        Assert.False(fact.IndexLateAfter < At("2022-11-01 17:00"));
        Assert.True(fact.IndexLateAfter < At("2022-11-01 17:01"));
    }

    [Fact]
    public void Late_MoreThanOneSupplement_IsLateForTheIndexOnly()
    {
        var fact = Fact(Imported() with { State = DossierState.Finished, FinishedAt = At("2022-10-26 09:00"), DueAt = At("2022-11-01 17:00"), SupplementCount = 2 })!;
        Assert.Null(fact.LateAfter);
        Assert.True(fact.IndexLateAfter < Accepted);
    }

    [Fact]
    public void Late_FinishedInTimeReturnedLater_UsesTheFinish()
    {
        var fact = Fact(Imported() with { State = DossierState.Returned, FinishedAt = At("2022-11-01 09:00"), ReturnedAt = At("2022-11-20 09:00"), DueAt = At("2022-11-01 17:00") })!;
        Assert.Null(fact.LateAfter);
    }

    [Fact]
    public void Late_NoLimit_HasNoVerdict() => Assert.Null(Fact(Imported() with { State = DossierState.Processing })!.LateAfter);

    [Fact]
    public void Result_OpenWithoutResult_DoesNotCountFor766() => Assert.Null(Fact(Imported() with { State = DossierState.Processing })!.ResultOn);

    [Fact]
    public void Result_Withdrawn_NoneIsDue() =>
        Assert.Equal(new DateOnly(2022, 10, 26), Fact(Imported() with { State = DossierState.Withdrawn, FinishedAt = At("2022-10-26 09:00") })!.ResultOn);

    private static DossierFact? Fact(ImportedState state)
    {
        var dossier = new Dossier(Guid.NewGuid());
        dossier.Apply(new DossierImported(state), At("2022-12-01 08:00"));
        return DossierFact.From(dossier, 3);
    }

    private static ImportedState Imported() => new(
        "H03.15-221025-0001", "H03.15-221025-0001", DossierState.Processing, null, new Filing("1.001612", Guid.Empty, "", "pacnam", "pacnam", "pacnam", Channel.Online, AssistedBy.Self),
        null, Accepted, null, null, false, false, "", null, null, 0, 0, 0, false, false, false, false, false, null, ApplicantKind.Person, "");

    private static DateTimeOffset At(string local) => InstantText.TryParse(local, out var at) ? at : throw new FormatException(local);
}
