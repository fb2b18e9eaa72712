using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MotCua.Domain.Forms;

/// <summary>
/// What a person has filled in so far, hidden answers and unfinished typing included. Immutable: a change makes new answers.
/// A path is a question id (<c>ho_ten</c>), a row (<c>con[0]</c>) or a question in a row (<c>con[0].ho_ten</c>).
/// </summary>
public sealed class FormAnswers
{
    /// <summary>Nothing filled in.</summary>
    public static readonly FormAnswers Empty = new(new Dictionary<string, FormValue>(StringComparer.Ordinal));

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly IReadOnlyDictionary<string, FormValue> _values;

    /// <summary>Answers by question id.</summary>
    public FormAnswers(IReadOnlyDictionary<string, FormValue> values) => _values = values;

    /// <summary>Ids and values as kept.</summary>
    public IReadOnlyDictionary<string, FormValue> Values => _values;

    /// <summary>Reads stored or sent answers. Never throws: what is not a JSON object gives false and a Vietnamese sentence.</summary>
    public static bool TryParse(string? json, out FormAnswers answers, out string error)
    {
        answers = Empty;
        error = "";
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                error = "Câu trả lời phải là một đối tượng JSON: mã câu hỏi → giá trị.";
                return false;
            }

            answers = new FormAnswers(((ObjectValue)FormValue.FromJson(document.RootElement)!).Fields);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            error = "Câu trả lời không phải là JSON hợp lệ, hoặc lồng nhau quá sâu. Hãy kiểm tra lại tệp.";
            return false;
        }
    }

    /// <summary>The value at the path, or null.</summary>
    public FormValue? Get(string path)
    {
        if (_values.TryGetValue(path, out var direct))
        {
            return direct;
        }

        if (!AnswerPath.TryParse(path, out var place) || place.Row is not { } row
            || _values.GetValueOrDefault(place.Question) is not ListValue rows || row >= rows.Items.Count)
        {
            return null;
        }

        return place.Child is null ? rows.Items[row] : (rows.Items[row] as ObjectValue)?.Fields.GetValueOrDefault(place.Child);
    }

    /// <summary>The answers with the value at the path set, or taken away when it is null. A row that is not there yet is added at the end.</summary>
    public FormAnswers With(string path, FormValue? value)
    {
        if (!AnswerPath.TryParse(path, out var place) || place.Row is not { } row)
        {
            return Replace(path, value);
        }

        var rows = _values.GetValueOrDefault(place.Question) is ListValue list ? list.Items.ToList() : [];
        while (rows.Count <= row)
        {
            rows.Add(new ObjectValue(new Dictionary<string, FormValue>(StringComparer.Ordinal)));
        }

        if (place.Child is null)
        {
            if (value is null)
            {
                rows.RemoveAt(row);
            }
            else
            {
                rows[row] = value;
            }
        }
        else
        {
            var fields = rows[row] is ObjectValue o
                ? new Dictionary<string, FormValue>(o.Fields, StringComparer.Ordinal)
                : new Dictionary<string, FormValue>(StringComparer.Ordinal);
            Set(fields, place.Child, value);
            rows[row] = new ObjectValue(fields);
        }

        return Replace(place.Question, new ListValue(rows));
    }

    /// <summary>The answers with one empty row more in the group.</summary>
    public FormAnswers WithRowAdded(string group)
    {
        var rows = _values.GetValueOrDefault(group) is ListValue list ? list.Items.ToList() : [];
        if (rows.Count < FormLimits.Rows)
        {
            rows.Add(new ObjectValue(new Dictionary<string, FormValue>(StringComparer.Ordinal)));
        }

        return Replace(group, new ListValue(rows));
    }

    /// <summary>The answers without the row; unchanged when there is no such row.</summary>
    public FormAnswers WithRowRemoved(string group, int row) =>
        _values.GetValueOrDefault(group) is ListValue list && row >= 0 && row < list.Items.Count
            ? Replace(group, new ListValue([.. list.Items.Take(row), .. list.Items.Skip(row + 1)]))
            : this;

    /// <summary>Canonical JSON: keys in ordinal order, Vietnamese letters as they are.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            Write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes the answers as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer) => new ObjectValue(_values).Write(writer);

    private static void Set(Dictionary<string, FormValue> fields, string id, FormValue? value)
    {
        if (value is null)
        {
            fields.Remove(id);
        }
        else
        {
            fields[id] = value;
        }
    }

    private FormAnswers Replace(string id, FormValue? value)
    {
        var copy = new Dictionary<string, FormValue>(_values, StringComparer.Ordinal);
        Set(copy, id, value);
        return new FormAnswers(copy);
    }
}

/// <summary>A place among answers: question, and for a group the row and the question in the row.</summary>
/// <param name="Question">Id of the question or of the group.</param>
/// <param name="Row">Row of the group, from 0; null outside groups.</param>
/// <param name="Child">Id of the question in the row; null for the whole row.</param>
public readonly record struct AnswerPath(string Question, int? Row, string? Child)
{
    /// <summary>Reads <c>id</c>, <c>id[0]</c> and <c>id[0].child</c>; false for anything else and for rows past the limit.</summary>
    public static bool TryParse(string? path, out AnswerPath result)
    {
        result = default;
        if (string.IsNullOrEmpty(path))
        {
            return false;
        }

        var open = path.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            result = new AnswerPath(path, null, null);
            return true;
        }

        var close = path.IndexOf(']', open);
        if (open == 0 || close < 0
            || !int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || row >= FormLimits.Rows)
        {
            return false;
        }

        var rest = path[(close + 1)..];
        if (rest.Length == 0)
        {
            result = new AnswerPath(path[..open], row, null);
            return true;
        }

        if (rest.Length < 2 || rest[0] != '.')
        {
            return false;
        }

        result = new AnswerPath(path[..open], row, rest[1..]);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Row is { } row
        ? string.Create(CultureInfo.InvariantCulture, $"{Question}[{row}]{(Child is null ? "" : "." + Child)}")
        : Question;
}
