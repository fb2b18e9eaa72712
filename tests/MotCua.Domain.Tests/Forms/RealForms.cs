using System.Collections.Concurrent;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

/// <summary>The forms shipped in data/forms with complete sample answers, for tests.</summary>
internal static class RealForms
{
    public static readonly string[] Codes = ["1.001193", "1.001612", "1.004873", "1.013225", "2.000488"];

    public static readonly DateOnly Today = new(2022, 10, 25);

    public static readonly FormContext Context = new(
        Today,
        new Dictionary<string, string>
        {
            [AccountFields.FullName] = "Lò Văn Páo",
            [AccountFields.IdentityNumber] = "006090001234",
            [AccountFields.BirthDate] = "1990-08-27",
            [AccountFields.Sex] = "nam",
            [AccountFields.Phone] = "0912345678",
        },
        code => code is "01834" or "06" ? "Xã thử" : null);

    public static string Json(string code) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "forms", code + ".json"));

    private static readonly ConcurrentDictionary<string, FormReading> Readings = [];

    public static FormDefinition Read(string code)
    {
        var reading = Readings.GetOrAdd(code, c => FormDefinition.Read(Json(c), Lists));
        Assert.Empty(reading.Faults);
        return reading.Definition!;
    }

    public static FormAnswers Sample(string code)
    {
        Assert.True(FormAnswers.TryParse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Forms", "Samples", code + ".json")), out var answers, out var error), error);
        return answers;
    }

    public static IReadOnlyList<FormOption>? Lists(string name) => name switch
    {
        "ethnic-groups" => [new FormOption("01", new LocalText("Kinh")), new FormOption("02", new LocalText("Tày"))],
        "countries" => [new FormOption("VN", new LocalText("Việt Nam")), new FormOption("LA", new LocalText("Lào"))],
        _ => null,
    };
}
