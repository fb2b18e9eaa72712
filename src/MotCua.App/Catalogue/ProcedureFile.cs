using System.Text;
using System.Text.Json;
using MotCua.App.Kernel;
using MotCua.Domain.Calendar;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>Reads <c>procedures.jsonl</c>: one procedure a line.</summary>
public static class ProcedureFile
{
    private static readonly string[] LevelWords = ["bo", "tinh", "huyen", "xa"];

    /// <summary>Name of the file in the data folder.</summary>
    public const string Name = "procedures.jsonl";

    /// <summary>Reads the file of the data folder.</summary>
    public static Parsed<ProcedureRecord> ReadFile(string dataFolder)
    {
        var path = Path.Combine(dataFolder, Name);
        if (!File.Exists(path))
        {
            return new Parsed<ProcedureRecord>([], [new FileIssue(Name, 0, "không tìm thấy tệp")]);
        }

        using var reader = new StreamReader(path, Encoding.UTF8);
        return Read(reader);
    }

    /// <summary>Reads from a reader. A line that is no procedure is reported; the others are kept.</summary>
    public static Parsed<ProcedureRecord> Read(TextReader reader)
    {
        var rows = new List<ProcedureRecord>();
        var issues = new List<FileIssue>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(text);
                var record = Parse(document.RootElement);
                if (!seen.TryAdd(record.Code, line))
                {
                    throw new FormatException($"trùng mã {record.Code} với dòng {seen[record.Code]}");
                }

                rows.Add(record);
            }
            catch (JsonException)
            {
                issues.Add(new FileIssue(Name, line, "không phải JSON hợp lệ"));
            }
            catch (FormatException e)
            {
                issues.Add(new FileIssue(Name, line, e.Message));
            }
        }

        return new Parsed<ProcedureRecord>(rows, issues);
    }

    private static ProcedureRecord Parse(JsonElement e)
    {
        if (e.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("dòng phải là một đối tượng JSON");
        }

        var typed = Text(e, "code");
        if (!ProcedureCode.TryNormalize(typed, out var code) || code != typed)
        {
            throw new FormatException($"mã thủ tục '{typed}' không đúng dạng 1.001193");
        }

        var name = Text(e, "name");
        if (name.Length == 0)
        {
            throw new FormatException($"{code}: thiếu tên");
        }

        var levels = Texts(e, "levels");
        if (levels.FirstOrDefault(l => !LevelWords.Contains(l)) is { } wrong)
        {
            throw new FormatException($"{code}: cấp '{wrong}' không thuộc {string.Join(", ", LevelWords)}");
        }

        return new ProcedureRecord
        {
            Code = code,
            Name = name,
            Field = Text(e, "field"),
            Ministry = Text(e, "ministry"),
            Levels = levels,
            LevelBasis = Text(e, "level_basis"),
            OrgKey = Text(e, "org"),
            IsVertical = Flag(e, "vertical"),
            Scope = Text(e, "scope"),
            ExistedBeforeReform = Flag(e, "existed_before_2025_07"),
            Completeness = Text(e, "completeness"),
            Verified = Text(e, "verified"),
            IsHighVolume = Flag(e, "high_volume"),
            Subjects = Text(e, "subjects"),
            Limits = [.. Items(e, "limits").Select(l => Limit(code, l))],
            LimitText = Text(e, "limit_text"),
            LimitNote = Text(e, "limit_note"),
            Fees = [.. Items(e, "fees").Select(f => Fee(code, f))],
            Components = [.. Items(e, "components").Select(c => Component(code, c))],
            ComponentsFrom = Text(e, "components_from"),
            Steps = Texts(e, "steps"),
            Results = Texts(e, "results"),
            Conditions = Text(e, "conditions"),
            Legal = Texts(e, "legal"),
            Decision = Text(e, "decision"),
            Sources = Texts(e, "sources"),
        };
    }

    private static RecordedLimit Limit(string code, JsonElement e)
    {
        var unit = Text(e, "unit");
        var text = unit == "same-day" ? unit : $"{Number(code, e, "value")} {unit}";
        return TimeLimit.Parse(text) is { IsOk: true } limit ? new RecordedLimit(Text(e, "case"), limit.Value)
            : throw new FormatException($"{code}: thời hạn '{text}' không hợp lệ, cần số nguyên dương và days, calendar-days, hours, months hoặc same-day");
    }

    private static RecordedFee Fee(string code, JsonElement e)
    {
        var amount = Number(code, e, "amount");
        return amount is < 0 ? throw new FormatException($"{code}: mức phí âm") : new RecordedFee(Text(e, "kind"), Text(e, "text"), Text(e, "scope"), amount);
    }

    private static RecordedComponent Component(string code, JsonElement e)
    {
        var name = Text(e, "name");
        return name.Length == 0
            ? throw new FormatException($"{code}: thành phần hồ sơ thiếu tên")
            : new RecordedComponent(name, Text(e, "group"), Number(code, e, "originals"), Number(code, e, "copies"), Flag(e, "declaration"), Flag(e, "note"));
    }

    private static string Text(JsonElement e, string name) => e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : throw new FormatException($"'{name}' phải là chuỗi")
        : "";

    private static bool Flag(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"'{name}' phải là true hoặc false"),
    };

    private static int? Number(string code, JsonElement e, string name) => !e.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : throw new FormatException($"{code}: '{name}' phải là số nguyên");

    private static IEnumerable<JsonElement> Items(JsonElement e, string name) => !e.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Object ? i : throw new FormatException($"'{name}' phải gồm các đối tượng"))
        : throw new FormatException($"'{name}' phải là mảng");

    private static IReadOnlyList<string> Texts(JsonElement e, string name) => !e.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.String ? i.GetString()!.Trim() : throw new FormatException($"'{name}' phải gồm các chuỗi"))]
            : throw new FormatException($"'{name}' phải là mảng");
}
