using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>
/// How a configured indicator counts. Of dossiers: those of <paramref name="Above"/> ÷ those of <paramref name="Below"/>. Of procedures: each once per row;
/// the denominator is what is offered at <paramref name="Offered"/> on the last day or, when that is empty, what had a dossier of <paramref name="Below"/>
/// in the period; the numerator is what of them had a dossier of <paramref name="Above"/>.
/// </summary>
/// <param name="Subject">Dossiers or procedures.</param>
/// <param name="Above">Dossiers of the numerator.</param>
/// <param name="Below">Dossiers of the denominator.</param>
/// <param name="Offered">Levels of services, for indicators of procedures; empty = procedures with dossiers.</param>
public sealed record IndicatorFormula(IndicatorSubject Subject, FactConditions Above, FactConditions Below, IReadOnlyList<int> Offered)
{
    /// <summary>Vietnamese: what the numerator is.</summary>
    public string Numerator => Subject == IndicatorSubject.Procedures ? $"Số TTHC trong mẫu số có ít nhất 1 {Of(Above)}" : $"Số {Of(Above)}";

    /// <summary>Vietnamese: what the denominator is.</summary>
    public string Denominator => (Subject, Offered.Count) switch
    {
        (IndicatorSubject.Procedures, 0) => $"số TTHC có ít nhất 1 {Of(Below)}",
        (IndicatorSubject.Procedures, _) => $"số dịch vụ công {string.Join(" hoặc ", Offered.Distinct().OrderDescending().Select(FactConditions.LevelWord))}{(Below.Procedures.Count > 0 ? " " + Below.Words() : "")}, tại ngày cuối kỳ",
        _ => $"số {Of(Below)}, tính theo ngày tiếp nhận trong kỳ",
    };

    /// <summary>Refuses what can count nothing sensible.</summary>
    public Result<Done> Check()
    {
        if (Subject is not (IndicatorSubject.Dossiers or IndicatorSubject.Procedures)) return IndicatorProblems.SubjectMissing;
        if (Above.IsImpossible || Below.IsImpossible) return IndicatorProblems.Impossible.For(Above.IsImpossible ? "Above" : "Below");
        if (Subject == IndicatorSubject.Procedures)
        {
            if (Above.IsTimed || Below.IsTimed) return IndicatorProblems.TimedProcedures.For(Above.IsTimed ? "Above" : "Below");
            if (Offered.Count > 0)
            {
                if ((Below with { Procedures = [] }).ToText().Length > 0) return IndicatorProblems.OfferedTakesNoFacts;
                return Above.Procedures.Count == 0 || (Above with { Levels = [] }).IsPartOf(Below) ? Done.Value : IndicatorProblems.NotAPart;
            }
        }
        else if (Offered.Count > 0)
        {
            return IndicatorProblems.OfferedIsOfProcedures;
        }

        if (!Above.IsPartOf(Below)) return IndicatorProblems.NotAPart;
        return Above.ToText() == Below.ToText() ? IndicatorProblems.AlwaysWhole : Done.Value;
    }

    private static string Of(FactConditions conditions) => conditions.Words() is { Length: > 0 } words ? "hồ sơ " + words : "hồ sơ của mọi TTHC, mọi hình thức nộp";
}

/// <summary>How a version of a configured indicator stands.</summary>
public enum IndicatorState
{
    /// <summary>Bản nháp: may be changed, counts nowhere.</summary>
    Draft = 1,

    /// <summary>Đã công bố: never changes.</summary>
    Published = 2,
}

/// <summary>What stands in a draft of a definition.</summary>
/// <param name="Code">Code, small letters, digits, dots and hyphens.</param>
/// <param name="ShortName">A few words.</param>
/// <param name="Name">Name as in the decision that asks for it.</param>
/// <param name="Source">Decision, document or rule it comes from.</param>
/// <param name="TargetCode">Indicator whose target it is measured against; empty = its own.</param>
/// <param name="Formula">How it counts.</param>
/// <param name="From">First local day on which it counts: a period whose last day is on or after it.</param>
public sealed record IndicatorDraft(string Code, string ShortName, string Name, string Source, string TargetCode, IndicatorFormula Formula, DateOnly From);

