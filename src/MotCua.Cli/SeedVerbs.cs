using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Targets;

namespace MotCua.Cli;

/// <summary><c>motcua seed demo</c>.</summary>
public static class SeedVerbs
{
    private static readonly DateOnly DefaultFrom = new(2022, 1, 1);
    private static readonly DateOnly DefaultTo = new(2022, 12, 31);

    /// <summary>The line of the table.</summary>
    public static Verb Demo { get; } = new(
        "seed demo",
        "--dossiers N [--seed S] [--from yyyy-MM-dd --to yyyy-MM-dd] [--facts-only] [--issuer URL] [--portal URL]",
        """
        Tạo hồ sơ trình diễn trên đơn vị và thủ tục thật, đủ trạng thái, hình thức nộp; cùng tham số cho cùng hồ sơ, chạy lại không thêm gì.
        Mặc định 12 tháng trước 01/01/2023; --facts-only tạo lịch sử như nhập từ hệ thống cũ, không có người nộp, giấy tờ: đủ lớn để bảng chỉ tiêu có nghĩa, và để đo tốc độ.
        2.000 hồ sơ cuối có đủ tờ khai, tệp giấy tờ, kết quả, thông báo. --issuer: nơi người dân mẫu đăng nhập; --portal: địa chỉ in trong mã QR.
        """,
        """
        Makes demo dossiers over the real units and procedures, in all states and channels; same arguments, same dossiers; again adds nothing.
        Default: the 12 months before 2023-01-01; --facts-only makes a history as if imported, without people and papers: large enough for boards with meaning, and for benchmarks.
        The last 2,000 are whole: answers, files, results, notices. --issuer: where the demo citizens sign in; --portal: address printed as QR.
        """,
        ["dossiers=", "seed=", "from=", "to=", "facts-only", "issuer=", "portal="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            var count = call.Arguments.OptionalInteger("dossiers", 1) ?? throw new UsageException("Thiếu tùy chọn --dossiers.");
            var (from, to) = (call.Arguments.OptionalDate("from"), call.Arguments.OptionalDate("to"));
            if (from is null != to is null) throw new UsageException("--from và --to đi cùng nhau.");
            if (to < from) throw new UsageException("--to phải từ --from trở đi.");
            if (from < DefaultFrom) throw new UsageException("Dữ liệu của tỉnh (đơn vị, thủ tục, lịch làm việc) có hiệu lực từ 01/01/2022: chọn --from từ 2022-01-01.");
            var portal = (call.Arguments.Optional("portal") ?? "http://127.0.0.1:5080").TrimEnd('/');
            var command = new SeedDemoDossiers(count, call.Arguments.OptionalInteger("seed", 0) ?? 1, from ?? DefaultFrom, to ?? DefaultTo, call.Arguments.Has("facts-only"), call.Arguments.Optional("issuer") ?? "http://127.0.0.1:5081/dinh-danh", portal + "/xac-thuc/{0}");
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var added = command.IsFactsOnly
                    ? await services.GetRequiredService<HistorySeeding>().HandleAsync(command, new Progress(call.Error, "hồ sơ", count).Tell, ct)
                    : await services.GetRequiredService<DemoSeeding>().HandleAsync(command, ct);
                if (added is null)
                {
                    await call.Error.WriteLineAsync("Chưa có thủ tục công khai nào được đơn vị cung cấp: chạy «motcua migrate» để nạp dữ liệu tham chiếu.");
                    return ExitCode.Rejected;
                }

                await services.GetRequiredService<ProjectMeasures>().DrainAsync(ct);
                await call.Error.WriteLineAsync($"Đã thêm {added} hồ sơ trình diễn.");
                return ExitCode.Done;
            }, ct);
        });
}
