using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Forms;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Reads and changes the drafts of their owners; nobody else sees them. Several devices may change one draft: each change is tried again on what the other left.</summary>
public sealed class DraftDesk(MotCuaDb db, FilingCatalogue catalogue, PersonalDataVault vault, FileStore files, TimeProvider clock)
{
    private const int Attempts = 12;

    /// <summary>The draft as its pages show it, or null when there is none of this person.</summary>
    public async Task<DraftSheet?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (AccountOf(actor) is not { } owner) return null;
        var found = await (from d in db.Drafts where d.Id == id && d.AccountId == owner join a in db.Accounts on d.AccountId equals a.Id select new { d, a }).AsNoTracking().FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var procedure = await catalogue.FindAsync(found.d.ProcedureCode, ct);
        if (procedure is null) return null;
        var form = await catalogue.FormAsync(found.d.FormVersionId, ct) ?? procedure.Form;
        var content = DraftContent.Read(vault.Unseal(found.d.AnswersCipher));
        var stored = await db.StoredFiles.AsNoTracking().Where(f => f.DraftId == id).OrderBy(f => f.Id).ToListAsync(ct);
        var places = await catalogue.PlacesAsync(ct);
        var demand = found.d.SupplementOf is { } dossierId ? await DemandAsync(dossierId, ct) : null;
        var context = Context(found.a, places, stored);
        return new DraftSheet(found.d, procedure, form, content, context, FormRun.Evaluate(form, content.Answers, context), Papers(procedure.Content, content, stored, demand), found.a)
        {
            About = FormRun.Evaluate(procedure.Questions, content.About, context),
            Unit = places.Unit(found.d.UnitKey),
            Demand = demand,
            Files = stored,
        };
    }

    /// <summary>Changes what a draft holds. Saved at once; tried again when another device saved meanwhile.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="actor">Its owner.</param>
    /// <param name="change">From what is saved to what shall be, or a refusal.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<DraftSheet>> ChangeAsync(Guid id, Actor actor, Func<DraftSheet, Result<DraftContent>> change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(id, actor, ct) is not { } sheet) return FilingProblems.NoDraft;
            if (sheet.Draft.DossierId is not null) return DossierProblems.AlreadySubmitted;
            var changed = change(sheet);
            if (!changed.IsOk) return changed.Problem;
            var (cipher, now, version) = (vault.Seal(changed.Value.ToJson()), clock.GetUtcNow(), sheet.Draft.Version);
            var saved = await db.Drafts.Where(d => d.Id == id && d.Version == version && d.DossierId == null)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.AnswersCipher, cipher).SetProperty(d => d.SavedAt, now).SetProperty(d => d.Version, version + 1), ct);
            if (saved == 1)
            {
                (sheet.Draft.AnswersCipher, sheet.Draft.SavedAt, sheet.Draft.Version) = (cipher, now, version + 1);
                return sheet with
                {
                    Content = changed.Value,
                    View = FormRun.Evaluate(sheet.Form, changed.Value.Answers, sheet.Context),
                    About = FormRun.Evaluate(sheet.Procedure.Questions, changed.Value.About, sheet.Context),
                    Papers = Papers(sheet.Procedure.Content, changed.Value, sheet.Files, sheet.Demand),
                };
            }
        }

        return FilingProblems.SavedElsewhere;
    }

    /// <summary>The account of an applicant for whom another files, or null.</summary>
    public Task<Guid?> ApplicantAsync(string name, string identity, CancellationToken ct) => ApplicantAccounts.FindAsync(db, vault, name, identity, ct);

    /// <summary>The account key of a citizen, or null for anybody else.</summary>
    public static Guid? AccountOf(Actor actor) => actor is { Kind: ActorKind.Citizen } && Guid.TryParse(actor.Id, out var id) ? id : null;

    /// <summary>How a person is written as the owner of a file.</summary>
    public static string OwnerOf(Guid account) => $"account:{account:N}";

    /// <summary>What the answers of an account are judged with.</summary>
    public FormContext Context(AccountRow account, FilingPlaces places, IReadOnlyList<StoredFileRow> stored)
    {
        ArgumentNullException.ThrowIfNull(account);
        var durable = stored.Where(files.IsDurable).Select(f => f.Id.ToString("N")).ToHashSet(StringComparer.Ordinal);
        return new FormContext(
            ProvinceTime.DateOf(clock.GetUtcNow()),
            Fields(account, places),
            code => places.FullName(code) ?? ReferenceLists.Shipped.DivisionName(code),
            durable.Contains);
    }

    /// <summary>The components of a draft, as far as the draft has to give them.</summary>
    public static IReadOnlyList<PaperSheet> Papers(ProcedureContent procedure, DraftContent content, IReadOnlyList<StoredFileRow> stored, DraftDemand? demand)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(content);
        var byId = stored.ToDictionary(f => f.Id);
        return [.. procedure.Components.Where(c => !c.IsForm && (demand is null || demand.Items.Any(i => i.Component == c.Key))).Select(c =>
        {
            var chosen = content.Paper(c.Key);
            var ask = string.Join(" ", demand?.Items.Where(i => i.Component == c.Key).Select(i => i.What) ?? []);
            return new PaperSheet(c, chosen, [.. chosen.Files.Where(byId.ContainsKey).Select(f => byId[f])], ask);
        })];
    }

    private Dictionary<string, string> Fields(AccountRow account, FilingPlaces places) => new(StringComparer.Ordinal)
    {
        [AccountFields.FullName] = account.FullName,
        [AccountFields.IdentityNumber] = vault.Unseal(account.IdentityCipher),
        [AccountFields.BirthDate] = account.BirthOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        [AccountFields.Sex] = account.Gender,
        [AccountFields.Phone] = account.Phone,
        [AccountFields.Email] = account.Email,
        [AccountFields.Address] = account.Address,
        [AccountFields.Commune] = places.Division(account.CommuneCode) is { Level: "xa" } commune ? commune.Code : "",
        [AccountFields.Street] = Street(account.Address, places.Division(account.CommuneCode)?.Name),
    };

    // "Tổ 1A, phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn" → "Tổ 1A": the commune is chosen from the list beside it.
    internal static string Street(string address, string? commune)
    {
        var at = string.IsNullOrEmpty(commune) ? -1 : address.IndexOf(", " + commune, StringComparison.OrdinalIgnoreCase);
        return at > 0 ? address[..at] : address;
    }

    private async Task<DraftDemand?> DemandAsync(Guid dossierId, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, ct);
        var request = await db.SupplementRequests.AsNoTracking().Where(r => r.DossierId == dossierId && r.AnsweredAt == null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        return dossier is null || request is null ? null : new DraftDemand(request, DraftDemand.ItemsOf(request), dossier.Code, dossier.Version);
    }
}
