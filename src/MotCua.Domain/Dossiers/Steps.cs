using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>Nhận xử lý: the handling unit takes the dossier over and its route begins.</summary>
public static class TakeOverDecision
{
    /// <summary>The event; the officer who takes over holds the first step.</summary>
    public static Result<DossierTakenOver> Decide(Dossier dossier, StepPlace first, string officerId) =>
        dossier.Lets(DossierAct.TakeOver) ? new DossierTakenOver(first.Id, first.Number, first.Role, first.UnitKey, officerId) : DossierProblems.NotNow;
}

/// <summary>Acts on the steps of the unit's route (quy trình nội bộ). The clock of the applicant runs through all of them (NĐ 61/2018 Đ19 k5).</summary>
public static class StepDecision
{
    /// <summary>Nhận việc: an officer takes a step that nobody holds.</summary>
    public static Result<StepClaimed> Claim(Dossier dossier, string officerId)
    {
        if (dossier.State != DossierState.Processing || dossier.StepId is not { } step) return DossierProblems.NotNow;
        return dossier.StepOfficerId is null || dossier.StepOfficerId == officerId ? new StepClaimed(step, officerId) : DossierProblems.StepHeld;
    }

    /// <summary>Chuyển bước: the holder hands the dossier on to the next step.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="next">The next step of the route, or null at its end.</param>
    /// <param name="officerId">Who hands on.</param>
    public static Result<StepHandedOn> HandOn(Dossier dossier, StepPlace? next, string officerId)
    {
        if (dossier.State != DossierState.Processing || dossier.StepId is not { } step) return DossierProblems.NotNow;
        if (dossier.StepOfficerId is not null && dossier.StepOfficerId != officerId) return DossierProblems.StepHeld;
        if (next?.Role == nameof(Role.Clerk) && !dossier.IsDecided) return DossierProblems.NotDecided;
        return next is null ? DossierProblems.LastStep : new StepHandedOn(step, next.Id, next.Number, next.Role, next.UnitKey, next.OfficerId);
    }

    /// <summary>Thu hồi: the giver takes the dossier back, only while nothing has happened since.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="lastEvent">The last event of its chain.</param>
    /// <param name="lastActorId">Whose it was.</param>
    /// <param name="back">The step to go back to, held by the giver.</param>
    /// <param name="officerId">Who takes back.</param>
    public static Result<StepTakenBack> TakeBack(Dossier dossier, DossierEvent lastEvent, string lastActorId, StepPlace back, string officerId)
    {
        if (dossier.State != DossierState.Processing || dossier.StepId is not { } step) return DossierProblems.NotNow;
        if (lastEvent is not StepHandedOn handed || handed.StepId != step || lastActorId != officerId) return DossierProblems.ReceiverActed;
        return new StepTakenBack(step, back.Id, back.Number, back.Role, back.UnitKey, officerId);
    }

    /// <summary>Trả lại bước trước, with a reason.</summary>
    public static Result<StepReturned> Return(Dossier dossier, StepPlace? previous, Guid noteId, string reason, string officerId)
    {
        if (dossier.State != DossierState.Processing || dossier.StepId is not { } step) return DossierProblems.NotNow;
        if (dossier.StepOfficerId is not null && dossier.StepOfficerId != officerId) return DossierProblems.StepHeld;
        if (previous is null) return DossierProblems.FirstStep;
        return string.IsNullOrWhiteSpace(reason)
            ? DossierProblems.NoReason
            : new StepReturned(step, previous.Id, previous.Number, previous.Role, previous.UnitKey, previous.OfficerId, noteId);
    }

    /// <summary>The route begins, or goes on after an interruption (supplement, payment, stop): the clock of a new passage starts.</summary>
    public static StepHandedOn Resume(Dossier dossier, StepPlace place) =>
        new(dossier.StepId ?? Guid.Empty, place.Id, place.Number, place.Role, place.UnitKey, place.OfficerId);
}
