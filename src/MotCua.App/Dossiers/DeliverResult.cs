using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Trả kết quả.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Way"><c>counter</c>, <c>post</c> or <c>online</c>.</param>
/// <param name="Recipient">Who takes it.</param>
/// <param name="IsApplicant">True when the recipient is the applicant.</param>
/// <param name="Mandate">Authorisation, when another takes it.</param>
public sealed record DeliverResult(string Code, int SeenVersion, string Way, string Recipient, bool IsApplicant, string Mandate);

/// <summary>Hands the result over with the evidence of it (law rules 31, 32).</summary>
public sealed class DeliverResultHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Delivers, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(DeliverResult command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Deliver, "ResultDelivering", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var id = Ids.NewGuid(open.Now);
        var delivered = DeliveryDecision.Decide(dossier, new HandingOver(id, command.Way, command.Recipient, command.IsApplicant, command.Mandate, actor.Id));
        if (!delivered.IsOk) return delivered.Problem;
        db.Deliveries.Add(new DeliveryRow { Id = id, DossierId = dossier.Id, Way = command.Way, Recipient = command.Recipient.Trim(), Mandate = command.IsApplicant ? "" : command.Mandate.Trim(), At = open.Now });
        return await bench.CommitAsync(open, ct, delivered.Value);
    }
}

/// <summary>Thu hồi an issued result, or replaces it by the present draft.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the leader saw.</param>
/// <param name="ResultId">The result.</param>
/// <param name="Text">Why.</param>
public sealed record RevokeResult(string Code, int SeenVersion, Guid ResultId, string Text);

/// <summary>Revokes; the result stays to be looked up as revoked (law rule 35).</summary>
public sealed class RevokeResultHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Revokes, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(RevokeResult command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RevokeResult, "ResultRevoking", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var row = await db.Results.FirstOrDefaultAsync(r => r.Id == command.ResultId && r.DossierId == dossier.Id, ct);
        var note = bench.Note(open, nameof(ResultRevoked), command.Text, true);
        var revoked = ResultDecision.Revoke(dossier, command.ResultId, row?.State == ResultState.Issued, "quyet-dinh", note, command.Text, actor.Id);
        if (!revoked.IsOk) return revoked.Problem;
        (row!.State, row.EndedAt) = (ResultState.Revoked, open.Now);
        return await bench.CommitAsync(open, ct, revoked.Value);
    }
}

/// <summary>Thay thế an issued result by a new paper.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the leader saw.</param>
/// <param name="ResultId">The result to replace.</param>
/// <param name="Successor">A draft of the same dossier, made by another officer.</param>
/// <param name="VerifyAddress">Absolute address of verification with <c>{0}</c> for the token.</param>
public sealed record SupersedeResult(string Code, int SeenVersion, Guid ResultId, Guid Successor, string VerifyAddress);

/// <summary>Issues the successor; the old one points to it.</summary>
public sealed class SupersedeResultHandler(MotCuaDb db, Workbench bench, ResultIssuing issuing)
{
    /// <summary>Replaces, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(SupersedeResult command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RevokeResult, "ResultSuperseding", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var rows = await db.Results.Where(r => r.DossierId == dossier.Id && (r.Id == command.ResultId || r.Id == command.Successor)).ToListAsync(ct);
        var old = rows.FirstOrDefault(r => r.Id == command.ResultId);
        var draft = rows.FirstOrDefault(r => r.Id == command.Successor && r.State == ResultState.Draft);
        var fact = draft is null ? null : new DraftedResult(draft.Id, draft.DraftedBy, draft.Sha256);
        if (ResultDecision.Supersede(dossier, command.ResultId, old?.State == ResultState.Issued, fact, actor.Id) is { IsOk: false } refused) return refused.Problem;
        var made = await issuing.MakeAsync(dossier, [draft!], command.VerifyAddress, open, ct);
        if (!made.IsOk) return made.Problem;
        var superseded = ResultDecision.Supersede(dossier, command.ResultId, true, made.Value[0], actor.Id);
        if (!superseded.IsOk) return superseded.Problem;
        ResultIssuing.Mark([draft!], dossier, open);
        (old!.State, old.SupersededBy, old.EndedAt) = (ResultState.Superseded, draft!.Id, open.Now);
        return await bench.CommitAsync(open, ct, [.. superseded.Value]);
    }
}
