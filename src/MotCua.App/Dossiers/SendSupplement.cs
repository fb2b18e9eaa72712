using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Gửi bổ sung: a draft that answers a guidance or a supplement request.</summary>
/// <param name="DraftId">The draft; also what makes the sending happen once.</param>
/// <param name="SeenVersion">The version whose answers the person checked.</param>
public sealed record SendSupplement(Guid DraftId, int SeenVersion);

/// <summary>Sends the draft's answers and papers to its dossier; the draft is marked in the same transaction.</summary>
public sealed class SendSupplementHandler(MotCuaDb db, DraftDesk desk, SendAgainHandler sendAgain, ReceiveSupplementHandler receive)
{
    /// <summary>Sends, or says what is missing.</summary>
    public async Task<Result<Submission>> HandleAsync(SendSupplement command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (await desk.FindAsync(command.DraftId, actor, ct) is not { Draft.SupplementOf: { } dossierId } sheet) return FilingProblems.NoDraft;
        if (sheet.Draft.DossierId is not null) return await DoneAsync(dossierId, ct);
        if (sheet.Demand is not { } demand) return DossierProblems.NotNow;
        if (sheet.Draft.Version != command.SeenVersion) return FilingProblems.ChangedSinceChecked;
        if (sheet.Papers.Any(p => p.Files.Count != p.Chosen.Files.Count || p.Files.Any(f => !sheet.Context.FileKnown!(f.Id.ToString("N"))))) return DossierProblems.FileNotStored;
        if (!sheet.IsReady) return DossierProblems.AnswersIncomplete;
        var papers = DraftPapers.Of(sheet.Papers, sheet.Form, sheet.View).Select(p => new GivenPaper(p.ComponentKey, p.Name, p.Way, p.FileId, p.PaperReason, false)).ToList();
        var content = new SupplementContent(sheet.HasForm ? sheet.View.Values.ToJson() : null, sheet.Draft.FormVersionId, papers);
        var draft = await db.Drafts.FirstAsync(d => d.Id == command.DraftId, ct);
        (draft.DossierId, draft.Version) = (dossierId, draft.Version + 1);
        var sent = demand.Request.IsBeforeAcceptance
            ? await sendAgain.HandleAsync(new SendAgain(demand.Code, demand.SeenVersion, content), actor, ct)
            : await receive.HandleAsync(new ReceiveSupplement(demand.Code, demand.SeenVersion, content), actor, ct);
        if (sent.IsOk) return await DoneAsync(dossierId, ct);
        db.ChangeTracker.Clear();

        // The first of two presses did it meanwhile
        var isDone = await db.Drafts.AsNoTracking().AnyAsync(d => d.Id == command.DraftId && d.DossierId != null, ct);
        return isDone ? await DoneAsync(dossierId, ct) : sent.Problem;
    }

    private async Task<Result<Submission>> DoneAsync(Guid dossierId, CancellationToken ct)
    {
        var found = await db.Dossiers.AsNoTracking().FirstAsync(d => d.Id == dossierId, ct);
        return new Submission(found.Code, found.SubmittedAt, found.AcceptanceDueAt);
    }
}
