using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Dự thảo kết quả: from the template, or a PDF made elsewhere.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class DraftModel(DossierSheets sheets, FileStore files, DraftResultHandler draft) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Title.</summary>
        public string? Title { get; set; }

        /// <summary>Body.</summary>
        public string? Text { get; set; }

        /// <summary>A file that is already durable.</summary>
        public Guid? FileId { get; set; }

        /// <summary>Its name.</summary>
        public string? FileName { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>A PDF made elsewhere.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.DraftResult;

    /// <summary>Keeps the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is { Length: > 0 })
        {
            await using var content = Upload.OpenReadStream();
            var stored = await files.SaveAsync(new IncomingFile(content, Upload.FileName, GivenContent.OwnerOf(Actor), null, null), ct);
            if (!stored.IsOk || stored.Value.MediaType != "application/pdf")
            {
                ModelState.AddModelError(nameof(Upload), stored.IsOk ? "Kết quả phải là tệp PDF. Xuất văn bản ra PDF rồi chọn lại." : stored.Problem.Title);
                return await AgainAsync(ct);
            }

            (Input.FileId, Input.FileName) = (stored.Value.Id, stored.Value.Name);
            ModelState.Remove("Input.FileId");
            ModelState.Remove("Input.FileName");
        }

        var command = new DraftResult(Code, SeenVersion, Input.Title ?? "", Input.FileId is null ? Input.Text : null, Input.FileId);
        return await AnswerAsync(await draft.HandleAsync(command, Actor, ct), "du-thao", ct);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        var s = Sheet;
        Input.Title = s.Content.Results.Count > 0 ? s.Content.Results[0] : s.ProcedureName;
        var identity = s.People.Identity.Length > 0 ? $", số định danh {s.People.Identity}" : "";
        var address = s.People.Address.Length > 0 ? $", địa chỉ {s.People.Address}" : "";
        Input.Text = $"Căn cứ hồ sơ số {s.Dossier.Code} về thủ tục «{s.ProcedureName}»;\nXét đề nghị của {s.People.Name}{identity}{address},\n{s.HandlingUnit} xác nhận: ";
        return Task.CompletedTask;
    }
}
