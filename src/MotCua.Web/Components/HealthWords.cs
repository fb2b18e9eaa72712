using Microsoft.Extensions.Diagnostics.HealthChecks;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Components;

/// <summary>Parts of the system, in words for operators and auditors.</summary>
public static class HealthWords
{
    /// <summary>Name of a part.</summary>
    public static string NameOf(string check) => check switch
    {
        "database" => "Cơ sở dữ liệu",
        "outbox" => "Hộp thư đi",
        "mail" => "Thư điện tử",
        "identity" => "Định danh điện tử",
        "files" => "Kho tệp",
        "jobs" => "Việc hằng đêm",
        _ => check,
    };

    /// <summary>Status in words.</summary>
    public static string StatusOf(HealthStatus status) => status switch { HealthStatus.Healthy => "Tốt", HealthStatus.Degraded => "Cần xem", _ => "Hỏng" };

    /// <summary>Colour of a status.</summary>
    public static string ColourOf(HealthStatus status) => status switch { HealthStatus.Healthy => "green", HealthStatus.Degraded => "yellow", _ => "red" };

    /// <summary>Name of a destination of the outbox.</summary>
    public static string DestinationOf(string destination) => destination switch { "inbox" => "Hộp thư trên cổng", "email" => "Thư điện tử", "sms" => "Tin nhắn", _ => destination };

    /// <summary>Name of a background job.</summary>
    public static string JobOf(string job) => job switch { "outbox" => "Gửi thông báo", "nightly" => "Kiểm tra, niêm phong hằng đêm", "measures" => "Tính chỉ tiêu", "retention" => "Xóa dữ liệu hết thời hạn lưu", _ => job };

    /// <summary>Kind of an actor.</summary>
    public static string ActorOf(ActorKind kind) => kind switch { ActorKind.Officer => "Cán bộ", ActorKind.Citizen => "Người dân", ActorKind.System => "Hệ thống", _ => "Khách" };
}
