using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>The handling unit asks its desk to ask the applicant: it may not ask directly (NĐ 61/2018 Đ5 k1 e).</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Demand">What should be asked.</param>
public sealed record ProposeSupplement(string Code, int SeenVersion, SupplementDemand Demand);

/// <summary>Keeps the proposal for the desk; the dossier itself does not change.</summary>
public sealed class ProposeSupplementHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Kind of the note that carries a proposal.</summary>
    public const string Kind = "SupplementProposed";

    /// <summary>Proposes, or says what is missing.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ProposeSupplement command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.ProposeSupplement, "SupplementProposing", ct);
        if (!opened.IsOk) return opened.Problem;
        var terms = await bench.TermsAsync(opened.Value.Dossier, null, ct);
        if (!terms.IsOk) return terms.Problem;
        if (command.Demand.ToDemand(Guid.Empty, actor.Id).Refusal(terms.Value, opened.Value.Now) is { } problem) return problem;
        bench.Note(opened.Value, Kind, JsonSerializer.Serialize(command.Demand, JsonSerializerOptions.Web), false);
        await db.SaveChangesAsync(ct);
        return new DossierReceipt(opened.Value.Dossier.Code, opened.Value.Dossier.Version);
    }
}

/// <summary>Yêu cầu bổ sung after acceptance, by the desk.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Demand">What is asked.</param>
/// <param name="OverrideGround">Ground in specialised law for a second or late request.</param>
public sealed record RequestSupplement(string Code, int SeenVersion, SupplementDemand Demand, string? OverrideGround);

/// <summary>Asks once, within three working days (NĐ 61/2018 Đ11 k2 c, Đ19 k4).</summary>
public sealed class RequestSupplementHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Asks, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(RequestSupplement command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RequestSupplement, "SupplementRequesting", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var terms = await bench.TermsAsync(dossier, null, ct);
        if (!terms.IsOk) return terms.Problem;
        var demand = command.Demand.ToDemand(Ids.NewGuid(open.Now), actor.Id);
        var requested = SupplementRequestDecision.Decide(dossier, terms.Value, await bench.CalendarAsync(dossier, ct), demand, command.OverrideGround, open.Now);
        if (!requested.IsOk) return requested.Problem;
        db.SupplementRequests.Add(command.Demand.ToRow(demand, dossier, open.Now));
        if (!string.IsNullOrWhiteSpace(command.OverrideGround)) bench.Note(open, nameof(SupplementRequested), command.OverrideGround, true);
        await bench.LeaveAsync(open, "interrupted", ct);
        return await bench.CommitAsync(open, ct, requested.Value);
    }
}

/// <summary>A paper that the applicant brings or sends.</summary>
/// <param name="ComponentKey">Component of the procedure version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Way"><c>upload</c>, <c>paper</c>, <c>store</c>, <c>form</c>.</param>
/// <param name="FileId">Durable file, for <c>upload</c>, or a scan of a paper.</param>
/// <param name="PaperReason">Why on paper, or how many originals and copies were taken.</param>
/// <param name="IsDigitised">Scanned by the desk.</param>
public sealed record GivenPaper(string ComponentKey, string Name, string Way, Guid? FileId, string PaperReason, bool IsDigitised);

/// <summary>What the applicant sends again or supplements.</summary>
/// <param name="Answers">JSON of the answers anew, or null when they stay.</param>
/// <param name="FormVersionId">Form version of the answers.</param>
/// <param name="Papers">Papers.</param>
public sealed record SupplementContent(string? Answers, Guid FormVersionId, IReadOnlyList<GivenPaper> Papers);

