using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>The route of a unit for a procedure (quy trình nội bộ), in order.</summary>
/// <param name="Steps">At least one.</param>
public sealed record UnitRoute(IReadOnlyList<RouteStep> Steps)
{
    /// <summary>The first step.</summary>
    public RouteStep First => Steps[0];

    /// <summary>The step of a number, or null.</summary>
    public RouteStep? Step(int number) => Steps.FirstOrDefault(s => s.Number == number);

    /// <summary>The step at which the leader decides: the last one of a leader; null when none is a leader's.</summary>
    public RouteStep? Deciding => Steps.LastOrDefault(s => s.Role == nameof(Role.UnitLeader));

    /// <summary>The step that a decision made at a step opens: the clerk's; null where the decision ends the route.</summary>
    public RouteStep? AfterDecision => Deciding is { } deciding ? Steps.FirstOrDefault(s => s.Number > deciding.Number && s.Role == nameof(Role.Clerk)) : null;

    /// <summary>The step to which a reopened dossier goes: the first that appraises, else the first.</summary>
    public RouteStep Appraisal => Steps.FirstOrDefault(s => s.Role == nameof(Role.Handler)) ?? First;
}

/// <summary>
/// Finds the route that holds for a dossier: the unit's own for the procedure, its own for all, the level's. A clerk's step is left out while nobody in the
/// unit is its clerk: the leader's decision then issues at once, and no dossier is stranded.
/// </summary>
public sealed class UnitRoutes(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The route in force on a local date, or null when nobody laid one down.</summary>
    public async Task<UnitRoute?> ForAsync(string unitKey, string procedureCode, DateOnly on, CancellationToken ct)
    {
        var route = await LaidDownAsync(unitKey, procedureCode, on, ct);
        return route is { AfterDecision: not null } && !await HasClerkAsync(unitKey, ct) ? new UnitRoute([.. route.Steps.Where(s => s.Role != nameof(Role.Clerk))]) : route;
    }

    /// <summary>The route as laid down, whoever is there to go it; null when nobody laid one down.</summary>
    public async Task<UnitRoute?> LaidDownAsync(string unitKey, string procedureCode, DateOnly on, CancellationToken ct)
    {
        var level = await db.Units.Where(u => u.Key == unitKey).Select(u => u.Level).FirstOrDefaultAsync(ct) ?? "";
        var all = "*:" + level;
        var rows = await db.Routes.AsNoTracking()
            .Where(r => (r.UnitKey == unitKey || r.UnitKey == all) && (r.ProcedureCode == procedureCode || r.ProcedureCode == "*") && r.From <= on && (r.Until == null || r.Until > on))
            .ToListAsync(ct);
        var row = rows.OrderByDescending(r => r.UnitKey == unitKey).ThenByDescending(r => r.ProcedureCode == procedureCode).ThenByDescending(r => r.From).FirstOrDefault();
        IReadOnlyList<RouteStep> steps = row is not null ? DefaultRoutes.Read(row.Steps) : level is "tinh" or "huyen" or "xa" ? DefaultRoutes.For(level) : [];
        return steps.Count > 0 ? new UnitRoute([.. steps.OrderBy(s => s.Number)]) : null;
    }

    private async Task<bool> HasClerkAsync(string unitKey, CancellationToken ct)
    {
        var on = ProvinceTime.DateOf(clock.GetUtcNow());
        return await db.Grants.AnyAsync(
            g => g.Role == Role.Clerk && g.UnitKey == unitKey && g.RevokedAt == null && g.From <= on && (g.Until == null || g.Until > on) && db.Officers.Any(o => o.Id == g.OfficerId && o.IsActive), ct);
    }
}
