using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.Web;
using MotCua.Web.Security;

namespace MotCua.Bench;

/// <summary>Somebody with a draft ready to be sent.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Request">The whole POST of the check page.</param>
internal sealed record Person(Guid Draft, byte[] Request);

/// <summary>
/// People who ask for the certificate of marital status (1.004873): each has an account, a session and a draft with true answers and one
/// uploaded paper, made as the portal makes them.
/// </summary>
internal sealed class SubmitTown
{
    private const string Procedure = "1.004873";
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly BenchPortal _portal;
    private readonly AccountRow _account;
    private readonly DraftRow _draft;
    private readonly DraftContent _content;
    private readonly StoredFileRow _file;

    private SubmitTown(BenchPortal portal, AccountRow account, DraftRow draft, DraftContent content, StoredFileRow file) =>
        (_portal, _account, _draft, _content, _file) = (portal, account, draft, content, file);

    public static async Task<SubmitTown> BuildAsync(BenchPortal portal)
    {
        var begun = await portal.InScopeAsync(async s => (await s.GetRequiredService<SignInCitizenHandler>().HandleAsync(new SignInCitizen(Identity, ""), Actor.Stranger, default)).Value);
        var actor = new Actor(ActorKind.Citizen, begun.HolderId.ToString("N"), Identity.FullName, []);
        var sheet = await portal.InScopeAsync(async s =>
        {
            var procedure = await s.GetRequiredService<FilingCatalogue>().FindAsync(Procedure, default);
            var draft = (await s.GetRequiredService<StartDraftHandler>().HandleAsync(new StartDraft(Procedure, procedure!.OpenUnits.Order(StringComparer.Ordinal).First(), "01834"), actor, default)).Value;
            var desk = s.GetRequiredService<DraftDesk>();
            var typed = await File.ReadAllTextAsync(Path.Combine(MotCua.Dev.Shell.Root, "tests", "MotCua.Domain.Tests", "Forms", "Samples", Procedure + ".json"));
            if (!FormAnswers.TryParse(typed, out var answers, out var error)) throw new InvalidOperationException(error);
            await desk.ChangeAsync(draft, actor, d => d.Content with
            {
                Answers = answers,
                About = FormAnswers.Empty.With("ai_cua_ai", new TextValue(FilingQuestions.Mine)).With("ai_giup", new TextValue("tu_lam")).With("ai_truong_hop", new TextValue(FilingQuestions.CaseUnknown)),
            }, default);
            var found = (await desk.FindAsync(draft, actor, default))!;
            foreach (var paper in found.Papers.Skip(1).Where(p => p.Component.IsRequired))
            {
                await s.GetRequiredService<ChoosePaperWayHandler>().HandleAsync(new ChoosePaperWay(draft, paper.Component.Key, PaperWays.Paper, "Bản chính, nộp tại quầy"), actor, default);
            }

            var uploaded = await s.GetRequiredService<AddDraftFileHandler>().HandleAsync(new AddDraftFile(draft, found.Papers[0].Component.Key, new MemoryStream(Png), "giay.png"), actor, default);
            return uploaded.IsOk ? (await desk.FindAsync(draft, actor, default))! : throw new InvalidOperationException(uploaded.Problem.Title);
        });
        if (!sheet.IsReady) throw new InvalidOperationException("The draft is not ready: " + string.Join("; ", sheet.View.Errors.Select(e => $"{e.Question}: {e.Message}")));
        return new SubmitTown(portal, sheet.Account, sheet.Draft, sheet.Content, sheet.Files[0]);
    }

    /// <summary>Makes people; each is another person, so that nothing is remembered of the last.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(int count)
    {
        var people = new List<Person>(count);
        var folder = _portal.Services.GetRequiredService<FileStoreOptions>().Folder;
        foreach (var some in Enumerable.Range(0, count).Chunk(200))
        {
            await _portal.InScopeAsync(async s =>
            {
                var vault = s.GetRequiredService<PersonalDataVault>();
                var rows = new List<object>(some.Length * 4);
                foreach (var _ in some)
                {
                    var now = TimeProvider.System.GetUtcNow();
                    var (account, session, draft, file) = (Ids.NewGuid(now), Guid.NewGuid(), Ids.NewGuid(now), Ids.NewGuid(now));
                    var name = file.ToString("N");
                    var path = Path.Combine(folder, name[^2..], name);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    await File.WriteAllBytesAsync(path, Png);
                    var papers = _content.Papers.ToDictionary(p => p.Key, p => p.Value.Files.Count == 0 ? p.Value : p.Value with { Files = [file] });
                    rows.Add(new AccountRow
                    {
                        Id = account,
                        Issuer = _account.Issuer,
                        Subject = account.ToString("N"),
                        AssuranceLevel = _account.AssuranceLevel,
                        FullName = _account.FullName,
                        IdentityCipher = _account.IdentityCipher,
                        IdentityIndex = _account.IdentityIndex,
                        BirthOn = _account.BirthOn,
                        Gender = _account.Gender,
                        Phone = _account.Phone,
                        Email = _account.Email,
                        Address = _account.Address,
                        CommuneCode = _account.CommuneCode,
                        CreatedAt = now,
                        LastSignInAt = now,
                    });
                    rows.Add(new SessionRow { Id = session, HolderId = account.ToString("N"), StartedAt = now, LastSeenAt = now });
                    rows.Add(new DraftRow
                    {
                        Id = draft,
                        AccountId = account,
                        ProcedureCode = Procedure,
                        UnitKey = _draft.UnitKey,
                        FormVersionId = _draft.FormVersionId,
                        AnswersCipher = vault.Seal((_content with { Papers = papers }).ToJson()),
                        Version = _draft.Version,
                        CreatedAt = now,
                        SavedAt = now,
                    });
                    rows.Add(new StoredFileRow { Id = file, Owner = DraftDesk.OwnerOf(account), DraftId = draft, Name = _file.Name, MediaType = _file.MediaType, Size = Png.Length, Sha256 = _file.Sha256, Pages = 1, StoredAt = now });
                    var begun = new SessionBegun(session, account, "");
                    var (cookie, field) = _portal.Antiforgery(begun, Schemes.Citizen);
                    people.Add(new Person(draft, RawClient.Post(Links.DraftCheck(draft), $"{_portal.Cookie(begun, Schemes.Citizen)}; {cookie}", $"seen={_draft.Version}&{field}")));
                }

                await s.GetRequiredService<RowWriter>().WriteAsync(rows, [], default);
                return 0;
            });
        }

        return people;
    }

    private static readonly CitizenIdentity Identity = new()
    {
        Issuer = "https://id.example",
        Subject = "bench",
        AssuranceLevel = "LoA2",
        FullName = "Lò Văn Páo",
        IdentityNumber = "006090001234",
        BirthOn = new DateOnly(1990, 8, 27),
        Gender = "nam",
        Phone = "0912345678",
        Email = "pao@example.vn",
        Address = "Thôn Nà Chả, xã Cao Thượng",
        CommuneCode = "01834",
        IsOrganisation = false,
    };
}
