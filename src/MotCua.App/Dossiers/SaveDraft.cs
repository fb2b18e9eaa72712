using MotCua.App.Documents;
using MotCua.Domain.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Keeps what was typed on one page of a draft, finished or not.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="PageId">The page of the form.</param>
/// <param name="Posted">Fields as posted.</param>
/// <param name="Seen">Digest of what was saved of the page when it was shown; null = keep whatever happened meanwhile.</param>
/// <param name="AddRowTo">Group to which an empty row is added, or null.</param>
/// <param name="RemoveRow">Row to remove, such as <c>con[1]</c>, or null.</param>
public sealed record SaveDraft(Guid DraftId, string PageId, IReadOnlyDictionary<string, IReadOnlyList<string>> Posted, string? Seen, string? AddRowTo = null, string? RemoveRow = null);

/// <summary>Saves a page. When another device saved the same page otherwise meanwhile, nothing is overwritten: the refusal lets the page show both.</summary>
public sealed class SaveDraftHandler(DraftDesk desk)
{
    /// <summary>The draft after the save, or why not.</summary>
    public Task<Result<DraftSheet>> HandleAsync(SaveDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        return desk.ChangeAsync(command.DraftId, actor, sheet => Merge(command, sheet), ct);
    }

    private static Result<DraftContent> Merge(SaveDraft command, DraftSheet sheet)
    {
        var part = sheet.PartOf(command.PageId);
        if (part.View.Page(command.PageId) is not { } page) return FilingProblems.NoSuchPart;
        var answers = FormInput.Merge(part.Answers, page, command.Posted);
        if (command.Seen is { Length: > 0 } seen && seen != sheet.Seen(command.PageId) && sheet.Seen(command.PageId) != DraftSheet.SeenOf(part.Form, answers, command.PageId))
        {
            return FilingProblems.SavedElsewhere;
        }

        if (command.AddRowTo is { } group && page.Page.Questions.Any(q => q.Id == group && q.Kind == QuestionKind.Group)) answers = answers.WithRowAdded(group);
        if (command.RemoveRow is { } row && AnswerPath.TryParse(row, out var place) && place is { Row: { } number, Child: null }) answers = answers.WithRowRemoved(place.Question, number);
        return sheet.IsAbout(command.PageId) ? Carried(sheet, answers) : sheet.Content with { Answers = answers };
    }

    // Whose dossier it is also fills in what the procedure's own declaration asks in its own words
    private static DraftContent Carried(DraftSheet sheet, FormAnswers about)
    {
        var facts = FilingFacts.Of(FormRun.Evaluate(sheet.Procedure.Questions, about, sheet.Context));
        var account = sheet.Context.Account;
        var answers = facts.CarryInto(sheet.Form, sheet.Content.Answers, account?.GetValueOrDefault(AccountFields.FullName) ?? "", account?.GetValueOrDefault(AccountFields.IdentityNumber) ?? "");
        return sheet.Content with { Answers = answers, About = about };
    }
}

/// <summary>Chooses how a component will be given.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="ComponentKey">The component.</param>
/// <param name="Way">One of <see cref="PaperWays"/>.</param>
/// <param name="Reason">Why on paper.</param>
public sealed record ChoosePaperWay(Guid DraftId, string ComponentKey, string Way, string Reason);

/// <summary>Keeps the way; files already sent stay until they are removed.</summary>
public sealed class ChoosePaperWayHandler(DraftDesk desk)
{
    /// <summary>The draft after the choice, or what is missing.</summary>
    public Task<Result<DraftSheet>> HandleAsync(ChoosePaperWay command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var reason = command.Reason.Trim();
        return desk.ChangeAsync(command.DraftId, actor, sheet =>
        {
            if (sheet.Papers.FirstOrDefault(p => p.Component.Key == command.ComponentKey) is not { } paper) return FilingProblems.NoSuchPart;
            if (command.Way is not (PaperWays.Upload or PaperWays.Paper or PaperWays.NotNeeded) || (command.Way == PaperWays.NotNeeded && paper.Component.IsRequired)) return FilingProblems.NoWay;
            if (reason.Length > 300) return FilingProblems.LongPaperReason;
            if (command.Way == PaperWays.Paper && reason.Length == 0) return FilingProblems.NoPaperReason;
            return sheet.Content.With(command.ComponentKey, paper.Chosen with { Way = command.Way, Reason = command.Way == PaperWays.Paper ? reason : paper.Chosen.Reason });
        }, ct);
    }
}

