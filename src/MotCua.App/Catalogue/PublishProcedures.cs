using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>A procedure to publish, with what the administrator adds to it.</summary>
/// <param name="Code">National code.</param>
/// <param name="Levels">Levels that handle it; null = as known.</param>
/// <param name="OrgKey">Unit of the province in charge; null = as known.</param>
public sealed record ToPublish(string Code, IReadOnlyList<string>? Levels = null, string? OrgKey = null);

/// <summary>Make procedures public that wait for standardisation.</summary>
/// <param name="Procedures">One or many.</param>
/// <param name="TakesResponsibility">The administrator says that they checked the content.</param>
/// <param name="Decision">The announcing decision, or the ground.</param>
public sealed record PublishProcedures(IReadOnlyList<ToPublish> Procedures, bool TakesResponsibility, string Decision);

/// <summary>What became of a request to publish.</summary>
/// <param name="Published">Codes that are public now.</param>
/// <param name="Services">Services made: procedure × offering unit.</param>
/// <param name="Refused">Codes that could not be, each with why.</param>
public sealed record Publishing(IReadOnlyList<string> Published, int Services, IReadOnlyList<(string Code, Problem Why)> Refused);

/// <summary>Publishes procedures and offers them at their units as «một phần, chưa rà soát».</summary>
public sealed class PublishProceduresHandler(MotCuaDb db, AuditTrail audit, CatalogueCache catalogue, TimeProvider clock)
{
    private static readonly string[] AllLevels = ["tinh", "huyen", "xa"];

    /// <summary>Publishes those that can be; the others are named with their reason. Who took responsibility is kept.</summary>
    public async Task<Result<Publishing>> HandleAsync(PublishProcedures command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (command.Procedures.Count == 0)
        {
            return CatalogueProblems.NothingChosen;
        }

        if (!command.TakesResponsibility)
        {
            return CatalogueProblems.NoResponsibility;
        }

        if (command.Decision.Trim().Length is 0 or > 300)
        {
            return CatalogueProblems.DecisionMissing;
        }

        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var codes = command.Procedures.Select(p => p.Code).ToList();
        var rows = await db.Procedures.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        var offered = (await db.Services.Where(s => codes.Contains(s.ProcedureCode) && (s.Until == null || today < s.Until)).Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct))
            .Select(s => (s.UnitKey, s.ProcedureCode)).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(u => u.Until == null || today < u.Until).ToListAsync(ct);
        var published = new List<string>();
        var refused = new List<(string, Problem)>();
        var services = 0;
        foreach (var asked in command.Procedures.DistinctBy(p => p.Code))
        {
            var row = rows.GetValueOrDefault(asked.Code);
            var levels = asked.Levels is { Count: > 0 } given ? [.. given.Intersect(AllLevels)] : (row?.Levels ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            var org = asked.OrgKey is { Length: > 0 } chosen ? chosen : row?.OrgKey ?? "";
            var places = units.Where(u => Offers(u, org, levels)).ToList();
            if ((row is null ? CatalogueProblems.ProcedureNotFound
                : row.State != PublicationState.AwaitingStandardisation ? CatalogueProblems.NotWaiting
                : row.IsVertical ? CatalogueProblems.Vertical
                : places.Count == 0 || (levels.Contains("tinh") && !places.Any(p => p.Level == "tinh")) ? CatalogueProblems.NoPlace
                : null) is { } why)
            {
                refused.Add((asked.Code, why));
                continue;
            }

            (row!.State, row.PublishedBy, row.PublishedAt, row.Levels, row.OrgKey) = (PublicationState.Published, actor.Id, now, string.Join(',', levels), org);
            foreach (var unit in places.Where(u => offered.Add((u.Key, asked.Code))))
            {
                db.Services.Add(new ServiceRow
                {
                    Id = Ids.NewGuid(now),
                    UnitKey = unit.Key,
                    ProcedureCode = asked.Code,
                    From = today,
                    Level = ServiceLevel.Partial,
                    Status = ServiceStatus.Open,
                    DecisionNo = command.Decision.Trim(),
                });
                services++;
            }

            audit.Record(actor, "ProcedurePublished", asked.Code, new { levels = row.Levels, unit = org, missing = row.Missing, decision = command.Decision.Trim() });
            published.Add(asked.Code);
        }

        await db.SaveChangesAsync(ct);
        catalogue.Forget();
        return new Publishing(published, services, refused);
    }

    private static bool Offers(UnitRow unit, string org, IReadOnlyList<string> levels) => unit.Level switch
    {
        "tinh" => unit.Key == org && levels.Contains("tinh"),
        "huyen" => unit.InPlan && levels.Contains("huyen"),
        "xa" => levels.Contains("xa"),
        _ => false,
    };
}
