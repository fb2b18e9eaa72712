using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Nhận việc at the present step.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
public sealed record ClaimStep(string Code, int SeenVersion);

/// <summary>Claims a step that nobody holds.</summary>
public sealed class ClaimStepHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Claims, or says who has it.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ClaimStep command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.ClaimStep, "StepClaiming", ct);
        if (!opened.IsOk) return opened.Problem;
        var claimed = StepDecision.Claim(opened.Value.Dossier, actor.Id);
        if (!claimed.IsOk) return claimed.Problem;
        if (await db.DossierSteps.FirstOrDefaultAsync(s => s.Id == claimed.Value.StepId, ct) is { } row) row.OfficerId = actor.Id;
        return await bench.CommitAsync(opened.Value, ct, claimed.Value);
    }
}

/// <summary>Chuyển bước.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="OfficerId">Who is to do the next step, or empty for whoever of the role is free.</param>
/// <param name="Text">Opinion for the next one; may be empty.</param>
public sealed record HandOnStep(string Code, int SeenVersion, string? OfficerId, string? Text);

/// <summary>Hands the dossier on to the next step of the route.</summary>
public sealed class HandOnStepHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Hands on, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(HandOnStep command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.HandOn, "StepHandingOn", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var route = await bench.RouteAsync(dossier, ct);
        if (!route.IsOk) return route.Problem;
        var step = route.Value.Step(dossier.StepNumber + 1);
        var officer = string.IsNullOrWhiteSpace(command.OfficerId) ? null : command.OfficerId;
        var place = step is null ? null : bench.Place(open, step, officer);
        var handed = StepDecision.HandOn(dossier, place, actor.Id);
        if (!handed.IsOk) return handed.Problem;
        if (officer is not null && !await HoldsAsync(officer, place!, open.Now, ct)) return DossierProblems.OfficerNotFit;
        if (!string.IsNullOrWhiteSpace(command.Text)) bench.Note(open, nameof(StepHandedOn), command.Text, false);
        var events = new List<DossierEvent>();
        if (dossier.StepOfficerId is null) events.Add(new StepClaimed(dossier.StepId!.Value, actor.Id));
        if (dossier.StepOfficerId is null && await db.DossierSteps.FirstOrDefaultAsync(s => s.Id == dossier.StepId, ct) is { } row) row.OfficerId = actor.Id;
        await bench.MoveAsync(open, place!, step!, "handed-on", ct);
        return await bench.CommitAsync(open, ct, [.. events, handed.Value]);
    }

    private async Task<bool> HoldsAsync(string officerId, StepPlace place, DateTimeOffset now, CancellationToken ct)
    {
        if (!Guid.TryParse(officerId, out var id) || !Enum.TryParse<Role>(place.Role, out var role)) return false;
        var on = ProvinceTime.DateOf(now);
        return await db.Grants.AnyAsync(g => g.OfficerId == id && g.Role == role && g.UnitKey == place.UnitKey && g.RevokedAt == null && g.From <= on && (g.Until == null || g.Until > on), ct);
    }
}

/// <summary>Thu hồi what one has just handed on.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
public sealed record TakeBackStep(string Code, int SeenVersion);

/// <summary>Takes back, only before the receiver acted.</summary>
public sealed class TakeBackStepHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Takes back, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(TakeBackStep command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.TakeBack, "StepTakingBack", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var last = await db.DossierEvents.AsNoTracking().FirstAsync(e => e.DossierId == dossier.Id && e.Seq == dossier.Version, ct);
        var handed = DossierChain.Read(last.Payload);
        var from = handed is StepHandedOn h ? await db.DossierSteps.AsNoTracking().FirstOrDefaultAsync(s => s.Id == h.FromStepId, ct) : null;
        if (from is null) return DossierProblems.ReceiverActed;
        var place = new StepPlace(Ids.NewGuid(open.Now), from.Number, from.Role, from.UnitKey, actor.Id);
        var taken = StepDecision.TakeBack(dossier, handed, last.ActorId, place, actor.Id);
        if (!taken.IsOk) return taken.Problem;
        var route = await bench.RouteAsync(dossier, ct);
        if (!route.IsOk || route.Value.Step(from.Number) is not { } step) return DossierProblems.NoRoute;
        await bench.MoveAsync(open, place, step, "taken-back", ct);
        return await bench.CommitAsync(open, ct, taken.Value);
    }
}

/// <summary>Trả lại bước trước with a reason.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Text">Why.</param>
public sealed record ReturnStep(string Code, int SeenVersion, string Text);

/// <summary>Sends the work back to who did the step before.</summary>
public sealed class ReturnStepHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Returns, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReturnStep command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.ReturnStep, "StepReturning", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var route = await bench.RouteAsync(dossier, ct);
        if (!route.IsOk) return route.Problem;
        var step = route.Value.Step(dossier.StepNumber - 1);
        var before = step is null
            ? null
            : await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == dossier.Id && s.Number == step.Number).OrderByDescending(s => s.StartedAt).Select(s => s.OfficerId).FirstOrDefaultAsync(ct);
        var place = step is null ? null : bench.Place(open, step, before);
        var note = bench.Note(open, nameof(StepReturned), command.Text, false);
        var returned = StepDecision.Return(dossier, place, note, command.Text, actor.Id);
        if (!returned.IsOk) return returned.Problem;
        await bench.MoveAsync(open, place!, step!, "returned", ct);
        return await bench.CommitAsync(open, ct, returned.Value);
    }
}
