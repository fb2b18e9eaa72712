using System.Globalization;
using System.Text.Json;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

/// <summary>Every file under Forms/Cases is one case: a form, perhaps answers, and what must come out. Those under must-reject are definitions.</summary>
public sealed class ConformanceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Forms", "Cases");

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void Cases_AreAllThere()
    {
        Assert.True(Cases.Count >= 150, $"{Cases.Count} cases");
        Assert.True(Directory.EnumerateFiles(Path.Combine(Folder, "must-reject")).Count() >= 40);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Judged_GivesWhatItExpects(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        var root = document.RootElement;
        var expect = root.GetProperty("expect");
        var reading = FormDefinition.Read(root.GetProperty("form").GetRawText());

        if (expect.TryGetProperty("definition_errors", out var faults))
        {
            Assert.Null(reading.Definition);
            Assert.Equal(Texts(faults), reading.Faults.Select(f => f.Path));
            Assert.All(reading.Faults, f => Assert.False(string.IsNullOrWhiteSpace(f.Message)));
            return;
        }

        Assert.Empty(reading.Faults);
        var answersJson = root.TryGetProperty("answers", out var a) ? a.GetRawText() : "{}";
        Assert.True(FormAnswers.TryParse(answersJson, out var answers, out var error), error);
        var view = FormRun.Evaluate(reading.Definition!, answers, Context(root));

        Assert.Equal(
            expect.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("question").GetString()!, e.GetProperty("code").GetString()!)),
            view.Errors.Select(e => (e.Question, e.Code)));
        Assert.Equal(expect.GetProperty("valid").GetBoolean(), view.Valid);
        if (expect.TryGetProperty("visible", out var visible)) Assert.Equal(Texts(visible), view.Visible);
        if (expect.TryGetProperty("required", out var required)) Assert.Equal(Texts(required), view.Required);
        if (expect.TryGetProperty("warnings", out var warnings)) Assert.Equal(Texts(warnings), view.Warnings.Select(w => w.Code));
        if (expect.TryGetProperty("messages", out var messages)) Assert.Equal(Texts(messages), view.Errors.Select(e => e.Message));
        if (expect.TryGetProperty("values", out var values))
        {
            using var actual = JsonDocument.Parse(view.Values.ToJson());
            Assert.True(JsonElement.DeepEquals(values, actual.RootElement), $"values: {view.Values.ToJson()}");
        }
    }

    private static FormContext Context(JsonElement root) => new(
        DateOnly.ParseExact(root.GetProperty("today").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        root.TryGetProperty("account", out var account) ? account.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!) : null,
        code => code is "01834" or "058" or "06" ? "Đơn vị " + code : null);

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);
}
