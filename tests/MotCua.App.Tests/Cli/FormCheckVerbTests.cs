using System.Text.Json;
using MotCua.App.Forms;
using MotCua.Cli;
using MotCua.Domain.Forms;

namespace MotCua.App.Tests.Cli;

/// <summary><c>motcua form check</c> by the contract: one JSON object on standard output, exit 0 valid and 1 not.</summary>
public sealed class FormCheckVerbTests : IDisposable
{
    private const string Form =
        """
        {"form":"thu","version":1,"title":{"vi":"Thử"},"pages":[{"id":"p","title":"Trang","questions":[
          {"id":"co_con","kind":"yes_no","label":"Có con?","required":true},
          {"id":"children","kind":"group","label":"Con","visible":["=",["answer","co_con"],true],"repeat":{"min":1,"max":3,"questions":[
            {"id":"name","kind":"person_name","label":"Tên con","required":true},{"id":"born","kind":"date","label":"Ngày sinh","max":["today"]}]}},
          {"id":"so_con","kind":"computed","label":"Số con","compute":["count",["answer","children"]]}]}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("motcua-forms-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FormCheck_GoodAnswers_PrintsTheContractsObject()
    {
        var (exit, json, error) = await RunAsync(Form, """{"co_con":true,"children":[{"name":" Lò  Páo ","born":"2020-02-29"}]}""");

        Assert.Equal((0, ""), (exit, error));
        Assert.True(json.GetProperty("valid").GetBoolean());
        Assert.Equal(["co_con", "children", "children[0].name", "children[0].born", "so_con"], Texts(json, "visible"));
        Assert.Equal(["co_con", "children", "children[0].name"], Texts(json, "required"));
        Assert.Equal(0, json.GetProperty("errors").GetArrayLength());
        Assert.Equal(0, json.GetProperty("definition_errors").GetArrayLength());
        using var expected = JsonDocument.Parse("""{"children":[{"name":"Lò Páo","born":"2020-02-29"}],"co_con":true,"so_con":1}""");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, json.GetProperty("values")));
    }

    [Fact]
    public async Task FormCheck_BadAnswers_NameTheQuestionTheCodeAndTheMending()
    {
        var (exit, json, _) = await RunAsync(Form, """{"co_con":true,"children":[{"born":"2022-10-26"}]}""", "--today", "2022-10-25");

        Assert.Equal(1, exit);
        Assert.False(json.GetProperty("valid").GetBoolean());
        Assert.Equal(
            [("children[0].name", "required", "Hãy nhập tên con"), ("children[0].born", "too_large", "Ngày sinh không được sau ngày 25/10/2022.")],
            json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("question").GetString(), e.GetProperty("code").GetString(), e.GetProperty("message").GetString())));
    }

    [Fact]
    public async Task FormCheck_FaultyDefinition_GivesPathAndMessage()
    {
        var (exit, json, error) = await RunAsync(Form.Replace("\"count\"", "\"years-between\"", StringComparison.Ordinal), "{}");

        Assert.Equal(1, exit);
        var fault = Assert.Single(json.GetProperty("definition_errors").EnumerateArray());
        Assert.Equal("pages[0].questions[2].compute", fault.GetProperty("path").GetString());
        Assert.Contains("years-between", fault.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("pages[0].questions[2].compute", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormCheck_WithoutAnswers_JudgesTheDefinitionOnly()
    {
        var (exit, json, _) = await RunAsync(Form, null);
        Assert.Equal(0, exit);
        Assert.Equal(["co_con", "so_con"], Texts(json, "visible"));
        Assert.Equal(0, json.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("không phải JSON")]
    [InlineData("{\"a\":\"\\uD800\"}")]
    public async Task FormCheck_AnswersThatAreNoObject_AreOneError(string answers)
    {
        var (exit, json, _) = await RunAsync(Form, answers);
        Assert.Equal(1, exit);
        Assert.Equal("", Assert.Single(json.GetProperty("errors").EnumerateArray()).GetProperty("question").GetString());
    }

    [Theory]
    [InlineData("form", "check")]
    [InlineData("form", "check", "khong-co.json")]
    [InlineData("form", "check", "a.json", "b.json")]
    [InlineData("form", "check", "a.json", "--today", "25/10/2022")]
    public async Task FormCheck_WrongUsage_Exits2(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(2, await Dispatcher.RunAsync(words, Verbs.All, output, error, TimeProvider.System, CancellationToken.None));
        Assert.Equal("", output.ToString());
        Assert.NotEqual("", error.ToString());
    }

    [Fact]
    public async Task FormCheck_EveryShippedForm_IsSoundWithTheShippedLists()
    {
        var forms = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "forms"), "*.json");
        Assert.Equal(5, forms.Length);
        foreach (var form in forms)
        {
            var (exit, json, _) = await RunAsync(await File.ReadAllTextAsync(form), null);
            Assert.Equal((0, 0), (exit, json.GetProperty("definition_errors").GetArrayLength()));
        }
    }

    [Fact]
    public void ReferenceLists_Shipped_KnowPeoplesCountriesAndDivisions()
    {
        var lists = ReferenceLists.Shipped;
        Assert.Equal(54, lists.Options("ethnic-groups")!.Count(o => o.Value.Length == 2 && string.CompareOrdinal(o.Value, "54") <= 0));
        Assert.Contains(new FormOption("VN", new LocalText("Việt Nam")), lists.Options("countries")!);
        Assert.Equal(["Việt Nam", "Afghanistan", "Ai Cập"], lists.Options("countries")!.Take(3).Select(o => o.Label.Vi));
        Assert.Equal(63, lists.Options("provinces")!.Count);
        Assert.Null(lists.Options("khong-co"));
        Assert.Equal("Tỉnh Bắc Kạn", lists.DivisionName("06"));
        Assert.Null(lists.DivisionName("99999"));
    }

    private static IEnumerable<string?> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(e => e.GetString());

    private async Task<(int Exit, JsonElement Json, string Error)> RunAsync(string form, string? answers, params string[] more)
    {
        var formFile = Path.Combine(_folder, "form.json");
        var answersFile = Path.Combine(_folder, "answers.json");
        await File.WriteAllTextAsync(formFile, form);
        var words = new List<string> { "form", "check", formFile };
        if (answers is not null)
        {
            await File.WriteAllTextAsync(answersFile, answers);
            words.AddRange(["--answers", answersFile]);
        }

        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exit = await Dispatcher.RunAsync([.. words, .. more], Verbs.All, output, error, TimeProvider.System, CancellationToken.None);
        using var document = JsonDocument.Parse(output.ToString());
        return (exit, document.RootElement.Clone(), error.ToString());
    }
}
