namespace MotCua.Domain.Accounts;

/// <summary>Level of assurance of an electronic identity (NĐ 59/2022 Đ12): level 1 is self-registered, level 2 was checked in person.</summary>
public static class Assurance
{
    /// <summary>The number of the level as the provider wrote it (<c>LoA2</c>, <c>2</c>, <c>urn:…:loa:2</c>); 0 = unknown.</summary>
    public static int LevelOf(string? level)
    {
        var text = (level ?? "").TrimEnd();
        return text.Length > 0 && char.IsAsciiDigit(text[^1]) ? text[^1] - '0' : 0;
    }

    /// <summary>In words.</summary>
    public static string Name(string? level) => LevelOf(level) switch
    {
        0 => "Chưa rõ mức độ định danh",
        1 => "Định danh mức 1 (tự đăng ký)",
        _ => "Định danh mức 2 (đã đối chiếu trực tiếp)",
    };
}
