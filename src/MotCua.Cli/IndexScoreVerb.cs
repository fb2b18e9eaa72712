using System.Globalization;
using MotCua.App.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Cli;

/// <summary><c>motcua index score</c>: parts of QĐ 766 from raw counts; needs no database.</summary>
public static class IndexScoreVerb
{
    private const decimal Greatest = 1_000_000_000_000_000m;

    /// <summary>The line of the table.</summary>
    public static Verb Verb { get; } = new(
        "index score",
        "FILE.csv",
        """
        Tính điểm các chỉ số của Bộ chỉ số QĐ 766/QĐ-TTg từ số đếm, mỗi đơn vị một dòng (cột unit và các cột số đếm); in CSV unit, index, score.
        Mỗi chỉ số làm tròn 2 chữ số; nhóm là tổng các chỉ số đã làm tròn, khi có đủ; dòng có số âm hoặc phần lớn hơn tổng bị từ chối.
        """,
        """
        Scores the parts of the index of Decision 766 from raw counts, a row per unit; prints CSV unit, index, score.
        Each part has 2 decimals; a group is the sum of its rounded parts, when all are there; negative counts or part > whole reject the row.
        """,
        [],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var file = call.Arguments.Single("tệp CSV");
        if (!File.Exists(file)) throw new UsageException($"Không có tệp «{file}».");
        try
        {
            return await ScoreAsync(call, file, ct);
        }
        catch (FormatException failure)
        {
            throw new UsageException($"Tệp «{file}» không dùng được: {failure.Message}.");
        }
    }

    private static async Task<int> ScoreAsync(VerbCall call, string file, CancellationToken ct)
    {
        string[] columns = [.. IndexScore.Columns, "satisfied_percent"];
        using var table = ImportTable.Open(file, ["unit", .. columns], ["unit"]);
        if (table.Missing.Count > 0) throw new FormatException("thiếu cột unit");
        if (table.Unknown.Count > 0) await call.Error.WriteLineAsync($"Bỏ qua cột không dùng: {string.Join(", ", table.Unknown)}.");
        var rejected = new List<RejectedRow>();
        await using var csv = new CsvText(call.Out);
        await csv.WriteAsync(ct, "unit", "index", "score");
        while (table.Read())
        {
            try
            {
                if (table["unit"].Length == 0) throw new RejectionException("unit", "Thiếu đơn vị.");
                var (scores, refusal) = IndexScore.Of(Counts(table, columns));
                if (refusal is not null) throw new RejectionException(refusal);
                foreach (var (code, points) in scores) await csv.WriteAsync(ct, table["unit"], code, points.ToString("0.00", CultureInfo.InvariantCulture));
            }
            catch (RejectionException refusal)
            {
                rejected.Add(new RejectedRow(table.Line, refusal.Column, refusal.Message));
            }
        }

        rejected.AddRange(table.Malformed);
        await NoteAsync(call, file, rejected, ct);
        foreach (var row in rejected) await call.Error.WriteLineAsync($"Dòng {row.Line}: {row.Reason}");
        return rejected.Count == 0 ? ExitCode.Done : ExitCode.Rejected;
    }

    /// <summary>The points are on standard output already: a folder that cannot be written takes nothing away from them.</summary>
    private static async Task NoteAsync(VerbCall call, string file, List<RejectedRow> rejected, CancellationToken ct)
    {
        try
        {
            await ImportTable.WriteRejectedAsync(file, rejected, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (rejected.Count > 0) await call.Error.WriteLineAsync($"Không ghi được {ImportTable.RejectedPath(file)}; các dòng bị từ chối chỉ có ở đây:");
        }
    }

    private static Dictionary<string, decimal> Counts(ImportTable table, string[] columns)
    {
        var counts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var column in columns.Distinct())
        {
            var text = table[column];
            if (text.Length == 0) continue;
            counts[column] = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Greatest
                ? number : throw new RejectionException(column, $"«{text}» không phải số.");
        }

        return counts;
    }
}
