using System.Text.RegularExpressions;
using MotCua.Domain.Calendar;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>A fee as the public reads it.</summary>
/// <param name="Name">Phí or lệ phí.</param>
/// <param name="AmountVnd">The amount, when certain.</param>
/// <param name="Words">Otherwise what is known, in words.</param>
public sealed record FeeLine(string Name, long? AmountVnd, string Words);

/// <summary>A paper as the public reads it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Originals">Originals; null = not said.</param>
/// <param name="Copies">Copies; null = not said.</param>
/// <param name="IsForm">The declaration.</param>
/// <param name="IsRequired">False when only in some cases.</param>
public sealed record PaperLine(string Name, int? Originals, int? Copies, bool IsForm, bool IsRequired);

/// <summary>A time limit as the public reads it.</summary>
/// <param name="Case">The case; empty when there is one limit.</param>
/// <param name="Words"><c>15 ngày làm việc</c>.</param>
public sealed record LimitLine(string Case, string Words);

/// <summary>The level of the online service and why it is that.</summary>
/// <param name="Name">Một phần, toàn trình, chỉ cung cấp thông tin.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="IsFull">Toàn trình.</param>
/// <param name="MayFile">May be filed online.</param>
public sealed record ServiceLine(string Name, string Reason, bool IsFull, bool MayFile);

/// <summary>Everything the page of a procedure says (NĐ 63/2010 Điều 8 khoản 2), in the words of the public.</summary>
public sealed record ProcedurePage
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Field.</summary>
    public string Field { get; init; } = "";

    /// <summary>Key of the field.</summary>
    public string FieldKey { get; init; } = "";

    /// <summary>The content it is made of.</summary>
    public required ProcedureContent Content { get; init; }

    /// <summary>Where it is resolved: <c>tinh</c>, <c>huyen</c>, <c>xa</c>.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Number of the version.</summary>
    public int Version { get; init; }

    /// <summary>In force from.</summary>
    public DateOnly From { get; init; }

    /// <summary>Papers.</summary>
    public IReadOnlyList<PaperLine> Papers { get; init; } = [];

    /// <summary>Limits.</summary>
    public IReadOnlyList<LimitLine> Limits { get; init; } = [];

    /// <summary>Fees; empty when none is known.</summary>
    public IReadOnlyList<FeeLine> Fees { get; init; } = [];

    /// <summary>Amounts of other provinces, for staff only; never charged.</summary>
    public IReadOnlyList<string> FeeHints { get; init; } = [];

    /// <summary>The online service.</summary>
    public required ServiceLine Service { get; init; }

    /// <summary>No new dossiers are taken, or will be; null = as usual.</summary>
    public ProcedureClosing? Closing { get; init; }

    /// <summary>What is missing before it may be public; empty for a public one.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether the public sees it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>An agency of the central line; never counted for the 27 units.</summary>
    public bool IsVertical { get; init; }

    /// <summary>The shortest answer to "how long".</summary>
    public string LimitInShort => Limits.Count switch
    {
        0 => "Chưa công bố",
        1 => Limits[0].Words,
        _ => string.Join(" hoặc ", Limits.Select(l => l.Words).Distinct()) + ", tùy trường hợp",
    };

    /// <summary>The shortest answer to "how much".</summary>
    public string FeeInShort => Fees.Count switch
    {
        0 => "Chưa có mức thu công bố",
        _ when Fees.All(f => f.AmountVnd == 0) => "Không thu",
        1 when Fees[0].AmountVnd is { } amount => amount.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + " đồng",
        _ => "Có thu, xem chi tiết",
    };
}

