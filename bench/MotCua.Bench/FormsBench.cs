using System.Globalization;
using System.Text;
using System.Text.Json;
using MotCua.App.Forms;
using MotCua.Domain.Forms;
using MotCua.Dev;

namespace MotCua.Bench;

/// <summary>Judging answers, against what System.Text.Json needs to parse the same definition.</summary>
internal static class FormsBench
{
    private static readonly FormContext Context = new(
        new DateOnly(2022, 10, 25),
        new Dictionary<string, string>
        {
            [AccountFields.FullName] = "Lò Văn Páo",
            [AccountFields.IdentityNumber] = "006090001234",
            [AccountFields.BirthDate] = "1990-08-27",
            [AccountFields.Sex] = "nam",
            [AccountFields.Phone] = "0912345678",
        },
        code => ReferenceLists.Shipped.DivisionName(code));

    public static async Task RunAsync(Report report, int rounds)
    {
        var long700 = Long(700);
        await MeasureAsync(report, rounds, "700 questions", long700, "{\"q0\": 1}");
        foreach (var code in new[] { "1.001193", "1.004873", "1.001612", "2.000488", "1.013225" })
        {
            var answers = Path.Combine(Shell.Root, "tests", "MotCua.Domain.Tests", "Forms", "Samples", code + ".json");
            await MeasureAsync(report, rounds, code, await File.ReadAllTextAsync(Path.Combine(Shell.Root, "data", "forms", code + ".json")), await File.ReadAllTextAsync(answers));
        }
    }

    private static async Task MeasureAsync(Report report, int rounds, string name, string json, string typed)
    {
        var form = FormDefinition.Read(json, ReferenceLists.Shipped.Options).Definition ?? throw new InvalidOperationException(name);
        if (!FormAnswers.TryParse(typed, out var answers, out var error)) throw new InvalidOperationException(error);
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var i = 0; i < 3000; i++)
        {
            FormRun.Evaluate(form, answers, Context);
            using var _ = JsonDocument.Parse(bytes);
        }

        var samples = await Rounds.AlternateAsync(
            rounds,
            () => Rounds.MillisecondsAsync(() =>
            {
                FormRun.Evaluate(form, answers, Context);
                return Task.CompletedTask;
            }),
            () => Rounds.MillisecondsAsync(() =>
            {
                using var _ = JsonDocument.Parse(bytes);
                return Task.CompletedTask;
            }));
        report.Pair("forms", $"judge {name}", "ms", samples[0], $"parse {name} ({bytes.Length / 1024} KiB)", samples[1]);
    }

    /// <summary>A form in which each question depends on the one before: shown when it is answered, computed from it.</summary>
    private static string Long(int questions)
    {
        var text = new StringBuilder("""{"form":"dai","version":1,"title":{"vi":"Dài"},"pages":[""");
        for (var i = 0; i < questions; i++)
        {
            if (i % 10 == 0) text.Append(CultureInfo.InvariantCulture, $$"""{{(i == 0 ? "" : "]},")}}{"id":"p{{i / 10}}","title":{"vi":"Trang {{i / 10}}"},"questions":[""");
            else text.Append(',');
            text.Append(i == 0
                ? """{"id":"q0","kind":"number","label":"Số","required":true,"min":0,"max":1000}"""
                : string.Create(CultureInfo.InvariantCulture, $$"""{"id":"q{{i}}","kind":"computed","label":"Câu hỏi thứ {{i}}","visible":["not",["empty",["answer","q{{i - 1}}"]]],"compute":["+",["answer","q{{i - 1}}"],1]}"""));
        }

        return text.Append("]}]}").ToString();
    }
}
