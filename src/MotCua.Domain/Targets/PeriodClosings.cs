using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>What a dossier brings to the counts of its unit and month: one flag for each count of an indicator.</summary>
[Flags]
public enum FactCounts
{
    /// <summary>Nothing: it does not count there.</summary>
    None = 0,

    /// <summary>A dossier.</summary>
    Accepted = 1,

    /// <summary>Of a một phần or toàn trình service.</summary>
    OfService = 2,

    /// <summary>Sent online.</summary>
    Online = 4,

    /// <summary>Without help.</summary>
    Self = 8,

    /// <summary>Has a result, or none is due.</summary>
    ResultGiven = 16,

    /// <summary>Has an electronic result.</summary>
    ElectronicResult = 32,

    /// <summary>Components digitised.</summary>
    Digitised = 64,

    /// <summary>Papers reused.</summary>
    Reused = 128,

    /// <summary>Verified e-ID.</summary>
    EidVerified = 256,

    /// <summary>A fee was due.</summary>
    Fee = 512,

    /// <summary>Paid online.</summary>
    PaidOnline = 1024,

    /// <summary>Late by the verdict of the index.</summary>
    Late = 2048,
}

/// <summary>Words of the counts.</summary>
public static class FactCountWords
{
    private static readonly (FactCounts Flag, string Word)[] Words =
    [
        (FactCounts.Accepted, "hồ sơ"), (FactCounts.OfService, "của dịch vụ công trực tuyến"), (FactCounts.Online, "trực tuyến"), (FactCounts.Self, "tự nộp"),
        (FactCounts.ResultGiven, "đã có kết quả hoặc không phải trả"), (FactCounts.ElectronicResult, "kết quả điện tử"), (FactCounts.Digitised, "số hóa"), (FactCounts.Reused, "tái sử dụng"),
        (FactCounts.EidVerified, "xác thực định danh"), (FactCounts.Fee, "có phí"), (FactCounts.PaidOnline, "thanh toán trực tuyến"), (FactCounts.Late, "trễ hạn theo bộ chỉ số"),
    ];

    /// <summary>What changed, as <c>trực tuyến 1 → 0</c>, in order.</summary>
    public static IReadOnlyList<string> Changes(FactCounts before, FactCounts after) =>
        [.. Words.Where(w => before.HasFlag(w.Flag) != after.HasFlag(w.Flag)).Select(w => $"{w.Word} {(before.HasFlag(w.Flag) ? 1 : 0)} → {(after.HasFlag(w.Flag) ? 1 : 0)}")];
}

/// <summary>A figure as it is frozen.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Version">Version of the definition.</param>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="Counts">Numerator and denominator; null when it has none.</param>
/// <param name="Points">Points, or null.</param>
/// <param name="Target">Percent in force on the last day, or null.</param>
/// <param name="Attainment">Verdict.</param>
public sealed record FrozenFigure(string Indicator, string Version, string Unit, Ratio? Counts, decimal? Points, decimal? Target, Attainment Attainment);

/// <summary>What a closing is about, besides its figures.</summary>
/// <param name="PeriodKey">Key of the period.</param>
/// <param name="Revision">Which closing of the period, from 1.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="ClosedBy">Who.</param>
/// <param name="PreviousHash">Hash of the closing before, of whatever period; empty for the first.</param>
public sealed record ClosingHead(string PeriodKey, int Revision, DateOnly From, DateOnly To, DateTimeOffset ClosedAt, string ClosedBy, string PreviousHash);

/// <summary>May a period be closed or opened again; and the hash that is signed (law rule 43).</summary>
public static class PeriodClosing
{
    /// <summary>Shortest reason for opening a closed period again.</summary>
    public const int LeastReason = 10;

    /// <summary>Longest.</summary>
    public const int MostReason = 500;

