using System.Globalization;
using MotCua.App.Documents;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The words of the plan's report. Every number in a sentence is one of the tables'.</summary>
internal sealed partial class PlanReportText(ReportOrder order, PlanReportFigures figures)
{
    private const int MostNamed = 5;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Codes = ["CT1", "CT2", "CT3"];

    private readonly TargetBoard _now = figures.Now;
    private readonly TargetBoard? _before = figures.Before;
    private readonly string? _previous = figures.Previous;
    private readonly IReadOnlyList<PlanReportWork> _work = figures.Work;
    private readonly ProcessingCounts _all = figures.All;
    private readonly IReadOnlyList<PlanReportTask> _tasks = figures.Tasks;
    private readonly Dictionary<string, BoardRow> _unitsBefore = (figures.Before?.Groups.SelectMany(g => g.Rows) ?? []).ToDictionary(r => r.Unit, StringComparer.Ordinal);

    private IReadOnlyList<BoardRow> Units => [.. _now.Groups.SelectMany(g => g.Rows)];

    /// <summary>Parts I to V of the report.</summary>
    public IEnumerable<OfficeBlock> Body()
    {
        yield return new OfficeParagraph($"Thực hiện {(_now.Plan is null ? "kế hoạch cung cấp, sử dụng dịch vụ công trực tuyến của tỉnh" : $"{_now.Plan} ({_now.Decision})")}, {order.Scope.Agency} báo cáo kết quả thực hiện {order.Period.Name} như sau:");
        foreach (var block in (IEnumerable<OfficeBlock>)[.. Results(), .. Handling(), .. Tasks(), .. Outlook(), .. ToDo()]) yield return block;
    }

    /// <summary>A phụ lục for each indicator, and one for the handling of dossiers.</summary>
    public IReadOnlyList<OfficeAnnex> Annexes()
    {
        var attached = $"Kèm theo Báo cáo số ......../BC-{order.Scope.Abbreviation} của {order.Scope.Agency}";
        string[] roman = ["I", "II", "III", "IV", "V"];
        return
        [
            .. Codes.Select((code, i) => new OfficeAnnex($"Phụ lục {roman[i]}", _now.Province.Figures[i].Indicator.Name, [IndicatorTable(i), Definition(_now.Province.Figures[i].Indicator)]) { Attached = attached, IsLandscape = false }),
            new OfficeAnnex($"Phụ lục {roman[3]}", "Tình hình giải quyết hồ sơ của các đơn vị", [WorkTable()]) { Attached = attached },
            .. HasOutlook ? [new OfficeAnnex($"Phụ lục {roman[4]}", $"Dự báo đến hết {figures.Forecast.Period.Name}", [OutlookTable(), OutlookNote()]) { Attached = attached }] : Array.Empty<OfficeAnnex>(),
        ];
    }

    private IEnumerable<OfficeBlock> Results()
    {
        yield return new OfficeHeading(1, "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU");
        yield return new OfficeHeading(2, "1. Kết quả chung toàn tỉnh");
        yield return new OfficeBullets([.. _now.Province.Figures.Select((m, i) => Overall(m, i))]);
        yield return new OfficeHeading(2, "2. Kết quả theo nhóm đơn vị");
        yield return GroupTable();
        yield return new OfficeHeading(2, "3. Đơn vị đạt và chưa đạt chỉ tiêu");
        var judged = Units.Where(u => u.Figures.Any(f => f.Attainment is Attainment.Met or Attainment.NotMet)).ToList();
        var met = judged.Where(u => u.Figures.All(f => f.Attainment != Attainment.NotMet)).ToList();
        var missed = judged.Except(met).OrderByDescending(u => u.Figures.Count(f => f.Attainment == Attainment.NotMet)).ThenByDescending(u => u.Figures.Sum(Gap)).ToList();
        if (judged.Count == 0)
        {
            yield return new OfficeParagraph("Chưa có đơn vị nào được đánh giá: chưa giao chỉ tiêu, hoặc chưa phát sinh hồ sơ, thủ tục trong kỳ.");
            yield break;
        }

        yield return new OfficeParagraph($"Trong {judged.Count} đơn vị có chỉ tiêu được đánh giá, {(met.Count == 0 ? "chưa có đơn vị nào đạt tất cả chỉ tiêu" : $"{met.Count} đơn vị đạt tất cả chỉ tiêu: {Named(met.Select(u => u.Name))}")}; {(missed.Count == 0 ? "không có đơn vị nào chưa đạt." : $"{missed.Count} đơn vị chưa đạt ít nhất một chỉ tiêu, cụ thể:")}");
        if (missed.Count > 0) yield return new OfficeBullets([.. missed.Select((u, i) => $"{u.Name}: {string.Join("; ", u.Figures.Select((f, n) => (f, n)).Where(x => x.f.Attainment == Attainment.NotMet).Select(x => Missed(x.f, Codes[x.n])))}{(i == missed.Count - 1 ? "." : ";")}")]);
        if (_previous is null || _unitsBefore.Count == 0) yield break;
        yield return new OfficeHeading(2, $"4. So với {_previous}");
        var moves = Units.Select(u => (Unit: u, Move: Move(u.Figures[2], _unitsBefore.GetValueOrDefault(u.Unit)?.Figures[2]))).Where(m => m.Move is not null).ToList();
        var up = moves.Where(m => m.Move > 0).OrderByDescending(m => m.Move).ToList();
        var down = moves.Where(m => m.Move < 0).OrderBy(m => m.Move).ToList();
        yield return moves.Count == 0 ? new OfficeParagraph("Chưa có đơn vị nào phát sinh hồ sơ ở cả hai kỳ để so sánh.")
            : new OfficeParagraph($"Tỷ lệ hồ sơ trực tuyến tăng ở {up.Count} đơn vị, giảm ở {down.Count} đơn vị."
                + (up.Count == 0 ? "" : $" Tăng nhiều nhất: {Named(up.Take(3).Select(m => $"{m.Unit.Name} ({Points(m.Move!.Value)})"))}.")
                + (down.Count == 0 ? "" : $" Giảm nhiều nhất: {Named(down.Take(3).Select(m => $"{m.Unit.Name} ({Points(m.Move!.Value)})"))}."));
    }

