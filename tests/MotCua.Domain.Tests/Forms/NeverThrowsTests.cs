using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

/// <summary>Whatever comes in, reading and judging end with an answer, never with an exception.</summary>
public sealed class NeverThrowsTests
{
    private static readonly string[] Words =
    [
        "form", "version", "title", "vi", "pages", "id", "questions", "kind", "label", "visible", "required", "options", "value", "min", "max", "compute",
        "checks", "that", "message", "repeat", "answer", "and", "or", "not", "=", "!=", "<", ">=", "in", "empty", "+", "-", "*", "/", "sum", "count",
        "years-between", "add-days", "today", "if", "text", "number", "money", "date", "choice", "group", "computed", "a", "b", "a[0].b", "a.b", "2022-02-30",
        "9999-12-31", "", " ", "\0", "\uD800", "Nguyễn", "e\u0301", "99999999999999999999999999999", "day", "month", "year", "street", "division",
    ];

    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Fact]
    public void RandomJson_ReadAsDefinition_NeverThrows() => Seeds.Sample(
        seed =>
        {
            var json = Text(Random(new Random(seed), 0));
            var reading = FormDefinition.Read(json, RealForms.Lists);
            return (reading.Definition is null) == (reading.Faults.Count > 0);
        },
        iter: 5_000);

    [Fact]
    public void RandomBytes_ReadAsDefinitionOrAnswers_NeverThrow() => Gen.String[0, 200].Sample(
        text =>
        {
            _ = FormAnswers.TryParse(text, out _, out _);
            return FormDefinition.Read(text).Faults.Count > 0;
        },
        iter: 5_000);

    [Fact]
    public void MutatedRealForm_ReadAndJudged_NeverThrows() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var code = RealForms.Codes[random.Next(RealForms.Codes.Length)];
            var node = JsonNode.Parse(RealForms.Json(code))!;
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                Mutate(node, random);
            }

            var reading = FormDefinition.Read(node.ToJsonString(), RealForms.Lists);
            if (reading.Definition is { } form)
            {
                _ = FormRun.Evaluate(form, RealForms.Sample(code), RealForms.Context);
            }

            return reading.Definition is not null || reading.Faults.Count > 0;
        },
        iter: 800);

    [Fact]
    public void RandomAnswers_JudgedAndWritten_NeverThrow() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var code = RealForms.Codes[random.Next(RealForms.Codes.Length)];
            var form = RealForms.Read(code);
            var sample = JsonNode.Parse(RealForms.Sample(code).ToJson())!.AsObject();
            foreach (var question in form.Questions.Where(_ => random.Next(4) == 0))
            {
                sample[question.Id] = Random(random, 2);
            }

            for (var i = random.Next(4); i > 0; i--)
            {
                Mutate(sample, random);
            }

            if (!FormAnswers.TryParse(Text(sample), out var answers, out _))
            {
                return true;
            }

            var view = FormRun.Evaluate(form, answers, RealForms.Context);
            _ = view.Values.ToJson();
            foreach (var question in view.Pages.SelectMany(p => p.Questions))
            {
                _ = FormInput.Fields(question.Question, question.Path, answers);
            }

            // What is sent is sound by itself: judged again it gives no new error of kind
            return view.Values.Values.Keys.All(k => view.Visible.Contains(k));
        },
        iter: 1_500);

    [Fact]
    public void RandomPosts_Merged_NeverThrowAndNeverTouchTheAccount() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var form = RealForms.Read(RealForms.Codes[random.Next(RealForms.Codes.Length)]);
            var posted = new Dictionary<string, IReadOnlyList<string>>();
            for (var i = random.Next(60); i > 0; i--)
            {
                var question = form.Questions[random.Next(form.Questions.Count)];
                var path = question.Group is { } group ? $"{group.Id}[{random.Next(-1, 300)}].{question.Id}" : question.Id;
                var part = random.Next(3) == 0 ? "." + Words[random.Next(Words.Length)] : "";
                posted["q." + path + part] = [Words[random.Next(Words.Length)], "x"];
            }

            var answers = FormAnswers.Empty;
            foreach (var page in FormRun.Evaluate(form, answers, RealForms.Context).Pages)
            {
                answers = FormInput.Merge(answers, page, posted);
            }

            _ = answers.ToJson();
            _ = FormRun.Evaluate(form, answers, RealForms.Context);
            return form.Questions.Where(q => q.Kind == QuestionKind.Account && RealForms.Context.Account!.ContainsKey(q.From!)).All(q => answers.Get(q.Id) is null);
        },
        iter: 1_500);

    [Fact]
    public void ValuesSent_JudgedAgain_AreTheSameAndSound() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var code = RealForms.Codes[random.Next(RealForms.Codes.Length)];
            var form = RealForms.Read(code);
            var answers = RealForms.Sample(code);
            foreach (var question in form.Questions.Where(q => q.Group is null && random.Next(6) == 0))
            {
                answers = answers.With(question.Id, null);
            }

            var once = FormRun.Evaluate(form, answers, RealForms.Context);
            var twice = FormRun.Evaluate(form, once.Values, RealForms.Context);
            Assert.Equal(once.Values.ToJson(), twice.Values.ToJson());
            Assert.Equal(once.Errors, twice.Errors);
        },
        iter: 500);

    private static JsonNode? Random(Random random, int depth)
    {
        switch (random.Next(depth > 6 ? 5 : 8))
        {
            case 0: return null;
            case 1: return JsonValue.Create(random.Next(2) == 0);
            case 2: return JsonValue.Create(random.Next(3) switch { 0 => random.Next(-5, 300), 1 => random.NextDouble() * 1e30, _ => random.Next() });
            case 3 or 4: return JsonValue.Create(Words[random.Next(Words.Length)]);
            case 5:
                var fields = new JsonObject();
                for (var i = random.Next(8); i > 0; i--)
                {
                    fields[Words[random.Next(45)]] = Random(random, depth + 1);
                }

                return fields;
            default:
                return new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => Random(random, depth + 1))]);
        }
    }

    private static void Mutate(JsonNode root, Random random)
    {
        var node = root;
        while (true)
        {
            if (node is JsonObject o && o.Count > 0)
            {
                var key = o.ElementAt(random.Next(o.Count)).Key;
                if (o[key] is not { } child || child is JsonValue || random.Next(8) == 0)
                {
                    if (random.Next(3) == 0) o.Remove(key); else o[key] = Random(random, 3);
                    return;
                }

                node = child;
            }
            else if (node is JsonArray a && a.Count > 0)
            {
                var index = random.Next(a.Count);
                if (a[index] is not { } child || child is JsonValue || random.Next(8) == 0)
                {
                    if (random.Next(3) == 0) a.RemoveAt(index); else a[index] = Random(random, 3);
                    return;
                }

                node = child;
            }
            else
            {
                return;
            }
        }
    }

    private static string Text(JsonNode? node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            try
            {
                if (node is null) writer.WriteNullValue(); else node.WriteTo(writer);
            }
            catch (ArgumentException)
            {
                // Half characters cannot be written as JSON: what is there so far is broken JSON, as good a test
            }
            catch (InvalidOperationException)
            {
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Replace("\\uFFFD", "\\uD800", StringComparison.Ordinal);
    }
}
