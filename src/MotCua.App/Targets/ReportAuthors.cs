using System.Text.Json;
using System.Text.Json.Serialization;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>What is reported.</summary>
/// <param name="Period">Period.</param>
/// <param name="Scope">Of whom.</param>
/// <param name="AsAt">Moment of the figures, UTC: the end of the period, or when the making began if that is earlier.</param>
public sealed record ReportOrder(Period Period, ReportScope Scope, DateTimeOffset AsAt)
{
    /// <summary>First instant of the period, UTC.</summary>
    public DateTimeOffset Start => ProvinceTime.StartOf(Period.From);

    /// <summary>True when the period was not over at the moment of the figures.</summary>
    public bool IsUnderWay => AsAt < ProvinceTime.StartOf(Period.To.AddDays(1));

    /// <summary>Last local day that the figures know.</summary>
    public DateOnly LastDay => IsUnderWay ? ProvinceTime.DateOf(AsAt) : Period.To;
}

/// <summary>Writes the reports of one template, in pieces that are kept, so that a long one goes on where it was.</summary>
public interface IReportAuthor
{
    /// <summary>The template.</summary>
    ReportTemplate Template { get; }

    /// <summary>How many pieces there are.</summary>
    int PiecesOf(ReportOrder order);

    /// <summary>Reads the figures of a piece, as JSON.</summary>
    Task<string> PieceAsync(ReportOrder order, int number, CancellationToken ct);

    /// <summary>Writes the paper; refused when its figures contradict each other.</summary>
    Task<Result<OfficePaper>> ComposeAsync(ReportOrder order, IReadOnlyList<string> pieces, CancellationToken ct);
}

/// <summary>What all reports have alike.</summary>
internal static class ReportPapers
{
    /// <summary>How papers and pieces are kept: nulls left out, Vietnamese as it is.</summary>
    public static readonly JsonSerializerOptions Kept = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>(Từ ngày 15/12/2021 đến hết ngày 14/3/2022)</c>, with the moment when the period was not over.</summary>
    public static IReadOnlyList<string> Under(ReportOrder order) =>
    [
        $"(Từ ngày {OfficeWords.Date(order.Period.From)} đến hết ngày {OfficeWords.Date(order.Period.To)})",
        .. order.IsUnderWay ? [$"Kỳ báo cáo chưa kết thúc, số liệu đến {Moment(order.AsAt)}"] : Array.Empty<string>(),
    ];

    /// <summary>First letter big.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + text[1..];

    /// <summary><c>17 giờ 05 phút ngày 14/3/2022</c>.</summary>
    public static string Moment(DateTimeOffset at) => ProvinceTime.Local(at).ToString("HH 'giờ' mm 'phút ngày' dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The moment of the figures: <c>hết ngày 14/06/2022</c> when the period was over.</summary>
    public static string AsAt(ReportOrder order) => order.IsUnderWay ? Moment(order.AsAt) : $"hết ngày {OfficeWords.Date(order.Period.To)}";

    /// <summary>The head of a form.</summary>
    public static OfficeHead Form(ReportTemplate template, ReportOrder order) => new(order.Scope.Agency, order.Scope.Place)
    {
        Above = order.Scope.Above,
        On = null,
        Form = template.Form.Length > 0 ? $"Biểu số {template.Form}" : null,
        Kind = template.Name,
        Subject = $"{order.Scope.Name} - {Capital(order.Period.Name)}",
        Under = Under(order),
    };

    /// <summary>Where the figures come from: the last line of every report.</summary>
    public static OfficeParagraph Source(ReportTemplate template, ReportOrder order) => new(
        $"Căn cứ lập: {template.Basis}. Nguồn: số liệu của hệ thống thông tin một cửa điện tử tỉnh, đến {AsAt(order)}. Mẫu {template.Code}, phiên bản {template.Version}.")
    { IsNote = true };
}
