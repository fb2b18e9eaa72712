using MotCua.Domain.Forms;

namespace MotCua.Domain.Dossiers;

/// <summary>What the answers of <see cref="FilingQuestions"/> say: who is the applicant, in which standing it is sent, who helped, which case.</summary>
/// <param name="Whose">One of the options of whose dossier it is; empty while unanswered.</param>
/// <param name="Name">The applicant, when another.</param>
/// <param name="Identity">Their identity or registration number.</param>
/// <param name="BirthOn">Their date of birth.</param>
/// <param name="Phone">Their telephone.</param>
/// <param name="Address">Their address as people read it.</param>
/// <param name="Commune">Code of their commune, when in the list.</param>
/// <param name="Ground">Code of the ground on which the submitter acts.</param>
/// <param name="MandatePaper">The paper of the mandate, in words.</param>
/// <param name="AssistedBy">Who helped.</param>
/// <param name="HelperName">The helper's name, when given.</param>
/// <param name="LimitCase">Case chosen; empty = left to the desk.</param>
public sealed record FilingFacts(
    string Whose, string Name, string Identity, DateOnly? BirthOn, string Phone, string Address, string Commune, string Ground, string MandatePaper, AssistedBy AssistedBy, string HelperName, string LimitCase)
{
    /// <summary>Prefixes of the questions of the official declarations whose declared person may be another than who files.</summary>
    private static readonly string[] Declared = ["ch_", "cdt_", "nd_"];

    /// <summary>The applicant and the submitter are one.</summary>
    public bool IsMine => Whose == FilingQuestions.Mine;

    /// <summary>In which standing it is sent.</summary>
    public SubmitterStanding Standing => IsMine ? SubmitterStanding.Applicant : FilingQuestions.StandingOf(Ground);

    /// <summary>The facts of a judged view.</summary>
    public static FilingFacts Of(FormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        string Text(string id) => (view.Values.Get(id) as TextValue)?.Value ?? "";
        var whose = Text("ai_cua_ai");
        var isOrganisation = whose == FilingQuestions.Organisation;
        var home = isOrganisation ? "tc_tru_so" : "ai_noi_cu_tru";
        return new FilingFacts(
            whose,
            isOrganisation ? Text("tc_ten") : Text("ai_ho_ten"),
            isOrganisation ? Text("tc_ma_so") : Text("ai_so_dinh_danh"),
            (view.Values.Get("ai_ngay_sinh") as DateValue)?.Value,
            Text("ai_dien_thoai"),
            Display(view, home),
            (view.Values.Get(home) as ObjectValue)?.Text("division") ?? "",
            isOrganisation ? Text("tc_can_cu") : Text("ai_can_cu"),
            Text("ai_giay"),
            Text("ai_giup") switch { "to_cong_nghe" => AssistedBy.CommunityTeam, "can_bo" => AssistedBy.Officer, "hoi" => AssistedBy.Association, _ => AssistedBy.Self },
            Text("ai_giup_ten"),
            Text("ai_truong_hop") is var chosen && chosen != FilingQuestions.CaseUnknown ? chosen : "");
    }

    /// <summary>
    /// Carries the standing into the procedure's own declaration, where it asks the same thing in its own words: "Bạn là chủ hộ kinh doanh?",
    /// "Bạn yêu cầu cho ai?", and the declared person's name and number while they are empty or still the submitter's.
    /// </summary>
    /// <param name="form">The procedure's form.</param>
    /// <param name="answers">Its answers so far.</param>
    /// <param name="submitterName">Name of the account.</param>
    /// <param name="submitterIdentity">Identity number of the account.</param>
    public FormAnswers CarryInto(FormDefinition form, FormAnswers answers, string submitterName, string submitterIdentity)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        if (Whose.Length == 0) return answers;
        if (form.Question("tu_nop") is { Kind: QuestionKind.YesNo }) answers = answers.With("tu_nop", IsMine ? BoolValue.True : BoolValue.False);
        if (form.Question("tu_cach") is { Options: { } options } && TargetOf(answers) is { } standing && options.Any(o => o.Value == standing)) answers = answers.With("tu_cach", new TextValue(standing));
        if (IsMine || Whose == FilingQuestions.Organisation) return answers;
        foreach (var prefix in Declared.Where(p => form.Question(p + "ho_ten") is not null && (p != "nd_" || form.Question("tu_cach") is not null)))
        {
            answers = Replace(answers, form, prefix + "ho_ten", submitterName, Name);
            answers = Replace(answers, form, prefix + "so_giay_to", submitterIdentity, Identity);
            if (BirthOn is { } birth && form.Question(prefix + "ngay_sinh") is not null) answers = answers.With(prefix + "ngay_sinh", new TextValue(birth.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        }

        return answers;
    }

    /// <summary>True when the procedure's declaration says of the applicant what the standing contradicts: then one of the two must be mended before sending.</summary>
    public bool Contradicts(FormView declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        if (Whose is not (FilingQuestions.Mine or FilingQuestions.Another)) return false;
        if (declaration.Values.Get("tu_nop") is BoolValue own) return own.Value == (Whose == FilingQuestions.Another);
        return declaration.Values.Get("tu_cach") is TextValue { Value: var standing } && (standing == "ban_than") == (Whose == FilingQuestions.Another);
    }

    private string? TargetOf(FormAnswers answers)
    {
        if (IsMine) return "ban_than";
        var now = (answers.Get("tu_cach") as TextValue)?.Value ?? "";
        return Ground == "uy_quyen" ? now == "cha_me_con" ? now : "uy_quyen" : "chua_thanh_nien";
    }

    private static FormAnswers Replace(FormAnswers answers, FormDefinition form, string id, string submitters, string applicants) =>
        applicants.Length > 0 && form.Question(id) is not null && (answers.Get(id) is not TextValue now || now.IsBlank || now.Value == submitters) ? answers.With(id, new TextValue(applicants)) : answers;

    private static string Display(FormView view, string id) => view.Pages.SelectMany(p => p.Questions).FirstOrDefault(q => q.Path == id)?.Display ?? "";
}