    private IEnumerable<OfficeBlock> Handling()
    {
        yield return new OfficeHeading(1, "II. TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ");
        if (_all.IsEmpty)
        {
            yield return new OfficeParagraph("Trong kỳ không phát sinh hồ sơ.");
            yield break;
        }

        yield return new OfficeParagraph($"Tổng số hồ sơ phải giải quyết là {N(_all.Received)} hồ sơ, gồm {N(_all.Online)} hồ sơ tiếp nhận trực tuyến, {N(_all.Direct)} hồ sơ tiếp nhận trực tiếp hoặc qua dịch vụ bưu chính và {N(_all.Carried)} hồ sơ từ kỳ trước chuyển sang. "
            + $"Đã giải quyết {N(_all.Resolved)} hồ sơ{(_all.InTimePercent is { } share ? $", trong đó trước hạn {N(_all.Early)}, đúng hạn {N(_all.OnTime)} (tỷ lệ giải quyết trước và đúng hạn {P(share)}), quá hạn {N(_all.Late)}" : "")}. "
            + $"Đang giải quyết {N(_all.Open)} hồ sơ, trong đó trong hạn {N(_all.OpenInTime)}, quá hạn {N(_all.OpenLate)}.");
        var late = _work.Where(w => w.Counts.Late + w.Counts.OpenLate > 0).OrderByDescending(w => w.Counts.Late + w.Counts.OpenLate).ThenBy(w => w.Unit, StringComparer.Ordinal).ToList();
        yield return new OfficeParagraph(late.Count == 0 ? "Không có đơn vị nào có hồ sơ quá hạn." : $"Đơn vị có hồ sơ quá hạn{(late.Count > MostNamed ? $" ({late.Count} đơn vị), nhiều nhất là" : "")}: {Named(late.Take(MostNamed).Select(w => $"{w.Unit} ({Parts(w.Counts)})"))}.");
    }

    private IEnumerable<OfficeBlock> Tasks()
    {
        yield return new OfficeHeading(1, "III. NHIỆM VỤ CỦA KẾ HOẠCH");
        var on = order.LastDay;
        if (_tasks.Count == 0)
        {
            yield return new OfficeParagraph("Chưa có nhiệm vụ nào được giao trên hệ thống.");
            yield break;
        }

        var late = _tasks.Where(t => t.Task.IsOverdue(on)).ToList();
        yield return new OfficeParagraph($"Kế hoạch và ý kiến chỉ đạo đã giao {_tasks.Count} nhiệm vụ; tình trạng đến lúc lập báo cáo: {_tasks.Count(t => t.Task.State == PlanTaskState.Done)} nhiệm vụ đã hoàn thành, {_tasks.Count(t => t.Task.State == PlanTaskState.AwaitingConfirmation)} nhiệm vụ chờ xác nhận, {_tasks.Count(t => t.Task.State is PlanTaskState.New or PlanTaskState.InProgress)} nhiệm vụ đang thực hiện; {late.Count} nhiệm vụ quá hạn{(late.Count == 0 ? "." : ":")}");
        if (late.Count > 0) yield return new OfficeBullets([.. late.Select((t, i) => $"Nhiệm vụ {t.Number}: {t.Title.TrimEnd('.')} ({t.Lead}, hạn {(t.DueOn is { } due ? OfficeWords.Date(due) : "chưa định")}){(i == late.Count - 1 ? "." : ";")}")]);
    }

