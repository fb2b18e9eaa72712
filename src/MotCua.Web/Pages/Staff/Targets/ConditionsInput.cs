using System.Globalization;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Conditions of a count as a form has them: sets of boxes, answers that are yes, no or not asked.</summary>
public sealed class ConditionsInput
{
    /// <summary>Channels.</summary>
    public static readonly IReadOnlyList<Choice> ChannelChoices = [new("2", "Trực tuyến"), new("1", "Tại quầy"), new("3", "Qua bưu chính"), new("4", "Điểm lưu động")];

    /// <summary>Who helped.</summary>
    public static readonly IReadOnlyList<Choice> HelperChoices = [new("0", "Người dân tự nộp"), new("2", "Tổ công nghệ số cộng đồng"), new("1", "Cán bộ"), new("3", "Hội, đoàn thể")];

    /// <summary>Service levels.</summary>
    public static readonly IReadOnlyList<Choice> LevelChoices = [new("4", "Toàn trình"), new("3", "Một phần"), new("2", "Cung cấp thông tin"), new("0", "Chưa là dịch vụ của đơn vị")];

    /// <summary>What must have been reached.</summary>
    public static readonly IReadOnlyList<Choice> ReachedChoices =
    [
        new("ended", "Đã giải quyết xong"), new("intime", "Đã giải quyết xong đúng hạn"), new("late", "Đã giải quyết xong và quá hạn"), new("result", "Đã có kết quả điện tử hoặc không phải trả kết quả"), new("eresult", "Đã cấp kết quả điện tử"),
    ];

    /// <summary>Facts that are so or not.</summary>
    public static readonly IReadOnlyList<Choice> FlagChoices =
    [
        new("fee1", "Có phí, lệ phí"), new("fee0", "Không có phí, lệ phí"), new("paid1", "Đã thanh toán trực tuyến"), new("paid0", "Chưa thanh toán trực tuyến"), new("digitised1", "Đã số hóa"), new("digitised0", "Chưa số hóa"),
        new("reused1", "Có tái sử dụng giấy tờ, dữ liệu"), new("reused0", "Không tái sử dụng"), new("eid1", "Xác thực bằng định danh điện tử"), new("eid0", "Không xác thực bằng định danh điện tử"),
    ];

    /// <summary>Channels chosen.</summary>
    public List<string> Channels { get; set; } = [];

    /// <summary>Helpers chosen.</summary>
    public List<string> Helpers { get; set; } = [];

    /// <summary>Levels chosen.</summary>
    public List<string> Levels { get; set; } = [];

    /// <summary>What must have been reached.</summary>
    public List<string> Reached { get; set; } = [];

    /// <summary>Facts chosen.</summary>
    public List<string> Flags { get; set; } = [];

    /// <summary>Codes of procedures, between spaces, commas or lines.</summary>
    public string? Procedures { get; set; }

    /// <summary>A field whose procedures are taken too.</summary>
    public string? Field { get; set; }

    /// <summary>The form of conditions.</summary>
    public static ConditionsInput Of(FactConditions c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var reached = new List<string>();
        if (c.EndedLate is { } late) reached.Add(late ? "late" : "intime");
        else if (c.Ended) reached.Add("ended");
        if (c.ElectronicResult) reached.Add("eresult");
        else if (c.ResultGiven) reached.Add("result");
        var flags = new (string Name, bool? Value)[] { ("fee", c.Fee), ("paid", c.PaidOnline), ("digitised", c.Digitised), ("reused", c.Reused), ("eid", c.EidVerified) };
        return new ConditionsInput
        {
            Channels = [.. c.Channels.Select(x => Text((int)x))],
            Helpers = [.. c.Helpers.Select(x => Text((int)x))],
            Levels = [.. c.Levels.Select(Text)],
            Reached = reached,
            Flags = [.. flags.Where(f => f.Value is not null).Select(f => f.Name + (f.Value == true ? "1" : "0"))],
            Procedures = string.Join('\n', c.Procedures),
        };
    }

    /// <summary>The conditions, or what contradicts itself.</summary>
    public (FactConditions? Conditions, string? Error) Read()
    {
        foreach (var name in new[] { "fee", "paid", "digitised", "reused", "eid" })
        {
            if (Flags.Contains(name + "1") && Flags.Contains(name + "0")) return (null, "Hai điều kiện trái nhau được chọn cùng lúc. Bỏ bớt một.");
        }

        if (Reached.Contains("intime") && Reached.Contains("late")) return (null, "Đúng hạn và quá hạn được chọn cùng lúc. Bỏ bớt một.");
        return (new FactConditions
        {
            Channels = [.. Known(Channels, ChannelChoices).Select(n => (Channel)n)],
            Helpers = [.. Known(Helpers, HelperChoices).Select(n => (AssistedBy)n)],
            Levels = [.. Known(Levels, LevelChoices)],
            Procedures = [.. (Procedures ?? "").Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Fee = Flag("fee"),
            PaidOnline = Flag("paid"),
            Digitised = Flag("digitised"),
            Reused = Flag("reused"),
            EidVerified = Flag("eid"),
            Ended = Reached.Contains("ended"),
            EndedLate = Reached.Contains("late") ? true : Reached.Contains("intime") ? false : null,
            ResultGiven = Reached.Contains("result"),
            ElectronicResult = Reached.Contains("eresult"),
        }, null);
    }

    private bool? Flag(string name) => Flags.Contains(name + "1") ? true : Flags.Contains(name + "0") ? false : null;

    private static IEnumerable<int> Known(List<string> chosen, IReadOnlyList<Choice> choices) => chosen.Where(c => choices.Any(k => k.Value == c)).Select(c => int.Parse(c, CultureInfo.InvariantCulture)).Distinct().Order();

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
