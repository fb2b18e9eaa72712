using MotCua.App.Catalogue;

namespace MotCua.Web.Components;

/// <summary>Levels of a service in words (NĐ 42/2022/NĐ-CP Điều 11).</summary>
public static class ServiceWords
{
    /// <summary>Toàn trình, Một phần, Cung cấp thông tin; a dash when it is not offered.</summary>
    public static string Level(int level) => level switch { (int)ServiceLevel.Full => "Toàn trình", (int)ServiceLevel.Partial => "Một phần", (int)ServiceLevel.Information => "Cung cấp thông tin", _ => "Không cung cấp" };

    /// <summary>Whether it was reviewed for toàn trình, and with what verdict.</summary>
    public static string Eligible(bool? eligible) => eligible switch { true => "Đủ điều kiện toàn trình", false => "Không đủ điều kiện toàn trình", _ => "Chưa rà soát" };
}
