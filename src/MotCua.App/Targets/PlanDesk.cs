using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>What every act on a plan needs: the edition as it was seen, what it is checked against, and the record of the act.</summary>
public sealed class PlanDesk(MotCuaDb db, PlanContents contents, IndicatorCatalogue indicators, AuditTrail audit, TimeProvider clock)
{
    private const int MostChanges = 200;

    /// <summary>Local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>Indicators that a plan may have targets of on the day, those defined without code among them.</summary>
    public Task<IReadOnlyList<IndicatorDefinition>> IndicatorsAsync(DateOnly? on, CancellationToken ct) => indicators.AllAsync(on ?? Today, ct);

    /// <summary>The edition for an act: there, not changed since it was seen, and the act is this person's in this state.</summary>
    public async Task<Result<PlanEditionRow>> OpenAsync(Guid id, int seenVersion, PlanAct act, Actor actor, CancellationToken ct)
    {
        var edition = await db.PlanEditions.FirstOrDefaultAsync(e => e.Id == id, ct);
        if (edition is null) return PlanProblems.NotFound;
        var decided = PlanDecision.Decide(StandingOf(edition), act, actor);
        if (!decided.IsOk) return decided.Problem;
        return edition.Version == seenVersion ? edition : PlanProblems.Stale;
    }

    /// <summary>State and drafters.</summary>
    public static PlanStanding StandingOf(PlanEditionRow edition) => new(edition.State, edition.Drafters.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All issued decisions in order.</summary>
    public async Task<PlanTimeline> TimelineAsync(CancellationToken ct)
    {
        var issued = await db.PlanEditions.AsNoTracking().Where(e => e.State == PlanState.Issued && e.From != null).OrderBy(e => e.Order).ToListAsync(ct);
        return new PlanTimeline(issued.ConvertAll(SpanOf));
    }

    /// <summary>The days of an edition.</summary>
    public static PlanSpan SpanOf(PlanEditionRow edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new PlanSpan(edition.Id, edition.PlanCode, edition.From!.Value, edition.Until, edition.To, edition.Kind == PlanKind.Assignment ? edition.Name : $"{PlanTexts.TitleOf(edition.Kind, edition.Number)}, {edition.Name}");
    }

    /// <summary>What an edition is checked against and compared with: the decision that stands before it.</summary>
    public async Task<PlanFacts> FactsAsync(PlanEditionRow edition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var before = await BeforeAsync(edition, ct);
        return new PlanFacts(
            await UnitsAsync(ct), Named(await IndicatorsAsync(edition.From, ct)), await TimelineAsync(ct), before is null ? PlanContent.Empty : await contents.OfAsync(before, ct), before is null || edition.BasedOnId == before.Id || edition.BasedOnId is null, Today)
        {
            ClosedUntil = await db.PeriodClosings.AsNoTracking().Where(c => c.ReopenedAt == null).MaxAsync(c => (DateOnly?)c.To, ct),
        };
    }

    /// <summary>Short names by code.</summary>
    public static IReadOnlyDictionary<string, string> Named(IReadOnlyList<IndicatorDefinition> indicators) => indicators.ToDictionary(i => i.Code, i => i.ShortName, StringComparer.Ordinal);

    /// <summary>The decision that stands before: of a draft the latest issued, of what was issued the one that it replaced.</summary>
    public Task<PlanEditionRow?> BeforeAsync(PlanEditionRow edition, CancellationToken ct) =>
        db.PlanEditions.AsNoTracking().Where(e => e.State == PlanState.Issued && (edition.Order == null || e.Order < edition.Order)).OrderByDescending(e => e.Order).FirstOrDefaultAsync(ct);

    /// <summary>Every unit as plans see it, by key.</summary>
    public async Task<IReadOnlyDictionary<string, PlanUnit>> UnitsAsync(CancellationToken ct) =>
        await db.Units.AsNoTracking().Select(u => new { u.Key, u.Name, u.ShortName, u.Level, u.From, u.Until, u.InPlan, u.SortKey }).OrderBy(u => u.SortKey)
            .ToDictionaryAsync(u => u.Key, u => new PlanUnit(u.Key, u.ShortName.Length > 0 ? u.ShortName : u.Name, u.Level, u.From, u.Until, u.InPlan), StringComparer.Ordinal, ct);

    /// <summary>Notes who had a hand in the draft.</summary>
    public void Touch(PlanEditionRow edition, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(actor);
        if (!StandingOf(edition).Drafters.Contains(actor.Id)) edition.Drafters = $"{edition.Drafters} {actor.Id}".Trim();
        (edition.ChangedAt, edition.ChangedBy) = (clock.GetUtcNow(), actor.Id);
    }

    /// <summary>Adds the record of an act on the edition (law rule 56).</summary>
    public void Record(Actor actor, string action, PlanEditionRow edition, string reason = "", IReadOnlyList<string>? changes = null, IReadOnlyList<string>? confirmed = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        audit.Record(actor, action, edition.Id.ToString("N"), new
        {
            plan = edition.Name,
            kind = PlanTexts.TitleOf(edition.Kind, edition.Number),
            from = edition.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            decision = edition.DecisionNo.Length == 0 ? "" : PlanTexts.DecisionOf(edition),
            reason,
            changes = changes?.Take(MostChanges).ToArray() ?? [],
            confirmed = confirmed?.Take(MostChanges).ToArray() ?? [],
        });
    }

    /// <summary>Saves; null = done, else somebody was faster.</summary>
    public async Task<Problem?> SaveAsync(PlanEditionRow edition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        edition.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (Exception e) when (DatabaseFaults.IsStale(e) || DatabaseFaults.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return PlanProblems.Stale;
        }
    }
}