/// <summary>Keeps what an applicant gives: answers encrypted, papers tied to durable files of the giver.</summary>
public sealed class GivenContent(MotCuaDb db, PersonalDataVault vault)
{
    /// <summary>Adds a sending to the dossier. Refused while a file is not durable or is somebody else's.</summary>
    /// <returns>The salted digest of the answers.</returns>
    public async Task<Result<string>> AddAsync(Dossier dossier, SupplementContent content, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        var round = 1 + (await db.DossierAnswers.Where(a => a.DossierId == dossier.Id).MaxAsync(a => (int?)a.Round, ct) ?? 0);
        var ids = content.Papers.Where(p => p.FileId is not null).Select(p => p.FileId!.Value).ToList();
        var files = await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        var owner = OwnerOf(actor);
        if (files.Count != ids.Distinct().Count() || files.Any(f => f.Owner != owner || (f.DossierId is not null && f.DossierId != dossier.Id))) return DossierProblems.FileNotStored;
        foreach (var file in files) file.DossierId = dossier.Id;
        if (content.Answers is not null)
        {
            db.DossierAnswers.Add(new DossierAnswersRow { DossierId = dossier.Id, Round = round, FormVersionId = content.FormVersionId, AnswersCipher = vault.Seal(content.Answers), At = now });
        }

        foreach (var paper in content.Papers)
        {
            db.DossierDocuments.Add(new DossierDocumentRow
            {
                Id = Ids.NewGuid(now),
                DossierId = dossier.Id,
                ComponentKey = paper.ComponentKey,
                Name = paper.Name,
                Way = paper.Way,
                PaperReason = paper.PaperReason,
                FileId = paper.FileId,
                Round = round,
                IsDigitised = paper.IsDigitised,
            });
        }

        return vault.Digest(content.Answers ?? "");
    }

    /// <summary>How a person is written as the owner of a file.</summary>
    public static string OwnerOf(Actor actor) => (actor.Kind == ActorKind.Citizen ? "account:" : "officer:") + (Guid.TryParse(actor.Id, out var id) ? id.ToString("N") : actor.Id);
}

/// <summary>Nhận đủ bổ sung: sent by the applicant, or brought to the desk.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the person saw.</param>
/// <param name="Content">What was given.</param>
public sealed record ReceiveSupplement(string Code, int SeenVersion, SupplementContent Content);

/// <summary>The statutory limit restarts from zero, the clock of QĐ 766 leaves the waiting out (NĐ 61/2018 Đ19 k4).</summary>
public sealed class ReceiveSupplementHandler(MotCuaDb db, Workbench bench, GivenContent given)
{
    /// <summary>Receives, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReceiveSupplement command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.ReceiveSupplement, "SupplementReceiving", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var requests = await db.SupplementRequests.Where(r => r.DossierId == dossier.Id && !r.IsBeforeAcceptance).ToListAsync(ct);
        if (requests.FirstOrDefault(r => r.AnsweredAt is null) is not { } request) return DossierProblems.NotNow;
        var terms = await bench.TermsAsync(dossier, null, ct);
        if (!terms.IsOk) return terms.Problem;
        var earlier = requests.Where(r => r.AnsweredAt is not null).Select(r => new Standstill(r.AskedAt, r.AnsweredAt)).ToList();
        var received = SupplementReceiptDecision.Decide(dossier, terms.Value, await bench.CalendarAsync(dossier, ct), request.Id, earlier, open.Now);
        if (!received.IsOk) return received.Problem;
        var kept = await given.AddAsync(dossier, command.Content, actor, open.Now, ct);
        if (!kept.IsOk) return kept.Problem;
        request.AnsweredAt = open.Now;
        var goesOn = await bench.GoOnAsync(open, ct);
        return goesOn.IsOk ? await bench.CommitAsync(open, ct, received.Value, goesOn.Value) : goesOn.Problem;
    }
}

/// <summary>Nộp lại sau hướng dẫn.</summary>
/// <param name="Code">Submission code.</param>
/// <param name="SeenVersion">The version the person saw.</param>
/// <param name="Content">What was given.</param>
public sealed record SendAgain(string Code, int SeenVersion, SupplementContent Content);

/// <summary>Sends again: a new 8-hour acceptance clock (NĐ 45/2020 Đ11).</summary>
public sealed class SendAgainHandler(MotCuaDb db, Workbench bench, GivenContent given)
{
    /// <summary>Sends again, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(SendAgain command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.SendAgain, "DossierSendingAgain", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var kept = await given.AddAsync(dossier, command.Content, actor, open.Now, ct);
        if (!kept.IsOk) return kept.Problem;
        var sent = SendAgainDecision.Decide(dossier, await bench.DeskCalendarAsync(dossier, ct), kept.Value, open.Now);
        if (!sent.IsOk) return sent.Problem;
        foreach (var request in await db.SupplementRequests.Where(r => r.DossierId == dossier.Id && r.AnsweredAt == null).ToListAsync(ct)) request.AnsweredAt = open.Now;
        return await bench.CommitAsync(open, ct, sent.Value);
    }
}
