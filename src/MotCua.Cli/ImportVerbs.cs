using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary><c>motcua import dossiers</c> and <c>export dossiers</c>.</summary>
public static class ImportVerbs
{
    /// <summary><c>motcua import dossiers</c>.</summary>
    public static Verb Dossiers { get; } = new(
        "import dossiers",
        "FILE.csv [--dry-run] [--resume]",
        """
        Nhập hồ sơ của hệ thống cũ; chạy lại cùng tệp không đổi gì; dòng khác thì ghi lại. In một dòng JSON đã đọc, thêm, ghi lại, không đổi, từ chối.
        Dòng bị từ chối nằm trong FILE.rejected.csv (line, column, reason); --dry-run chỉ kiểm tra; --resume đi tiếp sau khi bị ngắt.
        """,
        """
        Imports dossiers of an older system; the same file again changes nothing; a changed row restates. Prints one JSON line of counts.
        Rejected rows go to FILE.rejected.csv (line, column, reason); --dry-run only checks; --resume goes on after an interruption.
        """,
        ["dry-run", "resume"],
        (call, ct) => RunAsync(call, DossierLine.Columns, async (services, file) =>
        {
            var tally = await services.GetRequiredService<ImportDossiersHandler>().HandleAsync(
                new ImportDossiers(file, call.Arguments.Has("dry-run"), call.Arguments.Has("resume"), new Progress(call.Error, "dòng", File.ReadLines(file).LongCount() - 1).Tell), Actor.System("motcua-import"), ct);
            if (!call.Arguments.Has("dry-run")) await services.GetRequiredService<ProjectMeasures>().DrainAsync(new Progress(call.Error, "hồ sơ đã vào số liệu", tally.Inserted + tally.Restated).Tell, ct);
            return tally;
        }, ct));

    /// <summary><c>motcua export dossiers</c>.</summary>
    public static Verb Export { get; } = new(
        "export dossiers",
        "--from yyyy-MM-dd --to yyyy-MM-dd",
        "Xuất hồ sơ tiếp nhận (chưa tiếp nhận: nộp) trong khoảng ngày, đúng định dạng của import dossiers, ra đầu ra chuẩn.",
        "Writes the dossiers accepted (never accepted: sent) in the period in the format of import dossiers to standard output.",
        ["from=", "to="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            var (from, to) = (call.Arguments.RequiredDate("from"), call.Arguments.RequiredDate("to"));
            if (to < from) throw new UsageException("--to phải từ --from trở đi.");
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var count = await services.GetRequiredService<ExportDossiers>().HandleAsync(from, to, call.Out, ct);
                await services.GetRequiredService<RecordExportHandler>().HandleAsync(
                    new RecordExport(RecordExportHandler.Dossiers, new { from, to, account = Environment.UserName }, count), Actor.System("motcua-export"), ct);
                await call.Error.WriteLineAsync($"Đã xuất {count} hồ sơ.");
                return ExitCode.Done;
            }, ct);
        });

    private static Task<int> RunAsync(VerbCall call, IReadOnlyList<string> known, Func<IServiceProvider, string, Task<ImportTally>> import, CancellationToken ct)
    {
        var file = call.Arguments.Single("tệp CSV");
        if (!File.Exists(file)) throw new UsageException($"Không có tệp «{file}».");
        return DatabaseVerb.RunAsync(call, async services =>
        {
            try
            {
                using (var table = ImportTable.Open(file, known, []))
                {
                    if (table.Unknown.Count > 0) await call.Error.WriteLineAsync($"Bỏ qua cột không dùng: {string.Join(", ", table.Unknown)}.");
                }

                var tally = await import(services, file);
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
