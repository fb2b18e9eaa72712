using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>Công bố quy trình nội bộ of a unit.</summary>
/// <param name="UnitKey">The unit.</param>
/// <param name="ProcedureCode">Procedure, or <c>*</c> for all that have none of their own.</param>
/// <param name="From">First day: dossiers accepted from then on follow it; those in work keep theirs.</param>
/// <param name="Steps">Steps in order.</param>
/// <param name="IsPreview">True: only says whether it could be published.</param>
public sealed record PublishRoute(string UnitKey, string ProcedureCode, DateOnly From, IReadOnlyList<LaidStep> Steps, bool IsPreview = false);

/// <summary>Publishes routes with dates; nothing in force is edited. Refused when a dossier could be stranded.</summary>
public sealed class PublishRouteHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Publishes, or says why not.</summary>
    public async Task<Result<Done>> HandleAsync(PublishRoute command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var code = string.IsNullOrWhiteSpace(command.ProcedureCode) ? "*" : command.ProcedureCode.Trim();
        if (!await UnitRouteSheets.MayAsync(db, command.UnitKey, actor, ct)) return CatalogueProblems.RouteNotFound;
        if (code != "*" && !await db.Services.AnyAsync(s => s.UnitKey == command.UnitKey && s.ProcedureCode == code, ct)) return CatalogueProblems.RouteNotFound;
        if (command.From <= ProvinceTime.DateOf(clock.GetUtcNow())) return CatalogueProblems.RouteInThePast;
        var own = await db.Routes.Where(r => r.UnitKey == command.UnitKey && r.ProcedureCode == code && (r.Until == null || r.Until > command.From)).ToListAsync(ct);
        if (own.Exists(r => r.From >= command.From)) return CatalogueProblems.RouteScheduled;
        if (RouteRules.Refusal(command.Steps, await HoldersAsync(command.UnitKey, command.From, ct)) is { } refusal) return refusal;
        if (command.IsPreview) return Done.Value;
        foreach (var before in own) before.Until = command.From;
        var steps = command.Steps.Select((s, i) => new RouteStep(i + 1, s.Name.Trim(), s.Role.ToString(), s.Percent / 100m)).ToList();
        db.Routes.Add(new RouteRow { Id = Ids.NewGuid(clock.GetUtcNow()), UnitKey = command.UnitKey, ProcedureCode = code, From = command.From, Steps = DefaultRoutes.Write(steps) });
        audit.Record(actor, "RoutePublished", command.UnitKey, new { procedure = code, from = command.From, steps = steps.Count });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            return CatalogueProblems.RouteScheduled;
        }

        return Done.Value;
    }

    private async Task<ILookup<Role, string>> HoldersAsync(string unit, DateOnly on, CancellationToken ct) =>
        (await db.Grants.AsNoTracking().Where(g => g.UnitKey == unit && g.RevokedAt == null && g.From <= on && (g.Until == null || g.Until > on) && db.Officers.Any(o => o.Id == g.OfficerId && o.IsActive))
            .Select(g => new { g.Role, g.OfficerId }).ToListAsync(ct)).ToLookup(g => g.Role, g => g.OfficerId.ToString("N"));
}

/// <summary>Hủy a route that has not begun.</summary>
/// <param name="RouteId">The route.</param>
public sealed record WithdrawRoute(Guid RouteId);

/// <summary>Withdraws a scheduled route; the one before it goes on.</summary>
public sealed class WithdrawRouteHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Withdraws, or says why not.</summary>
    public async Task<Result<Done>> HandleAsync(WithdrawRoute command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var route = await db.Routes.FirstOrDefaultAsync(r => r.Id == command.RouteId, ct);
        if (route is null || !await UnitRouteSheets.MayAsync(db, route.UnitKey, actor, ct)) return CatalogueProblems.RouteNotFound;
        if (route.From <= ProvinceTime.DateOf(clock.GetUtcNow())) return CatalogueProblems.RouteInForce;
        if (await db.Routes.FirstOrDefaultAsync(r => r.UnitKey == route.UnitKey && r.ProcedureCode == route.ProcedureCode && r.Until == route.From, ct) is { } before) before.Until = route.Until;
        db.Routes.Remove(route);
        audit.Record(actor, "RouteWithdrawn", route.UnitKey, new { procedure = route.ProcedureCode, from = route.From });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
