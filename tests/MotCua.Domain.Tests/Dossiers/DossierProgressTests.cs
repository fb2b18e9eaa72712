using MotCua.Domain.Dossiers;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class DossierProgressTests
{
    [Theory]
    [InlineData(DossierState.Submitted, false, 0, 10)]
    [InlineData(DossierState.AwaitingSupplement, false, 0, 10)]
    [InlineData(DossierState.Accepted, true, 0, 25)]
    [InlineData(DossierState.Processing, true, 1, 30)]
    [InlineData(DossierState.Processing, true, 3, 50)]
    [InlineData(DossierState.Processing, true, 40, 80)]
    [InlineData(DossierState.AwaitingSupplement, true, 2, 40)]
    [InlineData(DossierState.AwaitingPayment, true, 0, 30)]
    [InlineData(DossierState.Finished, true, 0, 90)]
    [InlineData(DossierState.Returned, true, 0, 100)]
    [InlineData(DossierState.NotAccepted, false, 0, 100)]
    [InlineData(DossierState.Withdrawn, false, 0, 100)]
    [InlineData(DossierState.Stopped, true, 2, 100)]
    public void Of_State_IsTheFigureOfTheTable(DossierState state, bool isAccepted, int step, int expected) =>
        Assert.Equal(expected, DossierProgress.Of(state, isAccepted, step));
}
