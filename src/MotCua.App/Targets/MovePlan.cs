using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Send a draft for approval, take it back, return it, or give it up.</summary>
/// <param name="Edition">The draft.</param>
/// <param name="SeenVersion">Version that the page was made from.</param>
/// <param name="Act"><see cref="PlanAct.Send"/>, <see cref="PlanAct.TakeBack"/>, <see cref="PlanAct.Return"/> or <see cref="PlanAct.Discard"/>.</param>
/// <param name="Reason">Why; needed to return or give up.</param>
/// <param name="Confirmed">The warnings were read and are meant.</param>
public sealed record MovePlan(Guid Edition, int SeenVersion, PlanAct Act, string Reason = "", bool Confirmed = false);

/// <summary>Moves drafts between their states.</summary>
public sealed class MovePlanHandler(PlanDesk desk)
{
    /// <summary>Sending needs a draft without faults, and its warnings confirmed.</summary>
    public async Task<Result<PlanState>> HandleAsync(MovePlan command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.Act is not (PlanAct.Send or PlanAct.TakeBack or PlanAct.Return or PlanAct.Discard)) throw new ArgumentOutOfRangeException(nameof(command));
        var opened = await desk.OpenAsync(command.Edition, command.SeenVersion, command.Act, actor, ct);
        if (!opened.IsOk) return opened.Problem;
        var edition = opened.Value;
        IReadOnlyList<string> confirmed = [];
        if (command.Act == PlanAct.Send)
        {
            var ready = PlanReadiness.Of(edition, PlanContents.Read(edition.Draft), await desk.FactsAsync(edition, ct), command.Confirmed);
            if (!ready.IsOk) return ready.Problem;
            confirmed = ready.Value;
        }
        else if (command.Act is PlanAct.Return or PlanAct.Discard && PlanDecision.Unreasoned(command.Reason) is { } unreasoned)
        {
            return unreasoned;
        }

        edition.State = PlanDecision.Decide(PlanDesk.StandingOf(edition), command.Act, actor).Value;
        if (command.Act == PlanAct.Send) desk.Touch(edition, actor);
        desk.Record(actor, NameOf(command.Act), edition, command.Reason.Trim(), confirmed: confirmed);
        return await desk.SaveAsync(edition, ct) is { } stale ? stale : edition.State;
    }

    private static string NameOf(PlanAct act) => act switch { PlanAct.Send => "PlanSent", PlanAct.TakeBack => "PlanTakenBack", PlanAct.Return => "PlanReturned", _ => "PlanDiscarded" };
}

/// <summary>Whether a draft may go on.</summary>
public static class PlanReadiness
{
    /// <summary>The warnings that were confirmed, or what is in the way.</summary>
    public static Result<IReadOnlyList<string>> Of(PlanEditionRow edition, PlanContent content, PlanFacts facts, bool isConfirmed)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(facts);
        var found = PlanCheck.Check(edition.Kind, edition.PlanCode, PlanContents.TermsOf(edition), content, facts);
        if (found.FirstOrDefault(f => f.Weight < PlanWeight.Warning) is { } fault) return PlanProblems.NotReady.Saying($"{PlanProblems.NotReady.Title.TrimEnd('.')}: {fault.Problem.Title}");
        if (edition.Kind == PlanKind.Correction && PlanItems.Between(PlanItems.Of(PlanContents.TermsOf(edition), facts.Before), PlanItems.Of(PlanContents.TermsOf(edition), content)).Count == 0) return PlanProblems.NoChange;
        return found.Count > 0 && !isConfirmed ? PlanProblems.NotConfirmed : Result<IReadOnlyList<string>>.Ok([.. found.Select(f => f.Problem.Title)]);
    }
}
