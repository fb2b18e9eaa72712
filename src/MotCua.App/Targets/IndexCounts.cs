using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Raw counts of the index for one row of a table.</summary>
/// <param name="Values">Counts by column; a column that is not there is not known.</param>
/// <param name="Sheet">The points.</param>
/// <param name="Ended">Dossiers of the period that have ended.</param>
/// <param name="DaysTaken">Calendar days that they took, together; information of part 2.2.</param>
public sealed record IndexRow(IReadOnlyDictionary<string, decimal> Values, IndexSheet Sheet, long Ended, long DaysTaken)
{
    /// <summary>Average calendar days from acceptance to the end; null when nothing has ended (QĐ 766/QĐ-TTg, 2.2, information without points).</summary>
    public decimal? AverageDays => Ended == 0 ? null : Math.Round((decimal)DaysTaken / Ended, 2, MidpointRounding.AwayFromZero);
}

/// <summary>
/// Counts what QĐ 766/QĐ-TTg asks, from unit sums, services and supplied counts. Its cost does not grow with the number of dossiers, but for those that
/// ended after the last day, the few that were not satisfied, and one look for each offer whether it had a fee and an online payment.
/// </summary>
public sealed class IndexCounts(MotCuaDb db, MeasureQueries measures, PublicCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The counts by row of the question, as at the end of its last day or now if that is earlier.</summary>
    public async Task<IReadOnlyDictionary<string, IndexRow>> OfAsync(MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var counts = rows.Shown.ToDictionary(u => u, _ => new Dictionary<string, decimal>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var m in await measures.RowsAsync(question with { Indicators = [Indicators.Ct2, Indicators.Ct3Index] }, ct))
        {
            var (above, below) = m.Indicator == Indicators.Ct2 ? ("online_services_used", "online_services") : ("dossiers_online", "dossiers_all");
            (counts[m.Unit][above], counts[m.Unit][below]) = (m.Counts.Numerator, m.Counts.Denominator);
        }

        var services = await ServicePicture.LoadAsync(db, rows, question with { Indicators = [] }, ct);
        var picture = await catalogue.PictureAsync(ct);
        var fees = await FeeOffers.LoadAsync(db, question, rows, services, picture, ct);
        var lists = new CatalogueLists(picture);
        var supplied = await SuppliedFigures.LoadAsync(db, question.To, ct);
        var sums = await UnitSums.LoadAsync(db, question, rows, ct);
        var at = IndexFacts.AsAt(question, clock.GetUtcNow());
        var stillInTime = await CountAsync(question, f => f.Where(x => x.IndexLateAfter >= at), ct);
        var dissatisfied = await CountAsync(question, f => f.Where(x => x.Satisfaction == 1 && (x.IndexLateAfter == null || x.IndexLateAfter >= at)), ct);
        var lateResults = question.To >= ProvinceTime.DateOf(clock.GetUtcNow()) ? [] : await CountAsync(question, f => f.Where(x => x.ResultOn > question.To && x.HasElectronicResult), ct);
        var found = new Dictionary<string, IndexRow>(StringComparer.Ordinal);
        foreach (var unit in rows.Shown)
        {
            var own = counts[unit];
            var parts = rows.PartsOf(unit);
            var levels = parts.Select(services.Levels).ToList();
            (own["full"], own["partial"], own["procedures"]) = (levels.Sum(l => l.Full), levels.Sum(l => l.Partial), levels.Sum(l => l.All));
            var units = parts.SelectMany(rows.UnitsOf).ToHashSet(StringComparer.Ordinal);
            var sum = sums.Of(units);
            own["received"] = own["result_dossiers"] = sum.Accepted;
            own["on_time"] = sum.Accepted - sum.IndexBound + units.Sum(u => stillInTime.GetValueOrDefault(u));
            own["fee_dossiers"] = sum.WithFee;
            own["fee_dossiers_paid_online"] = sum.FeePaidOnline;
            own["e_results"] = sum.ElectronicResults - units.Sum(u => lateResults.GetValueOrDefault(u));
            own["digitised"] = sum.Digitised;
            own["reused"] = sum.Reused;
            own["eid_dossiers"] = sum.EidVerified;
            own["satisfied_percent"] = sum.Accepted == 0 ? 0m : (own["on_time"] - units.Sum(u => dissatisfied.GetValueOrDefault(u))) * 100m / sum.Accepted;
            (own["fee_procedures"], own["fee_procedures_paid_online"]) = (parts.Sum(p => fees.Of(p).Count), parts.Sum(p => fees.PaidOf(p).Count));
            (own["procedures_listed"], own["procedures_complete"]) = (parts.Sum(p => lists.Of(rows, p).Count), parts.Sum(p => lists.CompleteOf(rows, p).Count));
            supplied.AddTo(own, unit, rows, question);
            found[unit] = new IndexRow(own, IndexSheet.Of(own), sum.Ended, sum.DaysTaken);
        }

        return found;
    }

    private Task<Dictionary<string, int>> CountAsync(MeasureQuestion question, Func<IQueryable<DossierFactRow>, IQueryable<DossierFactRow>> which, CancellationToken ct)
    {
        var touched = PeriodParts.MonthsTouched(question.From, question.To);
        return which(db.DossierFacts.AsNoTracking().Where(f => touched.Contains(f.Month) && f.Day >= question.From && f.Day <= question.To))
            .GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
    }
}

