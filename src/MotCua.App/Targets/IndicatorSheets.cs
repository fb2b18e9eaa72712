using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A version of a configured indicator as its page shows it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Version, from 1.</param>
/// <param name="State">Draft or published.</param>
/// <param name="Definition">What figures print.</param>
/// <param name="From">First day on which it counts.</param>
/// <param name="Until">Exclusive end, or null.</param>
/// <param name="Revision">For forms.</param>
/// <param name="DraftedById">Who drafted it.</param>
/// <param name="DraftedBy">Name of who drafted it.</param>
/// <param name="DraftedAt">When, UTC.</param>
/// <param name="PublishedBy">Name of who published it, or empty.</param>
/// <param name="PublishedAt">When, UTC.</param>
public sealed record IndicatorVersion(
    Guid Id, int Number, IndicatorState State, IndicatorDefinition Definition, DateOnly From, DateOnly? Until, int Revision,
    string DraftedById, string DraftedBy, DateTimeOffset DraftedAt, string PublishedBy, DateTimeOffset? PublishedAt);

/// <summary>What a draft would give over the last twelve months.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day.</param>
/// <param name="Rows">Counts by unit of the plan, the province last.</param>
public sealed record IndicatorPreview(DateOnly From, DateOnly To, IReadOnlyList<(string Unit, string Name, Ratio Counts)> Rows)
{
    /// <summary>True when no unit has anything below: every figure would be «không áp dụng».</summary>
    public bool IsNeverApplicable => Rows.All(r => r.Counts.Denominator == 0);

    /// <summary>True when there is something below but never anything above.</summary>
    public bool IsAlwaysZero => !IsNeverApplicable && Rows.All(r => r.Counts.Numerator == 0);
}

/// <summary>Pages of configured indicators.</summary>
public sealed class IndicatorSheets(MotCuaDb db, TimeProvider clock)
{
    /// <summary>All versions, by code, latest first.</summary>
    public async Task<IReadOnlyList<IndicatorVersion>> AllAsync(CancellationToken ct) => await NamedAsync(await db.IndicatorVersions.AsNoTracking().ToListAsync(ct), ct);

    /// <summary>A version, or null.</summary>
    public async Task<IndicatorVersion?> FindAsync(Guid id, CancellationToken ct) => await db.IndicatorVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, ct) is { } row ? (await NamedAsync([row], ct))[0] : null;

    /// <summary>Fields with the number of their procedures, in Vietnamese order.</summary>
    public async Task<IReadOnlyList<(string Key, string Name, int Procedures)>> FieldsAsync(CancellationToken ct)
    {
        var fields = await db.Procedures.AsNoTracking().Where(p => !p.IsVertical).GroupBy(p => new { p.FieldKey, p.FieldName }).Select(g => new { g.Key.FieldKey, g.Key.FieldName, Count = g.Count() }).ToListAsync(ct);
        return [.. fields.OrderBy(f => VietnameseOrder.Key(f.FieldName), StringComparer.Ordinal).Select(f => (f.FieldKey, f.FieldName, f.Count))];
    }

    /// <summary>What a definition gives over the last twelve months, counted from the facts themselves: it need not be published.</summary>
    public async Task<IndicatorPreview> PreviewAsync(IndicatorFormula formula, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var to = ProvinceTime.DateOf(clock.GetUtcNow());
        var from = to.AddYears(-1).AddDays(1);
        var question = new MeasureQuestion(from, to, []);
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var above = await HadAsync(formula.Above, formula.Subject, from, to, ct);
        var below = await HadAsync(formula.Below, formula.Subject, from, to, ct);
        if (formula is { Subject: IndicatorSubject.Procedures, Offered.Count: > 0 })
        {
            var levels = formula.Offered.Select(l => (Catalogue.ServiceLevel)l).ToList();
            var offered = await ServicePicture.InForce(db, rows, to).Where(s => levels.Contains(s.Level)).Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct);
            below = offered.Where(s => formula.Below.Procedures.Count == 0 || formula.Below.Procedures.Contains(s.ProcedureCode)).ToLookup(s => s.UnitKey, s => (s.ProcedureCode, 1), StringComparer.Ordinal);
            above = above.SelectMany(g => g.Where(p => below[g.Key].Any(b => b.Code == p.Code)).Select(p => (g.Key, p))).ToLookup(p => p.Key, p => p.p, StringComparer.Ordinal);
        }

        var names = await db.Units.AsNoTracking().Where(u => u.InPlan).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        var found = new List<(string, string, Ratio)>();
        foreach (var unit in rows.Shown)
        {
            var counts = rows.PartsOf(unit).Select(p => new Ratio(Count(above, rows.UnitsOf(p), formula.Subject), Count(below, rows.UnitsOf(p), formula.Subject))).Aggregate(default(Ratio), (a, b) => a + b);
            found.Add((unit, unit == MeasureQueries.Province ? "Toàn tỉnh" : names.GetValueOrDefault(unit, unit), counts));
        }

        return new IndicatorPreview(from, to, found);
    }

    private static long Count(ILookup<string, (string Code, int Count)> found, IReadOnlySet<string> units, IndicatorSubject subject)
    {
        var own = units.SelectMany(u => found[u]);
        return subject == IndicatorSubject.Procedures ? own.Select(p => p.Code).Distinct(StringComparer.Ordinal).LongCount() : own.Sum(p => (long)p.Count);
    }

    private async Task<ILookup<string, (string Code, int Count)>> HadAsync(FactConditions conditions, IndicatorSubject subject, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var facts = db.DossierFacts.AsNoTracking().Where(f => f.Day >= from && f.Day <= to).Where(FactFilter.Of(conditions));
        if (subject == IndicatorSubject.Dossiers)
        {
            return (await facts.GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).ToLookup(f => f.Key, f => ("", f.Count), StringComparer.Ordinal);
        }

        return (await facts.Select(f => new { f.UnitKey, f.ProcedureCode }).Distinct().ToListAsync(ct)).ToLookup(f => f.UnitKey, f => (f.ProcedureCode, 1), StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<IndicatorVersion>> NamedAsync(List<IndicatorVersionRow> rows, CancellationToken ct)
    {
        var names = await OfficerNames.ReadAsync(db, rows.SelectMany(r => new[] { r.DraftedBy, r.PublishedBy }), ct);
        return [.. rows.OrderBy(r => r.Code, StringComparer.Ordinal).ThenByDescending(r => r.Number).Select(r => new IndicatorVersion(
            r.Id, r.Number, r.State, r.Definition, r.From, r.Until, r.Revision, r.DraftedBy, names.GetValueOrDefault(r.DraftedBy, r.DraftedBy), r.DraftedAt, names.GetValueOrDefault(r.PublishedBy, r.PublishedBy), r.PublishedAt))];
    }
}

/// <summary>Names of officers by the ids that rows keep.</summary>
internal static class OfficerNames
{
    /// <summary>Names by id; ids that are no officer's are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(MotCuaDb db, IEnumerable<string> actors, CancellationToken ct)
    {
        var ids = actors.Select(id => Guid.TryParseExact(id, "N", out var key) ? key : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<string, string>(StringComparer.Ordinal);
        return await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
    }
}
