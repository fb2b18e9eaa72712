using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MotCua.Domain.Forms;

/// <content>Single properties of pages and questions, each with its fault.</content>
internal sealed partial class DefinitionReader
{
    private string PathOf(FormQuestion question) => _pending[question.Slot].Path;

    private string Id(JsonElement json, string path, HashSet<string> ids)
    {
        var id = json.TryGetProperty("id", out var element) && element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        if (!IdPattern().IsMatch(id))
        {
            Fault(path + ".id", "Thiếu mã, hoặc mã không gồm chữ cái không dấu, chữ số, \"_\" hay \"-\" (bắt đầu bằng chữ cái, nhiều nhất 64 ký tự).");
        }
        else if (!ids.Add(id))
        {
            Fault(path + ".id", $"Mã \"{id}\" đã dùng cho câu hỏi hoặc trang khác.");
        }

        return id;
    }

    private LocalText? Text(JsonElement json, string name, string path, bool needed)
    {
        if (json.TryGetProperty(name, out var element))
        {
            if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } plain)
            {
                return new LocalText(plain);
            }

            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("vi", out var vi) && vi.ValueKind == JsonValueKind.String
                && vi.GetString() is { Length: > 0 } text)
            {
                return new LocalText(text, element.TryGetProperty("en", out var en) && en.ValueKind == JsonValueKind.String ? en.GetString() : null);
            }

            Fault(path, "Phải là chữ, hoặc {\"vi\": …, \"en\": …}.");
        }
        else if (needed)
        {
            Fault(path, "Thiếu nội dung tiếng Việt.");
        }

        return needed ? new LocalText("") : null;
    }

    private string? Word(JsonElement json, string name, string path)
    {
        if (!json.TryGetProperty(name, out var element))
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.String)
        {
            Fault($"{path}.{name}", "Phải là chữ.");
            return null;
        }

        return element.GetString();
    }

    private int? Whole(JsonElement json, string name, string path, int least)
    {
        if (!json.TryGetProperty(name, out var element) || element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value >= least)
        {
            return value;
        }

        Fault($"{path}.{name}", $"Phải là số nguyên từ {least}.");
        return null;
    }

    private bool Flag(JsonElement json, string name, string path)
    {
        if (!json.TryGetProperty(name, out var element) || element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.ValueKind == JsonValueKind.True;
        }

        Fault($"{path}.{name}", "Phải là true hoặc false.");
        return false;
    }

    private List<int> Digits(JsonElement json, string path)
    {
        if (!json.TryGetProperty("digits", out var element))
        {
            return [];
        }

        var items = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : new[] { element };
        var digits = new List<int>();
        foreach (var item in items)
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var count) && count is > 0 and <= 30)
            {
                digits.Add(count);
            }
            else
            {
                Fault(path + ".digits", "Phải là số chữ số (1-30), hoặc danh sách các số ấy.");
            }
        }

        return digits;
    }

    private IdentityMatch? Matches(JsonElement json, string path)
    {
        if (!json.TryGetProperty("matches", out var element))
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            Fault(path + ".matches", "Phải là {\"birth\": …, \"sex\": …}.");
            return null;
        }

        return new IdentityMatch(Word(element, "birth", path + ".matches"), Word(element, "sex", path + ".matches"));
    }

    private void Fault(string path, string message) => _faults.Add(new DefinitionFault(path, message));

    private static IEnumerable<(JsonElement Json, string Path)> Items(JsonElement array, string path) =>
        array.EnumerateArray().Select((item, i) => (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
