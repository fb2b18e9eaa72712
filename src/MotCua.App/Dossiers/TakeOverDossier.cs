using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Nhận xử lý an accepted dossier; the route of the unit begins.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
public sealed record TakeOverDossier(string Code, int SeenVersion);

/// <summary>Takes over. A worker whose role comes later in the route begins at their own step: who is there first begins the work.</summary>
public sealed class TakeOverDossierHandler(Workbench bench)
{
    /// <summary>Takes over, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(TakeOverDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.TakeOver, "DossierTakingOver", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var route = await bench.RouteAsync(dossier, ct);
        if (!route.IsOk) return route.Problem;
        var step = route.Value.Steps.FirstOrDefault(s => Enum.TryParse<Role>(s.Role, out var role) && actor.Has(role, dossier.HandlingUnit));
        if (step is null) return DossierProblems.NotYours;
        var place = bench.Place(open, step, actor.Id);
        var taken = TakeOverDecision.Decide(dossier, place, actor.Id);
        if (!taken.IsOk) return taken.Problem;
        await bench.MoveAsync(open, place, step, "", ct);
        return await bench.CommitAsync(open, ct, taken.Value);
    }
}
