using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>The forms of TT 01/2018/TT-VPCP that belong to one dossier; the value is the number of the form.</summary>
public enum PaperForm
{
    /// <summary>Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả (NĐ 61/2018 Đ17 k3).</summary>
    Receipt = 1,

    /// <summary>Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (NĐ 61/2018 Đ17 k1, Đ19 k4).</summary>
    Supplement = 2,

    /// <summary>Mẫu 03: Phiếu từ chối tiếp nhận, giải quyết hồ sơ (NĐ 61/2018 Đ17 k1, Đ19 k8).</summary>
    Refusal = 3,

    /// <summary>Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả (NĐ 61/2018 Đ19 k9).</summary>
    Apology = 4,

    /// <summary>Mẫu 05: Phiếu kiểm soát quá trình giải quyết hồ sơ; for officers only.</summary>
    Control = 5,
}

/// <summary>Who issues the paper.</summary>
/// <param name="Parent">The body above it; empty for those directly under the province.</param>
/// <param name="Unit">The authority.</param>
/// <param name="Desk">Its place of receipt.</param>
/// <param name="DeskAddress">Address of the desk; empty = unknown.</param>
/// <param name="DeskPhone">Telephone of the desk; empty = unknown.</param>
public sealed record PaperIssuer(string Parent, string Unit, string Desk, string DeskAddress, string DeskPhone);

/// <summary>The applicant as the form prints it; empty = not known.</summary>
/// <param name="Name">Chủ hồ sơ.</param>
/// <param name="Identity">Identity or registration number, in clear.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Address">Address.</param>
/// <param name="Submitter">Who brought or sent it.</param>
public sealed record PaperParty(string Name, string Identity, string Phone, string Email, string Address, string Submitter);

/// <summary>A component that was given; a count of 0 = none of that kind.</summary>
/// <param name="Name">Name.</param>
/// <param name="Originals">Bản chính.</param>
/// <param name="Certified">Bản sao chứng thực.</param>
/// <param name="Photocopies">Bản chụp.</param>
/// <param name="Electronic">Bản điện tử.</param>
/// <param name="Note">What else must be said of it, or empty.</param>
public sealed record PaperComponent(string Name, int Originals, int Certified, int Photocopies, int Electronic, string Note);

/// <summary>An officer on a paper.</summary>
/// <param name="Name">Name; empty = not known.</param>
/// <param name="Title">Chức danh, or empty.</param>
public sealed record PaperOfficer(string Name, string Title);

/// <summary>A demand on the applicant (Mẫu 02).</summary>
/// <param name="Ordinal">Which demand of this dossier, from 1.</param>
/// <param name="IsBeforeAcceptance">Guidance before acceptance, else supplement after it.</param>
/// <param name="Items">What must be mended: component (or empty) and words.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Text">Reason in words.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="RespondBy">Until when, UTC.</param>
/// <param name="Officer">Who asks.</param>
public sealed record PaperRequest(
    int Ordinal, bool IsBeforeAcceptance, IReadOnlyList<(string Component, string What)> Items, string Ground, string Text, DateTimeOffset AskedAt, DateTimeOffset RespondBy, PaperOfficer Officer);

/// <summary>A refusal (Mẫu 03).</summary>
/// <param name="IsIntake">Refused at intake, else refused after acceptance.</param>
/// <param name="Ground">Ground in words.</param>
/// <param name="Text">Reason.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Officer">Who refuses.</param>
public sealed record PaperRefusal(bool IsIntake, string Ground, string Text, DateTimeOffset At, PaperOfficer Officer);

/// <summary>An apology with the one new date (Mẫu 04).</summary>
/// <param name="OldDueAt">The date that was promised, UTC.</param>
/// <param name="NewDueAt">The new one, UTC.</param>
/// <param name="Text">Reason.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Officer">Who signs.</param>
public sealed record PaperApology(DateTimeOffset? OldDueAt, DateTimeOffset NewDueAt, string Text, DateTimeOffset At, PaperOfficer Officer);

/// <summary>A passage through a step (Mẫu 05).</summary>
/// <param name="Name">Step.</param>
/// <param name="Unit">Unit that did it.</param>
/// <param name="Giver">Who handed the dossier over.</param>
/// <param name="Receiver">Who received it.</param>
/// <param name="ReceivedAt">When it was handed over, UTC.</param>
/// <param name="DueAt">Until when, UTC.</param>
/// <param name="EndedAt">When it left the step, UTC.</param>
/// <param name="Verdict">Trước hạn, Đúng hạn, Quá hạn, Đang xử lý.</param>
/// <param name="Note">How it ended, or empty.</param>
public sealed record PaperStep(string Name, string Unit, string Giver, string Receiver, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt, string Verdict, string Note);

/// <summary>Everything that the forms of one dossier print (TT 01/2018/TT-VPCP Đ9).</summary>
public sealed record PrintedForm
{
    /// <summary>Which form.</summary>
    public required PaperForm Form { get; init; }

    /// <summary>The dossier.</summary>
    public required Dossier Dossier { get; init; }

    /// <summary>Name of the procedure: nội dung yêu cầu giải quyết.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>Who issues it.</summary>
    public required PaperIssuer Issuer { get; init; }

    /// <summary>The unit that handles the dossier.</summary>
    public required string HandlingUnit { get; init; }

    /// <summary>The applicant.</summary>
    public required PaperParty Party { get; init; }

    /// <summary>What was given.</summary>
    public IReadOnlyList<PaperComponent> Components { get; init; } = [];

    /// <summary>Sets (bộ).</summary>
    public int SetCount { get; init; } = 1;

    /// <summary>The limit in words, or empty when the procedure has none.</summary>
    public string LimitText { get; init; } = "";

    /// <summary>The appointment promised at acceptance, UTC.</summary>
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>Who accepted.</summary>
    public PaperOfficer Receiver { get; init; } = new("", "");

    /// <summary>Last root of the log, hex; null before the first night.</summary>
    public string? LogRoot { get; init; }

    /// <summary>The demand to print, for Mẫu 02.</summary>
    public PaperRequest? Request { get; init; }

    /// <summary>The refusal, for Mẫu 03.</summary>
    public PaperRefusal? Refusal { get; init; }

    /// <summary>The apology, for Mẫu 04.</summary>
    public PaperApology? Apology { get; init; }

    /// <summary>The passages, for Mẫu 05.</summary>
    public IReadOnlyList<PaperStep> Steps { get; init; } = [];

    /// <summary>When the result was handed over or the dossier ended, for Mẫu 05, UTC.</summary>
    public DateTimeOffset PrintedAt { get; init; }

    /// <summary>The forms that a dossier in this state has.</summary>
    public static IReadOnlyList<PaperForm> FormsOf(Dossier d)
    {
        ArgumentNullException.ThrowIfNull(d);
        var forms = new List<PaperForm>();
        if (d.Number is not null) forms.Add(PaperForm.Receipt);
        if (!d.IsImported && d.GuidanceCount + d.SupplementCount > 0) forms.Add(PaperForm.Supplement);
        if (!d.IsImported && (d.State == DossierState.NotAccepted || d.Outcome == DossierOutcome.Refused)) forms.Add(PaperForm.Refusal);
        if (d.ReappointmentCount > 0) forms.Add(PaperForm.Apology);
        if (d.Number is not null) forms.Add(PaperForm.Control);
        return forms;
    }
}
