namespace MotCua.Web.Components;

/// <summary>Levels of government in words.</summary>
public static class LevelWords
{
    /// <summary><c>tinh</c> → cấp tỉnh.</summary>
    public static string Of(string level) => level switch { "tinh" => "cấp tỉnh", "huyen" => "cấp huyện", "xa" => "cấp xã", _ => level };
}
