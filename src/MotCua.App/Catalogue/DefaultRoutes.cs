using System.Text.Json;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>Routes that hold where a unit has published none of its own; the shares of each add up to one.</summary>
public static class DefaultRoutes
{
    /// <summary>The steps for a level.</summary>
    /// <param name="level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
    public static IReadOnlyList<RouteStep> For(string level) => level switch
    {
        "xa" =>
        [
            new(1, "Thẩm tra hồ sơ", nameof(Role.Handler), 0.6m),
            new(2, "Lãnh đạo UBND xem xét, ký", nameof(Role.UnitLeader), 0.3m),
            new(3, "Đóng dấu, chuyển Bộ phận Một cửa", nameof(Role.Clerk), 0.1m),
        ],
        "huyen" =>
        [
            new(1, "Phòng chuyên môn thẩm định hồ sơ", nameof(Role.Handler), 0.65m),
            new(2, "Lãnh đạo UBND xem xét, ký", nameof(Role.UnitLeader), 0.25m),
            new(3, "Đóng dấu, chuyển Bộ phận Một cửa", nameof(Role.Clerk), 0.1m),
        ],
        "tinh" =>
        [
            new(1, "Thẩm định hồ sơ", nameof(Role.Handler), 0.7m),
            new(2, "Lãnh đạo đơn vị xem xét, ký", nameof(Role.UnitLeader), 0.2m),
            new(3, "Đóng dấu, chuyển Trung tâm Phục vụ hành chính công", nameof(Role.Clerk), 0.1m),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "tinh, huyen, xa"),
    };

    /// <summary>The steps as stored.</summary>
    public static string Write(IReadOnlyList<RouteStep> steps) => JsonSerializer.Serialize(steps, JsonSerializerOptions.Web);

    /// <summary>The stored steps.</summary>
    public static IReadOnlyList<RouteStep> Read(string json) => JsonSerializer.Deserialize<List<RouteStep>>(json, JsonSerializerOptions.Web) ?? [];
}
