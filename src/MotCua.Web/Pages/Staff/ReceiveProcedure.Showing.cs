using System.Globalization;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Web.Components;
using MotCua.Web.Components.Forms;

namespace MotCua.Web.Pages.Staff;

/// <content>What the page shows.</content>
public sealed partial class ReceiveProcedureModel
{
    /// <summary>The procedure.</summary>
    public DeskProcedureSheet Chosen { get; private set; } = null!;

    /// <summary>Divisions in force.</summary>
    public IReadOnlyList<DivisionRow> Divisions { get; private set; } = [];

    /// <summary>When it would be due.</summary>
    public IReadOnlyList<AcceptancePreview> Previews { get; private set; } = [];

    /// <summary>Who was found by the identity number.</summary>
    public KnownApplicant? Known { get; private set; }

    /// <summary>The number was looked for and is not known.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>What is odd about the identity number: warnings, never errors.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The declaration as typed.</summary>
    public FormAnswers Answers { get; private set; } = FormAnswers.Empty;

    /// <summary>The declaration as judged; null in the first step.</summary>
    public FormView View { get; private set; } = null!;

    /// <summary>How its questions are drawn.</summary>
    public QuestionDrawing Drawing { get; private set; } = null!;

    /// <summary>What is wrong in the declaration.</summary>
    public IReadOnlyList<(string? Id, string Message)> Faults { get; private set; } = [];

    /// <summary>Papers that the applicant already has here.</summary>
    public IReadOnlyList<HeldPaper> Held { get; private set; } = [];

    /// <summary>True when something of the first step must be mended, or was odd: then it stands open.</summary>
    public bool IsFirstOpen => ModelState.Any(m => m.Value?.Errors.Count > 0 && FirstStep.Any(f => m.Key.StartsWith(f, StringComparison.Ordinal)));

    /// <summary>True when another came, or the mandate must be mended.</summary>
    public bool IsBringerOpen => !string.IsNullOrWhiteSpace(Input.BringerName) || ModelState.Any(m => m.Value?.Errors.Count > 0 && (m.Key is "Input.Ground" or "Input.MandatePaper" || m.Key.StartsWith("Mandate", StringComparison.Ordinal)));

    /// <summary>Person or organisation.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [new("1", "Cá nhân"), new("2", "Tổ chức, doanh nghiệp")];

    /// <summary>Channels of a desk.</summary>
    public IReadOnlyList<Choice> Channels { get; } = [.. new[] { Channel.Counter, Channel.Post, Channel.Mobile }.Select(c => new Choice(((int)c).ToString(CultureInfo.InvariantCulture), DossierWords.Channel(c)))];

    /// <summary>Grounds on which another may come.</summary>
    public IReadOnlyList<Choice> Mandates { get; } = [.. FilingQuestions.PersonGrounds.Concat(FilingQuestions.OrganisationGrounds).Select(g => new Choice(g.Code, g.Text))];

    /// <summary>How the declaration is kept.</summary>
    public IReadOnlyList<Choice> Declarations => DeskDeclarations.NeedsDeclaration(Chosen.Procedure)
        ? [new("nhap", "Nhập tờ khai"), new("quet", "Quét và giữ tờ khai giấy")]
        : [new("nhap", "Nhập tờ khai"), new("quet", "Quét và giữ tờ khai giấy"), new("", "Thủ tục không có tờ khai")];

    /// <summary>Answers of the desk.</summary>
    public IReadOnlyList<Choice> DeskAnswers { get; } =
        [new("1", "Đủ: tiếp nhận, cấp mã hồ sơ và hẹn trả (Mẫu 01)"), new("2", "Thiếu hoặc sai: hướng dẫn bổ sung (Mẫu 02)"), new("3", "Từ chối tiếp nhận (Mẫu 03)")];

    /// <summary>Grounds of a refusal.</summary>
    public IReadOnlyList<Choice> Grounds { get; } = [.. RefusalGrounds.All.Select(g => new Choice(g.Key, g.Value))];

    /// <summary>Receiving units.</summary>
    public IReadOnlyList<Choice> Units => [.. Chosen.Units.Select(u => new Choice(u.Key, u.Value))];

    /// <summary>Desks of the officer.</summary>
    public IReadOnlyList<Choice> Places => [.. Chosen.Places.Select(p => new Choice(p.Key, p.Name))];

    /// <summary>Communes, under their districts.</summary>
    public IReadOnlyList<Choice> Communes => DivisionChoices.Of(Divisions, null);

    /// <summary>Components.</summary>
    public IReadOnlyList<Choice> Components => [.. Chosen.Content.Components.Select(c => new Choice(c.Key, c.Name.Length > 100 ? c.Name[..100] + "…" : c.Name))];

    /// <summary>Cases of the limit.</summary>
    public IReadOnlyList<Choice> Cases => [.. Previews.Select(p => new Choice(p.Case, p.CaseText, $"{p.Limit}: hẹn trả {Say.InstantWithDay(p.DueAt)}"))];

    /// <summary>What the procedure says of the fee.</summary>
    public string FeeHint => Chosen.Content.Fees.Count == 0 ? "Không thu thì để 0" : string.Join("; ", Chosen.Content.Fees.Take(3).Select(f => f.AmountVnd is { } a ? $"{f.Name}: {DossierWords.Money(a)}" : $"{f.Name}: {f.Text}"));

    private static readonly string[] FirstStep =
        ["Input.Kind", "Input.Identity", "Input.Name", "BirthOn", "Input.Phone", "Input.Email", "Input.Street", "Input.Commune", "Input.Bringer", "Input.Ground", "Input.Mandate", "Mandate", "Input.Unit", "Input.Place", "Input.Channel"];
}
