using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Notifications;

namespace MotCua.App.Exchange;

/// <summary>How a part of the system is.</summary>
/// <param name="IsWell">Works as it should.</param>
/// <param name="Detail">Vietnamese sentence without secrets or persons.</param>
public sealed record HealthFinding(bool IsWell, string Detail);

/// <summary>Looks at the parts that the portal needs. Only the database is critical; the others make it Degraded (contracts, HTTP).</summary>
public sealed class SystemHealth(MotCuaDb db, OutboxDesk outbox, MailOptions mail, FileStoreOptions files, TimeProvider clock)
{
    /// <summary>Below this free space the file store is not well.</summary>
    public const long LeastFreeBytes = 1024L * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestNight = TimeSpan.FromHours(50);

    /// <summary>The database answers and has the schema.</summary>
    public async Task<HealthFinding> DatabaseAsync(CancellationToken ct)
    {
        try
        {
            var loaded = await db.Units.AsNoTracking().AnyAsync(ct);
            return new HealthFinding(true, loaded ? "Cơ sở dữ liệu trả lời" : "Cơ sở dữ liệu trả lời, chưa có dữ liệu tham chiếu");
        }
        catch (Exception e) when (e is DbException or TimeoutException || e.InnerException is DbException)
        {
            return new HealthFinding(false, DatabaseFaults.IsUnavailable(e) ? "Cơ sở dữ liệu không trả lời" : "Cơ sở dữ liệu chưa đúng phiên bản: chạy «motcua migrate»");
        }
    }

    /// <summary>Nothing is parked, nothing waits long.</summary>
    public async Task<HealthFinding> OutboxAsync(CancellationToken ct)
    {
        var lines = await outbox.HealthAsync(ct);
        var parked = lines.Sum(l => l.Parked);
        var now = clock.GetUtcNow();
        var late = lines.Where(l => l.Waiting > 0 && l.OldestWaiting is { } oldest && now - oldest > LongestWait).Sum(l => l.Waiting);
        return parked > 0 ? new HealthFinding(false, $"{parked} thông báo không gửi được, cần người xem")
            : late > 0 ? new HealthFinding(false, $"{late} thông báo chờ quá {LongestWait.TotalMinutes:0} phút")
            : new HealthFinding(true, $"{lines.Sum(l => l.Waiting)} thông báo đang chờ gửi");
    }

    /// <summary>E-mail has a server.</summary>
    public HealthFinding Mail() => mail.Host.Length > 0 ? new(true, "Đã cấu hình máy chủ thư") : new(false, "Chưa cấu hình máy chủ thư (MotCua:Mail:Host); người dân chỉ nhận thông báo trên cổng");

    /// <summary>The file store has room.</summary>
    public HealthFinding Files()
    {
        try
        {
            Directory.CreateDirectory(files.Folder);
            var free = new DriveInfo(Path.GetFullPath(files.Folder)).AvailableFreeSpace;
            return new HealthFinding(free >= LeastFreeBytes, $"Kho tệp còn {free / (1024 * 1024)} MiB trống");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new HealthFinding(false, "Kho tệp không ghi được");
        }
    }

    /// <summary>The nightly checks ran, when they have ever run.</summary>
    public async Task<HealthFinding> JobsAsync(CancellationToken ct)
    {
        var last = await db.JobLeases.AsNoTracking().Where(j => j.Name == "nightly").Select(j => j.LastDoneAt).FirstOrDefaultAsync(ct);
        return last is null ? new(true, "Kiểm tra hằng đêm chưa đến lượt đầu tiên")
            : clock.GetUtcNow() - last > LongestNight ? new(false, "Kiểm tra hằng đêm không xong đã hơn hai ngày")
            : new(true, "Kiểm tra hằng đêm vẫn chạy");
    }
}
