using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.App.Accounts;
using MotCua.App.Catalogue;
using MotCua.App.Documents;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;

namespace MotCua.App.Dossiers;

/// <summary>One component in a draft.</summary>
/// <param name="Component">The component.</param>
/// <param name="Chosen">How it will be given.</param>
/// <param name="Files">Its files, in the order they came.</param>
/// <param name="Ask">What the officer asked of it, or empty.</param>
public sealed record PaperSheet(ProcedureComponent Component, DraftPaper Chosen, IReadOnlyList<StoredFileRow> Files, string Ask)
{
    /// <summary>True when nothing is missing.</summary>
    public bool IsDone => Chosen.Way switch
    {
        PaperWays.Upload or PaperWays.Store => Files.Count > 0,
        PaperWays.Paper => Chosen.Reason.Length > 0,
        PaperWays.NotNeeded => !Component.IsRequired,
        _ => !Component.IsRequired && Ask.Length == 0,
    };

    /// <summary>How far it is, for the task list.</summary>
    public PageProgress Progress => Chosen.Way.Length == 0 ? PageProgress.NotStarted : IsDone ? PageProgress.Done : PageProgress.InProgress;
}

/// <summary>The demand that a draft answers.</summary>
/// <param name="Request">The paper (Mẫu 02).</param>
/// <param name="Items">What is asked.</param>
/// <param name="Code">The dossier's number or submission code.</param>
/// <param name="SeenVersion">The dossier's version.</param>
public sealed record DraftDemand(SupplementRequestRow Request, IReadOnlyList<AskedItem> Items, string Code, int SeenVersion)
{
    /// <summary>What a request asks, as stored.</summary>
    public static IReadOnlyList<AskedItem> ItemsOf(SupplementRequestRow request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return JsonSerializer.Deserialize<List<AskedItem>>(request.Items, JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>The form that a page of a draft belongs to, with its answers as judged.</summary>
/// <param name="Form">The form.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="View">As judged.</param>
public sealed record DraftPart(FormDefinition Form, FormAnswers Answers, FormView View);

/// <summary>Everything that the pages of a draft show.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Procedure">The procedure.</param>
/// <param name="Form">The draft's form.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Context">What the answers are judged with.</param>
/// <param name="View">The answers as judged.</param>
/// <param name="Papers">Components that are not the declaration itself.</param>
/// <param name="Account">The owner's account.</param>
public sealed record DraftSheet(
    DraftRow Draft, FiledProcedure Procedure, FormDefinition Form, DraftContent Content, FormContext Context, FormView View, IReadOnlyList<PaperSheet> Papers, AccountRow Account)
{
    /// <summary>Where it goes.</summary>
    public UnitRow? Unit { get; init; }

    /// <summary>The demand that it answers, or null for a new filing.</summary>
    public DraftDemand? Demand { get; init; }

    /// <summary>Files of the draft.</summary>
    public IReadOnlyList<StoredFileRow> Files { get; init; } = [];

    /// <summary>What is asked of every filing, as judged: whose it is, who helps, which case.</summary>
    public required FormView About { get; init; }

    /// <summary>What those answers say.</summary>
    public FilingFacts Facts => FilingFacts.Of(About);

    /// <summary>True when the declaration names another applicant than the answers of whose dossier it is.</summary>
    public bool IsContradicted => Demand is null && HasForm && Facts.Contradicts(View);

    /// <summary>True when the page is one of those asked of every filing.</summary>
    public bool IsAbout(string pageId) => Demand is null && Procedure.Questions.Page(pageId) is not null;

    /// <summary>The form that a page belongs to.</summary>
    public DraftPart PartOf(string pageId) => IsAbout(pageId) ? new DraftPart(Procedure.Questions, Content.About, About) : new DraftPart(Form, Content.Answers, View);

    /// <summary>False for an answer to a demand on a dossier that has no e-form: then only papers are given.</summary>
    public bool HasForm => Draft.FormVersionId != Guid.Empty;

    /// <summary>True when nothing is missing and it may be sent.</summary>
    public bool IsReady => (View.Valid || !HasForm) && (Demand is not null || About.Valid) && !IsContradicted && Papers.All(p => p.IsDone) && Draft.UnitKey.Length > 0;

    /// <summary>Digest of what is saved of one page: a save elsewhere meanwhile changes it.</summary>
    public string Seen(string pageId) => SeenOf(PartOf(pageId).Form, PartOf(pageId).Answers, pageId);

    /// <summary>Digest of the answers of one page.</summary>
    public static string SeenOf(FormDefinition form, FormAnswers answers, string pageId)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var values = form.Page(pageId)?.Questions.Where(q => answers.Values.ContainsKey(q.Id)).ToDictionary(q => q.Id, q => answers.Values[q.Id], StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new FormAnswers(values ?? []).ToJson())).AsSpan(0, 8));
    }
}
