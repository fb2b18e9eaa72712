using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Section <c>MotCua:Warnings</c>: when units are warned that they will miss a target.</summary>
public sealed class WarningTimes
{
    /// <summary>Working days before the close.</summary>
    public IReadOnlyList<int> Leads { get; set; } = [10, 3];

    /// <summary>Which periods.</summary>
    public IReadOnlyList<PeriodKind> Kinds { get; set; } = [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Year];

    /// <summary>Local hour of the daily job.</summary>
    public int Hour { get; set; } = 6;
}

/// <summary>What a run did.</summary>
/// <param name="Runs">Periods and leads worked out.</param>
/// <param name="Warnings">Warnings, one for each unit and indicator.</param>
public sealed record Warned(int Runs, int Warnings);

/// <summary>
/// Warns units, and the plan's owners, of targets that will be missed when a period closes: ten and three working days before. Each period and lead is
/// worked out once, in one transaction with the outbox entries that tell of it; a day that was missed is made up for once and says so.
/// </summary>
public sealed class WarnOfTargets(MotCuaDb db, Forecasts forecasts, WorkingCalendars calendars, OfficerNotices notices, WarningTimes times, TimeProvider clock)
{
    /// <summary>Kind of the outbox entries.</summary>
    public const string Kind = "TargetWarned";

    private static readonly IReadOnlyList<IndicatorDefinition> Watched = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3];

    /// <summary>Sends what is due now; again does nothing.</summary>
    public async Task<Warned> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var calendar = await calendars.ForAsync("*", ct);
        var (runs, warnings) = (0, 0);
        foreach (var kind in times.Kinds.Where(k => k != PeriodKind.Free).Distinct())
        {
            var period = Period.Containing(kind, PeriodCut.Calendar, today);
            var sent = await db.WarningRuns.AsNoTracking().Where(r => r.PeriodKey == period.Key).Select(r => r.Lead).ToListAsync(ct);
            if (ForecastWarnings.Due(new DaySpan(period.From, period.To), times.Leads, sent, today, calendar) is not { } due) continue;
            warnings += await RunAsync(period, due, now, ct);
            runs++;
        }

        return new Warned(runs, warnings);
    }

    private async Task<int> RunAsync(Period period, DueWarning due, DateTimeOffset now, CancellationToken ct)
    {
        // ct1 first: it is settled by decisions, the others by people
        var sheet = await forecasts.ForAsync(new ForecastQuestion(period, null, Watched), ct);
        // With nothing missing by the forecast there is nothing to warn of; nor where nothing can be said
        var missing = sheet.Rows.Where(r => r is { Target: not null, Forecast: { Gap: { InPlace: not 0 } } }).ToList();
        db.WarningRuns.Add(new WarningRunRow { PeriodKey = period.Key, Lead = due.Lead, At = now, IsLate = due.IsLate });
        foreach (var row in missing)
        {
            db.TargetWarnings.Add(new TargetWarningRow
            {
                Id = Ids.NewGuid(now),
                UnitKey = row.Unit,
                Indicator = row.Indicator.Code,
                PeriodKey = period.Key,
                Lead = due.Lead,
                At = now,
                IsLate = due.IsLate,
                Expected = row.Forecast!.Percent,
                Target = row.Target!.Value,
                Chance = row.Forecast.Chance ?? 0,
                Missing = row.Forecast.Gap!.Value.InPlace,
            });
        }

        var closing = missing.Count == 0 ? [] : await new ClosingProcedures(db).OfAsync(period.From, sheet.AsAt, ct);
        foreach (var unit in missing.GroupBy(r => r.Unit))
        {
            var items = ClosingProcedures.Items(closing.Where(p => p.Row == unit.Key), 8);
            db.Outbox.AddRange(notices.Rows(Kind, WarningTexts.ToUnit(period, due, sheet, [.. unit], items), now));
        }

        if (missing.Count > 0) db.Outbox.AddRange(notices.Rows(Kind, WarningTexts.ToOwners(period, due, sheet, missing, ClosingProcedures.Items(closing.Where(p => missing.Any(r => r.Unit == p.Row)), 12)), now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            // Another node did the same run at the same moment
            db.ChangeTracker.Clear();
            return 0;
        }

        return missing.Count;
    }
}

/// <summary>A service whose dossiers came on paper.</summary>
/// <param name="Row">Row of the board.</param>
/// <param name="Code">Procedure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Paper">Dossiers on paper in the period.</param>
internal sealed record PaperOffer(string Row, string Code, string Name, long Paper);

/// <summary>What would close a gap: services that may be filed online and had most dossiers on paper, from rollups.</summary>
internal sealed class ClosingProcedures(MotCuaDb db)
{
    public async Task<IReadOnlyList<PaperOffer>> OfAsync(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var found = await (
            from c in db.RollupDays.AsNoTracking()
            where c.Day >= first && c.Day <= last && c.Channel != Channel.Online && c.Level >= (int)ServiceLevel.Partial
            join u in db.Units on c.UnitKey equals u.Key
            group c by new { Row = u.Level == "xa" && u.ParentKey != null ? u.ParentKey : u.Key, c.ProcedureCode } into g
            select new { g.Key.Row, g.Key.ProcedureCode, Paper = g.Sum(c => (long)c.Accepted) }).ToListAsync(ct);
        var codes = found.Select(f => f.ProcedureCode).Distinct().ToList();
        var names = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        return [.. found.Where(f => f.Paper > 0).Select(f => new PaperOffer(f.Row, f.ProcedureCode, names.GetValueOrDefault(f.ProcedureCode, f.ProcedureCode), f.Paper))];
    }

