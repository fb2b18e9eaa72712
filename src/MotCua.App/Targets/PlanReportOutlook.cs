using MotCua.App.Documents;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <content>Where the year is going to end.</content>
internal sealed partial class PlanReportText
{
    private const double Even = 0.5;

    private bool HasOutlook => !figures.Forecast.IsOver && Judged.Count > 0;

    private IReadOnlyList<UnitForecast> Judged => [.. figures.Forecast.Rows.Where(r => r is { Target: not null, Forecast.Chance: not null })];

    private IEnumerable<OfficeBlock> Outlook()
    {
        yield return new OfficeHeading(1, $"IV. DỰ BÁO ĐẾN HẾT {figures.Forecast.Period.Name.ToUpper(Vietnamese)}");
        if (!HasOutlook)
        {
            yield return new OfficeParagraph(figures.Forecast.IsOver ? "Năm kế hoạch đã kết thúc, không còn số liệu để dự báo." : "Chưa đủ số liệu để dự báo.");
            yield break;
        }

        yield return new OfficeParagraph($"Theo số liệu đến hết ngày {OfficeWords.Date(figures.Forecast.AsAt)}, còn {figures.Forecast.DaysLeft} ngày làm việc, nếu giữ nhịp độ hiện nay:");
        var rows = Judged.GroupBy(r => r.Indicator.Code).ToList();
        yield return new OfficeBullets([.. rows.Select((g, i) => Outlook([.. g]) + (i == rows.Count - 1 ? "." : ";"))]);
        var doubtful = Judged.Where(r => r.Trial is not { IsReliable: true }).Select(r => r.Unit).Distinct().Count();
        if (doubtful > 0) yield return new OfficeParagraph($"Ở {doubtful} đơn vị dự báo chưa đáng tin (ít số liệu, hoặc thử trên các kỳ trước chưa tốt hơn cách lấy bằng kỳ trước); chi tiết tại Phụ lục V.") { IsNote = true };
    }

    private static string Outlook(IReadOnlyList<UnitForecast> rows)
    {
        var risk = rows.Where(r => r.Forecast!.Chance < Even).OrderBy(r => r.Forecast!.Chance).ThenByDescending(r => r.Target - (decimal)r.Forecast!.Percent).ToList();
        return $"{CodeOf(rows[0])}: {rows.Count - risk.Count}/{rows.Count} đơn vị có khả năng đạt từ 50% trở lên"
            + (risk.Count == 0 ? "" : $"; nguy cơ không đạt {risk.Count} đơn vị, cao nhất là {Named(risk.Take(3).Select(r => $"{r.Name} (dự báo {D((decimal)r.Forecast!.Percent)}%, chỉ tiêu {P(r.Target!.Value)}{(r.Forecast.Gap?.InPlace is { } more and > 0 ? $", cần thêm {N(more)} {Things(r)}" : "")})"))}");
    }

    private OfficeTable OutlookTable() => new(
        [
            new("TT", 5) { IsCentred = true }, new("Đơn vị", 28), new("Chỉ tiêu", 7) { IsCentred = true }, new("Mức giao", 9), new("Hiện nay", 9), new("Dự báo", 9) { Above = ["Đến cuối năm"] }, new("Thấp", 9) { Above = ["Đến cuối năm"] }, new("Cao", 9) { Above = ["Đến cuối năm"] },
            new("Khả năng đạt", 9), new("Cần thêm", 9), new("Độ tin cậy", 14),
        ],
        [
            .. Judged.Select((r, i) => new OfficeRow(
                [
                    OfficeCell.Of(i + 1), OfficeCell.Of(r.Name), OfficeCell.Of(CodeOf(r)), OfficeCell.Percent(r.Target), OfficeCell.Percent(r.Forecast!.Now.Percent), OfficeCell.Percent((decimal)r.Forecast.Percent), OfficeCell.Percent((decimal)r.Forecast.Low),
                    OfficeCell.Percent((decimal)r.Forecast.High), OfficeCell.Percent((decimal)r.Forecast.Chance!.Value * 100m), r.Forecast.Gap?.InPlace is { } more ? OfficeCell.Of(more) : OfficeCell.Of("không đủ"),
                    OfficeCell.Of(r.Trial is { IsReliable: true } ? "đáng tin" : "chưa đáng tin"),
                ])),
        ])
    { Name = "Dự báo" };

    private static OfficeParagraph OutlookNote() => new("Dự báo từ nhịp độ hồ sơ mỗi ngày làm việc, mùa vụ và tỷ lệ gần đây của đơn vị. Thấp, cao: mười lần thì tám lần kết quả nằm trong khoảng này. Cần thêm: số hồ sơ phải chuyển từ nộp trực tiếp sang trực tuyến, hoặc số dịch vụ phải có thêm hồ sơ trực tuyến, ngoài phần đã dự báo.") { IsNote = true };

    private static string CodeOf(UnitForecast row) => row.Indicator.TargetCode.ToUpperInvariant();

    private static string Things(UnitForecast row) => row.Indicator.Subject == IndicatorSubject.Dossiers ? "hồ sơ trực tuyến" : "dịch vụ có hồ sơ trực tuyến";
}
