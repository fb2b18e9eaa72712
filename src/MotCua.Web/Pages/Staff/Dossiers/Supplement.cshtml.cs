using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>What the applicant brings to the desk after a guidance or a supplement request.</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class SupplementModel(DossierSheets sheets, FileStore files, ReceiveSupplementHandler receive, SendAgainHandler sendAgain) : ActPage(sheets)
{
    /// <summary>Papers brought.</summary>
    [BindProperty]
    public List<PaperInput> Papers { get; set; } = [];

    /// <inheritdoc />
    protected override DossierWork Work => Sheet.Dossier.IsAccepted ? DossierWork.ReceiveSupplement : DossierWork.SendAgain;

    /// <summary>Name of a component.</summary>
    public string ComponentName(string key) => key.Length == 0 ? "Nội dung khác" : PaperNames.Title(Sheet.Content.Components.FirstOrDefault(c => c.Key == key)?.Name ?? key);

    /// <summary>Records what was brought.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PaperInput.StoreAsync(Papers, files, Actor, ModelState, ct);
        if (!ModelState.IsValid) return await AgainAsync(ct);
        if (await AgainAsync(ct) is NotFoundResult missing) return missing;
        Response.StatusCode = StatusCodes.Status200OK;
        var content = new SupplementContent(null, Guid.Empty, [.. Papers.Where(p => p.IsGiven).Select(p => p.ToPaper())]);
        var result = Sheet.Dossier.IsAccepted
            ? await receive.HandleAsync(new ReceiveSupplement(Code, SeenVersion, content), Actor, ct)
            : await sendAgain.HandleAsync(new SendAgain(Code, SeenVersion, content), Actor, ct);
        return await AnswerAsync(result, "nhan-bo-sung", ct, "");
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        var asked = Sheet.OpenRequest?.Items.Select(i => i.Component).ToHashSet(StringComparer.Ordinal) ?? [];
        var components = Sheet.Content.Components.Where(c => asked.Count == 0 || asked.Contains(c.Key) || asked.Contains(""));
        Papers = [.. components.Select(c => new PaperInput { Component = c.Key, Name = c.Name, IsRequired = c.IsRequired })];
        return Task.CompletedTask;
    }
}
