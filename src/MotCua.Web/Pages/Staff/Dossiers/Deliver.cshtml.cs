using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Trả kết quả, with who took it.</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class DeliverModel(DossierSheets sheets, DeliverResultHandler deliver) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Way.</summary>
        public string? Way { get; set; }

        /// <summary><c>owner</c> or <c>other</c>.</summary>
        public string? To { get; set; }

        /// <summary>Name.</summary>
        public string? Recipient { get; set; }

        /// <summary>Authorisation.</summary>
        public string? Mandate { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Ways.</summary>
    public IReadOnlyList<Choice> Ways { get; } = [.. DeliveryDecision.Ways.Select(w => new Choice(w.Key, w.Value))];

    /// <summary>The applicant or another.</summary>
    public IReadOnlyList<Choice> Recipients { get; } = [new("owner", "Chủ hồ sơ"), new("other", "Người được ủy quyền")];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Deliver;

    /// <summary>Delivers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new DeliverResult(Code, SeenVersion, Input.Way ?? "", Input.Recipient ?? "", Input.To != "other", Input.Mandate ?? "");
        return await AnswerAsync(await deliver.HandleAsync(command, Actor, ct), "tra-ket-qua", ct);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        Input = new Typed { Way = Sheet.Dossier.Channel == Channel.Online ? "online" : "counter", To = "owner", Recipient = Sheet.People.Name };
        return Task.CompletedTask;
    }
}
