using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.App.Dossiers;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>A component as the desk takes it: numbers of originals and copies, and a scan (NĐ 61/2018 Đ17 k1).</summary>
public sealed class PaperInput
{
    /// <summary>Key of the component.</summary>
    public string Component { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>False when "nếu có".</summary>
    public bool IsRequired { get; set; }

    /// <summary>Bản chính, as typed.</summary>
    public string? Originals { get; set; }

    /// <summary>Bản sao chứng thực, as typed.</summary>
    public string? Certified { get; set; }

    /// <summary>Bản chụp, as typed.</summary>
    public string? Copies { get; set; }

    /// <summary>The scan.</summary>
    public IFormFile? Scan { get; set; }

    /// <summary>A scan that is already durable.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Its name.</summary>
    public string? FileName { get; set; }

    /// <summary>File of a paper that the applicant already has here, chosen instead of asking for it (NĐ 61/2018 Đ5 k1 i).</summary>
    public Guid? HeldId { get; set; }

    /// <summary>True when anything was taken.</summary>
    public bool IsGiven => FileId is not null || HeldId is not null || Counts.Length > 0;

    /// <summary>What was taken, in words: «1 bản chính, 2 bản chụp».</summary>
    public string Counts => string.Join(", ", new[] { (Originals, "bản chính"), (Certified, "bản sao chứng thực"), (Copies, "bản chụp") }
        .Select(c => (Count: Number(c.Item1), c.Item2)).Where(c => c.Count > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Count} {c.Item2}")));

    /// <summary>The paper for the command.</summary>
    public GivenPaper ToPaper() => HeldId is not null && FileId is null && Counts.Length == 0 ? new(Component, Name, "store", HeldId, "", false) : new(Component, Name, FileId is null ? "paper" : Counts.Length > 0 ? "paper" : "upload", FileId, Counts, FileId is not null);

    /// <summary>Makes the chosen scans durable, so that nothing chosen is lost when the page is shown again.</summary>
    public static async Task StoreAsync(List<PaperInput> papers, FileStore files, Actor actor, ModelStateDictionary errors, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(papers);
        for (var i = 0; i < papers.Count; i++)
        {
            var paper = papers[i];
            foreach (var (count, field) in new[] { (paper.Originals, "Originals"), (paper.Certified, "Certified"), (paper.Copies, "Copies") })
            {
                if (Number(count) < 0) errors.AddModelError($"Papers[{i}].{field}", $"{paper.Name}: nhập số bản bằng chữ số từ 0 đến 99");
            }

            if (paper.Scan is not { Length: > 0 } scan) continue;
            await using var content = scan.OpenReadStream();
            var stored = await files.SaveAsync(new IncomingFile(content, scan.FileName, GivenContent.OwnerOf(actor), null, null), ct);
            if (stored.IsOk)
            {
                (paper.FileId, paper.FileName) = (stored.Value.Id, stored.Value.Name);
                errors.Remove($"Papers[{i}].FileId");
                errors.Remove($"Papers[{i}].FileName");
            }
            else
            {
                errors.AddModelError($"Papers[{i}].Scan", stored.Problem.Title);
            }
        }
    }

    private static int Number(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 99 ? n : -1;
}