/// <summary>Turns a procedure's content into the lines of its page.</summary>
public static partial class ProcedureWords
{
    /// <summary>The page of a public procedure.</summary>
    public static ProcedurePage Page(PublicProcedure procedure, IReadOnlyList<ServiceOffer> services)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return Page(procedure.Content, procedure.Code, procedure.Name, Service(services)) with
        {
            Field = procedure.FieldName,
            FieldKey = procedure.FieldKey,
            Levels = procedure.Levels,
            Version = procedure.Version,
            From = procedure.From,
            Closing = procedure.Closing,
            IsPublic = true,
        };
    }

    /// <summary>The page of a procedure that only staff see.</summary>
    public static ProcedurePage Page(ProcedureRow row, ProcedureVersionRow version)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(version);
        return Page(ProcedureContents.Read(version.Content), row.Code, row.Name, new ServiceLine("Chưa cung cấp", "Thủ tục đang chờ chuẩn hóa nên chưa nhận hồ sơ.", false, false)) with
        {
            Field = row.FieldName,
            FieldKey = row.FieldKey,
            Levels = row.Levels.Split(',', StringSplitOptions.RemoveEmptyEntries),
            Version = version.Number,
            From = version.From,
            IsVertical = row.IsVertical,
            Missing = [.. row.Missing.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(m => Enum.TryParse<MissingFact>(m, out var fact) ? PublicationReadiness.Words(fact) : m)],
        };
    }

    /// <summary>The level of the online service: of the units that offer it, the lowest, so that nobody is promised more than the unit gives.</summary>
    public static ServiceLine Service(IReadOnlyList<ServiceOffer> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Count == 0)
        {
            return new ServiceLine("Chưa cung cấp trực tuyến", "Chưa có đơn vị nào công khai dịch vụ này. Nộp trực tiếp hoặc qua bưu chính.", false, false);
        }

        var lowest = services.MinBy(s => s.Level)!;
        var reason = lowest.ReasonCode.Length > 0 ? lowest.ReasonCode : lowest.Level switch
        {
            ServiceLevel.Full => "Nộp hồ sơ, trả phí và nhận kết quả đều làm được trên mạng.",
            ServiceLevel.Partial when !lowest.IsReviewed => "Chưa rà soát xem có đủ điều kiện làm toàn trình hay không; có thể phải xuất trình bản chính khi nhận kết quả.",
            ServiceLevel.Partial => "Đã rà soát: còn bước phải thực hiện trực tiếp.",
            _ => "Chỉ cung cấp thông tin về thủ tục.",
        };
        var name = lowest.Level switch { ServiceLevel.Full => "Toàn trình", ServiceLevel.Partial => "Một phần", _ => "Cung cấp thông tin" };
        return new ServiceLine(name, lowest.LegalBasis.Length > 0 ? $"{reason} Căn cứ: {lowest.LegalBasis}." : reason, lowest.Level == ServiceLevel.Full, lowest.Level is ServiceLevel.Full or ServiceLevel.Partial);
    }

    /// <summary>The fees as the public reads them: only what is in force here.</summary>
    public static IReadOnlyList<FeeLine> Fees(ProcedureContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return [.. content.Fees.Where(f => f.Scope == "quoc-gia").Select(f => f switch
        {
            { AmountVnd: { } amount } => new FeeLine(f.Name, amount, ""),
            _ when f.Text.Contains("Hội đồng nhân dân", StringComparison.OrdinalIgnoreCase) || f.Text.Contains("HĐND", StringComparison.Ordinal)
                => new FeeLine(f.Name, null, "Mức thu do Hội đồng nhân dân tỉnh quy định; Bộ phận Một cửa báo trước khi thu."),
            _ => new FeeLine(f.Name, null, Clean(f.Text)),
        })];
    }

    private static ProcedurePage Page(ProcedureContent content, string code, string name, ServiceLine service) => new()
    {
        Code = code,
        Name = name,
        Content = content,
        Service = service,
        Papers = [.. content.Components.Select(c => new PaperLine(Tidy(c.Name), c.Originals, c.Copies, c.IsForm, c.IsRequired))],
        Limits = [.. content.Limits.Select(l => new LimitLine(l.CaseText, TimeLimit.Parse(l.Limit) is { IsOk: true } limit ? limit.Value.Vietnamese : l.Limit))],
        Fees = Fees(content),
        FeeHints = [.. content.Fees.Where(f => f.Scope != "quoc-gia").Select(f => $"{f.Name} ({(f.Scope.Length == 0 ? "chưa rõ nơi quy định" : f.Scope)}): {Clean(f.Text)}")],
    };

    private static string Clean(string text)
    {
        var words = Leftover().Replace(text, "; ").Trim(' ', ';', ':');
        return words.Any(char.IsAsciiDigit) ? words : words.StartsWith("Miễn", StringComparison.Ordinal) ? words : "Mức thu theo quy định hiện hành; Bộ phận Một cửa báo trước khi thu.";
    }

    private static string Tidy(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // The national portal's page left the words of its links in the text
    [GeneratedRegex(@"\s*Đồng\s*(?:Xem chi tiết)?\s*|\s*Xem chi tiết\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();
}
