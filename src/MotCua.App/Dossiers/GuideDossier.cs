using System.Text.Json;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What is asked of the applicant (Mẫu 02).</summary>
/// <param name="Items">By component of the procedure.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Text">Words to the applicant.</param>
/// <param name="RespondOn">Last local day to answer.</param>
public sealed record SupplementDemand(IReadOnlyList<AskedItem> Items, string Ground, string Text, DateOnly RespondOn)
{
    internal Demand ToDemand(Guid id, string officerId) =>
        new(id, Items, Ground ?? "", ProvinceTime.StartOf(RespondOn.AddDays(1)).AddSeconds(-1), officerId);

    internal SupplementRequestRow ToRow(Demand demand, Dossier dossier, DateTimeOffset now) => new()
    {
        Id = demand.RequestId,
        DossierId = dossier.Id,
        IsBeforeAcceptance = !dossier.IsAccepted,
        Items = JsonSerializer.Serialize(Items, JsonSerializerOptions.Web),
        Ground = (Ground ?? "").Trim(),
        Text = (Text ?? "").Trim(),
        OfficerId = demand.OfficerId,
        AskedAt = now,
        RespondBy = demand.RespondBy,
    };
}

/// <summary>Hướng dẫn bổ sung trước tiếp nhận.</summary>
/// <param name="Code">Number or submission code.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Demand">What is asked.</param>
public sealed record GuideDossier(string Code, int SeenVersion, SupplementDemand Demand);

/// <summary>Gives guidance once, fully (NĐ 61/2018 Đ15 k3, Đ17 k2); the notice leaves by the outbox.</summary>
public sealed class GuideDossierHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Guides, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(GuideDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Guide, "DossierGuiding", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, now) = (opened.Value.Dossier, opened.Value.Now);
        var content = await bench.ContentAsync(dossier.ProcedureVersionId, ct);
        var demand = command.Demand.ToDemand(Ids.NewGuid(now), actor.Id);
        var guided = IntakeGuidanceDecision.Decide(dossier, new ProcedureTerms(null, [.. content.Components.Select(c => c.Key)]), demand, now);
        if (!guided.IsOk) return guided.Problem;
        db.SupplementRequests.Add(command.Demand.ToRow(demand, dossier, now));
        return await bench.CommitAsync(opened.Value, ct, guided.Value);
    }
}
