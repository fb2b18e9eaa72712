using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.Domain.Dossiers;

namespace MotCua.Domain.Targets;

/// <summary>
/// Which accepted dossiers a configured count takes: all conditions together; an empty set or a null is no condition. What was reached only after the
/// last day of a period (an end, a result) does not count there.
/// </summary>
public sealed record FactConditions
{
    /// <summary>The levels that can be asked for: 0 none, 2 thông tin, 3 một phần, 4 toàn trình.</summary>
    public static readonly IReadOnlyList<int> KnownLevels = [0, 2, 3, 4];

    /// <summary>Takes every dossier.</summary>
    public static readonly FactConditions All = new();

    /// <summary>Only these channels.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Only those filed with help of these (<see cref="AssistedBy.Self"/>: nobody).</summary>
    public IReadOnlyList<AssistedBy> Helpers { get; init; } = [];

    /// <summary>Only those whose procedure was offered by the handling unit at these levels on the day of acceptance.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];

    /// <summary>Only these procedures, national codes.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    /// <summary>Components were digitised, or were not.</summary>
    public bool? Digitised { get; init; }

    /// <summary>Papers already held were reused, or were not.</summary>
    public bool? Reused { get; init; }

    /// <summary>Signed in with a verified e-ID, or not.</summary>
    public bool? EidVerified { get; init; }

    /// <summary>A fee was due, or was not.</summary>
    public bool? Fee { get; init; }

    /// <summary>Paid online, or not.</summary>
    public bool? PaidOnline { get; init; }

    /// <summary>Only those that have ended.</summary>
    public bool Ended { get; init; }

    /// <summary>Ended late by the statutory verdict, or in time; null = either. Both mean that they have ended.</summary>
    public bool? EndedLate { get; init; }

    /// <summary>Only those with an electronic result, or for which none is due.</summary>
    public bool ResultGiven { get; init; }

    /// <summary>Only those with an electronic result.</summary>
    public bool ElectronicResult { get; init; }

    /// <summary>True when something asked for has a day of its own, so that a later day must be left out.</summary>
    public bool IsTimed => MustHaveEnded || MustHaveResult;

    /// <summary>True when only those that have ended count.</summary>
    public bool MustHaveEnded => Ended || EndedLate is not null;

    /// <summary>True when only those with a result, or none due, count.</summary>
    public bool MustHaveResult => ResultGiven || ElectronicResult;

    /// <summary>True when no dossier can ever fit.</summary>
    public bool IsImpossible => Fee == false && PaidOnline == true;

    /// <summary>Stable name of the count: the same conditions always have the same.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToText())))[..16];

    /// <summary>
    /// True when every dossier these take is taken by the others too: each set inside the other's, each answer the same. A numerator must be such a part
    /// of its denominator.
    /// </summary>
    public bool IsPartOf(FactConditions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsInside(Channels, other.Channels) && IsInside(Helpers, other.Helpers) && IsInside(Levels, other.Levels) && IsInside(Procedures, other.Procedures)
            && Fits(Digitised, other.Digitised) && Fits(Reused, other.Reused) && Fits(EidVerified, other.EidVerified) && Fits(Fee, other.Fee) && Fits(PaidOnline, other.PaidOnline)
            && (!other.MustHaveEnded || MustHaveEnded) && Fits(EndedLate, other.EndedLate) && (!other.MustHaveResult || MustHaveResult) && (!other.ElectronicResult || ElectronicResult);
    }

