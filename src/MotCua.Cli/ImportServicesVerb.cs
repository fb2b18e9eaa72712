using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary><c>motcua import services</c> (contracts).</summary>
public static class ImportServicesVerb
{
    /// <summary>The line of the table.</summary>
    public static Verb Verb { get; } = new(
        "import services",
        "FILE.csv [--dry-run]",
        """
        Nhập mức độ dịch vụ công theo quyết định: unit, procedure, level (full partial info), status, eligible_full, online_only, from, to, decision_no,
        decision_date, reason_code, legal_basis. Đơn vị huyen:* hoặc xa:* là mọi đơn vị của cấp. Dòng bị từ chối ghi vào FILE.rejected.csv (mã thoát 1).
        """,
        """
        Imports service levels by decision; idempotent on unit, procedure and from; overlaps are rejected into FILE.rejected.csv (exit 1).
        """,
        ["dry-run"],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var path = call.Arguments.Single("tệp FILE.csv");
        Parsed<ServiceLine> parsed;
        if (!File.Exists(path)) throw new UsageException($"Không có tệp «{path}».");
        try
        {
            using (var table = ImportTable.Open(path, ServiceFile.Columns, ServiceFile.Required))
            {
                if (table.Missing.Count > 0) throw new FormatException($"thiếu cột {string.Join(", ", table.Missing)}");
                if (table.Unknown.Count > 0) await call.Error.WriteLineAsync($"Bỏ qua cột không dùng: {string.Join(", ", table.Unknown)}.");
            }

            using var reader = new StreamReader(path, Encoding.UTF8);
            parsed = ServiceFile.Read(reader, Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Không đọc được tệp «{path}». Kiểm tra đường dẫn và quyền đọc.", e);
        }

        catch (FormatException failure)
        {
            throw new UsageException($"Tệp «{path}» không dùng được: {failure.Message}.");
        }

        return await DatabaseVerb.RunAsync(call, async services =>
        {
            var result = await services.GetRequiredService<ImportServicesHandler>()
                .HandleAsync(new ImportServices(parsed.Rows, call.Arguments.Has("dry-run")), Actor.System("import services"), ct);
            await services.GetRequiredService<ProjectMeasures>().DrainAsync(ct);
            var rejected = parsed.Issues.Concat(result.Value.Rejected).OrderBy(i => i.Line).ToList();
            await call.Out.WriteLineAsync(JsonSerializer.Serialize(new Dictionary<string, int>
            {
                ["read"] = parsed.Rows.Count + parsed.Issues.Count,
                ["inserted"] = result.Value.Inserted,
                ["restated"] = result.Value.Restated,
                ["unchanged"] = result.Value.Unchanged,
                ["rejected"] = rejected.Count,
            }));
            await WriteRejectedAsync(path, rejected, ct);
            foreach (var issue in rejected.Take(20))
            {
                await call.Error.WriteLineAsync($"{Path.GetFileName(path)}:{issue.Line}: {issue.Reason}");
            }

            return rejected.Count == 0 ? ExitCode.Done : ExitCode.Rejected;
        }, ct);
    }

    private static async Task WriteRejectedAsync(string path, List<FileIssue> rejected, CancellationToken ct)
    {
        var file = path + ".rejected.csv";
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            file = path[..^4] + ".rejected.csv";
        }

        if (rejected.Count == 0)
        {
            if (File.Exists(file)) File.Delete(file);
            return;
        }

        var text = new StringBuilder("line,column,reason\n");
        foreach (var issue in rejected)
        {
            text.Append(CultureInfo.InvariantCulture, $"{issue.Line},{issue.Column},\"{issue.Reason.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        }

        await File.WriteAllTextAsync(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
    }
}
