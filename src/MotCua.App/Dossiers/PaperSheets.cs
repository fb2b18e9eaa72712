using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Reads a dossier for its printed forms: officers who may read it, and its owner. A print by an officer is recorded.</summary>
public sealed partial class PaperSheets(MotCuaDb db, Workbench bench, DossierReading reading, PersonalDataVault vault, LogRoots roots, TimeProvider clock)
{
    /// <summary>The form, or null when there is no such dossier for this person or the dossier has no such form.</summary>
    /// <param name="code">Number or submission code.</param>
    /// <param name="form">Which form; Mẫu 05 is for officers only.</param>
    /// <param name="ordinal">Which demand, for Mẫu 02; null = the last.</param>
    /// <param name="actor">Who prints.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PrintedForm?> FindAsync(string code, PaperForm form, int? ordinal, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var dossier = await bench.FindAsync(code, ct);
        if (dossier is null || !DossierAccess.Of(dossier, actor).MayRead || !PrintedForm.FormsOf(dossier).Contains(form)) return null;
        if (form == PaperForm.Control && actor.Kind == ActorKind.Citizen) return null;
        var content = await bench.ContentAsync(dossier.ProcedureVersionId, ct);
        var rows = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var events = rows.ConvertAll(r => (r.At, Event: DossierChain.Read(r.Payload)));
        var officers = await db.Officers.AsNoTracking().Where(o => db.DossierEvents.Any(e => e.DossierId == dossier.Id && e.ActorKind == (int)ActorKind.Officer)).Select(o => new { o.Id, o.DisplayName, o.Title }).ToListAsync(ct);
        var people = officers.ToDictionary(o => o.Id.ToString("N"), o => new PaperOfficer(o.DisplayName, o.Title), StringComparer.Ordinal);
        PaperOfficer Officer(string? id) => id is not null && Guid.TryParse(id, out var key) && people.TryGetValue(key.ToString("N"), out var found) ? found : new PaperOfficer("", "");