/// <summary>May a definition be kept as a draft, published, ended.</summary>
public static class IndicatorDecision
{
    /// <summary>Longest code.</summary>
    public const int LongestCode = 30;

    /// <summary>Longest short name.</summary>
    public const int LongestShortName = 60;

    /// <summary>Longest name and source.</summary>
    public const int LongestText = 300;

    /// <summary>Checks what is typed; a draft that passes counts something and can be published.</summary>
    public static Result<IndicatorDraft> Keep(IndicatorDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var code = draft.Code.Trim();
        if (code.Length is 0 or > LongestCode || !char.IsAsciiLetterLower(code[0]) || !code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')) return IndicatorProblems.CodeWrong;
        if (IsBuiltIn(code)) return IndicatorProblems.CodeTaken;
        if (draft.ShortName.Trim().Length is 0 or > LongestShortName) return IndicatorProblems.ShortNameMissing;
        if (draft.Name.Trim().Length is 0 or > LongestText) return IndicatorProblems.NameMissing;
        if (draft.Source.Trim().Length is 0 or > LongestText) return IndicatorProblems.SourceMissing;
        if (!Period.IsCountable(draft.From, draft.From)) return IndicatorProblems.DayWrong;
        var target = draft.TargetCode.Trim();
        if (target.Length > 0 && target != code && target is not ("ct1" or "ct2" or "ct3")) return IndicatorProblems.TargetWrong;
        if (draft.Formula.Check() is { IsOk: false } wrong) return wrong.Problem!;
        return draft with { Code = code, ShortName = draft.ShortName.Trim(), Name = draft.Name.Trim(), Source = draft.Source.Trim(), TargetCode = target.Length == 0 ? code : target };
    }

    /// <summary>Publishes: by somebody else than its drafter, from a day after the version before began.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="state">How the version stands.</param>
    /// <param name="drafter">Who drafted it.</param>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="before">First day of the latest published version of the code, or null.</param>
    public static Result<Done> Publish(IndicatorDraft draft, IndicatorState state, string drafter, string publisher, DateOnly? before)
    {
        if (state != IndicatorState.Draft) return IndicatorProblems.NotADraft;
        if (Keep(draft) is { IsOk: false } wrong) return wrong.Problem!;
        if (drafter == publisher) return IndicatorProblems.OwnDraft;
        return draft.From <= before ? IndicatorProblems.NotAfterTheLast : Done.Value;
    }

    /// <summary>True for codes of the contracts.</summary>
    public static bool IsBuiltIn(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new[] { "ct1", "ct2", "ct3", "q766", "province" }.Any(c => code == c || code.StartsWith(c + ".", StringComparison.Ordinal));
    }
}

/// <summary>Refusals of configured indicators.</summary>
public static class IndicatorProblems
{
    /// <summary>The code cannot be used.</summary>
    public static readonly Problem CodeWrong = new("IND-0001", $"Mã gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, bắt đầu bằng chữ, nhiều nhất {IndicatorDecision.LongestCode} ký tự.", ProblemKind.Invalid, "Code");

    /// <summary>The code is one of the contracts.</summary>
    public static readonly Problem CodeTaken = new("IND-0002", "Mã này là của chỉ tiêu có sẵn. Chọn mã khác.", ProblemKind.Invalid, "Code");

    /// <summary>No short name.</summary>
    public static readonly Problem ShortNameMissing = new("IND-0003", $"Nhập tên ngắn, nhiều nhất {IndicatorDecision.LongestShortName} ký tự.", ProblemKind.Invalid, "ShortName");

    /// <summary>No name.</summary>
    public static readonly Problem NameMissing = new("IND-0004", $"Nhập tên chỉ tiêu như trong văn bản giao, nhiều nhất {IndicatorDecision.LongestText} ký tự.", ProblemKind.Invalid, "Name");

    /// <summary>No source.</summary>
    public static readonly Problem SourceMissing = new("IND-0005", "Nhập văn bản hoặc căn cứ của cách tính.", ProblemKind.Invalid, "Source");

    /// <summary>No day.</summary>
    public static readonly Problem DayWrong = new("IND-0006", "Nhập ngày bắt đầu tính.", ProblemKind.Invalid, "From");

