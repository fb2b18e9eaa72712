using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MotCua.Domain.Forms;

namespace MotCua.App.Dossiers;

/// <summary>How one component will be given.</summary>
/// <param name="Way">One of <see cref="PaperWays"/>; empty = not chosen yet.</param>
/// <param name="Reason">Why on paper.</param>
/// <param name="Files">Durable files, for an upload.</param>
public sealed record DraftPaper(string Way, string Reason, IReadOnlyList<Guid> Files)
{
    /// <summary>Nothing chosen.</summary>
    public static readonly DraftPaper None = new("", "", []);
}

/// <summary>Ways of giving a component.</summary>
public static class PaperWays
{
    /// <summary>Uploaded.</summary>
    public const string Upload = "upload";

    /// <summary>Taken from the person's own store (Kho): a paper of an earlier dossier, or an electronic result (NĐ 45/2020 Đ9).</summary>
    public const string Store = "store";

    /// <summary>On paper, at the desk or by post.</summary>
    public const string Paper = "paper";

    /// <summary>Not needed in this case; only for components with "nếu có".</summary>
    public const string NotNeeded = "not-needed";
}

/// <summary>What a draft holds: answers with unfinished typing, papers, the commune of the address asked. Kept encrypted.</summary>
/// <param name="Answers">Answers to the procedure's form, as typed.</param>
/// <param name="Papers">By component key.</param>
/// <param name="Commune">Commune of the address by which the place was found; empty when it was not asked.</param>
public sealed record DraftContent(FormAnswers Answers, IReadOnlyDictionary<string, DraftPaper> Papers, string Commune)
{
    /// <summary>Answers to what is asked of every filing: whose it is, who helps, which case.</summary>
    public FormAnswers About { get; init; } = FormAnswers.Empty;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An empty draft.</summary>
    public static readonly DraftContent Empty = new(FormAnswers.Empty, new Dictionary<string, DraftPaper>(StringComparer.Ordinal), "");

    /// <summary>How the component will be given.</summary>
    public DraftPaper Paper(string componentKey) => Papers.GetValueOrDefault(componentKey) ?? DraftPaper.None;

    /// <summary>The content with one component changed.</summary>
    public DraftContent With(string componentKey, DraftPaper paper) =>
        this with { Papers = new Dictionary<string, DraftPaper>(Papers, StringComparer.Ordinal) { [componentKey] = paper } };

    /// <summary>JSON.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("commune", Commune);
            writer.WritePropertyName("answers");
            Answers.Write(writer);
            writer.WritePropertyName("about");
            About.Write(writer);
            writer.WriteStartObject("papers");
            foreach (var (key, paper) in Papers)
            {
                writer.WriteStartObject(key);
                writer.WriteString("way", paper.Way);
                writer.WriteString("reason", paper.Reason);
                writer.WriteStartArray("files");
                foreach (var file in paper.Files) writer.WriteStringValue(file);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote; empty for empty.</summary>
    public static DraftContent Read(string json)
    {
        if (string.IsNullOrEmpty(json)) return Empty;
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var papers = new Dictionary<string, DraftPaper>(StringComparer.Ordinal);
        foreach (var paper in root.GetProperty("papers").EnumerateObject())
        {
            papers[paper.Name] = new DraftPaper(
                paper.Value.GetProperty("way").GetString() ?? "", paper.Value.GetProperty("reason").GetString() ?? "", [.. paper.Value.GetProperty("files").EnumerateArray().Select(f => f.GetGuid())]);
        }

        return new DraftContent(ReadAnswers(root.GetProperty("answers")), papers, root.GetProperty("commune").GetString() ?? "")
        {
            About = root.TryGetProperty("about", out var about) ? ReadAnswers(about) : FormAnswers.Empty,
        };
    }

    private static FormAnswers ReadAnswers(JsonElement json) => FormValue.FromJson(json) is ObjectValue fields ? new FormAnswers(fields.Fields) : FormAnswers.Empty;
}
