using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.App.Dossiers;
using MotCua.App.Forms;
using MotCua.Domain.Forms;

namespace MotCua.App.Data;

/// <summary>
/// Answers to the e-forms for invented people: the templates of <c>data/demo/answers.json</c> with each person's particulars, what they leave open by the kind of
/// the question, all judged by the form engine. Answers that it does not find valid are not used.
/// </summary>
internal sealed partial class DemoAnswers(DemoPeople people, FilingPlaces places)
{
    private const int MostRounds = 12;

    private static readonly Lazy<Dictionary<string, JsonElement[]>> Templates = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "demo", "answers.json"))) ?? []);

    /// <summary>The answers as they would be sent, or null when none were found that the form accepts.</summary>
    /// <param name="form">The form.</param>
    /// <param name="person">Who answers.</param>
    /// <param name="procedureName">Name of the procedure.</param>
    /// <param name="today">The local day of sending.</param>
    /// <param name="random">The dossier's generator.</param>
    public FormAnswers? Make(FormDefinition form, DemoPerson person, string procedureName, DateOnly today, Random random)
    {
        var context = new FormContext(today, AccountOf(person), code => places.Division(code)?.Name ?? ReferenceLists.Shipped.DivisionName(code), _ => true);
        var variants = Templates.Value.GetValueOrDefault(form.Id) ?? Templates.Value.GetValueOrDefault("*") ?? [];
        var words = WordsOf(person, procedureName, today, random);
        var answers = FormAnswers.Empty;
        if (variants.Length > 0)
        {
            var json = Filled(variants[Draw.Below(random, variants.Length)].GetRawText(), words, today);
            if (FormAnswers.TryParse(json, out var read, out _)) answers = read;
        }

        answers = FormRun.Prefill(form, answers, context);
        for (var round = 0; round < MostRounds; round++)
        {
            var view = FormRun.Evaluate(form, answers, context);
            if (view.Valid) return view.Values;
            foreach (var path in view.Errors.Select(e => e.Question).Distinct().ToList())
            {
                if (form.Question(path) is { } question) answers = question.Kind == QuestionKind.Group ? answers.WithRowAdded(path) : answers.With(path, Value(question, person, words, today, round));
            }
        }

        return null;
    }

    private static Dictionary<string, string> AccountOf(DemoPerson p)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AccountFields.FullName] = p.Name,
            [AccountFields.IdentityNumber] = p.Identity,
            [AccountFields.BirthDate] = p.BirthOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [AccountFields.Sex] = p.Gender == "m" ? "nam" : "nu",
            [AccountFields.Phone] = p.Phone,
            [AccountFields.Email] = p.Email,
            [AccountFields.Address] = p.Address,
            [AccountFields.Commune] = p.Commune,
            [AccountFields.Street] = p.Address.Split(',')[0],
        };
        return fields.Where(f => f.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
    }

    private Dictionary<string, string> WordsOf(DemoPerson p, string procedureName, DateOnly today, Random random)
    {
        var isMan = p.Gender == "m";
        var year = p.BirthOn.Year;
        var spouse = people.Relative(random, p, isMan ? "f" : "m", Math.Max(1945, year - 4), Math.Min(today.Year - 19, year + 4), isBlood: false);
        var child = people.Relative(random, p, "m", today.Year - 1, today.Year, isBlood: true);
        var (father, mother) = (people.Relative(random, p, "m", year - 32, year - 24, isBlood: true), people.Relative(random, p, "f", year - 30, year - 22, isBlood: false));
        var own = (Name: p.Name, p.BirthOn, p.Identity);
        var (man, woman) = isMan ? (own, spouse) : (spouse, own);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ten"] = p.Name,
            ["dan_toc"] = Ethnic(p.EthnicGroup),
            ["dia_chi"] = p.Address,
            ["dien_thoai"] = p.Phone.Length > 0 ? p.Phone : "0912000000",
            ["xa"] = places.FullName(p.Commune) ?? "tỉnh Bắc Kạn",
            ["cha_hay_me"] = isMan ? "cha" : "me",
            ["con_ten"] = child.Name,
            ["con_gioi_tinh"] = "nam",
            ["vc_ten"] = spouse.Name,
            ["cha_ten"] = father.Name,
            ["me_ten"] = mother.Name,
            ["nam_ten"] = man.Name,
            ["nam_ngay_sinh"] = Iso(man.BirthOn),
            ["nam_so"] = man.Identity,
            ["nu_ten"] = woman.Name,
            ["nu_ngay_sinh"] = Iso(woman.BirthOn),
            ["nu_so"] = woman.Identity,
            ["so"] = (Draw.Below(random, 900) + 100).ToString(CultureInfo.InvariantCulture),
            ["thu_tuc"] = procedureName.Length > 400 ? procedureName[..400] : procedureName,
        };
    }

    private static string Ethnic(string name) =>
        ReferenceLists.Shipped.Options("ethnic-groups")?.FirstOrDefault(o => o.Label.Vi == name || (name == "HMông" && o.Label.Vi is "Mông" or "Hmông" or "Mông (HMông)"))?.Value ?? "02";

    /// <summary>The template with the words in their places; <c>{ngay:-18}</c> is a day that many days before.</summary>
    private static string Filled(string json, Dictionary<string, string> words, DateOnly today) => Places().Replace(json, place =>
    {
        var name = place.Groups[1].Value;
        if (name.StartsWith("ngay:", StringComparison.Ordinal)) return Iso(today.AddDays(int.Parse(name[5..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
        return words.TryGetValue(name, out var word) ? JsonEncodedText.Encode(word).ToString() : place.Value;
    });

    /// <summary>A value for a question that the template leaves open, or answered wrongly: another try gives another value.</summary>
    private static FormValue? Value(FormQuestion q, DemoPerson p, Dictionary<string, string> words, DateOnly today, int round) => q.Kind switch
    {
        QuestionKind.Text => new TextValue(q.Digits.Count > 0 ? new string('1', q.Digits[0]) : "Theo giấy tờ kèm theo"),
        QuestionKind.LongText => new TextValue("Theo giấy tờ kèm theo."),
        QuestionKind.Number => new NumberValue(1 + (round * 10)),
        QuestionKind.Money => new NumberValue(50_000_000),
        QuestionKind.Date => new DateValue(today.AddDays(round % 2 == 0 ? -400 : 20)),
        QuestionKind.Choice when q.Options is { Count: > 0 } options => new TextValue(options[Math.Min(round, options.Count - 1)].Value),
        QuestionKind.MultiChoice when q.Options is { Count: > 0 } options => new ListValue([new TextValue(options[0].Value)]),
        QuestionKind.YesNo => BoolValue.Of(round % 2 == 1),
        QuestionKind.IdentityNumber => new TextValue(p.IsOrganisation ? "006090000001" : p.Identity),
        QuestionKind.Phone => new TextValue(words["dien_thoai"]),
        QuestionKind.Email => new TextValue("khong.co@thu.example"),
        QuestionKind.PersonName => new TextValue(p.IsOrganisation ? p.Head : p.Name),
        QuestionKind.Division => new TextValue(p.Commune),
        QuestionKind.Address => round % 2 == 0
            ? new ObjectValue(new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["division"] = new TextValue(p.Commune), ["street"] = new TextValue(p.Address.Split(',')[0]) })
            : new TextValue(p.Address),
        QuestionKind.Declaration => BoolValue.True,
        QuestionKind.Account => new TextValue(q.From == AccountFields.IdentityNumber ? p.Identity : p.Name),
        _ => null,
    };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([a-z_]+(?::-?\d+)?)\}")]
    private static partial Regex Places();
}
