using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Exchange;

/// <summary>A page with its visits.</summary>
/// <param name="Page">Template of its address.</param>
/// <param name="Visits">Visits in the period.</param>
/// <param name="Small">Of them on small screens.</param>
/// <param name="Large">On large ones; the rest did not say.</param>
public sealed record VisitedPage(string Page, int Visits, int Small, int Large);

/// <summary>A page of an e-form with how many drafts came and left.</summary>
/// <param name="Page">Id of the page.</param>
/// <param name="Ordinal">Place in the form.</param>
/// <param name="Reached">Came for the first time.</param>
/// <param name="Passed">Went on.</param>
/// <param name="CameBack">Were taken up again here after a pause.</param>
public sealed record FunnelPage(string Page, int Ordinal, int Reached, int Passed, int CameBack)
{
    /// <summary>Came and did not go on, so far.</summary>
    public int Left => Math.Max(0, Reached - Passed);
}

/// <summary>How far people came with a form.</summary>
/// <param name="Procedure">Procedure code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pages">Pages in order; the last is the check before sending, whose <see cref="FunnelPage.Passed"/> were sent.</param>
public sealed record FormFunnel(string Procedure, string Name, IReadOnlyList<FunnelPage> Pages);

/// <summary>Statistics of access over a period.</summary>
/// <param name="Days">Visits of each day, in order, days without any included.</param>
/// <param name="Pages">Pages by visits.</param>
/// <param name="Misses">Searches without a result, in all.</param>
/// <param name="Words">Words that were asked on enough days, by how often.</param>
/// <param name="Funnels">Forms by how many began.</param>
public sealed record VisitSheet(IReadOnlyList<(DateOnly Day, int Visits)> Days, IReadOnlyList<VisitedPage> Pages, int Misses, IReadOnlyList<(string Words, int Asked)> Words, IReadOnlyList<FormFunnel> Funnels)
{
    /// <summary>All visits.</summary>
    public int Visits => Days.Sum(d => d.Visits);
}

/// <summary>Reads the statistics of access.</summary>
public sealed class VisitSheets(MotCuaDb db)
{
    /// <summary>Name of the page of checking answers in the counts of a form.</summary>
    public const string Check = "~check";

    private const int MostPages = 40;
    private const int MostWords = 50;
    private const int MostForms = 20;

    /// <summary>The statistics of the period, both ends inclusive.</summary>
    public async Task<VisitSheet> ForAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var visits = await db.PageVisits.AsNoTracking().Where(v => v.Day >= from && v.Day <= to).GroupBy(v => new { v.Day, v.Page, v.Screen }).Select(g => new { g.Key.Day, g.Key.Page, g.Key.Screen, Count = g.Sum(v => v.Visits) }).ToListAsync(ct);
        var byDay = visits.GroupBy(v => v.Day).ToDictionary(g => g.Key, g => g.Sum(v => v.Count));
        var misses = await db.SearchMisses.AsNoTracking().Where(m => m.Day >= from && m.Day <= to).GroupBy(m => m.Words).Select(g => new { Words = g.Key, Asked = g.Sum(m => m.Asked) }).ToListAsync(ct);
        var steps = await db.FormSteps.AsNoTracking().Where(s => s.Day >= from && s.Day <= to).GroupBy(s => new { s.ProcedureCode, s.Page })
            .Select(g => new { g.Key.ProcedureCode, g.Key.Page, Ordinal = g.Max(s => s.Ordinal), Reached = g.Sum(s => s.Reached), Passed = g.Sum(s => s.Passed), CameBack = g.Sum(s => s.CameBack) }).ToListAsync(ct);
        var codes = steps.Select(s => s.ProcedureCode).Distinct().ToList();
        var names = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        return new VisitSheet(
            [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(n => from.AddDays(n)).Select(d => (d, byDay.GetValueOrDefault(d)))],
            [.. visits.GroupBy(v => v.Page, StringComparer.Ordinal).Select(g => new VisitedPage(g.Key, g.Sum(v => v.Count), g.Where(v => v.Screen == ScreenClass.Small).Sum(v => v.Count), g.Where(v => v.Screen == ScreenClass.Large).Sum(v => v.Count)))
                .OrderByDescending(p => p.Visits).ThenBy(p => p.Page, StringComparer.Ordinal).Take(MostPages)],
            misses.Where(m => m.Words.Length == 0).Sum(m => m.Asked),
            [.. misses.Where(m => m.Words.Length > 0).OrderByDescending(m => m.Asked).ThenBy(m => m.Words, StringComparer.Ordinal).Take(MostWords).Select(m => (m.Words, m.Asked))],
            [.. steps.GroupBy(s => s.ProcedureCode, StringComparer.Ordinal).OrderByDescending(g => g.Max(s => s.Reached)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostForms).Select(g => new FormFunnel(
                g.Key, names.GetValueOrDefault(g.Key, g.Key), [.. g.OrderBy(s => s.Page == Check ? 1 : 0).ThenBy(s => s.Ordinal).ThenBy(s => s.Page, StringComparer.Ordinal).Select(s => new FunnelPage(s.Page, s.Ordinal, s.Reached, s.Passed, s.CameBack))]))]);
    }
}
