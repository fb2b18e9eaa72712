using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The services of some rows over a time, read once: what ct1 and ct2 were at each of several points. The same rule as <see cref="ServicePicture"/>.</summary>
internal sealed class ServiceTimeline
{
    private readonly Dictionary<(string Row, string Indicator), Ratio[]> _counts;

    private ServiceTimeline(Dictionary<(string, string), Ratio[]> counts) => _counts = counts;

    /// <summary>The figure of a row at a point.</summary>
    public Ratio Of(IndicatorDefinition indicator, string row, int point) => _counts.TryGetValue((row, indicator.Code), out var counts) ? counts[point] : default;

    public static async Task<ServiceTimeline> LoadAsync(MotCuaDb db, UnitRows rows, IReadOnlyList<DaySpan> spans, IReadOnlyList<IndicatorDefinition> indicators, CancellationToken ct)
    {
        var (first, last) = (spans.Min(s => s.To), spans.Max(s => s.To));
        var services = db.Services.AsNoTracking().Where(s => s.Status != ServiceStatus.Closed && s.From <= last && (s.Until == null || s.Until > first) && !db.Procedures.Any(p => p.Code == s.ProcedureCode && p.IsVertical));
        if (rows.Only is { } only) services = services.Where(s => only.Contains(s.UnitKey));
        var found = await services.Select(s => new Offered(s.UnitKey, s.ProcedureCode, s.From, s.Until, s.Level, s.EligibleFull)).ToListAsync(ct);
        var closings = (await db.ProcedureClosings.AsNoTracking().Where(c => !c.IsPause && c.From <= last && (c.Until == null || c.Until > first)).Select(c => new { c.ProcedureCode, c.From, c.Until }).ToListAsync(ct))
            .ToLookup(c => c.ProcedureCode, c => (c.From, c.Until), StringComparer.Ordinal);
        var points = indicators.Any(i => i != Indicators.Ct1) ? await PointsAsync(db, rows, spans, ct) : [];
        var byUnit = found.ToLookup(s => s.Unit, StringComparer.Ordinal);
        var counts = new Dictionary<(string, string), Ratio[]>();
        foreach (var row in rows.Shown.SelectMany(rows.PartsOf).Distinct())
        {
            foreach (var indicator in indicators) counts[(row, indicator.Code)] = new Ratio[spans.Count];
            foreach (var offer in rows.UnitsOf(row).SelectMany(u => byUnit[u]).GroupBy(s => s.Procedure, StringComparer.Ordinal))
            {
                Offered[] offers = [.. offer];
                for (var n = 0; n < spans.Count; n++) Count(counts, row, offers, closings[offer.Key], points, spans[n], n, indicators);
            }
        }

        return new ServiceTimeline(counts);
    }

    private static void Count(
        Dictionary<(string, string), Ratio[]> counts, string row, Offered[] offers, IEnumerable<(DateOnly From, DateOnly? Until)> closings,
        Dictionary<(string, string), (bool[] Online, bool[] Any)> points, DaySpan span, int n, IReadOnlyList<IndicatorDefinition> indicators)
    {
        if (closings.Any(c => c.From <= span.To && (c.Until is not { } end || span.To < end))) return;
        var (any, isFull, isEligible, isService, hadOnline, hadAny) = (false, true, false, false, false, false);
        foreach (var offer in offers)
        {
            if (offer.From > span.To || offer.Until <= span.To) continue;
            any = true;
            isFull &= offer.Level == ServiceLevel.Full;
            isEligible |= offer.EligibleFull == true;
            if (offer.Level < ServiceLevel.Partial) continue;
            isService = true;
            if (!points.TryGetValue((offer.Unit, offer.Procedure), out var had)) continue;
            hadOnline |= had.Online[n];
            hadAny |= had.Any[n];
        }

        if (!any) return;
        foreach (var indicator in indicators)
        {
            var (below, above) = indicator.Code switch
            {
                "ct1" => (isEligible, isFull),
                "ct2" => (isService, hadOnline),
                "ct2.a" => (isService && hadAny, hadOnline),
                _ => throw new ArgumentOutOfRangeException(nameof(indicators)),
            };
            if (below) counts[(row, indicator.Code)][n] += new Ratio(above ? 1 : 0, 1);
        }
    }

    /// <summary>For each offer, at which points it had online dossiers and any.</summary>
    private static async Task<Dictionary<(string, string), (bool[] Online, bool[] Any)>> PointsAsync(MotCuaDb db, UnitRows rows, IReadOnlyList<DaySpan> spans, CancellationToken ct)
    {
        var (firstYear, lastYear) = (spans.Min(s => s.From).Year, spans.Max(s => s.To).Year);
        var years = db.RollupOfferYears.AsNoTracking().Where(o => o.Year >= firstYear && o.Year <= lastYear);
        if (rows.Only is { } only) years = years.Where(o => only.Contains(o.UnitKey));
        var words = new Dictionary<(int Year, int Span), YearWords>();
        for (var n = 0; n < spans.Count; n++)
        {
            for (var year = spans[n].From.Year; year <= spans[n].To.Year; year++) words[(year, n)] = YearWords.Between(year, spans[n].From, spans[n].To);
        }

        var points = new Dictionary<(string, string), (bool[] Online, bool[] Any)>();
        await foreach (var o in years.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!points.TryGetValue((o.UnitKey, o.ProcedureCode), out var had)) points[(o.UnitKey, o.ProcedureCode)] = had = (new bool[spans.Count], new bool[spans.Count]);
            for (var n = 0; n < spans.Count; n++)
            {
                if (!words.TryGetValue((o.Year, n), out var w)) continue;
                had.Online[n] |= ((o.Online1 & w.W1) | (o.Online2 & w.W2) | (o.Online3 & w.W3) | (o.Online4 & w.W4) | (o.Online5 & w.W5) | (o.Online6 & w.W6)) != 0;
                had.Any[n] |= ((o.Any1 & w.W1) | (o.Any2 & w.W2) | (o.Any3 & w.W3) | (o.Any4 & w.W4) | (o.Any5 & w.W5) | (o.Any6 & w.W6)) != 0;
            }
        }

        return points;
    }

    private sealed record Offered(string Unit, string Procedure, DateOnly From, DateOnly? Until, ServiceLevel Level, bool? EligibleFull);
}
