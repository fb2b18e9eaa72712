using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Pages.Staff.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>Receiving at the desk: applicant, papers, and the desk's answer in one act (NĐ 61/2018 Đ17 k1).</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class ReceiveProcedureModel(DeskChoices choices, AcceptancePreviews previews, FileStore files, ReceiveAtDeskHandler receive, TimeProvider clock) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Person or organisation.</summary>
        public string? Kind { get; set; }

        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>Identity number.</summary>
        public string? Identity { get; set; }

        /// <summary>Telephone.</summary>
        public string? Phone { get; set; }

        /// <summary>E-mail.</summary>
        public string? Email { get; set; }

        /// <summary>Address.</summary>
        public string? Address { get; set; }

        /// <summary>Who brought it.</summary>
        public string? Submitter { get; set; }

        /// <summary>What is wanted.</summary>
        public string? Request { get; set; }

        /// <summary>Channel's number.</summary>
        public string? Channel { get; set; }

        /// <summary>Receiving unit.</summary>
        public string? Unit { get; set; }

        /// <summary>The desk's answer.</summary>
        public string? Answer { get; set; }

        /// <summary>Case of the limit.</summary>
        public string? LimitCase { get; set; }

        /// <summary>Fee as typed.</summary>
        public string? FeeVnd { get; set; }

        /// <summary>What is missing, or why it is refused.</summary>
        public string? Missing { get; set; }

        /// <summary>To which component it belongs.</summary>
        public string? MissingComponent { get; set; }

        /// <summary>Legal ground of a guidance.</summary>
        public string? LegalGround { get; set; }

        /// <summary>Ground of a refusal.</summary>
        public string? Ground { get; set; }
    }

    /// <summary>National code of the procedure.</summary>
    [BindProperty(SupportsGet = true)]
    public string Procedure { get; set; } = "";

    /// <summary>Key of this sending: pressed twice it makes one dossier.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Papers brought.</summary>
    [BindProperty]
    public List<PaperInput> Papers { get; set; } = [];

    /// <summary>Last day to supplement.</summary>
    [BindProperty]
    public DateBoxes RespondOn { get; set; } = new();

    /// <summary>The procedure.</summary>
    public DeskProcedureSheet Chosen { get; private set; } = null!;

    /// <summary>When it would be due.</summary>
    public IReadOnlyList<AcceptancePreview> Previews { get; private set; } = [];

    /// <summary>Person or organisation.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [new("1", "Cá nhân"), new("2", "Tổ chức, doanh nghiệp")];

    /// <summary>Channels of a desk.</summary>
    public IReadOnlyList<Choice> Channels { get; } = [.. new[] { Channel.Counter, Channel.Post, Channel.Mobile }.Select(c => new Choice(((int)c).ToString(CultureInfo.InvariantCulture), DossierWords.Channel(c)))];

    /// <summary>Answers of the desk.</summary>
    public IReadOnlyList<Choice> Answers { get; } =
        [new("1", "Đủ: tiếp nhận, cấp mã hồ sơ và hẹn trả (Mẫu 01)"), new("2", "Thiếu hoặc sai: hướng dẫn bổ sung (Mẫu 02)"), new("3", "Từ chối tiếp nhận (Mẫu 03)")];

    /// <summary>Grounds of a refusal.</summary>
    public IReadOnlyList<Choice> Grounds { get; } = [.. RefusalGrounds.All.Select(g => new Choice(g.Key, g.Value))];

    /// <summary>Receiving units.</summary>
    public IReadOnlyList<Choice> Units => [.. Chosen.Units.Select(u => new Choice(u.Key, u.Value))];

    /// <summary>Components.</summary>
    public IReadOnlyList<Choice> Components => [.. Chosen.Content.Components.Select(c => new Choice(c.Key, c.Name.Length > 100 ? c.Name[..100] + "…" : c.Name))];

    /// <summary>Cases of the limit.</summary>
    public IReadOnlyList<Choice> Cases => [.. Previews.Select(p => new Choice(p.Case, p.CaseText, $"{p.Limit}: hẹn trả {Say.InstantWithDay(p.DueAt)}"))];

    /// <summary>What the procedure says of the fee.</summary>
    public string FeeHint => Chosen.Content.Fees.Count == 0 ? "Không thu thì để 0" : string.Join("; ", Chosen.Content.Fees.Take(3).Select(f => f.AmountVnd is { } a ? $"{f.Name}: {DossierWords.Money(a)}" : $"{f.Name}: {f.Text}"));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Id = Ids.NewGuid(clock.GetUtcNow());
        var fee = Chosen.Content.Fees.Where(f => f is { IsChargeable: true, AmountVnd: not null }).Sum(f => f.AmountVnd!.Value);
        Input = new Typed { Kind = "1", Channel = "1", Unit = Chosen.Units[0].Key, Answer = "1", FeeVnd = fee.ToString(CultureInfo.InvariantCulture) };
        Papers = [.. Chosen.Content.Components.Select(c => new PaperInput { Component = c.Key, Name = c.Name, IsRequired = c.IsRequired })];
        RespondOn = DateBoxes.From(ProvinceTime.DateOf(clock.GetUtcNow()).AddDays(15));
        return Page();
    }

    /// <summary>Receives.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        var actor = User.ToActor();
        await PaperInput.StoreAsync(Papers, files, actor, ModelState, ct);
        var answer = Input.Answer switch { "2" => DeskAnswer.Guide, "3" => DeskAnswer.Refuse, _ => DeskAnswer.Accept };
        var fee = Amounts.Read(Input.FeeVnd);
        if (fee is null) ModelState.AddModelError("Input.FeeVnd", Amounts.Wrong);
        if (string.IsNullOrWhiteSpace(Input.Name)) ModelState.AddModelError("Input.Name", DossierProblems.NoApplicant.Title);
        if (string.IsNullOrWhiteSpace(Input.Phone) && string.IsNullOrWhiteSpace(Input.Email)) ModelState.AddModelError("Input.Phone", "Nhập điện thoại hoặc thư điện tử để báo tin cho người nộp");
        var respondOn = answer == DeskAnswer.Guide ? RespondOn.Read("Ngày bổ sung chậm nhất", nameof(RespondOn), ModelState, required: true) : null;
        if (!ModelState.IsValid || Chosen.Units.All(u => u.Key != Input.Unit)) return Invalid();

        var desks = DossierAccess.Desks(actor);
        var place = desks.Contains(Input.Unit!, StringComparer.Ordinal) ? Input.Unit! : desks[0];
        var content = new SupplementContent(
            string.IsNullOrWhiteSpace(Input.Request) ? null : JsonSerializer.Serialize(new Dictionary<string, string> { ["Nội dung yêu cầu giải quyết"] = Input.Request.Trim() }),
            Guid.Empty, [.. Papers.Where(p => p.IsGiven).Select(p => p.ToPaper())]);
        var demand = answer == DeskAnswer.Guide
            ? new SupplementDemand(string.IsNullOrWhiteSpace(Input.Missing) ? [] : [new AskedItem(Input.MissingComponent ?? "", Input.Missing.Trim())], Input.LegalGround ?? "", "", respondOn ?? default)
            : null;
        var command = new ReceiveAtDesk(
            Id, Procedure, Previews.Count > 1 ? Input.LimitCase ?? "" : Previews.Count == 1 ? Previews[0].Case : "", Input.Unit!, place, Input.Channel switch { "3" => Channel.Post, "4" => Channel.Mobile, _ => Channel.Counter },
            new DeskApplicant(Input.Name!, Input.Kind == "2" ? ApplicantKind.Organisation : ApplicantKind.Person, Input.Identity ?? "", Input.Phone ?? "", Input.Email ?? "", Input.Address ?? "", "", Input.Submitter ?? ""),
            content, answer, fee ?? 0, demand, Input.Ground ?? "", Input.Missing ?? "");
        var result = await receive.HandleAsync(command, actor, ct);
        if (result.IsOk) return Redirect(Links.StaffDossierDone(result.Value.Code, answer switch { DeskAnswer.Guide => "huong-dan", DeskAnswer.Refuse => "tu-choi", _ => "tiep-nhan" }));
        return result.Problem.Field switch
        {
            "Items" => this.Refuse(result.Problem.For("Input.MissingComponent")),
            "RespondBy" => this.Refuse(result.Problem.For("RespondOn")),
            "ApplicantName" => this.Refuse(result.Problem.For("Input.Name")),
            _ => this.Refuse(result.Problem, "Input"),
        };
    }

    private IActionResult Invalid()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await choices.ProcedureAsync(User.ToActor(), Procedure, ct) is not { } chosen) return false;
        Chosen = chosen;
        Previews = await previews.OfAsync(chosen.Content, Input.Unit is { Length: > 0 } unit ? unit : chosen.Units[0].Key, ct);
        return true;
    }
}