    /// <summary>As it is kept: <c>channels=2;fee=1</c>; sets in order, nothing for what is not asked.</summary>
    public string ToText()
    {
        var parts = new List<string>();
        Set("channels", Channels.Select(c => (int)c).Distinct().Order().Select(Number));
        Set("helpers", Helpers.Select(h => (int)h).Distinct().Order().Select(Number));
        Set("levels", Levels.Distinct().Order().Select(Number));
        Set("procedures", Procedures.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Flag("digitised", Digitised);
        Flag("reused", Reused);
        Flag("eid", EidVerified);
        Flag("fee", Fee);
        Flag("paid", PaidOnline);
        Flag("ended", MustHaveEnded ? true : null);
        Flag("late", EndedLate);
        Flag("result", MustHaveResult ? true : null);
        Flag("eresult", ElectronicResult ? true : null);
        return string.Join(';', parts);

        void Set(string name, IEnumerable<string> values)
        {
            var list = string.Join(',', values);
            if (list.Length > 0) parts.Add($"{name}={list}");
        }

        void Flag(string name, bool? value)
        {
            if (value is { } v) parts.Add($"{name}={(v ? 1 : 0)}");
        }
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static FactConditions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = All;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var value]) throw new FormatException(part);
            found = name switch
            {
                "channels" => found with { Channels = [.. Numbers(value).Select(n => (Channel)n)] },
                "helpers" => found with { Helpers = [.. Numbers(value).Select(n => (AssistedBy)n)] },
                "levels" => found with { Levels = [.. Numbers(value)] },
                "procedures" => found with { Procedures = value.Split(',') },
                "digitised" => found with { Digitised = value == "1" },
                "reused" => found with { Reused = value == "1" },
                "eid" => found with { EidVerified = value == "1" },
                "fee" => found with { Fee = value == "1" },
                "paid" => found with { PaidOnline = value == "1" },
                "ended" => found with { Ended = value == "1" },
                "late" => found with { EndedLate = value == "1" },
                "result" => found with { ResultGiven = value == "1" },
                "eresult" => found with { ElectronicResult = value == "1" },
                _ => throw new FormatException(part),
            };
        }

        return found;
    }

    /// <summary>The conditions in Vietnamese, to stand after «hồ sơ»; empty when there is none.</summary>
    public string Words()
    {
        var words = new List<string>();
        if (Channels.Count > 0) words.Add("nộp " + Or(Channels.Distinct().Order().Select(Word)));
        if (Helpers.Count > 0) words.Add(Or(Helpers.Distinct().Order().Select(Word)));
        if (Levels.Count > 0) words.Add("của TTHC " + Or(Levels.Distinct().OrderDescending().Select(LevelWord)));
        if (Procedures.Count > 0) words.Add(Procedures.Count == 1 ? $"của thủ tục {Procedures[0]}" : $"thuộc {Procedures.Distinct(StringComparer.Ordinal).Count()} thủ tục đã chọn");
        Say(Fee, "có phí, lệ phí", "không có phí, lệ phí");
        Say(PaidOnline, "đã thanh toán trực tuyến", "chưa thanh toán trực tuyến");
        Say(Digitised, "đã số hóa", "chưa số hóa");
        Say(Reused, "có tái sử dụng giấy tờ, dữ liệu", "không tái sử dụng giấy tờ, dữ liệu");
        Say(EidVerified, "xác thực bằng định danh điện tử", "không xác thực bằng định danh điện tử");
        if (EndedLate is { } late) words.Add(late ? "đã giải quyết xong và quá hạn" : "đã giải quyết xong đúng hạn");
        else if (Ended) words.Add("đã giải quyết xong");
        if (ElectronicResult) words.Add("đã cấp kết quả điện tử");
        else if (ResultGiven) words.Add("đã cấp kết quả điện tử hoặc không phải trả kết quả");
        return string.Join(", ", words);

        void Say(bool? asked, string yes, string no)
        {
            if (asked is { } a) words.Add(a ? yes : no);
        }
    }

    /// <summary>A level in Vietnamese.</summary>
    public static string LevelWord(int level) => level switch { 4 => "toàn trình", 3 => "một phần", 2 => "cung cấp thông tin", _ => "chưa là dịch vụ của đơn vị" };

    private static string Word(Channel channel) => channel switch
    {
        Channel.Online => "trực tuyến",
        Channel.Post => "qua bưu chính",
        Channel.Mobile => "tại điểm lưu động",
        _ => "tại quầy",
    };

    private static string Word(AssistedBy helper) => helper switch
    {
        AssistedBy.Officer => "có cán bộ hỗ trợ",
        AssistedBy.CommunityTeam => "có tổ công nghệ số hỗ trợ",
        AssistedBy.Association => "có đoàn thể hỗ trợ",
        _ => "người dân tự nộp",
    };

    private static string Or(IEnumerable<string> words)
    {
        var list = words.ToList();
        return list.Count == 1 ? list[0] : string.Join(", ", list.SkipLast(1)) + " hoặc " + list[^1];
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<int> Numbers(string text) => text.Split(',').Select(n => int.Parse(n, NumberStyles.None, CultureInfo.InvariantCulture));

    private static bool IsInside<T>(IReadOnlyList<T> part, IReadOnlyList<T> whole) => whole.Count == 0 || (part.Count > 0 && part.All(whole.Contains));

    private static bool Fits(bool? part, bool? whole) => whole is null || part == whole;
}
