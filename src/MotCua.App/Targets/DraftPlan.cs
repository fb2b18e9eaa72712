using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Begin a draft: a plan for a new period copied from an earlier decision, or a correction of the plan in force.</summary>
/// <param name="Kind">New plan or correction.</param>
/// <param name="CopiedFrom">Edition whose groups, units and targets are copied; null = from nothing (a new plan only).</param>
/// <param name="Terms">Name, days, reason.</param>
public sealed record StartPlanDraft(PlanKind Kind, Guid? CopiedFrom, PlanTerms Terms);

/// <summary>Begins drafts. A draft counts nowhere.</summary>
public sealed class StartPlanDraftHandler(MotCuaDb db, PlanDesk desk, PlanContents contents, TimeProvider clock)
{
    /// <summary>The key of the draft. A correction copies the latest decision of its plan.</summary>
    public async Task<Result<Guid>> HandleAsync(StartPlanDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Role.PlanOwner)) return PlanProblems.NotYours;
        var source = command.CopiedFrom is { } id ? await db.PlanEditions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.State == PlanState.Issued, ct) : null;
        if (source is null && (command.CopiedFrom is not null || command.Kind == PlanKind.Correction)) return PlanProblems.NotFound;
        var isCorrection = command.Kind == PlanKind.Correction;
        var terms = isCorrection ? command.Terms with { Name = source!.Name, To = source.To } : command.Terms;
        var plan = isCorrection ? source!.PlanCode : "";
        var content = source is null ? PlanContent.Empty with { Indicators = ["ct1", "ct2", "ct3"] } : await contents.OfAsync(source, ct);
        var wrong = PlanCheck.Check(command.Kind, plan, terms, content, await FactsAsync(terms, ct)).FirstOrDefault(f => f is { Weight: PlanWeight.Wrong, Group: null, Unit: null, Indicator: null } && f.Problem.Field is not null || f.Problem.Code is "PLN-0014" or "PLN-0015" or "PLN-0016");
        if (wrong is not null) return wrong.Problem;
        var now = clock.GetUtcNow();
        var edition = new PlanEditionRow
        {
            Id = Ids.NewGuid(now),
            PlanCode = plan,
            Kind = command.Kind,
            State = PlanState.Draft,
            Name = terms.Name.Trim(),
            From = terms.From,
            To = terms.To,
            Reason = terms.Reason.Trim(),
            Draft = PlanContents.Write(content),
            BasedOnId = (await desk.TimelineAsync(ct)).Last?.Edition,
            CreatedAt = now,
            Version = 1,
        };
        desk.Touch(edition, actor);
        db.PlanEditions.Add(edition);
        desk.Record(actor, "PlanDrafted", edition, edition.Reason, source is null ? [] : [$"Sao chép từ «{source.Name}», {PlanTexts.TitleOf(source.Kind, source.Number).ToLowerInvariant()} ({PlanTexts.DecisionOf(source)})"]);
        await db.SaveChangesAsync(ct);
        return edition.Id;
    }

    private async Task<PlanFacts> FactsAsync(PlanTerms terms, CancellationToken ct) => new(await desk.UnitsAsync(ct), PlanDesk.Named(await desk.IndicatorsAsync(terms.From, ct)), await desk.TimelineAsync(ct), PlanContent.Empty, true, desk.Today);
}

/// <summary>Save a draft.</summary>
/// <param name="Edition">The draft.</param>
/// <param name="SeenVersion">Version that the page was made from.</param>
/// <param name="Terms">Name, days, reason.</param>
/// <param name="Content">Groups, units, targets.</param>
public sealed record SavePlanDraft(Guid Edition, int SeenVersion, PlanTerms Terms, PlanContent Content);

/// <summary>Saves drafts; what changed, from what to what, is recorded.</summary>
public sealed class SavePlanDraftHandler(PlanDesk desk)
{
    /// <summary>Refuses what is wrong in itself; what is merely unfinished may be saved. A version that is no longer the present one is a conflict: nothing is overwritten.</summary>
    public async Task<Result<Done>> HandleAsync(SavePlanDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await desk.OpenAsync(command.Edition, command.SeenVersion, PlanAct.Save, actor, ct);
        if (!opened.IsOk) return opened.Problem;
        var edition = opened.Value;
        var facts = await desk.FactsAsync(edition, ct);
        var wrong = PlanCheck.Check(edition.Kind, edition.PlanCode, command.Terms, command.Content, facts).FirstOrDefault(f => f.Weight == PlanWeight.Wrong);
        if (wrong is not null) return wrong.Problem;
        var before = (PlanContents.TermsOf(edition), PlanContents.Read(edition.Draft));
        var changes = new PlanDifferences(facts.Units, facts.Indicators, before.Item2, command.Content).Between(before, (command.Terms, command.Content));
        if (changes.Count == 0 && edition.Reason == command.Terms.Reason.Trim() && PlanContents.Write(command.Content) == edition.Draft) return Done.Value;
        (edition.Name, edition.From, edition.To, edition.Reason) = (command.Terms.Name.Trim(), command.Terms.From, command.Terms.To, command.Terms.Reason.Trim());
        edition.Draft = PlanContents.Write(command.Content);
        desk.Touch(edition, actor);
        desk.Record(actor, "PlanDraftSaved", edition, changes: [.. changes.Select(c => c.Sentence)]);
        return await desk.SaveAsync(edition, ct) is { } stale ? stale : Done.Value;
    }
}
