using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

public sealed class FormInputTests
{
    private const string Json =
        """
        {"form":"x","version":1,"title":"X","pages":[{"id":"p","title":"P","questions":[
          {"id":"ngay","kind":"date","label":"Ngày sinh","required":true},
          {"id":"so","kind":"number","label":"Số người"},
          {"id":"tien","kind":"money","label":"Số tiền"},
          {"id":"nhieu","kind":"multi_choice","label":"Nhiều","options":[{"value":"a","label":"A"},{"value":"b","label":"B"}]},
          {"id":"cd","kind":"declaration","label":"Cam đoan"},
          {"id":"o","kind":"address","label":"Nơi ở"},
          {"id":"ten","kind":"account","label":"Họ tên","from":"full_name"},
          {"id":"co","kind":"yes_no","label":"Có con"},
          {"id":"con","kind":"group","label":"Con","visible":["answer","co"],"repeat":{"min":1,"max":5,"questions":[
            {"id":"ten","kind":"person_name","label":"Tên con","required":true},{"id":"sinh","kind":"date","label":"Ngày sinh của con"},{"id":"c","kind":"declaration","label":"C","required":false}]}}
        ]}]}
        """;

    private static readonly FormDefinition Form = FormDefinition.Read(Json).Definition!;
    private static readonly FormContext Context = new(new DateOnly(2022, 10, 25), new Dictionary<string, string> { ["full_name"] = "Lò Thị May" });

    [Fact]
    public void Merge_GoodTyping_BecomesTypedAnswers()
    {
        var answers = Post(FormAnswers.Empty, ("q.ngay.day", "5"), ("q.ngay.month", "8"), ("q.ngay.year", "1990"), ("q.so", "1.500"), ("q.tien", "50.000.000"), ("q.nhieu", "a"), ("q.cd", "on"), ("q.o.street", "Tổ 5"), ("q.o.division", "01834"), ("q.co", "false"));
        Assert.Equal(
            """{"cd":true,"co":false,"ngay":"1990-08-05","nhieu":["a"],"o":{"division":"01834","street":"Tổ 5"},"so":1500,"tien":50000000}""",
            answers.ToJson());
        Assert.True(FormRun.Evaluate(Form, answers, Context).Valid);
    }

    [Fact]
    public void Merge_BadTyping_IsKeptForShowingAgain()
    {
        var answers = Post(FormAnswers.Empty, ("q.ngay.day", "31"), ("q.ngay.month", "tư"), ("q.so", "mười hai"), ("q.tien", "5 triệu"), ("q.cd", "on"));
        var stored = FormAnswers.TryParse(answers.ToJson(), out var later, out _) ? later : FormAnswers.Empty;
        var view = FormRun.Evaluate(Form, stored, Context);

        Assert.Equal(["Ngày sinh phải có năm.", "Số người phải là số, ví dụ 12 hoặc 12,5.", "Số tiền phải là số tiền tròn đồng, ví dụ 1.500.000."], view.Errors.Select(e => e.Message));
        Assert.Equal("year", view.Errors[0].Part);
        var ngay = FormInput.Fields(Form.Question("ngay")!, "ngay", stored);
        Assert.Equal("31", ngay["day"][0]);
        Assert.Equal("tư", ngay["month"][0]);
        Assert.Equal("mười hai", FormInput.Fields(Form.Question("so")!, "so", stored)[""][0]);
    }

    [Fact]
    public void Merge_UntickedBoxes_AreTakenAway()
    {
        var answers = Post(FormAnswers.Empty, ("q.nhieu", "a"), ("q.cd", "on"));
        answers = Post(answers, ("q.so", "1"));
        Assert.Equal("""{"so":1}""", answers.ToJson());
    }

    [Fact]
    public void Merge_AccountAnswer_IsNeverTakenFromThePost() =>
        Assert.Null(Post(FormAnswers.Empty, ("q.ten", "Kẻ Khác")).Get("ten"));

