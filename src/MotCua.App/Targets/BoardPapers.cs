using System.Globalization;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The board as a paper for a meeting, and as rows of a file: the same figures as on the page.</summary>
public static class BoardPapers
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Columns of the file.</summary>
    public static readonly IReadOnlyList<string> FileColumns =
        ["group", "unit", "name", "indicator", "variant", "from", "to", "numerator", "denominator", "value", "target", "verdict", "distance_points", "missing", "change_7_days"];

    /// <summary>The sheet as a paper: one table of all units, then who misses what.</summary>
    /// <param name="sheet">The board.</param>
    /// <param name="period">Name of the period, in small letters.</param>
    /// <param name="readAt">When it was read, UTC.</param>
    public static OfficePaper Of(BoardSheet sheet, string period, DateTimeOffset readAt)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var shown = sheet.Province.Cells.Select(c => c.Figure.Indicator).ToList();
        var local = ProvinceTime.Local(readAt);
        var number = 0;
        var rows = new List<OfficeRow> { Row("", sheet.Province, OfficeRowKind.Total) };
        rows.AddRange(sheet.Lines.Select(line => Row((++number).ToString(CultureInfo.InvariantCulture), line)));
        return new OfficePaper(
            $"Kết quả thực hiện chỉ tiêu dịch vụ công trực tuyến {period}",
            [
                new OfficeParagraph($"Tỉnh Bắc Kạn. Số liệu lúc {local.ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture)}.") { IsCentred = true, IsNote = true },
                new OfficeTable(
                    [
                        new OfficeColumn("TT", 5) { IsCentred = true },
                        new OfficeColumn("Đơn vị", 24),
                        new OfficeColumn("Nhóm", 21),
                        .. shown.SelectMany((indicator, n) => Columns($"CT{n + 1}. {indicator.ShortName}")),
                    ],
                    rows),
                .. shown.Select((_, n) => new OfficeParagraph(MissedWords(sheet, n))),
                new OfficeParagraph((sheet.Board.Plan is { } plan ? $"Chỉ tiêu theo {plan} ({sheet.Board.Decision}). " : "") + "Đạt khi tỷ lệ chưa làm tròn bằng hoặc lớn hơn chỉ tiêu. Toàn tỉnh là tổng tử số chia tổng mẫu số, không lấy trung bình tỷ lệ. " + string.Join(" ", shown.Select((i, n) => $"CT{n + 1} ({i.Code}/{i.Version}): {i.Formula}."))) { IsNote = true },
            ])
        { IsLandscape = true };

        IEnumerable<OfficeColumn> Columns(string above) =>
            [new("Tử số", 7) { Above = [above] }, new("Mẫu số", 7.5) { Above = [above] }, new("Tỷ lệ", 8.5) { Above = [above] }, new("Chỉ tiêu", 8.5) { Above = [above] }, new("Đánh giá", 14) { Above = [above] }];

        OfficeRow Row(string at, BoardLine line, OfficeRowKind kind = OfficeRowKind.Plain) => new(
            [OfficeCell.Of(at), OfficeCell.Of(line.Name), OfficeCell.Of(line.Group), .. line.Cells.SelectMany(c => Cells(c, line.Unit == MeasureQueries.Province))], kind);
    }

    /// <summary>Who misses the target of an indicator, by how much, the furthest first; one sentence.</summary>
    public static string MissedWords(BoardSheet sheet, int n)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var missed = sheet.Lines.Where(l => l.Cells[n].Figure.Attainment == Attainment.NotMet).OrderBy(l => l.Cells[n].Distance!.Value.Points).ToList();
        var words = missed.Count == 0 ? "không có đơn vị nào" : $"{missed.Count} đơn vị, xa nhất trước: " + string.Join("; ", missed.Select(l => $"{l.Name} ({Signed(l.Cells[n].Distance!.Value.Points)} điểm, thiếu {l.Cells[n].Distance!.Value.Missing.ToString("N0", Vietnamese)})"));
        return $"Chưa đạt CT{n + 1}: {words}.";
    }

    /// <summary>The rows of the file: one for each row of the board and indicator; dot decimals, empty where there is no figure.</summary>
    public static IEnumerable<string[]> FileRows(BoardSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        foreach (var line in sheet.Lines.Append(sheet.Province))
        {
            foreach (var cell in line.Cells)
            {
                var f = cell.Figure;
                yield return
                [
                    line.Group, line.Unit, line.Name, f.Indicator.Code, f.Indicator.Version, Day(f.From), Day(f.To), f.Counts.Numerator.ToString(CultureInfo.InvariantCulture), f.Counts.Denominator.ToString(CultureInfo.InvariantCulture),
                    Number(f.Counts.Percent), Number(f.Target), f.Attainment.Word(), Number(cell.Distance?.Points), cell.Distance?.Missing.ToString(CultureInfo.InvariantCulture) ?? "", Number(cell.Change),
                ];
            }
        }
    }

    private static IEnumerable<OfficeCell> Cells(BoardCell cell, bool isProvince)
    {
        var f = cell.Figure;
        yield return OfficeCell.Of(f.Counts.Numerator);
        yield return OfficeCell.Of(f.Counts.Denominator);
        yield return OfficeCell.Percent(f.Counts.Percent);
        yield return OfficeCell.Percent(f.Target, "");
        yield return OfficeCell.Of(isProvince ? "" : f.Attainment.Vietnamese()); // the paper's face has no sign of a tick
    }

    private static string Signed(decimal points) => (points < 0 ? "−" : "+") + Math.Abs(points).ToString("0.00", Vietnamese);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value is { } v ? v.ToString("0.######", CultureInfo.InvariantCulture) : "";
}
