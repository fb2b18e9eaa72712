using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Chủ hồ sơ and whoever sends it: different facts (NĐ 61/2018 Đ16).</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Row">The party; its dossier is set by whoever sends.</param>
public sealed record FilingParty(ApplicantKind Kind, DossierPartyRow Row)
{
    /// <summary>
    /// The party that the answers name: the account's holder for their own dossier, else the person or organisation for whom they file, with the mandate.
    /// </summary>
    public static FilingParty Of(FilingFacts facts, FormDefinition form, FormView view, AccountRow account, PersonalDataVault vault)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(account);
        var kind = facts.IsMine ? account.IsOrganisation ? ApplicantKind.Organisation : ApplicantKind.Person : facts.Whose == FilingQuestions.Organisation ? ApplicantKind.Organisation : ApplicantKind.Person;
        var name = facts.IsMine ? account.FullName : facts.Name;
        var identity = facts.IsMine ? vault.Unseal(account.IdentityCipher) : facts.Identity;
        var phone = facts.Phone.Length > 0 ? facts.Phone : From(form, view, AccountFields.Phone, account.Phone);
        return new FilingParty(kind, new DossierPartyRow
        {
            Name = name,
            NameFolded = SearchText.Fold(name),
            IdentityCipher = vault.Seal(identity),
            IdentityIndex = vault.Index(identity),
            Phone = phone,
            PhoneIndex = vault.Index(phone),
            Email = From(form, view, AccountFields.Email, account.Email),
            Address = facts.IsMine ? From(form, view, AccountFields.Address, account.Address) : facts.Address,
            BirthOn = facts.IsMine ? account.BirthOn : facts.BirthOn,
            SubmitterName = facts.IsMine ? "" : account.FullName,
            SubmitterIdentityCipher = facts.IsMine ? "" : vault.Seal(vault.Unseal(account.IdentityCipher)),
            MandateGround = facts.Ground,
            MandatePaper = facts.MandatePaper,
            HelperName = facts.HelperName,
        });
    }

    private static string From(FormDefinition form, FormView view, string field, string otherwise)
    {
        foreach (var page in view.Pages)
        {
            foreach (var question in page.Questions)
            {
                if (question.Question.From == field && question.Display.Length > 0) return question.Display;
            }
        }

        return otherwise;
    }
}

/// <summary>One paper of a draft on its way into a dossier.</summary>
/// <param name="ComponentKey">Component, or id of the file question.</param>
/// <param name="Name">Name.</param>
/// <param name="Way"><c>upload</c>, <c>store</c> or <c>paper</c>.</param>
/// <param name="PaperReason">Why on paper.</param>
/// <param name="FileId">File of an upload.</param>
public sealed record DraftPapers(string ComponentKey, string Name, string Way, string PaperReason, Guid? FileId)
{
    /// <summary>Key under which the paper of a mandate is kept: it is of the filing, not a component of the procedure.</summary>
    public const string MandateKey = "uy-quyen";

    /// <summary>Its name.</summary>
    public const string MandateName = "Giấy tờ ủy quyền, đại diện";

    /// <summary>One for each file, one for each component given on paper; components that are not needed leave nothing.</summary>
    public static IEnumerable<DraftPapers> Of(IReadOnlyList<PaperSheet> papers, FormDefinition form, FormView view)
    {
        foreach (var paper in papers)
        {
            switch (paper.Chosen.Way)
            {
                case PaperWays.Paper:
                    yield return new DraftPapers(paper.Component.Key, paper.Component.Name, PaperWays.Paper, paper.Chosen.Reason, null);
                    break;
                case PaperWays.Upload or PaperWays.Store:
                    foreach (var file in paper.Files) yield return new DraftPapers(paper.Component.Key, paper.Component.Name, paper.Chosen.Way, "", file.Id);
                    break;
                default:
                    break;
            }
        }

        foreach (var paper in Files(view)) yield return paper;
    }

    /// <summary>The paper of the mandate, when one was sent.</summary>
    public static IEnumerable<DraftPapers> Mandate(FormView about) => Files(about).Select(p => p with { ComponentKey = MandateKey, Name = MandateName });

    private static IEnumerable<DraftPapers> Files(FormView view)
    {
        foreach (var question in view.Pages.SelectMany(p => p.Questions).Where(q => q.Question.Kind == QuestionKind.File && q.Value is ListValue))
        {
            foreach (var item in ((ListValue)question.Value!).Items.OfType<TextValue>())
            {
                if (Guid.TryParse(item.Value, out var file)) yield return new DraftPapers(question.Question.Id, question.Question.Short.Vi, PaperWays.Upload, "", file);
            }
        }
    }
}
