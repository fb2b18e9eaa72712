using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Issue a decision on a plan that was sent for approval.</summary>
/// <param name="Edition">The draft.</param>
/// <param name="SeenVersion">Version that the page was made from.</param>
/// <param name="Decision">Number, date, signer.</param>
/// <param name="Confirmed">The warnings were read and are meant.</param>
public sealed record IssuePlan(Guid Edition, int SeenVersion, DecisionFacts Decision, bool Confirmed);

/// <summary>Issues decisions on plans: from their first day on they are what figures are measured against.</summary>
public sealed class IssuePlanHandler(MotCuaDb db, PlanDesk desk, PlanContents contents)
{
    /// <summary>By somebody who did not draft it. Closes the rows of the decision before on the day before; days before the start keep what they had.</summary>
    public async Task<Result<Done>> HandleAsync(IssuePlan command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var opened = await desk.OpenAsync(command.Edition, command.SeenVersion, PlanAct.Issue, actor, ct);
        if (!opened.IsOk) return opened.Problem;
        var edition = opened.Value;
        var decision = new DecisionFacts(command.Decision.Number.Trim(), command.Decision.On, command.Decision.Signer.Trim(), command.Decision.SignerTitle.Trim());
        if (PlanDecision.Wrong(decision, desk.Today) is { } wrong) return wrong;
        if (await IsTakenAsync(db, edition.Id, decision, ct)) return PlanProblems.NumberTaken;
        var content = PlanContents.Read(edition.Draft);
        var facts = await desk.FactsAsync(edition, ct);
        var ready = PlanReadiness.Of(edition, content, facts, command.Confirmed);
        if (!ready.IsOk) return ready.Problem;

        var from = edition.From!.Value;
        if (edition.Kind == PlanKind.Assignment) edition.PlanCode = await NewCodeAsync(from.Year, ct);
        var issued = facts.Timeline.Issue(edition.Kind, PlanDesk.SpanOf(edition));
        if (!issued.IsOk) return issued.Problem;
        edition.Number = 1 + await db.PlanEditions.CountAsync(e => e.PlanCode == edition.PlanCode && e.State == PlanState.Issued, ct);
        edition.Order = 1 + (await db.PlanEditions.MaxAsync(e => e.Order, ct) ?? 0);
        (edition.State, edition.DecisionNo, edition.DecisionOn, edition.Signer, edition.SignerTitle) = (PlanState.Issued, decision.Number, decision.On, decision.Signer, decision.SignerTitle);
        (edition.Draft, edition.Template) = ("", PlanPaper.Newest);
        await CloseAsync(facts.Timeline, issued.Value, edition, ct);
        if (edition.Kind == PlanKind.Assignment) db.Plans.Add(new PlanRow { Code = edition.PlanCode, Name = edition.Name, From = from, To = edition.To });
        contents.Add(edition, content);
        var terms = PlanContents.TermsOf(edition);
        var changes = new PlanDifferences(facts.Units, facts.Indicators, facts.Before, content).Between((terms, facts.Before), (terms, content), withTerms: false);
        desk.Record(actor, "PlanIssued", edition, edition.Reason, [.. changes.Select(c => c.Sentence)], ready.Value);
        return await desk.SaveAsync(edition, ct) is { } stale ? stale : Done.Value;
    }

    /// <summary>True when another decision on a plan has the number in the same year.</summary>
    internal static async Task<bool> IsTakenAsync(MotCuaDb db, Guid edition, DecisionFacts decision, CancellationToken ct)
    {
        var same = await db.PlanEditions.AsNoTracking().Where(e => e.Id != edition && e.State == PlanState.Issued && e.DecisionNo == decision.Number).Select(e => e.DecisionOn).ToListAsync(ct);
        return same.Any(on => on?.Year == decision.On?.Year);
    }

    private async Task CloseAsync(PlanTimeline before, PlanTimeline after, PlanEditionRow issued, CancellationToken ct)
    {
        var ends = after.Spans.ToDictionary(s => s.Edition, s => s.Until);
        foreach (var span in before.Spans.Where(s => s.Until != ends[s.Edition]))
        {
            var closed = await db.PlanEditions.FirstAsync(e => e.Id == span.Edition, ct);
            (closed.Until, closed.Version) = (ends[span.Edition], closed.Version + 1);
            await contents.CloseAsync(span.Edition, issued.From!.Value, ct);
            if (issued.Kind == PlanKind.Assignment && await db.Plans.FirstOrDefaultAsync(p => p.Code == span.Plan, ct) is { } plan) plan.Until = issued.From;
        }
    }

    private async Task<string> NewCodeAsync(int year, CancellationToken ct)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"dvctt-{year}");
        var taken = (await db.Plans.AsNoTracking().Where(p => p.Code.StartsWith(code)).Select(p => p.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(code) ? Enumerable.Range(2, 99).Select(n => string.Create(CultureInfo.InvariantCulture, $"{code}-{n}")).First(c => !taken.Contains(c)) : code;
    }
}

/// <summary>Record number, date and signer of an issued decision that were not known or were wrong; the targets stay.</summary>
/// <param name="Edition">The issued decision.</param>
/// <param name="SeenVersion">Version that the page was made from.</param>
/// <param name="Decision">Number, date, signer.</param>
/// <param name="Reason">Why, and where it was read.</param>
public sealed record RecordPlanDecision(Guid Edition, int SeenVersion, DecisionFacts Decision, string Reason);

/// <summary>Records what was learned of an issued decision.</summary>
public sealed class RecordPlanDecisionHandler(MotCuaDb db, PlanDesk desk)
{
    /// <summary>The plan's owner, with a reason; before and after stay in the trail.</summary>
    public async Task<Result<Done>> HandleAsync(RecordPlanDecision command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await desk.OpenAsync(command.Edition, command.SeenVersion, PlanAct.RecordDecision, actor, ct);
        if (!opened.IsOk) return opened.Problem;
        var edition = opened.Value;
        var decision = new DecisionFacts(command.Decision.Number.Trim(), command.Decision.On, command.Decision.Signer.Trim(), command.Decision.SignerTitle.Trim());
        if ((PlanDecision.Wrong(decision, desk.Today) ?? PlanDecision.Unreasoned(command.Reason)) is { } wrong) return wrong;
        if (await IssuePlanHandler.IsTakenAsync(db, edition.Id, decision, ct)) return PlanProblems.NumberTaken;
        List<string> changes = [];
        Note("Quyết định", PlanTexts.DecisionOf(edition), PlanTexts.DecisionOf(decision.Number, decision.On));
        Note("Người ký", edition.Signer, decision.Signer);
        Note("Chức vụ người ký", edition.SignerTitle, decision.SignerTitle);
        if (changes.Count == 0) return Done.Value;
        (edition.DecisionNo, edition.DecisionOn, edition.Signer, edition.SignerTitle) = (decision.Number, decision.On, decision.Signer, decision.SignerTitle);
        desk.Record(actor, "PlanDecisionRecorded", edition, command.Reason.Trim(), changes);
        return await desk.SaveAsync(edition, ct) is { } stale ? stale : Done.Value;

        void Note(string part, string before, string after)
        {
            if (before != after) changes.Add($"{part}: {(before.Length == 0 ? PlanDifferences.None : before)} → {(after.Length == 0 ? PlanDifferences.None : after)}");
        }
    }
}
