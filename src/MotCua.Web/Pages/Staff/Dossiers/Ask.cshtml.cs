using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Asks the applicant: guidance before acceptance, a supplement after it, or the unit's proposal to the desk.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class AskModel(DossierSheets sheets, GuideDossierHandler guide, ProposeSupplementHandler propose, RequestSupplementHandler request, TimeProvider clock) : ActPage(sheets)
{
    /// <summary>One component.</summary>
    public sealed class Item
    {
        /// <summary>Key; empty = something else.</summary>
        public string? Component { get; set; }

        /// <summary>What is asked.</summary>
        public string? What { get; set; }
    }

    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Components.</summary>
        public List<Item> Items { get; set; } = [];

        /// <summary>Ground.</summary>
        public string? Ground { get; set; }

        /// <summary>Words.</summary>
        public string? Text { get; set; }

        /// <summary>Ground in specialised law.</summary>
        public string? OverrideGround { get; set; }
    }

    /// <summary>Which of the three.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Last day to answer.</summary>
    [BindProperty]
    public DateBoxes RespondOn { get; set; } = new();

    /// <summary>Heading.</summary>
    public string Heading => Act switch { "huong-dan" => "Hướng dẫn hoàn thiện hồ sơ", "de-nghi-bo-sung" => "Đề nghị yêu cầu bổ sung", _ => "Yêu cầu bổ sung hồ sơ" };

    /// <summary>What it does.</summary>
    public string Lead => Act switch
    {
        "huong-dan" => "Người nộp nhận Phiếu yêu cầu bổ sung, hoàn thiện (Mẫu 02) qua cổng và thư điện tử. Khi họ nộp lại, đồng hồ 8 giờ chạy từ đầu.",
        "de-nghi-bo-sung" => "Đề nghị này tới Bộ phận Một cửa; chỉ Bộ phận Một cửa được yêu cầu người dân bổ sung (NĐ 61/2018 Điều 5). Thời hạn vẫn chạy cho đến khi phiếu được gửi.",
        _ => "Chỉ được yêu cầu một lần, trong 03 ngày làm việc kể từ ngày tiếp nhận. Khi nhận đủ, thời hạn giải quyết tính lại từ đầu (NĐ 61/2018 Điều 19).",
    };

    /// <summary>Words of the button.</summary>
    public string Submit => Act switch { "huong-dan" => "Gửi hướng dẫn", "de-nghi-bo-sung" => "Gửi đề nghị tới Bộ phận Một cửa", _ => "Gửi yêu cầu bổ sung" };

    /// <summary>True when a ground in specialised law is needed.</summary>
    public bool NeedsOverride { get; private set; }

    /// <summary>Why it is needed.</summary>
    public string OverrideReason => Sheet.Dossier.SupplementCount > 0 ? DossierProblems.SupplementOnce.Title : DossierProblems.SupplementTooLate.Title;

    /// <inheritdoc />
    protected override DossierWork Work => Act switch { "huong-dan" => DossierWork.Guide, "de-nghi-bo-sung" => DossierWork.ProposeSupplement, _ => DossierWork.RequestSupplement };

    /// <summary>Name of a component.</summary>
    public string ComponentName(string? key) => string.IsNullOrEmpty(key) ? "Nội dung khác" : PaperNames.Title(Sheet.Content.Components.FirstOrDefault(c => c.Key == key)?.Name ?? key);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var respondOn = RespondOn.Read("Ngày bổ sung chậm nhất", nameof(RespondOn), ModelState, required: true);
        if (!ModelState.IsValid || respondOn is not { } last) return await AgainAsync(ct);
        var items = Input.Items.Where(i => !string.IsNullOrWhiteSpace(i.What)).Select(i => new AskedItem(i.Component ?? "", i.What!.Trim())).ToList();
        if (items.Count == 0 && !string.IsNullOrWhiteSpace(Input.Ground) && !string.IsNullOrWhiteSpace(Input.Text)) items.Add(new AskedItem("", Input.Text.Trim()));
        var demand = new SupplementDemand(items, Input.Ground ?? "", Input.Text ?? "", last);
        var result = Act switch
        {
            "huong-dan" => await guide.HandleAsync(new GuideDossier(Code, SeenVersion, demand), Actor, ct),
            "de-nghi-bo-sung" => await propose.HandleAsync(new ProposeSupplement(Code, SeenVersion, demand), Actor, ct),
            _ => await request.HandleAsync(new RequestSupplement(Code, SeenVersion, demand, Input.OverrideGround), Actor, ct),
        };
        return await AnswerAsync(Pointing(result), Act, ct);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        var proposal = Act == "yeu-cau-bo-sung" ? Sheet.Proposal : null;
        Input.Items = [.. Sheet.Content.Components.Select(c => new Item { Component = c.Key, What = proposal?.Items.FirstOrDefault(i => i.Component == c.Key)?.What })];
        Input.Items.Add(new Item { Component = "", What = proposal?.Items.FirstOrDefault(i => i.Component.Length == 0)?.What });
        (Input.Ground, Input.Text) = (proposal?.Ground, proposal?.Text);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        RespondOn = DateBoxes.From(proposal is { } p && p.RespondOn > today ? p.RespondOn : today.AddDays(15));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override Task ShowAsync(CancellationToken ct)
    {
        var d = Sheet.Dossier;
        NeedsOverride = Act == "yeu-cau-bo-sung" && (d.SupplementCount > 0 || ModelState.ContainsKey("Input.OverrideGround") || (d.AcceptedAt is { } at && clock.GetUtcNow() - at > TimeSpan.FromDays(3)));
        return Task.CompletedTask;
    }

    // The refusals name the law's facts; here they are told at the questions of this page
    private Result<DossierReceipt> Pointing(Result<DossierReceipt> result)
    {
        if (result.IsOk) return result;
        if (result.Problem.Field == "RespondBy")
        {
            ModelState.AddModelError(nameof(RespondOn), result.Problem.Title);
            return result.Problem with { Field = null, Title = result.Problem.Title };
        }

        return result;
    }
}
