using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Makes the rows of the tables of open data. Months that are over only, so that a file changes when a month ends or a figure is restated.</summary>
public sealed class OpenTables(MotCuaDb db, MeasureQueries measures, PublicCatalogue catalogue, PersonalDataVault vault, TimeProvider clock)
{
    private static readonly IReadOnlyList<IndicatorDefinition> Published = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3];

    /// <summary>The first year there is.</summary>
    public const int FirstYear = 2022;

    /// <summary>The last day of the last month that is over.</summary>
    public DateOnly LastDay => ProvinceTime.DateOf(clock.GetUtcNow()) is var today ? new DateOnly(today.Year, today.Month, 1).AddDays(-1) : default;

    /// <summary>The rows of a table: texts, numbers, days or null, in the order of its fields.</summary>
    public Task<IReadOnlyList<object?[]>> RowsAsync(OpenSet set, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Key switch
        {
            "chi-tieu" => TargetsAsync(ct),
            "ket-qua-theo-thang" => ResultsAsync(year, ct),
            "thu-tuc" => ProceduresAsync(ct),
            "muc-do-dich-vu" => ServicesAsync(ct),
            "don-vi" => UnitsAsync(ct),
            "so-lieu-da-cong-bo" => FiguresAsync(ct),
            "thong-ke-dich-vu" => StatisticsAsync(year, ct),
            "ho-so-theo-thang" => DossiersAsync(year, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(set)),
        };
    }

    private async Task<IReadOnlyList<object?[]>> TargetsAsync(CancellationToken ct)
    {
        var names = await NamesAsync(ct);
        var found = await db.UnitGroupMembers.AsNoTracking()
            .Join(db.Targets.AsNoTracking(), m => m.GroupCode, t => t.GroupCode, (m, t) => new { m.UnitKey, OfUnit = t.UnitKey, t.Indicator, t.Percent, MemberFrom = m.From, MemberUntil = m.Until, t.From, t.Until, t.PlanCode })
            .Where(t => t.OfUnit == "" || t.OfUnit == t.UnitKey).ToListAsync(ct);
        return [.. found.Select(t => (t, From: t.MemberFrom > t.From ? t.MemberFrom : t.From, Until: Earlier(t.MemberUntil, t.Until))).Where(x => x.Until is not { } until || x.From < until)
            .OrderBy(x => x.t.UnitKey, StringComparer.Ordinal).ThenBy(x => x.t.Indicator, StringComparer.Ordinal).ThenBy(x => x.From)
            .Select(x => (object?[])[x.t.UnitKey, names.GetValueOrDefault(x.t.UnitKey, x.t.UnitKey), x.t.Indicator, x.t.Percent / 1.000000000000000000000000000m, x.From, x.Until?.AddDays(-1), x.t.PlanCode])];
    }

    private async Task<IReadOnlyList<object?[]>> ResultsAsync(int year, CancellationToken ct)
    {
        var names = await NamesAsync(ct);
        var hidden = HiddenTotals(await LinesAsync(year, ct));
        var rows = new List<object?[]>();
        foreach (var month in Months(year))
        {
            foreach (var m in await measures.RowsAsync(new MeasureQuestion(month, month.AddMonths(1).AddDays(-1), Published), ct))
            {
                var isHidden = m.Indicator == Indicators.Ct3 && hidden.Contains((m.Unit, month));
                rows.Add([
                    m.Unit, m.Unit == MeasureQueries.Province ? "Toàn tỉnh" : names.GetValueOrDefault(m.Unit, m.Unit), Month(month), m.Indicator.Code, m.Indicator.Version,
                    isHidden ? "ẩn" : m.Counts.Numerator, isHidden ? "ẩn" : m.Counts.Denominator, isHidden || m.Counts.Percent is not { } percent ? null : Math.Round(percent, 2, MidpointRounding.AwayFromZero), m.Target, m.Attainment.Word(),
                ]);
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<object?[]>> ProceduresAsync(CancellationToken ct) =>
        [.. (await catalogue.PictureAsync(ct)).Procedures.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (object?[])[p.Code, p.Name, p.FieldName, string.Join(';', p.Levels), p.OrgKey, "/thu-tuc/" + p.Code])];

    private async Task<IReadOnlyList<object?[]>> ServicesAsync(CancellationToken ct)
    {
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var found = await db.Services.AsNoTracking().Where(s => s.From <= today && (s.Until == null || s.Until > today) && s.Status != ServiceStatus.Closed)
            .Where(s => db.Procedures.Any(p => p.Code == s.ProcedureCode && p.State == PublicationState.Published && !p.IsVertical))
            .OrderBy(s => s.UnitKey).ThenBy(s => s.ProcedureCode).Select(s => new { s.UnitKey, s.ProcedureCode, s.Level, s.OnlineOnly, s.DecisionNo }).ToListAsync(ct);
        return [.. found.Select(s => (object?[])[s.UnitKey, s.ProcedureCode, s.Level switch { ServiceLevel.Full => "full", ServiceLevel.Partial => "partial", _ => "info" }, s.OnlineOnly ? 1L : 0L, s.DecisionNo])];
    }

    private async Task<IReadOnlyList<object?[]>> UnitsAsync(CancellationToken ct) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.Until == null && (u.InPlan || u.Level == "xa")).OrderBy(u => u.Key).ToListAsync(ct))
            .Select(u => (object?[])[u.Key, u.Name, u.Level, u.ParentKey, u.InPlan ? 1L : 0L, u.IdentifierCode, u.IdentifierProvisional ? 1L : 0L])];

    private async Task<IReadOnlyList<object?[]>> FiguresAsync(CancellationToken ct) =>
        [.. (await db.PublishedFigures.AsNoTracking().OrderBy(f => f.Order).ThenBy(f => f.Id).ToListAsync(ct))
            .Select(f => (object?[])[f.From, f.To, f.UnitName, f.Code, f.Name, Plain(f.Numerator), Plain(f.Denominator), Plain(f.Value), f.ValueUnit, f.Source, f.Note])];

    private async Task<IReadOnlyList<object?[]>> StatisticsAsync(int year, CancellationToken ct)
    {
        if (Months(year) is not { Count: > 0 } months) return [];
        var (from, to) = (months[0], months[^1].AddMonths(1).AddDays(-1));
        var found = await db.RollupDays.AsNoTracking().Where(c => c.Day >= from && c.Day <= to).GroupBy(c => new { c.ProcedureCode, IsOnline = c.Channel == Channel.Online })
            .Select(g => new { g.Key.ProcedureCode, g.Key.IsOnline, Accepted = g.Sum(c => c.Accepted), Ended = g.Sum(c => c.Ended), Late = g.Sum(c => c.EndedLate) }).ToListAsync(ct);
        var titles = await db.Procedures.AsNoTracking().Select(p => new { p.Code, p.Name }).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        // Beside the file by unit and month the sum of a procedure may not tell what is hidden there
        var cells = (await LinesAsync(year, ct)).SelectMany(l => l.Value.Cells).ToLookup(c => c.Key, StringComparer.Ordinal);
        return [.. found.Where(f => f.Accepted != 0).GroupBy(f => f.ProcedureCode, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            long all = g.Sum(f => f.Accepted), online = g.Where(f => f.IsOnline).Sum(f => f.Accepted), ended = g.Where(f => f.IsOnline).Sum(f => f.Ended), late = g.Where(f => f.IsOnline).Sum(f => f.Late);
            var mark = all < CellProtection.Threshold ? CellMark.Small : CellProtection.IsSumSafe([.. cells[g.Key]]) ? CellMark.Open : CellMark.Hidden;
            // What is hidden hides its parts: each is published only beside an open whole
            var ofOnline = mark == CellMark.Open ? CellProtection.PartOf(online, all) : Worse(CellProtection.PartOf(online, all));
            var ofEnded = ofOnline == CellMark.Open ? CellProtection.PartOf(ended, online) : Worse(CellProtection.PartOf(ended, online));
            var isTold = ofEnded == CellMark.Open && ended > 0 && CellProtection.PartOf(late, ended) == CellMark.Open;
            return (object?[])[g.Key, titles.GetValueOrDefault(g.Key, ""), from, to, Shown(all, mark), Shown(online, ofOnline), Shown(ended, ofEnded), isTold ? Math.Round((ended - late) * 100m / ended, 2, MidpointRounding.AwayFromZero) : null];
        })];
    }

    private async Task<IReadOnlyList<object?[]>> DossiersAsync(int year, CancellationToken ct)
    {
        var lines = await LinesAsync(year, ct);
        return [.. lines.OrderBy(l => l.Key.Month).ThenBy(l => l.Key.Unit, StringComparer.Ordinal).SelectMany(l => l.Value.Cells
            .Select(c => (object?[])[l.Key.Unit, c.Key, Month(l.Key.Month), Shown(c.Value, c.Mark)])
            .Append([l.Key.Unit, "*", Month(l.Key.Month), Shown(l.Value.Total, l.Value.TotalMark)]))];
    }

    /// <summary>Dossiers by unit and month, each line protected; one row of the day cube for each offer and day is read.</summary>
    private async Task<Dictionary<(string Unit, DateOnly Month), ProtectedLine<string>>> LinesAsync(int year, CancellationToken ct)
    {
        if (Months(year) is not { Count: > 0 } months) return [];
        var (from, to) = (months[0], months[^1].AddMonths(1).AddDays(-1));
        var rows = await UnitRows.LoadAsync(db, new MeasureQuestion(from, to, []), ct);
        var cells = await db.RollupDays.AsNoTracking().Where(c => c.Day >= from && c.Day <= to && c.Accepted != 0)
            .GroupBy(c => new { c.UnitKey, c.ProcedureCode, c.Day.Month }).Select(g => new { g.Key.UnitKey, g.Key.ProcedureCode, g.Key.Month, Count = g.Sum(c => c.Accepted) }).ToListAsync(ct);
        return cells.GroupBy(c => (Unit: rows.RowOf(c.UnitKey), Month: new DateOnly(year, c.Month, 1))).ToDictionary(g => g.Key, g => CellProtection.Protect(
            [.. g.GroupBy(c => c.ProcedureCode, StringComparer.Ordinal).Select(p => (p.Key, (long)p.Sum(c => c.Count))).Where(p => p.Item2 > 0).OrderBy(p => p.Key, StringComparer.Ordinal)],
            code => vault.Digest($"open:{g.Key.Unit}:{g.Key.Month:yyyy-MM}:{code}")));
    }

    /// <summary>Units and months whose sum is not told. A unit alone would follow from the province's sum, so another goes with it.</summary>
    private HashSet<(string Unit, DateOnly Month)> HiddenTotals(Dictionary<(string Unit, DateOnly Month), ProtectedLine<string>> lines)
    {
        var hidden = lines.Where(l => l.Value.TotalMark != CellMark.Open).Select(l => l.Key).ToHashSet();
        foreach (var month in hidden.GroupBy(h => h.Month).Where(g => g.Count() == 1).Select(g => g.Key).ToList())
        {
            var others = lines.Keys.Where(k => k.Month == month && !hidden.Contains(k)).OrderBy(k => vault.Digest($"open:{k.Unit}:{month:yyyy-MM}"), StringComparer.Ordinal).ToList();
            if (others.Count > 0) hidden.Add(others[0]);
        }

        return hidden;
    }

    private IReadOnlyList<DateOnly> Months(int year) =>
        [.. Enumerable.Range(1, 12).Select(m => new DateOnly(year, m, 1)).Where(m => m.AddMonths(1).AddDays(-1) <= LastDay)];

    private async Task<Dictionary<string, string>> NamesAsync(CancellationToken ct) =>
        await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, u => u.Name, StringComparer.Ordinal, ct);

    private static object Shown(long value, CellMark mark) => mark == CellMark.Open ? value : CellProtection.Say(value, mark);

    private static CellMark Worse(CellMark mark) => mark == CellMark.Open ? CellMark.Hidden : mark;

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000000000m;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
