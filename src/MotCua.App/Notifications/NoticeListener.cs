using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Notifications;

/// <summary>
/// Asks for a notice to the applicant in the portal's inbox and by e-mail (NĐ 61/2018 Đ17 k2; TT 32/2017 Đ9). The outbox holds the dossier and the
/// event's name only: words and addresses are found when it is delivered, so that nothing personal waits in it.
/// </summary>
internal sealed class NoticeListener : IDossierListener
{
    /// <summary>Destination of the portal's inbox.</summary>
    public const string Inbox = "inbox";

    /// <summary>Destination of e-mail.</summary>
    public const string Email = "email";

    public IEnumerable<object> RowsFor(Act act, Dossier dossier, DossierEvent e)
    {
        if (dossier.IsImported || !IsForApplicant(e))
        {
            yield break;
        }

        if (dossier.ApplicantAccountId is not null || dossier.SubmitterAccountId is not null)
        {
            yield return Row(act, dossier, e, Inbox);
        }

        yield return Row(act, dossier, e, Email);
    }

    private static bool IsForApplicant(DossierEvent e) => e is DossierSubmitted or DossierAccepted or GuidanceIssued or IntakeRefused or DossierSentAgain or SupplementRequested
        or SupplementReceived or PaymentRequested or DossierWithdrawn or DossierStopped or DossierResumed or DossierReappointed or DeadlinesRecounted { Due: not null } or DossierFinished or DossierReturned or ResultRevoked;

    private static OutboxRow Row(Act act, Dossier dossier, DossierEvent e, string destination) => new()
    {
        Id = Ids.NewGuid(act.At),
        Destination = destination,
        Kind = e.Name,
        DossierId = dossier.Id,
        CreatedAt = act.At,
        NextAttemptAt = act.At,
        State = OutboxState.Pending,
    };
}
