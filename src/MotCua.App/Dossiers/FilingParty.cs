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
    /// <summary>The party that the answers name; the account's holder when they name nobody else.</summary>
    public static FilingParty Of(FormDefinition form, FormView view, AccountRow account, PersonalDataVault vault)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(account);
        var standing = Text(view, "tu_cach");
        var (kind, name, identity) = standing switch
        {
            "nguoi_khac" => (ApplicantKind.Person, Text(view, "nguoi_khac_ho_ten"), Text(view, "nguoi_khac_so_dinh_danh")),
            "to_chuc" => (ApplicantKind.Organisation, Text(view, "to_chuc_ten"), Text(view, "to_chuc_ma_so")),
            _ when IsForAnother(view) is { } other => (ApplicantKind.Person, other.Name, other.Identity),
            _ => (account.IsOrganisation ? ApplicantKind.Organisation : ApplicantKind.Person, account.FullName, vault.Unseal(account.IdentityCipher)),
        };
        var phone = From(form, view, AccountFields.Phone, account.Phone);
        return new FilingParty(kind, new DossierPartyRow
        {
            Name = name,
            NameFolded = SearchText.Fold(name),
            IdentityCipher = vault.Seal(identity),
            IdentityIndex = vault.Index(identity),
            Phone = phone,
            PhoneIndex = vault.Index(phone),
            Email = From(form, view, AccountFields.Email, account.Email),
            Address = From(form, view, AccountFields.Address, account.Address),
            SubmitterName = name == account.FullName ? "" : account.FullName,
        });
    }

    // Forms whose declared person (chủ hộ kinh doanh, chủ đầu tư, người được cấp phiếu) need not be the one who files: the declared person is the applicant.
    private static (string Name, string Identity)? IsForAnother(FormView view)
    {
        var prefix = view.Values.Get("tu_nop") is BoolValue { Value: false }
            ? new[] { "ch_", "cdt_" }.FirstOrDefault(p => Text(view, p + "ho_ten").Length > 0)
            : Text(view, "tu_cach") is "cha_me_con" or "uy_quyen" or "chua_thanh_nien" ? "nd_" : null;
        return prefix is not null && Text(view, prefix + "ho_ten") is { Length: > 0 } name ? (name, Text(view, prefix + "so_giay_to")) : null;
    }

    private static string Text(FormView view, string question) => (view.Values.Get(question) as TextValue)?.Value ?? "";

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

        foreach (var question in view.Pages.SelectMany(p => p.Questions).Where(q => q.Question.Kind == QuestionKind.File && q.Value is ListValue))
        {
            foreach (var item in ((ListValue)question.Value!).Items.OfType<TextValue>())
            {
                if (Guid.TryParse(item.Value, out var file)) yield return new DraftPapers(question.Question.Id, question.Question.Short.Vi, PaperWays.Upload, "", file);
            }
        }
    }
}
