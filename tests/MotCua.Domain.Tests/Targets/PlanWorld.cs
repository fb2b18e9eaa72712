using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>A few units and the plan of the tests.</summary>
internal static class PlanWorld
{
    public static readonly DateOnly Start = new(2022, 1, 1);
    public static readonly DateOnly Today = new(2022, 7, 25);

    public static readonly IReadOnlyDictionary<string, PlanUnit> Units = new PlanUnit[]
    {
        new("sgddt", "Sở GD&ĐT", "tinh", Start, null, true), new("sct", "Sở Công Thương", "tinh", Start, null, true), new("snv", "Sở Nội vụ", "tinh", Start, null, true),
        new("sgtvt", "Sở GTVT", "tinh", Start, new DateOnly(2023, 6, 1), true), new("ba-be", "UBND huyện Ba Bể", "huyen", Start, null, true),
        new("na-ri", "UBND huyện Na Rì", "huyen", Start, null, true), new("moi", "Ban mới", "tinh", new DateOnly(2023, 7, 1), null, true), new("x1", "UBND xã Một", "xa", Start, null, false),
    }.ToDictionary(u => u.Key);

    public static readonly IReadOnlyDictionary<string, string> Known = Indicators.All.ToDictionary(i => i.Code, i => i.ShortName);

    public static readonly PlanTerms Terms = new("Kế hoạch giao chỉ tiêu năm 2023", new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31), "");

    public static readonly PlanTimeline Issued = new([new PlanSpan(Guid.NewGuid(), "dvctt-2022", Start, null, null, "Kế hoạch năm 2022")]);

    /// <summary>Two groups of the province and one of districts; everybody watched is in it.</summary>
    public static PlanContent Plan(decimal ct3 = 30, string? moved = null) => new(
        ["ct1", "ct3"],
        [Group("tinh-1", "tinh", "Nhóm 1 cấp tỉnh", 100, 90), Group("tinh-2", "tinh", "Nhóm 2 cấp tỉnh", 100, ct3), Group("huyen-1", "huyen", "Nhóm 1 cấp huyện", 100, 8)],
        [Member("sgddt", "tinh-1"), Member("sct", moved ?? "tinh-1"), Member("snv", "tinh-2"), Member("sgtvt", "tinh-2"), Member("ba-be", "huyen-1"), Member("na-ri", "huyen-1")]);

    public static PlanGroup Group(string key, string level, string name, decimal ct1, decimal ct3) => new(key, level, name, Percents(("ct1", ct1), ("ct3", ct3)));

    public static PlanMember Member(string unit, string group, params (string Indicator, decimal Percent)[] own) => new(unit, group, Percents(own));

    public static Dictionary<string, decimal> Percents(params (string Indicator, decimal Percent)[] percents) => percents.ToDictionary(p => p.Indicator, p => p.Percent);

    public static PlanFacts Facts(PlanContent? before = null, PlanTimeline? timeline = null, bool isNewest = true) => new(Units, Known, timeline ?? Issued, before ?? Plan(), isNewest, Today);
}