    /// <summary>The lines of a list, most paper first; a procedure once.</summary>
    public static IReadOnlyList<OfficerNoticeItem> Items(IEnumerable<PaperOffer> services, int most) =>
        [.. services.GroupBy(s => (s.Code, s.Name)).Select(g => (g.Key.Code, g.Key.Name, Paper: g.Sum(s => s.Paper))).OrderByDescending(s => s.Paper).ThenBy(s => s.Code, StringComparer.Ordinal).Take(most)
            .Select(s => new OfficerNoticeItem(string.Create(WarningTexts.Vietnamese, $"{s.Name}: {s.Paper:N0} hồ sơ giấy trong kỳ"), s.Code, s.Paper))];
}

/// <summary>Words of the warnings.</summary>
internal static class WarningTexts
{
    /// <summary>Vietnamese of Viet Nam.</summary>
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static OfficerNotice ToUnit(Period period, DueWarning due, ForecastSheet sheet, IReadOnlyList<UnitForecast> rows, IReadOnlyList<OfficerNoticeItem> items) => new(
        [Role.UnitLeader, Role.UnitAdministrator],
        rows[0].Unit,
        $"Cảnh báo chỉ tiêu {period.Name}: {rows[0].Name}, còn {sheet.DaysLeft} ngày làm việc",
        string.Join('\n', [.. Late(due), .. rows.Select(r => $"{Name(r.Indicator)}: {Line(r)}"), items.Count > 0 ? "Dịch vụ nộp trực tuyến được mà hồ sơ giấy còn nhiều, vận động nộp trực tuyến các dịch vụ này sẽ bù phần thiếu:" : "Trong kỳ chưa có dịch vụ trực tuyến nào có hồ sơ giấy."]),
        $"forecast:{rows[0].Unit}:{period.Key}",
        items);

    public static OfficerNotice ToOwners(Period period, DueWarning due, ForecastSheet sheet, IReadOnlyList<UnitForecast> rows, IReadOnlyList<OfficerNoticeItem> items)
    {
        var units = rows.GroupBy(r => (r.Unit, r.Name)).ToList();
        return new(
            [Role.PlanOwner],
            null,
            $"Cảnh báo chỉ tiêu {period.Name}: {units.Count} đơn vị có khả năng không đạt, còn {sheet.DaysLeft} ngày làm việc",
            string.Join('\n', [.. Late(due), .. units.Select(u => $"{u.Key.Name}: {string.Join("; ", u.Select(r => $"{r.Indicator.Code.ToUpperInvariant()} {Short(r)}"))}"), items.Count > 0 ? "Dịch vụ nộp trực tuyến được mà hồ sơ giấy còn nhiều nhất ở các đơn vị trên:" : ""]),
            $"forecast::{period.Key}",
            items);
    }

    private static IEnumerable<string> Late(DueWarning due)
    {
        if (due.IsLate) yield return string.Create(CultureInfo.InvariantCulture, $"Thông báo này đáng lẽ gửi ngày {due.Day:dd/MM/yyyy}; hôm đó hệ thống không chạy nên gửi muộn.");
    }

    private static string Name(IndicatorDefinition indicator) => $"{indicator.Code.ToUpperInvariant()}. {indicator.Name}";

    private static string Line(UnitForecast row)
    {
        var f = row.Forecast!;
        var now = f.Now.Percent is { } p ? Percent((double)p) : "chưa có hồ sơ";
        var band = f.High - f.Low < 0.005 ? "" : string.Create(Vietnamese, $" (dải 80 %: {f.Low:0.0} đến {f.High:0.0} %)");
        return string.Create(Vietnamese, $"hiện nay {now}, dự báo cuối kỳ {Percent(f.Percent)}{band}, chỉ tiêu {row.Target:0.##} %, khả năng đạt {Chance(f)}. {Missing(row)}.");
    }

    private static string Short(UnitForecast row) => string.Create(Vietnamese, $"dự báo {Percent(row.Forecast!.Percent)}, chỉ tiêu {row.Target:0.##} %, {Missing(row).ToLower(Vietnamese)}");

    private static string Missing(UnitForecast row)
    {
        var things = row.Indicator.Code == "ct1" ? "dịch vụ toàn trình" : row.Indicator.Subject == IndicatorSubject.Procedures ? "dịch vụ có hồ sơ trực tuyến" : "hồ sơ trực tuyến";
        return row.Forecast!.Gap!.Value.InPlace is { } missing ? string.Create(Vietnamese, $"Còn thiếu {missing:N0} {things}") : $"Không đủ {things} để đạt";
    }

    private static string Chance(Forecast f) => f.Chance switch
    {
        null => "chưa rõ",
        < 0.01 => f.High - f.Low < 0.005 ? "0 %" : "dưới 1 %",
        > 0.99 => "trên 99 %",
        { } chance => string.Create(Vietnamese, $"{chance * 100:0} %"),
    };

    private static string Percent(double percent) => percent.ToString("0.00", Vietnamese) + " %";
}
