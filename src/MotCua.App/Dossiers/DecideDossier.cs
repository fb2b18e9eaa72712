using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>The leader decides.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the leader saw.</param>
/// <param name="IsGranted">Granted, else refused.</param>
/// <param name="Ground">Code of <see cref="RefusalGrounds"/>, when refused.</param>
/// <param name="Text">Reasons of a refusal, for the applicant.</param>
/// <param name="VerifyAddress">Absolute address of verification with <c>{0}</c> for the token; printed as QR.</param>
/// <param name="WithPapers">The drafts go with a refusal as its papers; else a refusal is Mẫu 03 alone and issues no draft.</param>
public sealed record DecideDossier(string Code, int SeenVersion, bool IsGranted, string Ground, string Text, string VerifyAddress, bool WithPapers = false);

/// <summary>
/// Grants or refuses in writing (NĐ 61/2018 Đ19 k8). Where a clerk's step follows, the clerk issues; else the drafted results are issued at once with their codes
/// (NĐ 45/2020 Đ14 k3).
/// </summary>
public sealed class DecideDossierHandler(MotCuaDb db, Workbench bench, ResultIssuing issuing)
{
    /// <summary>Decides, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(DecideDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Decide, "DossierDeciding", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var drafts = await db.Results.Where(r => r.DossierId == dossier.Id && r.State == ResultState.Draft).OrderBy(r => r.Id).ToListAsync(ct);
        if (Allowed(command, dossier, drafts, actor) is { } problem) return problem;
        var papers = command.IsGranted || command.WithPapers ? drafts : [];
        var route = await bench.RouteAsync(dossier, ct);
        if (route.IsOk && dossier.StepNumber > 0 && route.Value.Deciding is { } last && last.Number > dossier.StepNumber && dossier.State == DossierState.Processing) return DossierProblems.LeaderAfter;
        if (route.IsOk && route.Value is { Deciding: { } deciding, AfterDecision: { } after }) return await HandToClerkAsync(command, open, papers, deciding, after, ct);
        var made = await issuing.MakeAsync(dossier, papers, command.VerifyAddress, open, ct);
        if (!made.IsOk) return made.Problem;

        var decided = command.IsGranted
            ? FinishDecision.Grant(dossier, made.Value, actor.Id)
            : FinishDecision.Refuse(dossier, made.Value, new WrittenRefusal(command.Ground, bench.Note(open, nameof(DossierFinished), command.Text, true), command.Text, actor.Id));
        if (!decided.IsOk) return decided.Problem;
        ResultIssuing.Mark(papers, dossier, open);
        if (papers.Count == 0) await issuing.DiscardAsync(drafts, ct);
        var ended = await issuing.EndEarlierAsync(dossier, papers, decided.Value.OfType<DossierFinished>().First(), open, ct);
        await bench.LeaveAsync(open, "finished", ct);
        return await bench.CommitAsync(open, ct, [.. decided.Value, .. ended]);
    }

    private async Task<Result<DossierReceipt>> HandToClerkAsync(DecideDossier command, OpenDossier open, IReadOnlyList<ResultRow> papers, RouteStep deciding, RouteStep after, CancellationToken ct)
    {
        var (dossier, leader) = (open.Dossier, open.Actor.Id);
        var events = new List<DossierEvent>();
        if (dossier.State == DossierState.Accepted)
        {
            // Decided on the day without a handler: the leader's own step is the route's beginning
            var own = bench.Place(open, deciding, leader);
            var taken = TakeOverDecision.Decide(dossier, own, leader);
            if (!taken.IsOk) return taken.Problem;
            await bench.MoveAsync(open, own, deciding, "", ct);
            await bench.RecordAsync(open, ct, taken.Value);
        }
        else if (dossier.StepOfficerId is null)
        {
            events.Add(new StepClaimed(dossier.StepId!.Value, leader));
            if (await db.DossierSteps.FirstOrDefaultAsync(s => s.Id == dossier.StepId, ct) is { } row) row.OfficerId = leader;
        }

        var facts = papers.Select(r => new DraftedResult(r.Id, r.DraftedBy, r.Sha256)).ToList();
        var issuing = new IssuingStep(dossier.StepId!.Value, bench.Place(open, after, null));
        var decided = command.IsGranted
            ? FinishDecision.Grant(dossier, facts, leader, issuing)
            : FinishDecision.Refuse(dossier, facts, new WrittenRefusal(command.Ground, bench.Note(open, nameof(DossierFinished), command.Text, false), command.Text, leader), issuing);
        if (!decided.IsOk) return decided.Problem;
        await bench.MoveAsync(open, issuing.Place, after, "handed-on", ct);
        return await bench.CommitAsync(open, ct, [.. events, .. decided.Value]);
    }

    // Asked before any paper is made: the same decision on the drafts as they stand
    private static Problem? Allowed(DecideDossier command, Dossier dossier, List<ResultRow> drafts, Actor actor)
    {
        var facts = drafts.Select(r => new DraftedResult(r.Id, r.DraftedBy, r.Sha256)).ToList();
        return command.IsGranted
            ? FinishDecision.Grant(dossier, facts, actor.Id).Problem
            : FinishDecision.Refuse(dossier, facts, new WrittenRefusal(command.Ground, Guid.Empty, command.Text, actor.Id)).Problem;
    }
}
