using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Forms;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Reads everything of a dossier for the case page, for whoever may read it; the read is recorded.</summary>
public sealed class DossierSheets(MotCuaDb db, Workbench bench, DossierClocks clocks, DossierReading reading, FilingCatalogue catalogue, PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>The sheet, or null when there is no such dossier for this person.</summary>
    /// <param name="code">Number or submission code.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="what">What is opened: <c>sheet</c> or <c>print</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DossierSheet?> FindAsync(string code, Actor actor, string what, CancellationToken ct)
    {
        var dossier = await bench.FindAsync(code, ct);
        if (dossier is null) return null;
        var rights = DossierAccess.Of(dossier, actor);
        if (!rights.MayRead) return null;
        await reading.RecordAsync(dossier.Id, actor, what, ct);

        var content = await bench.ContentAsync(dossier.ProcedureVersionId, ct);
        var procedure = await db.Procedures.AsNoTracking().Where(p => p.Code == dossier.ProcedureCode).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? dossier.ProcedureCode;
        var units = await db.Units.AsNoTracking().Where(u => u.Key == dossier.ReceivingUnit || u.Key == dossier.HandlingUnit || u.Key == dossier.Place || u.Key == dossier.StepUnit).ToDictionaryAsync(u => u.Key, ct);
        var events = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var steps = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.Id).ToListAsync(ct);
        var notes = await db.DossierNotes.AsNoTracking().Where(n => n.DossierId == dossier.Id).OrderByDescending(n => n.Id).ToListAsync(ct);
        var requests = await db.SupplementRequests.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.AskedAt).ToListAsync(ct);
        var results = await db.Results.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.Id).ToListAsync(ct);
        var deliveries = await db.Deliveries.AsNoTracking().Where(x => x.DossierId == dossier.Id).OrderBy(x => x.At).ToListAsync(ct);
        var reads = await db.DossierReads.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderByDescending(r => r.Id).Take(20).ToListAsync(ct);
        var route = await bench.RouteAsync(dossier, ct);
        var next = route.IsOk ? route.Value.Step(dossier.StepNumber + 1) : null;
        var names = await NamesAsync(
            [.. events.Select(e => e.ActorId), .. steps.Select(s => s.OfficerId ?? ""), .. notes.Select(n => n.AuthorId), .. reads.Select(r => r.OfficerId), .. results.SelectMany(r => new[] { r.DraftedBy, r.IssuedBy, r.StampedBy }), dossier.DecidedBy ?? "", .. requests.Select(r => r.OfficerId)], ct);
        string Unit(string key) => units.TryGetValue(key, out var u) ? u.Name : key;
        var place = units.GetValueOrDefault(dossier.Place);
        var read = events.ConvertAll(e => DossierChain.Read(e.Payload));

        return new DossierSheet
        {
            Dossier = dossier,
            Rights = rights,
            ProcedureName = procedure,
            Content = content,
            ReceivingUnit = Unit(dossier.ReceivingUnit),
            HandlingUnit = Unit(dossier.HandlingUnit),
            Place = Unit(dossier.Place),
            PlaceAddress = place?.Address ?? "",
            PlacePhone = place?.Phone ?? "",
            People = await PeopleAsync(dossier, read, names, ct),
            Clocks = await clocks.OfAsync(dossier, requests, ct),
            Answers = await AnswersAsync(dossier, ct),
            Components = await ComponentsAsync(dossier, content, ct),
            Route = route.IsOk ? route.Value.Steps : [],
            Steps = steps.ConvertAll(s => new StepSheet(s.Number, s.Name, DossierWords.Role(s.Role), Unit(s.UnitKey), Name(names, s.OfficerId), s.StartedAt, s.DueAt, s.EndedAt, s.Ending, (s.EndedAt ?? clock.GetUtcNow()) > s.DueAt)),
            Timeline = [.. events.Select((e, i) => new TimelineLine(e.Seq, e.At, DossierWords.Event(read[i]), Who(e, names), e.Hash)).Reverse()],
            Notes = [.. notes.Where(n => n.Text.Length > 0 && n.Kind != DraftResultHandler.TextKind && n.Kind != ProposeSupplementHandler.Kind).Select(n => new NoteSheet(n.Kind, n.Text, n.IsForApplicant, n.At, Name(names, n.AuthorId)))],
            Requests = requests.ConvertAll(r => new RequestSheet(r.Id, r.IsBeforeAcceptance, Items(r.Items), r.Ground, r.Text, r.AskedAt, r.RespondBy, r.AnsweredAt, Name(names, r.OfficerId))),
            Proposal = dossier is { State: DossierState.Processing, SupplementCount: 0 } ? Proposal(notes) : null,
            Results = results.ConvertAll(r => new ResultSheet(r.Id, r.Code, r.Title, r.State, r.FileId, r.VerifyToken, Name(names, r.DraftedBy), r.DraftedBy, Name(names, r.IssuedBy), r.IssuedAt, r.EndedAt,
                notes.FirstOrDefault(n => n.Id == r.Id)?.Text ?? "")
            {
                DocumentNumber = r.DocumentNumber is { } document ? new DocumentEntry(document, r.DocumentSymbol, 0).Printed() : "",
                StampedBy = Name(names, r.StampedBy),
            }),
            AfterDecision = route.IsOk ? route.Value.AfterDecision : null,
            DecidedBy = Name(names, dossier.DecidedBy),
            DecidedWithPapers = dossier.DecidedOutcome is null || read.OfType<DossierDecided>().LastOrDefault() is not { WithPapers: false },
            Deliveries = deliveries.ConvertAll(x => new DeliverySheet(x.Way, x.Recipient, x.Mandate, x.At)),
            Reads = reads.ConvertAll(r => new ReadSheet(Name(names, r.OfficerId), r.What, r.At)),
            Holder = Name(names, dossier.StepOfficerId),
            NextOfficers = next is null || !rights.May(DossierWork.HandOn) ? [] : await OfficersAsync(next.Role, next.Role == nameof(Role.DeskOfficer) ? dossier.Place : dossier.HandlingUnit, ct),
        };
    }

    private async Task<PeopleSheet> PeopleAsync(Dossier d, List<DossierEvent> events, Dictionary<string, string> names, CancellationToken ct)
    {
        var party = await db.DossierParties.AsNoTracking().FirstOrDefaultAsync(p => p.DossierId == d.Id, ct);
        var receiver = events.Select(e => e switch { DossierReceivedAtDesk x => x.OfficerId, DossierAccepted x => x.OfficerId, _ => null }).LastOrDefault(o => o is not null);
        var submitter = party?.SubmitterName ?? "";
        if (submitter.Length == 0 && d.SubmitterAccountId is { } account && d.SubmitterAccountId != d.ApplicantAccountId)
        {
            submitter = await db.Accounts.Where(a => a.Id == account).Select(a => a.FullName).FirstOrDefaultAsync(ct) ?? "";
        }

        var isSelf = submitter.Length == 0 || SearchText.Fold(submitter) == SearchText.Fold(party?.Name);
        return new PeopleSheet(
            party?.Name ?? "", Unsealed(party?.IdentityCipher), party?.Phone ?? "", party?.Email ?? "", party?.Address ?? "", isSelf ? party?.Name ?? "" : submitter, isSelf,
            party is { HelperName.Length: > 0 } ? $"{DossierWords.Assisted(d.AssistedBy)}: {party.HelperName}" : DossierWords.Assisted(d.AssistedBy), Name(names, receiver))
        {
            BirthOn = party?.BirthOn,
            SubmitterIdentity = isSelf ? "" : Unsealed(party?.SubmitterIdentityCipher),
            Mandate = isSelf || party is null ? "" : string.Join(". ", new[] { FilingQuestions.GroundText(party.MandateGround), party.MandatePaper }.Where(t => t.Length > 0)),
        };
    }

    private string Unsealed(string? cipher)
    {
        try
        {
            return vault.Unseal(cipher);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "(không mở được: khóa mã hóa đã thay đổi)";
        }
    }

    private async Task<IReadOnlyList<AnswerLine>> AnswersAsync(Dossier dossier, CancellationToken ct)
    {
        var row = await db.DossierAnswers.AsNoTracking().Where(a => a.DossierId == dossier.Id).OrderByDescending(a => a.Round).FirstOrDefaultAsync(ct);
        if (row is null || !FormAnswers.TryParse(Unsealed(row.AnswersCipher), out var answers, out _)) return [];
        var json = await db.FormVersions.Where(f => f.Id == row.FormVersionId).Select(f => f.Definition).FirstOrDefaultAsync(ct);
        var places = await catalogue.PlacesAsync(ct);
        return AnswerLines.Of(FormDefinition.Read(json, ReferenceLists.Shipped.Options).Definition, answers, code => places.FullName(code) ?? ReferenceLists.Shipped.DivisionName(code));
    }

    private async Task<IReadOnlyList<ComponentSheet>> ComponentsAsync(Dossier dossier, Catalogue.ProcedureContent content, CancellationToken ct)
    {
        var papers = await db.DossierDocuments.AsNoTracking().Where(x => x.DossierId == dossier.Id).OrderBy(x => x.Round).ThenBy(x => x.Id).ToListAsync(ct);
        var files = await db.StoredFiles.AsNoTracking().Where(f => f.DossierId == dossier.Id).ToDictionaryAsync(f => f.Id, ct);
        GivenPaperSheet Sheet(DossierDocumentRow x)
        {
            var file = x.FileId is { } id ? files.GetValueOrDefault(id) : null;
            return new GivenPaperSheet(x.Name, x.Way, x.PaperReason, file?.Id, file?.Name ?? "", file?.Size ?? 0, file?.Pages ?? 0, x.Round, x.IsDigitised);
        }

        var known = content.Components.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. content.Components.Select(c => new ComponentSheet(c.Key, c.Name, c.IsRequired, [.. papers.Where(p => p.ComponentKey == c.Key).Select(Sheet)])),
            .. papers.Where(p => !known.Contains(p.ComponentKey)).Select(p => new ComponentSheet(p.ComponentKey, p.Name, false, [Sheet(p)])),
        ];
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> OfficersAsync(string roleName, string unitKey, CancellationToken ct)
    {
        if (!Enum.TryParse<Role>(roleName, out var role)) return [];
        var on = ProvinceTime.DateOf(clock.GetUtcNow());
        var found = await db.Grants.AsNoTracking()
            .Where(g => g.Role == role && g.UnitKey == unitKey && g.RevokedAt == null && g.From <= on && (g.Until == null || g.Until > on))
            .Join(db.Officers.Where(o => o.IsActive), g => g.OfficerId, o => o.Id, (_, o) => new { o.Id, o.DisplayName, o.Title }).Distinct().Take(50).ToListAsync(ct);
        return [.. found.OrderBy(o => VietnameseOrder.Key(o.DisplayName), StringComparer.Ordinal).Select(o => new KeyValuePair<string, string>(o.Id.ToString("N"), o.Title.Length > 0 ? $"{o.DisplayName} ({o.Title})" : o.DisplayName))];
    }

    private async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        var keys = ids.Distinct().Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).ToList();
        return await db.Officers.AsNoTracking().Where(o => keys.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
    }

    private static string Name(Dictionary<string, string> names, string? id) =>
        string.IsNullOrEmpty(id) ? "" : Guid.TryParse(id, out var key) && names.TryGetValue(key.ToString("N"), out var name) ? name : "Cán bộ";

    private static string Who(DossierEventRow e, Dictionary<string, string> names) => (ActorKind)e.ActorKind switch
    {
        ActorKind.Citizen => "Người nộp",
        ActorKind.System => "Hệ thống",
        ActorKind.Public => "",
        _ => Name(names, e.ActorId),
    };

    private static List<AskedItem> Items(string json) => JsonSerializer.Deserialize<List<AskedItem>>(json, JsonSerializerOptions.Web) ?? [];

    private static SupplementDemand? Proposal(List<DossierNoteRow> notes) =>
        notes.FirstOrDefault(n => n.Kind == ProposeSupplementHandler.Kind) is { } note ? JsonSerializer.Deserialize<SupplementDemand>(note.Text, JsonSerializerOptions.Web) : null;
}
