using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Components.Forms;
using MotCua.Web.Hosting;
using MotCua.Web.Pages.Staff.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>
/// Receiving at the desk (NĐ 61/2018 Đ17 k1): first who the applicant is and who came, then the declaration by the citizen's own form or its scan, the
/// papers, money and the desk's answer, in one act. Everything typed comes back until the dossier is there.
/// </summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
[RequestSizeLimit(128L * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 128L * 1024 * 1024, ValueCountLimit = 8192)]
public sealed partial class ReceiveProcedureModel(
    DeskChoices choices, FilingCatalogue catalogue, DeskApplicants applicants, DeskDeclarations declarations, HeldPapers held, AcceptancePreviews previews, ReceiveAtDeskHandler receive) : PageModel
{
    /// <summary>National code of the procedure.</summary>
    [BindProperty(SupportsGet = true)]
    public string Procedure { get; set; } = "";

    /// <summary>Key of this sending: pressed twice it makes one dossier.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>1 the applicant, 2 the rest.</summary>
    [BindProperty]
    public int Step { get; set; } = 1;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ReceiveTyping Input { get; set; } = new();

    /// <summary>Date of birth.</summary>
    [BindProperty]
    public DateBoxes BirthOn { get; set; } = new();

    /// <summary>Papers brought.</summary>
    [BindProperty]
    public List<PaperInput> Papers { get; set; } = [];

    /// <summary>Scan of the paper declaration.</summary>
    [BindProperty]
    public ScanInput Declaration { get; set; } = new();

    /// <summary>Scan of the mandate.</summary>
    [BindProperty]
    public ScanInput Mandate { get; set; } = new();

    /// <summary>Last day to supplement.</summary>
    [BindProperty]
    public DateBoxes RespondOn { get; set; } = new();

    /// <summary>Shows the first step.</summary>
    public async Task<IActionResult> OnGetAsync([FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Id = Ids.NewGuid(clock.GetUtcNow());
        Input = new ReceiveTyping { Kind = "1", Channel = "1", Unit = Chosen.Units[0].Key, Place = Chosen.Places[0].Key };
        return Page();
    }

    /// <summary>Looks the applicant up, goes on, redraws the declaration, or receives: by the button pressed (<c>lam</c>).</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] FileStore files, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var form = await Request.ReadFormAsync(ct);
        string lam = form["lam"].ToString();
        await StoreAsync(files, ct);
        if (lam == "tra" || (lam == "tiep" && Step == 1 && string.IsNullOrWhiteSpace(Input.Name)))
        {
            await LookUpAsync(ct);
            if (lam == "tra" || Known is not null || IsUnknown) return Page();
        }

        var applicant = Applicant();
        if (lam == "tiep" || Step == 1)
        {
            if (!ModelState.IsValid) return Invalid();
            await BeginSecondAsync(applicant, clock, ct);
            return Page();
        }

        await JudgeAsync(applicant, form, ct);
        if (lam != "ghi-nhan") return Page();
        return await ReceiveAsync(applicant, clock, ct);
    }

    private async Task LookUpAsync(CancellationToken ct)
    {
        Known = await applicants.FindAsync(Input.Identity, User.ToActor(), ct);
        IsUnknown = Known is null && !string.IsNullOrWhiteSpace(Input.Identity);
        if (Known is not { } known) return;

        // What the officer typed stays; only what is empty is filled in
        Input.Kind = known.Kind == ApplicantKind.Organisation ? "2" : "1";
        Input.Name = Fill(Input.Name, known.Name);
        Input.Phone = Fill(Input.Phone, known.Phone);
        Input.Email = Fill(Input.Email, known.Email);
        Input.Street = Fill(Input.Street, known.Street);
        Input.Commune = Fill(Input.Commune, known.Commune);
        if (BirthOn.IsEmpty) BirthOn = DateBoxes.From(known.BirthOn);
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.", StringComparison.Ordinal) || k.StartsWith("BirthOn", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }

    private DeskApplicant Applicant()
    {
        var birthOn = BirthOn.Read("Ngày sinh", nameof(BirthOn), ModelState, required: false);
        if (string.IsNullOrWhiteSpace(Input.Name)) ModelState.AddModelError("Input.Name", DossierProblems.NoApplicant.Title);
        if (string.IsNullOrWhiteSpace(Input.Phone) && string.IsNullOrWhiteSpace(Input.Email)) ModelState.AddModelError("Input.Phone", "Nhập điện thoại hoặc thư điện tử để báo tin cho chủ hồ sơ");
        else if (!string.IsNullOrWhiteSpace(Input.Phone) && PhoneNumber.Normalise(Input.Phone) is null) ModelState.AddModelError("Input.Phone", "Số điện thoại gồm 10 số, ví dụ 0912345678");
        if (!string.IsNullOrWhiteSpace(Input.Email) && EmailAddress.Normalise(Input.Email) is null) ModelState.AddModelError("Input.Email", "Thư điện tử có dạng ten@noi.vn");
        if (Input.Bringer().Refusal() is { } mandate) ModelState.AddModelError(string.IsNullOrEmpty(Input.Ground) ? "Input.Ground" : "Input.MandatePaper", mandate.Title);
        if (Chosen.Units.All(u => u.Key != Input.Unit)) ModelState.AddModelError("Input.Unit", "Chọn cơ quan giải quyết trong danh sách");
        if (!Chosen.Places.Any(p => p.Key == Input.Place && p.ReceivesFor == Input.Unit)) Input.Place = Chosen.Places.FirstOrDefault(p => p.ReceivesFor == Input.Unit)?.Key;
        var applicant = Input.Applicant(birthOn);
        Warnings = applicant.Kind == ApplicantKind.Organisation || applicant.Identity.Length == 0
            ? []
            : IdentityNumber.Normalise(applicant.Identity) is { } number ? [.. IdentityNumber.Oddities(number, birthOn, null).Select(o => o.Message)] : ["Số định danh có 12 số, chứng minh nhân dân cũ có 9 số. Nếu là hộ chiếu hoặc giấy tờ khác thì giữ nguyên."];
        return applicant;
    }

    private async Task BeginSecondAsync(DeskApplicant applicant, TimeProvider clock, CancellationToken ct)
    {
        Step = 2;
        ModelState.Remove(nameof(Step));
        if (Papers.Count > 0)
        {
            await JudgeAsync(applicant, await Request.ReadFormAsync(ct), ct);
            return;
        }

        var fee = Chosen.Content.Fees.Where(f => f is { IsChargeable: true, AmountVnd: not null }).Sum(f => f.AmountVnd!.Value);
        (Input.FeeVnd, Input.Answer, Input.Declaration) = (fee.ToString(CultureInfo.InvariantCulture), "1", DeskDeclarations.NeedsDeclaration(Chosen.Procedure) ? "nhap" : "");
        var first = Chosen.Content.Components.FirstOrDefault(c => c.IsForm);
        Papers = [.. Chosen.Content.Components.Where(c => c != first).Select(c => new PaperInput { Component = c.Key, Name = c.Name, IsRequired = c.IsRequired })];
        RespondOn = DateBoxes.From(ProvinceTime.DateOf(clock.GetUtcNow()).AddDays(15));
        var context = await declarations.ContextAsync(applicant, ct);
        await ShowAsync(applicant, FormRun.Prefill(Chosen.Procedure.Form, FormAnswers.Empty, context), [], ct);
    }

    private async Task JudgeAsync(DeskApplicant applicant, IFormCollection form, CancellationToken ct)
    {
        var definition = Chosen.Procedure.Form;
        var (posted, context, answers) = (PostedFields.Of(form), await declarations.ContextAsync(applicant, ct), FormAnswers.Empty);
        foreach (var page in definition.Pages)
        {
            if (FormRun.Evaluate(definition, answers, context).Page(page.Id) is { } shown) answers = FormInput.Merge(answers, shown, posted);
        }

        if (form["them"].ToString() is { Length: > 0 } group && definition.Question(group) is { Kind: QuestionKind.Group }) answers = answers.WithRowAdded(group);
        if (form["xoa"].ToString() is { Length: > 0 } row && AnswerPath.TryParse(row, out var at) && at is { Row: { } number, Child: null }) answers = answers.WithRowRemoved(at.Question, number);
        await ShowAsync(applicant, answers, [], ct);
    }

    private async Task ShowAsync(DeskApplicant applicant, FormAnswers answers, IReadOnlyList<AnswerIssue> errors, CancellationToken ct)
    {
        Answers = answers;
        View = FormRun.Evaluate(Chosen.Procedure.Form, answers, await declarations.ContextAsync(applicant, ct));
        Drawing = new QuestionDrawing(answers, Divisions, errors) { AccountSource = "Lấy từ phần chủ hồ sơ ở trên." };
        Held = await held.OfPersonAsync(applicant.Identity, applicant.Name, ct);
    }

    private async Task<IActionResult> ReceiveAsync(DeskApplicant applicant, TimeProvider clock, CancellationToken ct)
    {
        var answer = Input.Answer switch { "2" => DeskAnswer.Guide, "3" => DeskAnswer.Refuse, _ => DeskAnswer.Accept };
        var (fee, taken) = (Amounts.Read(Input.FeeVnd), Amounts.Read(Input.TakenVnd));
        if (fee is null) ModelState.AddModelError("Input.FeeVnd", Amounts.Wrong);
        if (taken is null) ModelState.AddModelError("Input.TakenVnd", Amounts.Wrong);
        if (answer == DeskAnswer.Accept && Previews.Count > 1 && Previews.All(p => p.Case != Input.LimitCase)) ModelState.AddModelError("Input.LimitCase", DossierProblems.NoLimitCase.Title);
        var respondOn = answer == DeskAnswer.Guide ? RespondOn.Read("Ngày bổ sung chậm nhất", nameof(RespondOn), ModelState, required: true) : null;
        var kept = Input.Declaration switch { "nhap" => DeskDeclaration.Typed, "quet" => DeskDeclaration.Scanned, _ => DeskDeclaration.None };
        if (kept == DeskDeclaration.Typed && answer != DeskAnswer.Accept && Answers.Values.Count == 0) kept = DeskDeclaration.None;
        if (kept == DeskDeclaration.Scanned && answer == DeskAnswer.Accept && Declaration.FileId is null) ModelState.AddModelError("Declaration.Scan", "Tải bản quét tờ khai giấy, hoặc chọn nhập tờ khai");
        var wrong = kept == DeskDeclaration.Typed ? DeskDeclarations.Blocking(View, answer == DeskAnswer.Accept).ToList() : [];
        Faults = QuestionMarkup.Lines(wrong);
        Drawing = Drawing with { Errors = wrong };
        if (!ModelState.IsValid || wrong.Count > 0) return Invalid();

        var papers = Papers.Where(p => p.IsGiven).Select(p => p.ToPaper()).ToList();
        if (Mandate.FileId is { } scan && Input.Bringer().IsAnother) papers.Add(new GivenPaper(DraftPapers.MandateKey, DraftPapers.MandateName, "paper", scan, Input.MandatePaper ?? "", true));
        var demand = answer == DeskAnswer.Guide
            ? new SupplementDemand(string.IsNullOrWhiteSpace(Input.Missing) ? [] : [new AskedItem(Input.MissingComponent ?? "", Input.Missing.Trim())], Input.LegalGround ?? "", "", respondOn ?? default)
            : null;
        var command = new ReceiveAtDesk(
            Id, Procedure, Previews.Count > 1 ? Input.LimitCase ?? "" : Previews.Count == 1 ? Previews[0].Case : "", Input.Unit!, Input.Place!,
            Input.Channel switch { "3" => Channel.Post, "4" => Channel.Mobile, _ => Channel.Counter }, applicant, Input.Bringer(),
            new DeskContent(kept, Answers, Declaration.FileId, papers), answer, new DeskFee(fee ?? 0, taken ?? 0, Input.ReceiptNumber ?? ""), demand, Input.RefusalGround ?? "", Input.Missing ?? "");
        var result = await receive.HandleAsync(command, User.ToActor(), ct);
        if (result.IsOk) return Redirect(Links.StaffDossierDone(result.Value.Code, answer switch { DeskAnswer.Guide => "huong-dan", DeskAnswer.Refuse => "tu-choi", _ => "tiep-nhan" }));
        if (result.Problem == DossierProblems.PageUsed)
        {
            Id = Ids.NewGuid(clock.GetUtcNow());
            ModelState.Remove(nameof(Id));
        }

        return result.Problem.Field switch
        {
            "Items" => this.Refuse(result.Problem.For("Input.MissingComponent")),
            "RespondBy" => this.Refuse(result.Problem.For("RespondOn")),
            "ApplicantName" => this.Refuse(result.Problem.For("Input.Name")),
            "Ground" => this.Refuse(result.Problem.For("Input.RefusalGround")),
            _ => this.Refuse(result.Problem, "Input"),
        };
    }

    private async Task StoreAsync(FileStore files, CancellationToken ct)
    {
        var actor = User.ToActor();
        await PaperInput.StoreAsync(Papers, files, actor, ModelState, ct);
        foreach (var (input, key) in new[] { (Declaration, nameof(Declaration)), (Mandate, nameof(Mandate)) })
        {
            if (input.Scan is not { Length: > 0 } scan) continue;
            await using var content = scan.OpenReadStream();
            var stored = await files.SaveAsync(new IncomingFile(content, scan.FileName, GivenContent.OwnerOf(actor), null, null), ct);
            if (stored.IsOk) (input.FileId, input.FileName) = (stored.Value.Id, stored.Value.Name);
            else ModelState.AddModelError(key + ".Scan", stored.Problem.Title);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await choices.ProcedureAsync(User.ToActor(), Procedure, ct) is not { } chosen) return false;
        Chosen = chosen;
        Divisions = (await catalogue.PlacesAsync(ct)).Divisions;
        Previews = await previews.OfAsync(chosen.Content, Input.Unit is { Length: > 0 } unit ? unit : chosen.Units[0].Key, ct);
        return true;
    }

    private IActionResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string? Fill(string? typed, string known) => string.IsNullOrWhiteSpace(typed) ? known : typed;
}