        var units = await db.Units.AsNoTracking().Where(u => u.Key == dossier.ReceivingUnit || u.Key == dossier.HandlingUnit || u.Key == dossier.Place).ToDictionaryAsync(u => u.Key, ct);
        var accepted = events.Select(e => e.Event).OfType<DossierAccepted>().LastOrDefault();
        var sheet = new PrintedForm
        {
            Form = form,
            Dossier = dossier,
            ProcedureName = await db.Procedures.Where(p => p.Code == dossier.ProcedureCode).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? dossier.ProcedureCode,
            Issuer = await IssuerAsync(form is PaperForm.Apology ? dossier.HandlingUnit : dossier.ReceivingUnit, dossier.Place, units, ct),
            HandlingUnit = units.GetValueOrDefault(dossier.HandlingUnit)?.Name ?? dossier.HandlingUnit,
            Party = await PartyAsync(dossier, ct),
            Components = form == PaperForm.Receipt ? await ComponentsAsync(dossier, content, ct) : [],
            SetCount = Math.Max(1, content.SetCount),
            LimitText = LimitText(accepted?.Due?.Limit ?? dossier.Limit),
            PromisedAt = accepted is null ? dossier.FirstDueAt ?? dossier.DueAt : accepted.Due?.At,
            Receiver = Officer(accepted?.OfficerId),
            LogRoot = form == PaperForm.Receipt ? await roots.LastAsync(ct) : null,
            Request = form == PaperForm.Supplement ? await RequestAsync(dossier, content, ordinal, Officer, ct) : null,
            Refusal = form == PaperForm.Refusal ? await RefusalAsync(events, Officer, ct) : null,
            Apology = form == PaperForm.Apology ? await ApologyAsync(dossier.Id, events, Officer, ct) : null,
            Steps = form == PaperForm.Control ? await StepsAsync(dossier, accepted?.OfficerId, rows, id => Officer(id).Name, ct) : [],
            PrintedAt = clock.GetUtcNow(),
        };
        var isThere = form switch
        {
            PaperForm.Supplement => sheet.Request is not null,
            PaperForm.Refusal => sheet.Refusal is not null,
            PaperForm.Apology => sheet.Apology is not null,
            _ => true,
        };
        if (!isThere) return null;
        await reading.RecordAsync(dossier.Id, actor, "print", ct);
        return sheet;
    }

    private async Task<PaperIssuer> IssuerAsync(string key, string place, Dictionary<string, UnitRow> units, CancellationToken ct)
    {
        var unit = units.GetValueOrDefault(key);
        var desk = units.GetValueOrDefault(place);
        return new PaperIssuer(await ParentAsync(db, unit?.Name, unit?.ParentKey, ct), unit?.Name ?? key, desk?.Name ?? place, desk?.Address ?? "", desk?.Phone ?? "");
    }

    /// <summary>Tên cơ quan chủ quản trực tiếp on the line above; people's committees have none (NĐ 30/2020 Phụ lục I).</summary>
    internal static async Task<string> ParentAsync(MotCuaDb db, string? unit, string? parentKey, CancellationToken ct) =>
        parentKey is null || unit is null || unit.StartsWith("Ủy ban nhân dân", StringComparison.OrdinalIgnoreCase) ? "" : await db.Units.Where(u => u.Key == parentKey).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? "";

    private async Task<PaperParty> PartyAsync(Dossier d, CancellationToken ct)
    {
        var party = await db.DossierParties.AsNoTracking().FirstOrDefaultAsync(p => p.DossierId == d.Id, ct);
        if (party is null) return new PaperParty("", "", "", "", "", "");
        var submitter = party.SubmitterName;
        if (submitter.Length == 0 && d.SubmitterAccountId is { } account && account != d.ApplicantAccountId)
        {
            submitter = await db.Accounts.Where(a => a.Id == account).Select(a => a.FullName).FirstOrDefaultAsync(ct) ?? "";
        }

        return new PaperParty(party.Name, Unsealed(party.IdentityCipher), party.Phone, party.Email, party.Address, submitter.Length > 0 ? submitter : party.Name);
    }

    private string Unsealed(string cipher)
    {
        try
        {
            return vault.Unseal(cipher);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "";
        }
    }

    private async Task<IReadOnlyList<PaperComponent>> ComponentsAsync(Dossier dossier, ProcedureContent content, CancellationToken ct)
    {
        var given = await db.DossierDocuments.AsNoTracking().Where(x => x.DossierId == dossier.Id).OrderBy(x => x.Round).ThenBy(x => x.Id).ToListAsync(ct);
        var lines = new List<PaperComponent>();
        foreach (var component in content.Components)
        {
            var papers = given.Where(g => g.ComponentKey == component.Key).ToList();
            if (papers.Count > 0) lines.Add(Line(component.Name, papers));
            else if (component.IsForm && !dossier.IsImported) lines.Add(new PaperComponent(component.Name, 0, 0, 0, dossier.Channel == Channel.Online ? 1 : 0, ""));
        }

        var known = content.Components.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(given.Where(g => !known.Contains(g.ComponentKey)).Select(g => Line(g.Name, [g])));
        return lines;
    }

    private static PaperComponent Line(string name, List<DossierDocumentRow> papers)
    {
        var (originals, certified, photocopies, electronic) = (0, 0, 0, 0);
        var notes = new List<string>();
        foreach (var paper in papers)
        {
            var counts = Count().Matches(paper.PaperReason);
            foreach (var match in counts.Cast<Match>())
            {
                var count = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                if (match.Groups[2].Value.EndsWith("chính", StringComparison.OrdinalIgnoreCase)) originals += count;
                else if (match.Groups[2].Value.Contains("sao", StringComparison.OrdinalIgnoreCase)) certified += count;
                else photocopies += count;
            }

            if (paper.Way is "upload" or "store" or "form" || (paper.Way == "paper" && paper.FileId is not null)) electronic++;
            if (paper.Way == "store") notes.Add("dùng lại giấy tờ đã có trong kho");
            if (paper.Way == "paper" && counts.Count == 0) notes.Add(paper.PaperReason.Length > 0 ? "nộp bản giấy: " + paper.PaperReason : "nộp bản giấy");
            if (paper.IsDigitised) notes.Add("đã số hóa");
        }

        return new PaperComponent(name, originals, certified, photocopies, electronic, string.Join("; ", notes.Distinct()));
    }

    private async Task<PaperRequest?> RequestAsync(Dossier dossier, ProcedureContent content, int? ordinal, Func<string?, PaperOfficer> officer, CancellationToken ct)
    {
        var all = await db.SupplementRequests.AsNoTracking().Where(r => r.DossierId == dossier.Id).OrderBy(r => r.AskedAt).ToListAsync(ct);
        var number = ordinal ?? all.Count;
        if (number < 1 || number > all.Count) return null;
        var row = all[number - 1];
        var items = JsonSerializer.Deserialize<List<AskedItem>>(row.Items, JsonSerializerOptions.Web) ?? [];
        return new PaperRequest(number, row.IsBeforeAcceptance, items.ConvertAll(i => (content.Components.FirstOrDefault(c => c.Key == i.Component)?.Name ?? "", i.What)), row.Ground, row.Text, row.AskedAt, row.RespondBy, officer(row.OfficerId));
    }

    private async Task<PaperRefusal?> RefusalAsync(List<(DateTimeOffset At, DossierEvent Event)> events, Func<string?, PaperOfficer> officer, CancellationToken ct)
    {
        foreach (var (at, e) in Enumerable.Reverse(events))
        {
            if (e is IntakeRefused intake) return new PaperRefusal(true, RefusalGrounds.Text(intake.GroundCode), await NoteAsync(intake.NoteId, ct), at, officer(intake.OfficerId));
            if (e is DossierFinished { Outcome: DossierOutcome.Refused } end)
            {
                // Issued by a clerk, signed by the leader who decided
                var leader = events.Select(x => x.Event).OfType<DossierDecided>().LastOrDefault(x => x.NoteId == end.NoteId)?.OfficerId ?? end.OfficerId;
                return new PaperRefusal(false, end.GroundCode is { } ground ? RefusalGrounds.Text(ground) : "", await NoteAsync(end.NoteId, ct), at, officer(leader));
            }
        }

        return null;
    }

    private async Task<PaperApology?> ApologyAsync(Guid id, List<(DateTimeOffset At, DossierEvent Event)> events, Func<string?, PaperOfficer> officer, CancellationToken ct)
    {
        var before = new Dossier(id);
        foreach (var (at, e) in events)
        {
            if (e is DossierReappointed moved) return new PaperApology(before.DueAt, moved.Due.At, await NoteAsync(moved.NoteId, ct), at, officer(moved.OfficerId));
            before.Apply(e, at);
        }

        return null;
    }

    private async Task<IReadOnlyList<PaperStep>> StepsAsync(Dossier dossier, string? receiver, List<DossierEventRow> events, Func<string?, string> name, CancellationToken ct)
    {
        var rows = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.Id).ToListAsync(ct);
        var keys = rows.Select(r => r.UnitKey).Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.Name, ct);
        var now = clock.GetUtcNow();
        var steps = new List<PaperStep>(rows.Count);
        var giver = name(receiver);
        foreach (var row in rows)
        {
            var holder = name(row.OfficerId ?? ActorOf(row, events));
            steps.Add(new PaperStep(row.Name, units.GetValueOrDefault(row.UnitKey) ?? row.UnitKey, giver, holder, row.StartedAt, row.DueAt, row.EndedAt, Verdict(row, now), row.Ending switch
            {
                "taken-back" => "Thu hồi về bước trước",
                "returned" => "Trả lại bước trước",
                "interrupted" => "Tạm dừng: chờ bổ sung, nghĩa vụ tài chính hoặc quyết định dừng",
                "finished" => "Kết thúc giải quyết",
                _ => "",
            }));
            if (holder.Length > 0) giver = holder;
        }

        return steps;
    }

    // Nobody claimed the step: whoever ended it had it
    private static string? ActorOf(DossierStepRow step, List<DossierEventRow> events) => step.EndedAt is null ? null : events.FirstOrDefault(e => DossierChain.Read(e.Payload) switch
    {
        StepHandedOn x => x.FromStepId == step.Id,
        StepReturned x => x.FromStepId == step.Id,
        DossierFinished => step.Ending == "finished" && e.At == step.EndedAt,
        _ => false,
    })?.ActorId;

    private static string Verdict(DossierStepRow row, DateTimeOffset now) =>
        row.DueAt is not { } due ? row.EndedAt is null ? "Đang xử lý" : ""
        : row.EndedAt is not { } ended ? now > due ? "Quá hạn, đang xử lý" : "Đang xử lý"
        : ended > due ? "Quá hạn"
        : ProvinceTime.DateOf(ended) < ProvinceTime.DateOf(due) ? "Trước hạn" : "Đúng hạn";

    private async Task<string> NoteAsync(Guid? id, CancellationToken ct) =>
        id is null ? "" : await db.DossierNotes.Where(n => n.Id == id).Select(n => n.Text).FirstOrDefaultAsync(ct) ?? "";

    private static string LimitText(string limit) => limit.Length > 0 && TimeLimit.Parse(limit) is { IsOk: true } read ? read.Value.Vietnamese : "";

    [GeneratedRegex(@"(?<!\d)(\d{1,3})\s*(bản\s+(?:chính|sao|chụp|photo))", RegexOptions.IgnoreCase)]
    private static partial Regex Count();
}
