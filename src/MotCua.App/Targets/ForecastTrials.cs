using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Tries the forecasts of all units on their own past and keeps how they did, for the pages to print beside them.</summary>
public sealed class TryForecasts(MotCuaDb db, WorkingCalendars calendars, ForecastMemory memory, TimeProvider clock)
{
    /// <summary>Four years and a half: fourteen rolling years, each with the one before.</summary>
    private const int DaysBack = 1640;

    private static readonly IReadOnlyList<IndicatorDefinition> Tried = [Indicators.Ct3, Indicators.Ct3Dvctt, Indicators.Ct3Self, Indicators.Ct2, Indicators.Ct2A];

    /// <summary>Makes all trials anew.</summary>
    /// <returns>How many units and indicators were tried.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var yesterday = today.AddDays(-1);
        var calendar = ForecastCalendar.Of(await calendars.ForAsync("*", ct), yesterday.AddDays(-DaysBack), yesterday);
        var history = await new ForecastHistories(db, memory).LoadAsync(new HistoryKey(calendar.First, yesterday, yesterday, true, true), ct);
        var groups = await GroupsAsync(today, ct);
        var rows = new List<ForecastTrialRow>();
        foreach (var (unit, members) in groups)
        {
            foreach (var indicator in Tried)
            {
                foreach (var kind in new[] { PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year })
                {
                    ct.ThrowIfCancellationRequested();
                    var trial = Forecasts.Try(history, calendar, unit, members, indicator, kind);
                    rows.Add(new ForecastTrialRow { UnitKey = unit, Indicator = indicator.Code, Kind = kind, On = today, Tries = trial.Tries, Error = trial.Error, NaiveError = trial.NaiveError, Held = trial.Held });
                }
            }

            // People's pages go first
            await Task.Yield();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ForecastTrials.ExecuteDeleteAsync(ct);
        db.ForecastTrials.AddRange(rows);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return rows.Count;
    }

    private async Task<IReadOnlyList<(string Unit, IReadOnlyList<string> Members)>> GroupsAsync(DateOnly on, CancellationToken ct)
    {
        var members = await db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= on && (m.Until == null || m.Until > on)).Select(m => new { m.GroupCode, m.UnitKey }).ToListAsync(ct);
        return [.. members.GroupBy(m => m.GroupCode, StringComparer.Ordinal).SelectMany(g =>
        {
            IReadOnlyList<string> all = [.. g.Select(m => m.UnitKey).Distinct().Order(StringComparer.Ordinal)];
            return all.Select(u => (u, all));
        }).DistinctBy(p => p.u)];
    }
}
