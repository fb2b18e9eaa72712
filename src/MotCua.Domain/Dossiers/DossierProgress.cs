namespace MotCua.Domain.Dossiers;

/// <summary>How far a dossier is on its way, for the public lookup: a figure that tells nothing about anybody.</summary>
public static class DossierProgress
{
    /// <summary>0…100: 100 when nothing more will happen, never less than before within one passage of the route.</summary>
    /// <param name="state">The present state.</param>
    /// <param name="isAccepted">Whether it was ever accepted: waiting for the applicant differs before and after.</param>
    /// <param name="stepNumber">Number of the present step of the route, from 1; 0 before the route began.</param>
    public static int Of(DossierState state, bool isAccepted, int stepNumber) => state switch
    {
        DossierState.Submitted => 10,
        DossierState.AwaitingSupplement when !isAccepted => 10,
        DossierState.Accepted => 25,
        DossierState.Processing or DossierState.AwaitingSupplement or DossierState.AwaitingPayment => Math.Min(80, 30 + (10 * Math.Clamp(stepNumber - 1, 0, 5))),
        DossierState.Finished => 90,
        _ => 100,
    };
}