    /// <summary>Target of something else.</summary>
    public static readonly Problem TargetWrong = new("IND-0007", "Chỉ tiêu giao để so sánh phải là của chính chỉ tiêu này, ct1, ct2 hoặc ct3.", ProblemKind.Invalid, "TargetCode");

    /// <summary>Neither dossiers nor procedures.</summary>
    public static readonly Problem SubjectMissing = new("IND-0008", "Chọn đếm hồ sơ hay đếm thủ tục.", ProblemKind.Invalid, "Subject");

    /// <summary>Nothing can fit.</summary>
    public static readonly Problem Impossible = new("IND-0009", "Không hồ sơ nào vừa không có phí vừa đã thanh toán trực tuyến. Bỏ bớt điều kiện.", ProblemKind.Invalid, "Above");

    /// <summary>More above than below.</summary>
    public static readonly Problem NotAPart = new("IND-0010", "Tử số phải là một phần của mẫu số: mỗi điều kiện của mẫu số cũng phải là điều kiện của tử số.", ProblemKind.Invalid, "Above");

    /// <summary>The same above and below.</summary>
    public static readonly Problem AlwaysWhole = new("IND-0011", "Tử số giống hệt mẫu số nên tỷ lệ luôn là 100 %. Thêm điều kiện cho tử số.", ProblemKind.Invalid, "Above");

    /// <summary>A procedure has no day of result.</summary>
    public static readonly Problem TimedProcedures = new("IND-0012", "Khi đếm thủ tục, không dùng được điều kiện đã giải quyết xong, đúng hạn hoặc đã cấp kết quả. Bỏ các điều kiện này hoặc chọn đếm hồ sơ.", ProblemKind.Invalid, "Above");

    /// <summary>What is offered has no dossiers to look at.</summary>
    public static readonly Problem OfferedTakesNoFacts = new("IND-0013", "Mẫu số là các dịch vụ đang cung cấp thì chỉ chọn thêm được thủ tục hoặc lĩnh vực, không chọn điều kiện của hồ sơ.", ProblemKind.Invalid, "Below");

    /// <summary>Offers under dossiers.</summary>
    public static readonly Problem OfferedIsOfProcedures = new("IND-0014", "Mức độ dịch vụ đang cung cấp chỉ dùng khi đếm thủ tục.", ProblemKind.Invalid, "Offered");

    /// <summary>Published already.</summary>
    public static readonly Problem NotADraft = new("IND-0015", "Phiên bản này đã công bố nên không sửa được nữa. Tạo phiên bản mới để thay đổi cách tính.", ProblemKind.Conflict);

    /// <summary>Drafted by the same person.</summary>
    public static readonly Problem OwnDraft = new("IND-0016", "Người soạn không tự công bố. Nhờ người chủ trì kế hoạch khác kiểm tra và công bố.", ProblemKind.Forbidden);

    /// <summary>Begins before the last version.</summary>
    public static readonly Problem NotAfterTheLast = new("IND-0017", "Ngày bắt đầu phải sau ngày bắt đầu của phiên bản đã công bố trước đó, để số liệu của kỳ trước không đổi.", ProblemKind.Invalid, "From");

    /// <summary>Somebody else changed it.</summary>
    public static readonly Problem Changed = new("IND-0018", "Người khác vừa sửa bản nháp này. Tải lại trang để xem nội dung mới rồi sửa tiếp.", ProblemKind.Conflict);

    /// <summary>Not there.</summary>
    public static readonly Problem NotFound = new("IND-0019", "Không tìm thấy chỉ tiêu.", ProblemKind.NotFound);

    /// <summary>Ended before it began.</summary>
    public static readonly Problem EndsBefore = new("IND-0020", "Ngày ngừng dùng phải sau ngày bắt đầu tính.", ProblemKind.Invalid, "Until");

    /// <summary>A draft of the code is there.</summary>
    public static readonly Problem DraftThere = new("IND-0021", "Đã có một bản nháp của mã này. Sửa bản nháp đó.", ProblemKind.Conflict, "Code");

    /// <summary>Unknown procedure.</summary>
    public static readonly Problem ProcedureUnknown = new("IND-0022", "Có mã thủ tục không tồn tại.", ProblemKind.Invalid, "Above");
}