    [Fact]
    public void Merge_Rows_FillTheirPaths()
    {
        var answers = Post(FormAnswers.Empty, ("q.co", "true"), ("q.con[0].ten", "An"), ("q.con[0].c", "on"), ("q.con[1].ten", "Bình"), ("q.con[1].sinh.day", "3"));
        Assert.Equal("An", answers.Get("con[0].ten")!.Display);
        Assert.Null(answers.Get("con[1].c"));
        Assert.Contains(FormRun.Evaluate(Form, answers, Context).Errors, e => e.Question == "con[1].sinh");
        Assert.Equal("""[{"c":true,"ten":"An"}]""", RowsOf(answers.WithRowRemoved("con", 1)));
        Assert.Equal(3, ((ListValue)answers.WithRowAdded("con").Get("con")!).Items.Count);
    }

    [Fact]
    public void Merge_RowsPastTheLimit_AreIgnored() =>
        Assert.Null(Post(FormAnswers.Empty, ("q.co", "true"), ("q.con[999999].ten", "An"), ("q.con[-1].ten", "An")).Get("con"));

    [Fact]
    public void Revealed_AfterAnAnswer_NamesTheNewQuestions()
    {
        var before = FormRun.Evaluate(Form, FormAnswers.Empty, Context);
        var after = FormRun.Evaluate(Form, Post(FormAnswers.Empty, ("q.co", "true")), Context);
        Assert.Equal(["con"], after.Revealed("p", before));
        Assert.Empty(after.Revealed("p", after));
    }

    [Theory]
    [InlineData("5", "", "1990", "Ngày sinh phải có tháng.", "month")]
    [InlineData("", "", "1990", "Ngày sinh phải có ngày và tháng.", "day")]
    [InlineData("31", "4", "2020", "Ngày sinh: tháng 4 năm 2020 không có ngày 31. Hãy kiểm tra lại ngày.", "day")]
    [InlineData("29", "2", "2023", "Ngày sinh: tháng 2 năm 2023 không có ngày 29. Hãy kiểm tra lại ngày.", "day")]
    [InlineData("0", "2", "2023", "Ngày sinh: ngày phải từ 1 đến 28.", "day")]
    [InlineData("1", "13", "2023", "Ngày sinh: tháng phải từ 1 đến 12.", "month")]
    [InlineData("1", "1", "90", "Ngày sinh: năm phải có đủ 4 chữ số, ví dụ 1990.", "year")]
    [InlineData("một", "1", "1990", "Ngày sinh: ngày phải là số, ví dụ 8.", "day")]
    public void DateParts_WrongBoxes_SayWhichAndHow(string day, string month, string year, string message, string part)
    {
        var reading = DateParts.Read("Ngày sinh", day, month, year);
        Assert.Equal((null, message, part), (reading.Date, reading.Message, reading.Part));
    }

    [Fact]
    public void DateParts_29FebruaryOfALeapYear_IsADate() => Assert.Equal(new DateOnly(2024, 2, 29), DateParts.Read("Ngày", "29", "02", "2024").Date);

    [Theory]
    [InlineData("1.500", 1500)]
    [InlineData("1.500.000", 1500000)]
    [InlineData("120.5", 120.5)]
    [InlineData("0.125", 0.125)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("-3", -3)]
    public void TypedNumber_VietnameseSigns_AreUnderstood(string text, decimal value) => Assert.Equal(value, TypedNumber.Number(text));

    private static string RowsOf(FormAnswers answers)
    {
        var json = FormAnswers.Empty.With("r", answers.Get("con")).ToJson();
        return json[5..^1];
    }

    private static FormAnswers Post(FormAnswers answers, params (string Name, string Value)[] fields) => FormInput.Merge(
        answers,
        FormRun.Evaluate(Form, answers, Context).Page("p")!,
        fields.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[f.Value]));
}