    private IEnumerable<OfficeBlock> ToDo()
    {
        yield return new OfficeHeading(1, "V. VIỆC CẦN LÀM");
        var items = new List<string>();
        for (var i = 0; i < Codes.Length; i++)
        {
            var missed = Units.Where(u => u.Figures[i].Attainment == Attainment.NotMet).OrderByDescending(u => Gap(u.Figures[i])).ToList();
            if (missed.Count == 0) continue;
            items.Add($"{Named(missed.Take(MostNamed).Select(u => u.Name))}{(missed.Count > MostNamed ? $" và {missed.Count - MostNamed} đơn vị khác" : "")}: " + i switch
            {
                0 => $"cung cấp toàn trình {N(missed.Sum(u => u.Figures[i].Counts.Denominator - u.Figures[i].Counts.Numerator))} thủ tục đã rà soát đủ điều kiện nhưng chưa cung cấp.",
                1 => "rà soát các dịch vụ chưa phát sinh hồ sơ trực tuyến, hướng dẫn người dân, doanh nghiệp nộp trực tuyến ở các thủ tục có nhiều hồ sơ giấy nhất.",
                _ => $"cần thêm hồ sơ nộp trực tuyến thay cho nộp trực tiếp để đạt chỉ tiêu; trên số hồ sơ đã tiếp nhận của kỳ, cả nhóm còn thiếu {N(missed.Sum(u => Missing(u.Figures[i])))} hồ sơ.",
            });
        }

        var open = _work.Where(w => w.Counts.OpenLate > 0).OrderByDescending(w => w.Counts.OpenLate).Take(MostNamed).ToList();
        if (open.Count > 0) items.Add($"{Named(open.Select(w => w.Unit))}: giải quyết dứt điểm hồ sơ đang quá hạn, xin lỗi và hẹn lại ngày trả kết quả theo quy định.");
        if (_tasks.Any(t => t.Task.IsOverdue(order.LastDay))) items.Add("Các đơn vị chủ trì nhiệm vụ quá hạn: báo cáo nguyên nhân, thời hạn hoàn thành với Văn phòng UBND tỉnh.");
        if (items.Count == 0) yield return new OfficeParagraph("Các đơn vị tiếp tục duy trì kết quả đạt được.");
        else yield return new OfficeBullets(items);
    }

    private OfficeTable GroupTable()
    {
        List<OfficeColumn> columns = [new("TT", 5) { IsCentred = true }, new("Nhóm đơn vị", 30), new("Số đơn vị", 8) { IsCentred = true }];
        foreach (var code in Codes) columns.AddRange([new("Kết quả", 10) { Above = [code] }, new("Số đơn vị đạt", 9) { Above = [code], IsCentred = true }]);
        return new OfficeTable(columns,
        [
            .. _now.Groups.Select((g, n) => new OfficeRow([OfficeCell.Of(n + 1), OfficeCell.Of(g.Name), OfficeCell.Of(g.Rows.Count), .. Codes.SelectMany((_, i) => GroupCells(g.Rows, i))])),
            new OfficeRow([OfficeCell.Empty, OfficeCell.Of("Toàn tỉnh"), OfficeCell.Of(Units.Count), .. Codes.SelectMany((_, i) => GroupCells(Units, i))], OfficeRowKind.Total),
        ])
        { Name = "Kết quả theo nhóm đơn vị" };
    }

    private static IEnumerable<OfficeCell> GroupCells(IReadOnlyList<BoardRow> rows, int indicator)
    {
        var sum = rows.Aggregate(default(Ratio), (s, r) => s + r.Figures[indicator].Counts);
        var judged = rows.Count(r => r.Figures[indicator].Attainment is Attainment.Met or Attainment.NotMet);
        return [OfficeCell.Percent(sum.Percent), OfficeCell.Of(judged == 0 ? "–" : $"{rows.Count(r => r.Figures[indicator].Attainment == Attainment.Met)}/{judged}")];
    }