/// <summary>A file for a component, or for a file question of the form.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Part">Component key, or id of a question of kind file.</param>
/// <param name="Content">Bytes.</param>
/// <param name="Name">Name as given.</param>
public sealed record AddDraftFile(Guid DraftId, string Part, Stream Content, string Name);

/// <summary>Makes a file durable and ties it to its part of the draft.</summary>
public sealed class AddDraftFileHandler(DraftDesk desk, FileStore files)
{
    /// <summary>Files of one draft.</summary>
    public const int MostFiles = 40;

    /// <summary>The draft with the file, or what is wrong with the file.</summary>
    public async Task<Result<DraftSheet>> HandleAsync(AddDraftFile command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner || await desk.FindAsync(command.DraftId, actor, ct) is not { } before) return FilingProblems.NoDraft;
        if (before.Draft.DossierId is not null) return DossierProblems.AlreadySubmitted;
        if (!HasPart(before, command.Part)) return FilingProblems.NoSuchPart;
        if (before.Files.Count >= MostFiles) return DocumentProblems.TooMany;
        var saved = await files.SaveAsync(new IncomingFile(command.Content, command.Name, DraftDesk.OwnerOf(owner), command.DraftId, null), ct);
        if (!saved.IsOk) return saved.Problem;
        var changed = await desk.ChangeAsync(command.DraftId, actor, sheet => With(sheet, command.Part, saved.Value.Id), ct);
        if (!changed.IsOk) await files.RemoveFromDraftAsync(saved.Value.Id, command.DraftId, DraftDesk.OwnerOf(owner), ct);
        return changed;
    }

    internal static bool HasPart(DraftSheet sheet, string part) =>
        sheet.Papers.Any(p => p.Component.Key == part) || QuestionOf(sheet, part) is { Kind: QuestionKind.File };

    // Ids of questions asked of every filing are their own
    private static FormQuestion? QuestionOf(DraftSheet sheet, string part) => sheet.Form.Question(part) ?? (sheet.Demand is null ? sheet.Procedure.Questions.Question(part) : null);

    internal static DraftContent WithFiles(DraftSheet sheet, string part, Func<IReadOnlyList<FormValue>, IReadOnlyList<FormValue>> change)
    {
        var isAbout = sheet.Form.Question(part) is null;
        var answers = isAbout ? sheet.Content.About : sheet.Content.Answers;
        var files = change(answers.Get(part) is ListValue kept ? kept.Items : []);
        answers = answers.With(part, files.Count == 0 ? null : new ListValue(files));
        return isAbout ? sheet.Content with { About = answers } : sheet.Content with { Answers = answers };
    }

    private static Result<DraftContent> With(DraftSheet sheet, string part, Guid file)
    {
        if (sheet.Papers.FirstOrDefault(p => p.Component.Key == part) is { } paper)
        {
            return sheet.Content.With(part, paper.Chosen with { Way = PaperWays.Upload, Files = [.. paper.Chosen.Files, file] });
        }

        return WithFiles(sheet, part, files => [.. files, new TextValue(file.ToString("N"))]);
    }
}

/// <summary>Takes a file away from a draft.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Part">Component key, or id of a question of kind file.</param>
/// <param name="FileId">The file.</param>
public sealed record RemoveDraftFile(Guid DraftId, string Part, Guid FileId);

/// <summary>Removes the file from the draft, then from the store.</summary>
public sealed class RemoveDraftFileHandler(DraftDesk desk, FileStore files)
{
    /// <summary>The draft without the file, or that there is none.</summary>
    public async Task<Result<DraftSheet>> HandleAsync(RemoveDraftFile command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner) return FilingProblems.NoDraft;
        var changed = await desk.ChangeAsync(command.DraftId, actor, sheet => Without(sheet, command.Part, command.FileId), ct);
        if (changed.IsOk) await files.RemoveFromDraftAsync(command.FileId, command.DraftId, DraftDesk.OwnerOf(owner), ct);
        return changed;
    }

    private static Result<DraftContent> Without(DraftSheet sheet, string part, Guid file)
    {
        if (!AddDraftFileHandler.HasPart(sheet, part)) return FilingProblems.NoSuchPart;
        if (sheet.Papers.FirstOrDefault(p => p.Component.Key == part) is { } paper)
        {
            return sheet.Content.With(part, paper.Chosen with { Files = [.. paper.Chosen.Files.Where(f => f != file)] });
        }

        var name = file.ToString("N");
        return AddDraftFileHandler.WithFiles(sheet, part, files => [.. files.Where(i => i is not TextValue t || t.Value != name)]);
    }
}
