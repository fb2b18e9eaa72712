using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Statistics of one online service (TT 32/2017/TT-BTTTT Điều 11 khoản 3): dossiers accepted in the days asked for, as at a moment.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Online">Hồ sơ trực tuyến đã tiếp nhận.</param>
/// <param name="OnlineResolved">Of them resolved.</param>
/// <param name="OnlineInTime">Of these not late by the statutory verdict.</param>
/// <param name="All">Tổng hồ sơ, trực tuyến và không trực tuyến.</param>
/// <param name="Rated">Of all, rated by the applicant.</param>
/// <param name="VerySatisfied">Rất hài lòng.</param>
/// <param name="Satisfied">Hài lòng.</param>
/// <param name="Dissatisfied">Chưa hài lòng.</param>
public sealed record ServiceFigures(string Procedure, long Online, long OnlineResolved, long OnlineInTime, long All, long Rated, long VerySatisfied, long Satisfied, long Dissatisfied)
{
    /// <summary>Tỷ lệ đúng hạn of what was resolved online, percent, unrounded; null when nothing was.</summary>
    public decimal? InTimePercent => OnlineResolved == 0 ? null : 100m * OnlineInTime / OnlineResolved;

    /// <summary>Share of a rating, percent, unrounded; null when nobody rated, or fewer than the least, so that nobody's answer can be guessed from a public page.</summary>
    /// <param name="count">How many rated so.</param>
    /// <param name="least">Fewest ratings that are shown.</param>
    public decimal? SharePercent(long count, int least = 1) => Rated < Math.Max(least, 1) ? null : 100m * count / Rated;

    /// <summary>The sum of two.</summary>
    public static ServiceFigures operator +(ServiceFigures a, ServiceFigures b) => new(
        a.Procedure, a.Online + b.Online, a.OnlineResolved + b.OnlineResolved, a.OnlineInTime + b.OnlineInTime, a.All + b.All, a.Rated + b.Rated, a.VerySatisfied + b.VerySatisfied, a.Satisfied + b.Satisfied, a.Dissatisfied + b.Dissatisfied);
}

/// <summary>The statistics of TT 32/2017 Điều 11 khoản 3, service by service, year to date: the query behind the report and the public pages.</summary>
public sealed class ReportServices(MotCuaDb db) : IReportAuthor
{
    /// <inheritdoc />
    public ReportTemplate Template => ReportTemplates.Services;