    private OfficeTable IndicatorTable(int indicator)
    {
        OfficeRow Row(OfficeCell number, string name, Measure m, Measure? was, OfficeRowKind kind) => new(
            [
                number, OfficeCell.Of(name), OfficeCell.Of(m.Counts.Numerator), OfficeCell.Of(m.Counts.Denominator), OfficeCell.Percent(m.Counts.Percent), OfficeCell.Percent(m.Target, kind == OfficeRowKind.Total ? "" : "chưa giao"),
                OfficeCell.Of(kind == OfficeRowKind.Total ? "" : m.Attainment.Vietnamese()), OfficeCell.Percent(was?.Counts.Percent), OfficeCell.Decimal(Move(m, was)),
            ], kind);
        var rows = new List<OfficeRow>();
        var n = 0;
        foreach (var group in _now.Groups)
        {
            rows.Add(OfficeRow.Section(group.Name));
            rows.AddRange(group.Rows.Select(u => Row(OfficeCell.Of(++n), u.Name, u.Figures[indicator], _unitsBefore.GetValueOrDefault(u.Unit)?.Figures[indicator], OfficeRowKind.Plain)));
        }

        rows.Add(Row(OfficeCell.Empty, "Toàn tỉnh", _now.Province.Figures[indicator], _before?.Province.Figures[indicator], OfficeRowKind.Total));
        return new OfficeTable(
            [
                new("TT", 5) { IsCentred = true }, new("Đơn vị", 26), new("Tử số", 8), new("Mẫu số", 8), new("Tỷ lệ", 9), new("Chỉ tiêu", 9), new("Đánh giá", 13), new("Kỳ trước", 9), new("Tăng, giảm (điểm %)", 9),
            ], rows)
        { Name = $"{Codes[indicator]}. {_now.Province.Figures[indicator].Indicator.ShortName}" };
    }

    private OfficeTable WorkTable() => new(
        [new("TT", 5) { IsCentred = true, Mark = "(1)" }, new("Đơn vị", 34) { Mark = "(2)" }, .. ReportProcessing.CountColumns()],
        [
            .. _work.Select((w, i) => new OfficeRow([OfficeCell.Of(i + 1), OfficeCell.Of(w.Unit), .. w.Counts.Columns.Select(OfficeCell.Of)])),
            new OfficeRow([OfficeCell.Empty, OfficeCell.Of("Toàn tỉnh"), .. _all.Columns.Select(OfficeCell.Of)], OfficeRowKind.Total),
        ])
    { Name = "Giải quyết hồ sơ theo đơn vị", Unit = "Đơn vị tính: hồ sơ" };

    private static OfficeParagraph Definition(IndicatorDefinition d) =>
        new($"Cách tính: {d.Formula}. Nguồn: {d.Source}. Định nghĩa {d.Code}, phiên bản {d.Version}. Đạt khi tỷ lệ chưa làm tròn bằng hoặc lớn hơn chỉ tiêu. Toàn tỉnh là tổng tử số chia tổng mẫu số, không lấy trung bình.") { IsNote = true };

    private string Overall(Measure m, int i)
    {
        var (met, judged) = _now.Reached(i);
        var what = m.Indicator.Subject == IndicatorSubject.Procedures ? "thủ tục" : "hồ sơ";
        var move = Move(m, _before?.Province.Figures[i]);
        return $"{Codes[i]}. {m.Indicator.Name}: " + (m.Counts.Percent is { } p
            ? $"{N(m.Counts.Numerator)}/{N(m.Counts.Denominator)} {what}, đạt {P(p)}" + (move is { } by && _previous is not null ? by == 0 ? $", không đổi so với {_previous}" : $", {(by > 0 ? "tăng" : "giảm")} {D(Math.Abs(by))} điểm phần trăm so với {_previous}" : "")
            : i == 0 ? "chưa rà soát được thủ tục nào đủ điều kiện" : "không phát sinh") + (judged == 0 ? "; chưa có đơn vị nào được đánh giá" : $"; {met}/{judged} đơn vị đạt chỉ tiêu được giao") + (i == Codes.Length - 1 ? "." : ";");
    }

    private static string Parts(ProcessingCounts c) => string.Join(", ", ((string[])[c.Late > 0 ? $"{N(c.Late)} hồ sơ giải quyết quá hạn" : "", c.OpenLate > 0 ? $"{N(c.OpenLate)} hồ sơ đang quá hạn" : ""]).Where(p => p.Length > 0));

    private static string Missed(Measure m, string code) => $"{code} đạt {P(m.Counts.Percent!.Value)} (chỉ tiêu {P(m.Target!.Value)})";

    private static decimal Gap(Measure m) => m is { Attainment: Attainment.NotMet, Target: { } target, Counts.Percent: { } p } ? target - p : 0;

    // How many more of the same dossiers would have had to come online
    private static long Missing(Measure m) => m.Target is { } target ? Math.Max(0, (long)Math.Ceiling(target * m.Counts.Denominator / 100m) - m.Counts.Numerator) : 0;

    private static decimal? Move(Measure m, Measure? was) => m.Counts.Percent is { } p && was?.Counts.Percent is { } w ? p - w : null;

    private static string Points(decimal by) => $"{(by > 0 ? "tăng" : "giảm")} {D(Math.Abs(by))} điểm phần trăm";

    private static string Named(IEnumerable<string> names) => string.Join(", ", names);

    private static string N(long n) => n.ToString("#,##0", Vietnamese);

    private static string D(decimal n) => n.ToString("#,##0.00", Vietnamese);

    private static string P(decimal percent) => D(percent) + "%";
}