/// <summary>Which procedures of a row have a fee, and which of them had an online payment in the period.</summary>
internal sealed class FeeOffers
{
    private readonly Dictionary<string, List<string>> _withFee = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _paid = new(StringComparer.Ordinal);

    /// <summary>Codes of the row's procedures with a fee: the catalogue names an amount that may be charged here, or a dossier of the period had one.</summary>
    public IReadOnlyList<string> Of(string row) => _withFee[row];

    /// <summary>Those with at least one dossier paid online.</summary>
    public IReadOnlyList<string> PaidOf(string row) => _paid[row];

    public static async Task<FeeOffers> LoadAsync(MotCuaDb db, MeasureQuestion question, UnitRows rows, ServicePicture services, CataloguePicture picture, CancellationToken ct)
    {
        var (from, to) = (question.From, question.To);
        var offered = db.Services.AsNoTracking().Where(s => s.From <= to && (s.Until == null || s.Until > to));
        if (rows.Only is { } only) offered = offered.Where(s => only.Contains(s.UnitKey));
        var used = await offered
            .Select(s => new
            {
                s.UnitKey,
                s.ProcedureCode,
                HadFee = db.DossierFacts.Any(f => f.UnitKey == s.UnitKey && f.ProcedureCode == s.ProcedureCode && f.Day >= from && f.Day <= to && f.HasFee),
                WasPaid = db.DossierFacts.Any(f => f.UnitKey == s.UnitKey && f.ProcedureCode == s.ProcedureCode && f.Day >= from && f.Day <= to && f.IsPaidOnline && f.HasFee),
            })
            .Where(o => o.HadFee || o.WasPaid)
            .ToListAsync(ct);
        var byUnit = used.ToLookup(o => o.UnitKey, StringComparer.Ordinal);
        var stated = picture.Procedures.Where(p => p.Content.Fees.Any(f => f is { IsChargeable: true, AmountVnd: > 0 })).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        var found = new FeeOffers();
        foreach (var row in rows.Shown.SelectMany(rows.PartsOf).Distinct())
        {
            var inRow = rows.UnitsOf(row).SelectMany(u => byUnit[u]).ToList();
            var had = inRow.Select(o => o.ProcedureCode).ToHashSet(StringComparer.Ordinal);
            var paid = inRow.Where(o => o.WasPaid).Select(o => o.ProcedureCode).ToHashSet(StringComparer.Ordinal);
            found._withFee[row] = [.. services.OffersOf(row).Select(o => o.Code).Where(c => had.Contains(c) || stated.Contains(c))];
            found._paid[row] = [.. found._withFee[row].Where(paid.Contains)];
        }

        return found;
    }
}

/// <summary>The procedures of the catalogue by whose list they stand in, and which are public with all their parts (QĐ 766/QĐ-TTg, 1.3; NĐ 63/2010 Đ8).</summary>
internal sealed class CatalogueLists(CataloguePicture picture)
{
    private readonly List<Listed> _procedures =
    [
        .. picture.Procedures.Select(p => new Listed(p.Code, p.OrgKey, p.Levels, true))
            .Concat(picture.Waiting.Where(w => !w.IsVertical).Select(w => new Listed(w.Code, w.OrgKey, w.Levels, false))).OrderBy(p => p.Code, StringComparer.Ordinal),
    ];

    /// <summary>A department's procedures are those it is in charge of, a district's those of its level and, with its communes, of theirs.</summary>
    public IReadOnlyList<string> Of(UnitRows rows, string row) => [.. In(rows, row).Select(p => p.Code)];

    /// <summary>Those that are public, which needs all parts.</summary>
    public IReadOnlyList<string> CompleteOf(UnitRows rows, string row) => [.. In(rows, row).Where(p => p.IsComplete).Select(p => p.Code)];

    private IEnumerable<Listed> In(UnitRows rows, string row) => rows.LevelOf(row) switch
    {
        "huyen" => _procedures.Where(p => p.Levels.Contains("huyen") || (rows.UnitsOf(row).Count > 1 && p.Levels.Contains("xa"))),
        "xa" => _procedures.Where(p => p.Levels.Contains("xa")),
        _ => _procedures.Where(p => p.Org == row && (p.Levels.Count == 0 || p.Levels.Contains("tinh"))),
    };

    private sealed record Listed(string Code, string Org, IReadOnlyList<string> Levels, bool IsComplete);
}
