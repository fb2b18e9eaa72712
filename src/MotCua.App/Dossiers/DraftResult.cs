using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Dự thảo kết quả: written from the template, or a file made elsewhere.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="Text">Body, when written here; each line a paragraph.</param>
/// <param name="FileId">Durable PDF of the officer, when made elsewhere.</param>
public sealed record DraftResult(string Code, int SeenVersion, string Title, string? Text, Guid? FileId);

/// <summary>Keeps a draft; nothing is issued before the leader decides.</summary>
public sealed class DraftResultHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Kind of the note that holds the body of a draft; its id is the result's.</summary>
    public const string TextKind = "ResultText";

    /// <summary>Drafts, or says what is missing.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(DraftResult command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.DraftResult, "ResultDrafting", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        if (string.IsNullOrWhiteSpace(command.Title)) return DossierProblems.NoReason.Saying("Nhập tên văn bản kết quả, ví dụ: Giấy xác nhận tình trạng hôn nhân.").For("Title");
        if (command.FileId is null && string.IsNullOrWhiteSpace(command.Text)) return DossierProblems.NoResult.Saying("Soạn nội dung từ mẫu, hoặc tải tệp PDF kết quả lên.").For("Text");
        var id = Ids.NewGuid(open.Now);
        var sha = "";
        if (command.FileId is { } fileId)
        {
            var owner = GivenContent.OwnerOf(actor);
            var file = await db.StoredFiles.FirstOrDefaultAsync(f => f.Id == fileId && f.Owner == owner && (f.DossierId == null || f.DossierId == dossier.Id), ct);
            if (file is null) return DossierProblems.FileNotStored;
            (file.DossierId, sha) = (dossier.Id, file.Sha256);
        }
        else
        {
            db.DossierNotes.Add(new DossierNoteRow { Id = id, DossierId = dossier.Id, Kind = TextKind, Text = command.Text!.Trim(), IsForApplicant = false, At = open.Now, AuthorId = actor.Id });
        }

        db.Results.Add(new ResultRow
        {
            Id = id,
            DossierId = dossier.Id,
            VerifyToken = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
            Title = command.Title.Trim(),
            FileId = command.FileId ?? Guid.Empty,
            Sha256 = sha,
            State = ResultState.Draft,
            DraftedBy = actor.Id,
            UnitKey = dossier.HandlingUnit,
        });
        await db.SaveChangesAsync(ct);
        return new DossierReceipt(dossier.Code, dossier.Version);
    }
}

/// <summary>Bỏ dự thảo.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="ResultId">The draft.</param>
public sealed record DiscardResultDraft(string Code, int SeenVersion, Guid ResultId);

/// <summary>Removes a draft that was never issued.</summary>
public sealed class DiscardResultDraftHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Discards, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(DiscardResultDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.DraftResult, "DraftDiscarding", ct);
        if (!opened.IsOk) return opened.Problem;
        var dossier = opened.Value.Dossier;
        var draft = await db.Results.FirstOrDefaultAsync(r => r.Id == command.ResultId && r.DossierId == dossier.Id && r.State == ResultState.Draft, ct);
        if (draft is null) return DossierProblems.ResultNotInForce;
        db.Results.Remove(draft);
        if (await db.DossierNotes.FirstOrDefaultAsync(n => n.Id == draft.Id, ct) is { } text) db.DossierNotes.Remove(text);
        await db.SaveChangesAsync(ct);
        return new DossierReceipt(dossier.Code, dossier.Version);
    }
}
