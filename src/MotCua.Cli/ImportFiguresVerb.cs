using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary><c>motcua import figures</c>: counts of QĐ 766 that the portal cannot make itself, and published figures (contracts).</summary>
public static class ImportFiguresVerb
{
    /// <summary>The line of the table.</summary>
    public static Verb Verb { get; } = new(
        "import figures",
        "FILE.csv [--dry-run]",
        """
        Nhập số đếm của Bộ chỉ số QĐ 766 mà Cổng không tự đếm được: unit, from, to, column, value, source; hoặc số liệu đã công bố theo mẫu published-figures.csv.
        Nhập lại không đổi gì; dòng khác thì ghi lại, giá trị cũ nằm trong nhật ký. Dòng bị từ chối ghi vào FILE.rejected.csv (mã thoát 1).
        """,
        """
        Imports counts of the index of Decision 766 that the portal cannot make itself (unit, from, to, column, value, source), or published figures in the
        form of published-figures.csv. Idempotent; a changed row restates and the trail keeps the old value. Rejected rows go to FILE.rejected.csv (exit 1).
        """,
        ["dry-run"],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var file = call.Arguments.Single("tệp CSV");
        if (!File.Exists(file)) throw new UsageException($"Không có tệp «{file}».");
        return await DatabaseVerb.RunAsync(call, async services =>
        {
            try
            {
                using (var table = ImportTable.Open(file, [.. FigureLine.Columns, .. FigureLine.PublishedColumns], []))
                {
                    if (table.Unknown.Count > 0) await call.Error.WriteLineAsync($"Bỏ qua cột không dùng: {string.Join(", ", table.Unknown)}.");
                }

                var tally = await services.GetRequiredService<ImportFiguresHandler>().HandleAsync(new ImportFigures(file, call.Arguments.Has("dry-run")), Actor.System("motcua-import"), ct);
                await call.Out.WriteLineAsync(tally.ToString());
                if (tally.Rejected == 0) return ExitCode.Done;
                await call.Error.WriteLineAsync($"{tally.Rejected} dòng bị từ chối, xem {ImportTable.RejectedPath(file)}.");
                return ExitCode.Rejected;
            }
            catch (FormatException failure)
            {
                throw new UsageException($"Tệp «{file}» không dùng được: {failure.Message}.");
            }
        }, ct);
    }
}
