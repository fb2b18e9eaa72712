using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Counts of a procedure at some units.</summary>
/// <param name="Procedure">Procedure.</param>
/// <param name="Counts">Columns (3) to (13).</param>
public sealed record ProcedureProcessing(string Procedure, ProcessingCounts Counts);

/// <summary>A figure of the form whose dossiers are wanted.</summary>
/// <param name="Column">3 to 13.</param>
/// <param name="Units">Handling units.</param>
/// <param name="Field">Lĩnh vực; null = all.</param>
/// <param name="From">First local day of the period.</param>
/// <param name="To">Last local day of the period.</param>
/// <param name="AsAt">Moment of the figures, UTC.</param>
public sealed record ProcessingBehind(int Column, IReadOnlyList<string> Units, string? Field, DateOnly From, DateOnly To, DateTimeOffset AsAt);

/// <summary>Biểu II.06a/VPCP/KSTT: how dossiers were received and resolved, by field, in a section for each level.</summary>
public sealed class ReportProcessing(MotCuaDb db) : IReportAuthor
{
    private const string OtherField = "Lĩnh vực khác";

    /// <inheritdoc />
    public ReportTemplate Template => ReportTemplates.Processing;

    /// <summary>Columns (3) to (13) of the units by procedure, counted by the database in one reading.</summary>
    /// <param name="units">Handling units.</param>
    /// <param name="from">First local day of the period.</param>
    /// <param name="to">Last local day of the period.</param>
    /// <param name="asAt">Figures are as at this moment: never later than the end of the period.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<ProcedureProcessing>> CountAsync(IReadOnlyList<string> units, DateOnly from, DateOnly to, DateTimeOffset asAt, CancellationToken ct)
    {
        var start = ProvinceTime.StartOf(from);
        var last = asAt - TimeSpan.FromMicroseconds(1); // what is due on the last day is still in time at the end of it
        // Accepted up to the end, and not resolved before the beginning: whatever a column can count
        var facts = db.DossierFacts.AsNoTracking().Where(f => units.Contains(f.UnitKey) && f.Day <= to && (f.ResolvedAt == null || f.ResolvedAt >= start));
        var found = await facts.GroupBy(f => f.ProcedureCode).Select(g => new
        {
            g.Key,
            Received = g.Count(),
            Online = g.Count(f => f.Day >= from && f.Channel == Channel.Online),
            Direct = g.Count(f => f.Day >= from && f.Channel != Channel.Online),
            Carried = g.Count(f => f.Day < from),
            Resolved = g.Count(f => f.ResolvedAt < asAt),
            Early = g.Count(f => f.ResolvedAt < asAt && f.ResolvedAt < f.EarlyBefore),
            OnTime = g.Count(f => f.ResolvedAt < asAt && (f.EarlyBefore == null || f.ResolvedAt >= f.EarlyBefore) && (f.LateAfter == null || f.LateAfter >= f.ResolvedAt)),
            Late = g.Count(f => f.ResolvedAt < asAt && f.LateAfter < f.ResolvedAt),
            Open = g.Count(f => f.ResolvedAt == null || f.ResolvedAt >= asAt),
            OpenInTime = g.Count(f => (f.ResolvedAt == null || f.ResolvedAt >= asAt) && (f.LateAfter == null || f.LateAfter >= last)),
            OpenLate = g.Count(f => (f.ResolvedAt == null || f.ResolvedAt >= asAt) && f.LateAfter < last),
        }).ToListAsync(ct);
        return [.. found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new ProcedureProcessing(
            f.Key, new ProcessingCounts(f.Received, f.Online, f.Direct, f.Carried, f.Resolved, f.Early, f.OnTime, f.Late, f.Open, f.OpenInTime, f.OpenLate)))];
    }

    /// <summary>The dossiers that a column counts, by the same conditions, in the order unit, day, number; from after the given place.</summary>
    /// <param name="behind">Which.</param>
    /// <param name="after">The last one seen, or null.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<DossierFactRow>> BehindAsync(ProcessingBehind behind, FactPlace? after, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(behind);
        var facts = await BehindAsync(behind, ct);
        if (after is { } p)
        {
#pragma warning disable CA1309 // Translated to SQL, where text is ordered by its bytes on both databases
            facts = facts.Where(f => string.Compare(f.UnitKey, p.Unit) > 0 || (f.UnitKey == p.Unit && (f.Day > p.Day || (f.Day == p.Day && string.Compare(f.Code, p.Code) > 0))));
#pragma warning restore CA1309
        }

        return await facts.OrderBy(f => f.UnitKey).ThenBy(f => f.Day).ThenBy(f => f.Code).Take(count).ToListAsync(ct);
    }

    /// <summary>How many dossiers a column counts now.</summary>
    public async Task<int> CountBehindAsync(ProcessingBehind behind, CancellationToken ct) => await (await BehindAsync(behind, ct)).CountAsync(ct);

    private async Task<IQueryable<DossierFactRow>> BehindAsync(ProcessingBehind behind, CancellationToken ct)
    {
        var (units, from, to, asAt) = (behind.Units, behind.From, behind.To, behind.AsAt);
        var (start, last) = (ProvinceTime.StartOf(from), asAt - TimeSpan.FromMicroseconds(1));
        var facts = db.DossierFacts.AsNoTracking().Where(f => units.Contains(f.UnitKey) && f.Day <= to && (f.ResolvedAt == null || f.ResolvedAt >= start));
        if (behind.Field is { } field)
        {
            var known = await db.Procedures.AsNoTracking().Select(p => new { p.Code, p.FieldName }).ToListAsync(ct);
            var codes = known.Where(p => field == OtherField ? p.FieldName.Length > 0 && p.FieldName != OtherField : p.FieldName == field).Select(p => p.Code).ToList();
            facts = field == OtherField ? facts.Where(f => !codes.Contains(f.ProcedureCode)) : facts.Where(f => codes.Contains(f.ProcedureCode));
        }

        return behind.Column switch
        {
            3 => facts,
            4 => facts.Where(f => f.Day >= from && f.Channel == Channel.Online),
            5 => facts.Where(f => f.Day >= from && f.Channel != Channel.Online),
            6 => facts.Where(f => f.Day < from),
            7 => facts.Where(f => f.ResolvedAt < asAt),
            8 => facts.Where(f => f.ResolvedAt < asAt && f.ResolvedAt < f.EarlyBefore),
            9 => facts.Where(f => f.ResolvedAt < asAt && (f.EarlyBefore == null || f.ResolvedAt >= f.EarlyBefore) && (f.LateAfter == null || f.LateAfter >= f.ResolvedAt)),
            10 => facts.Where(f => f.ResolvedAt < asAt && f.LateAfter < f.ResolvedAt),
            11 => facts.Where(f => f.ResolvedAt == null || f.ResolvedAt >= asAt),
            12 => facts.Where(f => (f.ResolvedAt == null || f.ResolvedAt >= asAt) && (f.LateAfter == null || f.LateAfter >= last)),
            13 => facts.Where(f => (f.ResolvedAt == null || f.ResolvedAt >= asAt) && f.LateAfter < last),
            _ => throw new ArgumentOutOfRangeException(nameof(behind), behind.Column, "Columns are 3 to 13"),
        };
    }

    /// <inheritdoc />
    int IReportAuthor.PiecesOf(ReportOrder order) => order.Scope.Groups.Count;

    /// <inheritdoc />
    async Task<string> IReportAuthor.PieceAsync(ReportOrder order, int number, CancellationToken ct) =>
        JsonSerializer.Serialize(await CountAsync(order.Scope.Groups[number].Units, order.Period.From, order.Period.To, order.AsAt, ct), ReportPapers.Kept);

    /// <inheritdoc />
    async Task<Result<OfficePaper>> IReportAuthor.ComposeAsync(ReportOrder order, IReadOnlyList<string> pieces, CancellationToken ct)
    {
        var fields = await db.Procedures.AsNoTracking().Select(p => new { p.Code, p.FieldName }).ToDictionaryAsync(p => p.Code, p => p.FieldName, StringComparer.Ordinal, ct);
        var groups = order.Scope.Groups;
        var rows = new List<OfficeRow>();
        var all = default(ProcessingCounts);
        foreach (var section in order.Scope.Sections)
        {
            var counts = pieces.Where((_, i) => ReferenceEquals(groups[i].Section, section)).SelectMany(p => JsonSerializer.Deserialize<List<ProcedureProcessing>>(p, ReportPapers.Kept)!).ToList();
            var byField = counts.GroupBy(c => fields.GetValueOrDefault(c.Procedure) is { Length: > 0 } f ? f : OtherField)
                .Select(g => (Field: g.Key, Counts: g.Aggregate(default(ProcessingCounts), (sum, c) => sum + c.Counts)))
                .Where(f => !f.Counts.IsEmpty)
                .OrderBy(f => f.Field == OtherField).ThenBy(f => VietnameseOrder.Key(f.Field), StringComparer.Ordinal).ToList();
            var total = byField.Aggregate(default(ProcessingCounts), (sum, f) => sum + f.Counts);
            if (byField.Select(f => f.Counts.Check($"{section.Name}: {f.Field}")).Append(total.Check(section.Name)).FirstOrDefault(p => p is not null) is { } broken) return broken;
            if (order.Scope.Sections.Count > 1) rows.Add(OfficeRow.Section($"{Roman(order.Scope.Sections, section)}. {section.Name}{(byField.Count == 0 ? ": không phát sinh" : "")}"));
            rows.AddRange(byField.Select((f, i) => Row(i + 1, f.Field, f.Counts)));
            if (order.Scope.Sections.Count > 1 && byField.Count > 0) rows.Add(Row(null, $"Cộng {section.Name.ToLowerInvariant()}", total, OfficeRowKind.Total));
            all += total;
        }

        if (all.Check("Tổng cộng") is { } wrong) return wrong;
        rows.Add(Row(null, all.IsEmpty ? "Tổng cộng (không phát sinh)" : "Tổng cộng", all, OfficeRowKind.Total));
        return new OfficePaper($"Biểu {Template.Form} {order.Scope.Name} {order.Period.Name}", [new OfficeTable(Columns, rows) { Name = "Biểu II.06a", Unit = "Đơn vị tính: hồ sơ" }, .. Notes(order)])
        {
            Head = ReportPapers.Form(Template, order),
            IsLandscape = true,
            Signature = new OfficeSignature(order.Scope.Signs, null),
        };
    }

    private static readonly IReadOnlyList<OfficeColumn> Columns = [new("TT", 5) { IsCentred = true, Mark = "(1)" }, new("Lĩnh vực giải quyết", 30) { Mark = "(2)" }, .. CountColumns()];

    /// <summary>The columns (3) to (13).</summary>
    internal static IReadOnlyList<OfficeColumn> CountColumns()
    {
        const string received = "Số lượng hồ sơ tiếp nhận";
        const string during = "Trong kỳ";
        const string resolved = "Số lượng hồ sơ đã giải quyết";
        const string open = "Số lượng hồ sơ đang giải quyết";
        return
        [
            new("Tổng số", 8) { Above = [received], Mark = "(3) = (4) + (5) + (6)" }, new("Trực tuyến", 8) { Above = [received, during], Mark = "(4)" },
            new("Trực tiếp, dịch vụ bưu chính", 9) { Above = [received, during], Mark = "(5)" }, new("Từ kỳ trước", 8) { Above = [received], Mark = "(6)" },
            new("Tổng số", 8) { Above = [resolved], Mark = "(7) = (8) + (9) + (10)" }, new("Trước hạn", 8) { Above = [resolved], Mark = "(8)" }, new("Đúng hạn", 8) { Above = [resolved], Mark = "(9)" }, new("Quá hạn", 8) { Above = [resolved], Mark = "(10)" },
            new("Tổng số", 8) { Above = [open], Mark = "(11) = (12) + (13)" }, new("Trong hạn", 8) { Above = [open], Mark = "(12)" }, new("Quá hạn", 8) { Above = [open], Mark = "(13)" },
        ];
    }

    private static OfficeRow Row(int? number, string name, ProcessingCounts counts, OfficeRowKind kind = OfficeRowKind.Plain) =>
        new([number is { } n ? OfficeCell.Of(n) : OfficeCell.Empty, OfficeCell.Of(name), .. counts.Columns.Select(OfficeCell.Of)], kind);

    private IEnumerable<OfficeBlock> Notes(ReportOrder order)
    {
        yield return new OfficeParagraph(
            "Cách tính: hồ sơ tính theo ngày tiếp nhận và đơn vị giải quyết. (6) là hồ sơ tiếp nhận trước kỳ, đến thời điểm đầu kỳ chưa giải quyết xong. Đã giải quyết gồm hồ sơ xử lý xong (kể cả từ chối), đã dừng, đã rút trong kỳ; "
            + "trước hạn, đúng hạn, quá hạn so theo ngày với thủ tục có thời hạn tính bằng ngày, theo giờ với thủ tục tính bằng giờ; hồ sơ không có thời hạn tính vào cột (9). "
            + "Hồ sơ đang chờ bổ sung hoặc thực hiện nghĩa vụ tài chính là đang giải quyết. Đẳng thức đã kiểm tra trên từng dòng: (3) = (4) + (5) + (6) = (7) + (11).")
        { IsNote = true };
        yield return ReportPapers.Source(Template, order);
    }

    private static string Roman(IReadOnlyList<ReportSection> sections, ReportSection section) => sections.ToList().IndexOf(section) switch { 0 => "I", 1 => "II", _ => "III" };
}