    /// <summary>May it be closed.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">The local day.</param>
    /// <param name="isClosed">It is closed and was not opened again.</param>
    /// <param name="dossiers">Dossiers accepted in it by the units of the plan.</param>
    public static Result<Done> Close(Period? period, DateOnly today, bool isClosed, long dossiers)
    {
        if (period is null or { Kind: PeriodKind.Free }) return PeriodClosingProblems.NotAPeriod;
        if (!period.IsOver(today)) return PeriodClosingProblems.NotOver.Saying(string.Create(CultureInfo.InvariantCulture, $"Kỳ này đến hết ngày {period.To:dd/MM/yyyy}. Chốt từ ngày {period.To.AddDays(1):dd/MM/yyyy}."));
        if (isClosed) return PeriodClosingProblems.AlreadyClosed;
        return dossiers == 0 ? PeriodClosingProblems.Empty : Done.Value;
    }

    /// <summary>May it be opened again: by somebody else than who closed it, with a reason.</summary>
    public static Result<Done> Reopen(bool isClosed, string closedBy, string actor, string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!isClosed) return PeriodClosingProblems.NotClosed;
        if (reason.Trim().Length is < LeastReason or > MostReason) return PeriodClosingProblems.ReasonMissing;
        return closedBy == actor ? PeriodClosingProblems.SamePerson : Done.Value;
    }

    /// <summary>Hash over head and figures, in an order of their own: it does not depend on how they are read.</summary>
    public static string Hash(ClosingHead head, IEnumerable<FrozenFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(figures);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"closing-1|{head.PeriodKey}|{head.Revision}|{head.From:yyyy-MM-dd}|{head.To:yyyy-MM-dd}|{head.ClosedAt.UtcTicks / 10}|{head.ClosedBy}|{head.PreviousHash}\n");
        foreach (var f in figures.OrderBy(f => f.Indicator, StringComparer.Ordinal).ThenBy(f => f.Unit, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{f.Indicator}|{f.Version}|{f.Unit}|{f.Counts?.Numerator}|{f.Counts?.Denominator}|{Plain(f.Points)}|{Plain(f.Target)}|{f.Attainment.Word()}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What is signed when a closed period is opened again.</summary>
    public static string ReopeningText(string hash, DateTimeOffset at, string by, string reason) => string.Create(CultureInfo.InvariantCulture, $"reopening-1|{hash}|{at.UtcTicks / 10}|{by}|{reason}");

    // Databases differ in the zeros they keep after the point
    private static string Plain(decimal? number) => number is { } n ? (n / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : "";
}

/// <summary>Refusals of closing periods.</summary>
public static class PeriodClosingProblems
{
    /// <summary>No such period.</summary>
    public static readonly Problem NotAPeriod = new("CLO-0001", "Chỉ chốt được tháng, quý, 6 tháng, năm theo lịch hoặc theo kỳ báo cáo.", ProblemKind.NotFound);

    /// <summary>It has not ended.</summary>
    public static readonly Problem NotOver = new("CLO-0002", "Kỳ chưa kết thúc.");

    /// <summary>Closed already.</summary>
    public static readonly Problem AlreadyClosed = new("CLO-0003", "Kỳ này đã chốt. Tải lại trang để xem số đã chốt.", ProblemKind.Conflict);

    /// <summary>Nothing in it.</summary>
    public static readonly Problem Empty = new("CLO-0004", "Kỳ này không có hồ sơ nào được tiếp nhận nên không có gì để chốt. Kiểm tra lại kỳ, hoặc nhập dữ liệu còn thiếu trước.");

    /// <summary>Not closed.</summary>
    public static readonly Problem NotClosed = new("CLO-0005", "Kỳ này chưa chốt hoặc đã được mở lại. Tải lại trang.", ProblemKind.Conflict);

    /// <summary>No reason.</summary>
    public static readonly Problem ReasonMissing = new("CLO-0006", $"Nhập lý do mở lại, từ {PeriodClosing.LeastReason} đến {PeriodClosing.MostReason} ký tự.", ProblemKind.Invalid, "Reason");

    /// <summary>The same person.</summary>
    public static readonly Problem SamePerson = new("CLO-0007", "Người đã chốt không tự mở lại. Nhờ người chủ trì kế hoạch khác.", ProblemKind.Forbidden);

    /// <summary>Did not take responsibility.</summary>
    public static readonly Problem NoResponsibility = new("CLO-0008", "Đánh dấu «Tôi đã kiểm tra» để xác nhận số liệu của kỳ.", ProblemKind.Invalid, "TakesResponsibility");
}