    /// <summary>Figures of every procedure with dossiers at the units, counted by the database.</summary>
    /// <param name="units">Handling units; null = all.</param>
    /// <param name="from">First local day of acceptance.</param>
    /// <param name="to">Last local day of acceptance.</param>
    /// <param name="asAt">Resolved before this moment counts as resolved.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<ServiceFigures>> CountAsync(IReadOnlyList<string>? units, DateOnly from, DateOnly to, DateTimeOffset asAt, CancellationToken ct)
    {
        var touched = PeriodParts.MonthsTouched(from, to);
        var facts = db.DossierFacts.AsNoTracking().Where(f => touched.Contains(f.Month) && f.Day >= from && f.Day <= to);
        if (units is not null) facts = facts.Where(f => units.Contains(f.UnitKey));
        var found = await facts.GroupBy(f => f.ProcedureCode).Select(g => new
        {
            g.Key,
            Online = g.Count(f => f.Channel == Channel.Online),
            Resolved = g.Count(f => f.Channel == Channel.Online && f.ResolvedAt < asAt),
            InTime = g.Count(f => f.Channel == Channel.Online && f.ResolvedAt < asAt && (f.LateAfter == null || f.LateAfter >= f.ResolvedAt)),
            All = g.Count(),
            Rated = g.Count(f => f.Satisfaction != null),
            Very = g.Count(f => f.Satisfaction == 3),
            Well = g.Count(f => f.Satisfaction == 2),
            Not = g.Count(f => f.Satisfaction == 1),
        }).ToListAsync(ct);
        return [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new ServiceFigures(f.Key, f.Online, f.Resolved, f.InTime, f.All, f.Rated, f.Very, f.Well, f.Not))];
    }

    /// <inheritdoc />
    int IReportAuthor.PiecesOf(ReportOrder order) => order.Scope.Groups.Count;

    /// <inheritdoc />
    async Task<string> IReportAuthor.PieceAsync(ReportOrder order, int number, CancellationToken ct) =>
        JsonSerializer.Serialize(await CountAsync(order.Scope.Groups[number].Units, YearStart(order), order.LastDay, order.AsAt, ct), ReportPapers.Kept);

    /// <inheritdoc />
    async Task<Result<OfficePaper>> IReportAuthor.ComposeAsync(ReportOrder order, IReadOnlyList<string> pieces, CancellationToken ct)
    {
        var figures = pieces.SelectMany(p => JsonSerializer.Deserialize<List<ServiceFigures>>(p, ReportPapers.Kept)!).GroupBy(f => f.Procedure).ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a + b), StringComparer.Ordinal);
        var (units, on) = (order.Scope.Units, order.LastDay);
        var levels = (await db.Services.AsNoTracking().Where(s => s.From <= on && (s.Until == null || s.Until > on) && s.Status != ServiceStatus.Closed && s.Level >= ServiceLevel.Partial && units.Contains(s.UnitKey))
            .GroupBy(s => s.ProcedureCode).Select(g => new { g.Key, Level = g.Max(s => s.Level) }).ToListAsync(ct)).ToDictionary(s => s.Key, s => s.Level, StringComparer.Ordinal);
        var codes = levels.Keys.ToList();
        var procedures = (await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code) && !p.IsVertical).Select(p => new { p.Code, p.Name, p.FieldName, p.SortKey }).ToListAsync(ct))
            .GroupBy(p => p.FieldName).OrderBy(g => g.Key.Length == 0).ThenBy(g => VietnameseOrder.Key(g.Key), StringComparer.Ordinal).ToList();
        var rows = new List<OfficeRow>();
        var (n, total) = (0, new ServiceFigures("", 0, 0, 0, 0, 0, 0, 0, 0));
        foreach (var field in procedures)
        {
            rows.Add(OfficeRow.Section(field.Key.Length > 0 ? field.Key : "Lĩnh vực khác"));
            foreach (var p in field.OrderBy(p => p.SortKey, StringComparer.Ordinal))
            {
                var f = figures.GetValueOrDefault(p.Code) ?? new ServiceFigures(p.Code, 0, 0, 0, 0, 0, 0, 0, 0);
                total += f;
                rows.Add(Row(OfficeCell.Of(++n), p.Code, p.Name, levels[p.Code] == ServiceLevel.Full ? "Toàn trình" : "Một phần", f, OfficeRowKind.Plain));
            }
        }

        rows.Add(Row(OfficeCell.Empty, "", total.All == 0 ? "Tổng cộng (không phát sinh)" : "Tổng cộng", "", total, OfficeRowKind.Total));
        return new OfficePaper($"{Template.Name} {order.Scope.Name} {order.Period.Name}", [new OfficeTable(Columns, rows) { Name = "Thống kê dịch vụ", Unit = "Đơn vị tính: hồ sơ" }, .. Notes(order)])
        {
            Head = ReportPapers.Form(Template, order) with { Under = [$"(Từ ngày {OfficeWords.Date(YearStart(order))} đến {ReportPapers.AsAt(order)})"] },
            IsLandscape = true,
            Signature = new OfficeSignature(order.Scope.Signs, null),
        };
    }

    private static readonly IReadOnlyList<OfficeColumn> Columns =
    [
        new("TT", 5) { IsCentred = true }, new("Mã TTHC", 11), new("Tên dịch vụ", 36), new("Mức độ", 10),
        new("Đã tiếp nhận", 8) { Above = ["Hồ sơ trực tuyến"] }, new("Đã giải quyết", 8) { Above = ["Hồ sơ trực tuyến"] }, new("Tỷ lệ đúng hạn", 9) { Above = ["Hồ sơ trực tuyến"] },
        new("Tổng hồ sơ", 8), new("Số đánh giá", 8) { Above = ["Mức độ hài lòng"] }, new("Rất hài lòng", 9) { Above = ["Mức độ hài lòng"] }, new("Hài lòng", 9) { Above = ["Mức độ hài lòng"] }, new("Chưa hài lòng", 9) { Above = ["Mức độ hài lòng"] },
    ];

    private static DateOnly YearStart(ReportOrder order) => new(order.LastDay.Year, 1, 1);

    private static OfficeRow Row(OfficeCell number, string code, string name, string level, ServiceFigures f, OfficeRowKind kind) => new(
        [
            number, OfficeCell.Of(code), OfficeCell.Of(name), OfficeCell.Of(level), OfficeCell.Of(f.Online), OfficeCell.Of(f.OnlineResolved), OfficeCell.Percent(f.InTimePercent), OfficeCell.Of(f.All), OfficeCell.Of(f.Rated),
            OfficeCell.Percent(f.SharePercent(f.VerySatisfied)), OfficeCell.Percent(f.SharePercent(f.Satisfied)), OfficeCell.Percent(f.SharePercent(f.Dissatisfied)),
        ], kind);

    private IEnumerable<OfficeBlock> Notes(ReportOrder order)
    {
        yield return new OfficeParagraph("Cách tính: từ đầu năm, theo ngày tiếp nhận. Tỷ lệ đúng hạn là số hồ sơ trực tuyến giải quyết trước hạn và đúng hạn trên số hồ sơ trực tuyến đã giải quyết. Mức độ hài lòng tính trên số hồ sơ có đánh giá của người nộp, mọi hình thức nộp; dấu – là chưa có hồ sơ để tính.") { IsNote = true };
        yield return ReportPapers.Source(Template, order);
    }
}
