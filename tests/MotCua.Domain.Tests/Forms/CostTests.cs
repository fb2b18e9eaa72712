using System.Globalization;
using System.Text.Json.Nodes;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

/// <summary>The cost of judging is counted in evaluated nodes, which no busy machine can change.</summary>
public sealed class CostTests
{
    private static readonly FormContext Context = new(new DateOnly(2022, 10, 25));

    [Fact]
    public void SevenHundredQuestions_Judged_EachExpressionOnce()
    {
        var (form, nodes) = Chain(700);
        var view = FormRun.Evaluate(form, FormAnswers.Empty.With("q0", new NumberValue(1)), Context);

        Assert.Equal(700, view.Visible.Count);
        Assert.Equal(700m, ((NumberValue)view.Values.Get("q699")!).Value);
        Assert.Equal(nodes, view.EvaluatedNodes);
    }

    [Fact]
    public void TwiceTheQuestions_Judged_CostTwice()
    {
        var half = FormRun.Evaluate(Chain(700).Form, FormAnswers.Empty.With("q0", new NumberValue(1)), Context).EvaluatedNodes;
        var whole = FormRun.Evaluate(Chain(1_400).Form, FormAnswers.Empty.With("q0", new NumberValue(1)), Context).EvaluatedNodes;
        Assert.InRange(whole, half * 2 - 10, half * 2 + 10);
    }

    [Fact]
    public void ChainOfThousands_ReadAndJudged_NeedsNoStack()
    {
        var done = false;
        var thread = new Thread(
            () =>
            {
                var view = FormRun.Evaluate(Chain(2_400).Form, FormAnswers.Empty.With("q0", new NumberValue(1)), Context);
                done = ((NumberValue)view.Values.Get("q2399")!).Value == 2_400m;
            },
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(done);
    }

    [Fact]
    public void GroupOf200Rows_SummedInEachRow_ReadsTheListOnce()
    {
        var reading = FormDefinition.Read(
            """
            {"form":"x","version":1,"title":"X","pages":[{"id":"p","title":"P","questions":[{"id":"g","kind":"group","label":"G","repeat":{"questions":[
            {"id":"n","kind":"number","label":"N"},{"id":"s","kind":"computed","label":"S","compute":["sum",["answer","g.n"]]}]}}]}]}
            """);
        Assert.Empty(reading.Faults);
        var answers = FormAnswers.Empty;
        for (var i = 0; i < 200; i++)
        {
            answers = answers.With($"g[{i}].n", new NumberValue(1));
        }

        var view = FormRun.Evaluate(reading.Definition!, answers, Context);
        Assert.Equal(200m, ((NumberValue)view.Values.Get("g[199].s")!).Value);
        Assert.Equal(400, view.EvaluatedNodes);
    }

    [Fact]
    public void AMillionRows_Judged_AreRefusedWithoutBeingRead()
    {
        var reading = FormDefinition.Read(
            """{"form":"x","version":1,"title":"X","pages":[{"id":"p","title":"P","questions":[{"id":"g","kind":"group","label":"G","repeat":{"max":5,"questions":[{"id":"n","kind":"number","label":"N","required":["=",1,1]}]}}]}]}""");
        var rows = new ListValue([.. Enumerable.Repeat<FormValue>(new ObjectValue(new Dictionary<string, FormValue>()), 1_000_000)]);
        var view = FormRun.Evaluate(reading.Definition!, FormAnswers.Empty.With("g", rows), Context);

        Assert.Contains(view.Errors, e => e.Code == AnswerCodes.TooMany);
        Assert.Equal(15, view.EvaluatedNodes);
    }

    /// <summary>q0 is asked; every further question is the one before plus one, visible while that one is positive.</summary>
    private static (FormDefinition Form, int Nodes) Chain(int count)
    {
        var questions = new JsonArray(new JsonObject { ["id"] = "q0", ["kind"] = "number", ["label"] = "Số 0" });
        for (var i = 1; i < count; i++)
        {
            var before = new JsonArray("answer", "q" + (i - 1).ToString(CultureInfo.InvariantCulture));
            questions.Add(new JsonObject
            {
                ["id"] = "q" + i.ToString(CultureInfo.InvariantCulture),
                ["kind"] = "computed",
                ["label"] = "Số " + i.ToString(CultureInfo.InvariantCulture),
                ["visible"] = new JsonArray(">", before, 0),
                ["compute"] = new JsonArray("+", before.DeepClone(), 1),
            });
        }

        var json = new JsonObject
        {
            ["form"] = "chuoi",
            ["version"] = 1,
            ["title"] = "Chuỗi",
            ["pages"] = new JsonArray(new JsonObject { ["id"] = "p", ["title"] = "Trang", ["questions"] = questions }),
        };
        var reading = FormDefinition.Read(json.ToJsonString());
        Assert.Empty(reading.Faults);
        return (reading.Definition!, (count - 1) * 6);
    }
}
