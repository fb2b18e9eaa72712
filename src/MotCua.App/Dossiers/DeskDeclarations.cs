using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Forms;
using MotCua.Domain.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What was taken at the desk beside the applicant's facts.</summary>
/// <param name="Kept">How the declaration is kept.</param>
/// <param name="Answers">Answers typed into the procedure's form.</param>
/// <param name="ScanId">The scan of the paper declaration.</param>
/// <param name="Papers">Papers; those of way <c>store</c> name a file of <see cref="HeldPapers"/>.</param>
public sealed record DeskContent(DeskDeclaration Kept, FormAnswers Answers, Guid? ScanId, IReadOnlyList<GivenPaper> Papers)
{
    /// <summary>Nothing.</summary>
    public static readonly DeskContent Nothing = new(DeskDeclaration.None, FormAnswers.Empty, null, []);
}

/// <summary>Judges the declaration that an officer types with the same engine as the citizen's, and keeps what was brought.</summary>
public sealed class DeskDeclarations(MotCuaDb db, FilingCatalogue catalogue, HeldPapers held, FileStore files, GivenContent given, DossierReading reading, TimeProvider clock)
{
    /// <summary>What the answers are judged with: questions that the citizen's account answers are answered by the applicant's facts.</summary>
    public async Task<FormContext> ContextAsync(DeskApplicant applicant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(applicant);
        var places = await catalogue.PlacesAsync(ct);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AccountFields.FullName] = applicant.Name,
            [AccountFields.IdentityNumber] = applicant.Identity,
            [AccountFields.BirthDate] = applicant.BirthOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            [AccountFields.Phone] = applicant.Phone,
            [AccountFields.Email] = applicant.Email,
            [AccountFields.Address] = await AddressAsync(applicant, ct),
            [AccountFields.Commune] = places.Division(applicant.Commune) is { Level: "xa" } ? applicant.Commune : "",
            [AccountFields.Street] = applicant.Street,
        };
        return new FormContext(ProvinceTime.DateOf(clock.GetUtcNow()), fields, code => places.Division(code)?.Name ?? ReferenceLists.Shipped.DivisionName(code));
    }

    /// <summary>The applicant's address as people read it.</summary>
    public async Task<string> AddressAsync(DeskApplicant applicant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(applicant);
        var commune = (await catalogue.PlacesAsync(ct)).Division(applicant.Commune)?.Name ?? "";
        return string.Join(", ", new[] { applicant.Street.Trim(), commune }.Where(part => part.Length > 0));
    }

    /// <summary>True when the procedure has a declaration that must be typed or scanned before it is accepted.</summary>
    public static bool NeedsDeclaration(FiledProcedure procedure) => !procedure.IsFormGenerated || procedure.Content.Components.Any(c => c.IsForm);

    /// <summary>Papers and answers as they will be kept, with papers of the store copied; what is wrong with them otherwise.</summary>
    internal async Task<Result<SupplementContent>> PrepareAsync(FiledProcedure procedure, ReceiveAtDesk command, Actor actor, CancellationToken ct)
    {
        var content = command.Content;
        var isAccepted = command.Answer == DeskAnswer.Accept;
        var kept = content.Kept == DeskDeclaration.Scanned && content.ScanId is null ? DeskDeclaration.None : content.Kept;
        if (isAccepted && kept == DeskDeclaration.None && NeedsDeclaration(procedure)) return DossierProblems.NoDeclaration;
        string? answers = null;
        if (kept == DeskDeclaration.Typed)
        {
            var view = FormRun.Evaluate(procedure.Form, content.Answers, await ContextAsync(command.Applicant, ct));
            if (Blocking(view, isAccepted).Any()) return DossierProblems.AnswersIncomplete;
            answers = view.Values.ToJson();
            await catalogue.EnsureFormStoredAsync(procedure, ct);
        }

        var papers = new List<GivenPaper>();
        if (procedure.Content.Components.FirstOrDefault(c => c.IsForm) is { } declaration)
        {
            if (kept == DeskDeclaration.Typed) papers.Add(new GivenPaper(declaration.Key, declaration.Name, "form", null, "", false));
            if (kept == DeskDeclaration.Scanned) papers.Add(new GivenPaper(declaration.Key, declaration.Name, "paper", content.ScanId, "1 bản chính", true));
        }
        else if (kept == DeskDeclaration.Scanned)
        {
            papers.Add(new GivenPaper("to-khai", "Tờ khai giấy", "paper", content.ScanId, "1 bản chính", true));
        }

        var store = content.Papers.Any(p => p.Way == "store") ? await held.OfPersonAsync(command.Applicant.Identity, command.Applicant.Name, ct) : [];
        foreach (var paper in content.Papers)
        {
            if (paper.Way != "store")
            {
                papers.Add(paper);
                continue;
            }

            if (store.FirstOrDefault(h => h.FileId == paper.FileId) is not { } chosen) return DossierProblems.NotHeld;
            var copied = await CopyAsync(chosen, actor, ct);
            if (!copied.IsOk) return copied.Problem;
            papers.Add(paper with { FileId = copied.Value, PaperReason = "" });
        }

        return new SupplementContent(answers, answers is null ? Guid.Empty : procedure.FormVersionId, papers);
    }

    /// <summary>Errors that stop the desk: everything when it accepts; what cannot be read when it guides or refuses, for then the rest may be missing.</summary>
    public static IEnumerable<AnswerIssue> Blocking(FormView view, bool isAccepted)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Errors.Where(e => isAccepted || e.Code is not (AnswerCodes.Required or AnswerCodes.NotDeclared or AnswerCodes.TooFew or AnswerCodes.Check));
    }

    /// <summary>Ties what was prepared to the dossier.</summary>
    internal Task<Result<string>> KeepAsync(Dossier dossier, SupplementContent content, Actor actor, DateTimeOffset now, CancellationToken ct) => given.AddAsync(dossier, content, actor, now, ct);

    // Copied, so that the new dossier keeps what was given even when the earlier one is archived; the owner of the earlier one sees who took it
    private async Task<Result<Guid>> CopyAsync(HeldPaper paper, Actor actor, CancellationToken ct)
    {
        await using var content = files.Open(paper.FileId);
        if (content is null) return DocumentProblems.NotFound;
        var saved = await files.SaveAsync(new IncomingFile(content, $"{paper.Name} ({paper.DossierCode})", GivenContent.OwnerOf(actor), null, null), ct);
        if (!saved.IsOk) return saved.Problem;
        var source = await db.StoredFiles.Where(f => f.Id == paper.FileId).Select(f => f.DossierId).FirstOrDefaultAsync(ct);
        if (source is { } dossier) await reading.RecordAsync(dossier, actor, "reuse", ct);
        return saved.Value.Id;
    }
}
