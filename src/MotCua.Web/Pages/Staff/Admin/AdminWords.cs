namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Words of the administration.</summary>
public static class AdminWords
{
    /// <summary>Levels joined by commas, in words.</summary>
    public static string LevelsOf(string levels) => levels.Length == 0 ? "chưa rõ" : string.Join(", ", levels.Split(',').Select(LevelOf));

    /// <summary>A level.</summary>
    public static string LevelOf(string level) => level switch { "tinh" => "cấp tỉnh", "huyen" => "cấp huyện", "xa" => "cấp xã", _ => level };
}
