using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A decision on a plan in a list.</summary>
/// <param name="Edition">The row, without its document.</param>
/// <param name="Groups">How many groups.</param>
/// <param name="Units">How many units.</param>
/// <param name="ChangedBy">Name of who last saved, or empty.</param>
public sealed record PlanLineSheet(PlanEditionRow Edition, int Groups, int Units, string ChangedBy);

/// <summary>All plans, and the drafts for those who may see them.</summary>
/// <param name="Issued">Issued decisions, latest first.</param>
/// <param name="Drafts">Drafts, sent ones first; empty for those who only read.</param>
/// <param name="MayDraft">The actor begins drafts.</param>
/// <param name="Today">Local day.</param>
public sealed record PlanList(IReadOnlyList<PlanLineSheet> Issued, IReadOnlyList<PlanLineSheet> Drafts, bool MayDraft, DateOnly Today);

/// <summary>An act of the history.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Action">Which act, by the name of the trail.</param>
/// <param name="Edition">On which decision.</param>
/// <param name="Decision">The decision as it was called then, or empty.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="Changes">What, from what to what.</param>
/// <param name="Confirmed">Warnings that were confirmed.</param>
public sealed record PlanActLine(DateTimeOffset At, string By, string Action, Guid Edition, string Decision, string Reason, IReadOnlyList<string> Changes, IReadOnlyList<string> Confirmed);

/// <summary>One decision on a plan with all that its page shows.</summary>
/// <param name="Edition">The row.</param>
/// <param name="Content">Groups, units, targets.</param>
/// <param name="Facts">Units, indicators, what stands before.</param>
/// <param name="Before">The decision that stands before, or null.</param>
/// <param name="Changes">From that to this.</param>
/// <param name="Findings">Of a draft: what is wrong, unfinished or remarkable.</param>
/// <param name="Editions">All issued decisions of the plan in order.</param>
/// <param name="History">Acts on the plan, newest first.</param>
/// <param name="Acts">What the actor may do now.</param>
/// <param name="Today">Local day.</param>
public sealed record PlanSheet(
    PlanEditionRow Edition, PlanContent Content, PlanFacts Facts, PlanEditionRow? Before, IReadOnlyList<PlanChange> Changes, IReadOnlyList<PlanFinding> Findings, IReadOnlyList<PlanEditionRow> Editions,
    IReadOnlyList<PlanActLine> History, IReadOnlySet<PlanAct> Acts, DateOnly Today)
{
    /// <summary>Begins a correction of this plan.</summary>
    public bool MayCorrect { get; init; }

    /// <summary>Name of a unit.</summary>
    public string NameOf(string unit) => Facts.Units.TryGetValue(unit, out var found) ? found.Name : unit;

    /// <summary>Short name of an indicator.</summary>
    public string IndicatorOf(string code) => Facts.Indicators.GetValueOrDefault(code, code);

    /// <summary>Units of a group in their order.</summary>
    public IEnumerable<PlanMember> MembersOf(string group)
    {
        var order = Facts.Units.Keys.Select((key, i) => (key, i)).ToDictionary(k => k.key, k => k.i, StringComparer.Ordinal);
        return Content.Members.Where(m => m.Group == group).OrderBy(m => order.GetValueOrDefault(m.Unit, int.MaxValue));
    }
}

/// <summary>Two decisions beside each other.</summary>
/// <param name="Left">The one before.</param>
/// <param name="Right">The one after.</param>
/// <param name="Changes">From left to right.</param>
public sealed record PlanComparison(PlanSheet Left, PlanSheet Right, IReadOnlyList<PlanChange> Changes);

/// <summary>Plans as their pages show them. Drafts are seen by those who draft or approve; issued decisions by all who see the board.</summary>
public sealed class PlanSheets(MotCuaDb db, PlanDesk desk, PlanContents contents)
{
    private static readonly PlanAct[] Asked = Enum.GetValues<PlanAct>();

    /// <summary>All plans.</summary>
    public async Task<PlanList> ListAsync(Actor actor, CancellationToken ct)
    {
        var rows = await db.PlanEditions.AsNoTracking().Where(e => e.State != PlanState.Discarded).OrderByDescending(e => e.Order).ThenByDescending(e => e.ChangedAt).ToListAsync(ct);
        var names = await OfficersAsync([.. rows.Select(r => r.ChangedBy)], ct);
        var lines = new List<PlanLineSheet>();
        foreach (var row in rows.Where(r => r.State == PlanState.Issued || SeesDrafts(actor)))
        {
            var content = await contents.OfAsync(row, ct);
            lines.Add(new PlanLineSheet(row, content.Groups.Count, content.Members.Count, names.GetValueOrDefault(row.ChangedBy, "")));
        }

        return new PlanList(
            [.. lines.Where(l => l.Edition.State == PlanState.Issued)], [.. lines.Where(l => l.Edition.State != PlanState.Issued).OrderByDescending(l => l.Edition.State).ThenByDescending(l => l.Edition.ChangedAt)],
            actor.Has(Role.PlanOwner), desk.Today);
    }

    /// <summary>A plan by its key: the decision with the number, else the one in force today, else its last.</summary>
    public async Task<PlanSheet?> PlanAsync(string code, int? number, Actor actor, CancellationToken ct)
    {
        var editions = await db.PlanEditions.AsNoTracking().Where(e => e.PlanCode == code && e.State == PlanState.Issued).OrderBy(e => e.Order).ToListAsync(ct);
        var today = desk.Today;
        var shown = number is { } n ? editions.Find(e => e.Number == n) : editions.Find(e => e.From <= today && (e.Until is null || e.Until > today)) ?? editions.LastOrDefault();
        return shown is null ? null : await SheetAsync(shown, editions, actor, ct);
    }

    /// <summary>An edition by its key; drafts only for those who draft or approve.</summary>
    public async Task<PlanSheet?> EditionAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var edition = await db.PlanEditions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct);
        if (edition is null || (edition.State != PlanState.Issued && !SeesDrafts(actor))) return null;
        var editions = edition.PlanCode.Length == 0 ? [] : await db.PlanEditions.AsNoTracking().Where(e => e.PlanCode == edition.PlanCode && e.State == PlanState.Issued).OrderBy(e => e.Order).ToListAsync(ct);
        return await SheetAsync(edition, editions, actor, ct);
    }

    /// <summary>Two editions beside each other; null when either is not there for the actor.</summary>
    public async Task<PlanComparison?> CompareAsync(Guid left, Guid right, Actor actor, CancellationToken ct)
    {
        if (await EditionAsync(left, actor, ct) is not { } a || await EditionAsync(right, actor, ct) is not { } b) return null;
        var words = new PlanDifferences(a.Facts.Units, a.Facts.Indicators, a.Content, b.Content);
        return new PlanComparison(a, b, words.Between((PlanContents.TermsOf(a.Edition), a.Content), (PlanContents.TermsOf(b.Edition), b.Content)));
    }

    /// <summary>Its văn bản, with units by their full names.</summary>
    public async Task<OfficePaper> PaperAsync(PlanSheet sheet, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var keys = sheet.Content.Members.Select(m => m.Unit).ToList();
        var names = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.Name, StringComparer.Ordinal, ct);
        foreach (var indicator in await desk.IndicatorsAsync(sheet.Edition.From, ct)) names[indicator.Code] = indicator.Name;
        return PlanPaper.Of(sheet, names);
    }

    /// <summary>True for those who draft or approve.</summary>
    public static bool SeesDrafts(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Role.PlanOwner) || actor.Has(Role.ProvinceLeader);
    }

    private async Task<PlanSheet> SheetAsync(PlanEditionRow edition, IReadOnlyList<PlanEditionRow> editions, Actor actor, CancellationToken ct)
    {
        var before = await desk.BeforeAsync(edition, ct);
        var (content, facts) = (await contents.OfAsync(edition, ct), await desk.FactsAsync(edition, ct));
        var terms = PlanContents.TermsOf(edition);
        var changes = before is null ? [] : new PlanDifferences(facts.Units, facts.Indicators, facts.Before, content).Between((terms, facts.Before), (terms, content), withTerms: false);
        var isDraft = edition.State is PlanState.Draft or PlanState.Sent;
        var findings = isDraft ? PlanCheck.Check(edition.Kind, edition.PlanCode, terms, content, facts) : [];
        var standing = PlanDesk.StandingOf(edition);
        var acts = Asked.Where(a => PlanDecision.Decide(standing, a, actor).IsOk).ToHashSet();
        return new PlanSheet(edition, content, facts, before, changes, findings, editions, await HistoryAsync([.. editions.Select(e => e.Id).Append(edition.Id).Distinct()], ct), acts, desk.Today)
        {
            MayCorrect = edition.State == PlanState.Issued && actor.Has(Role.PlanOwner) && facts.Timeline.Last?.Plan == edition.PlanCode,
        };
    }

    private async Task<IReadOnlyList<PlanActLine>> HistoryAsync(List<Guid> editions, CancellationToken ct)
    {
        var subjects = editions.ConvertAll(e => e.ToString("N"));
        var acts = await db.Audits.AsNoTracking().Where(a => subjects.Contains(a.Subject)).OrderByDescending(a => a.Id).Take(300).ToListAsync(ct);
        var names = await OfficersAsync([.. acts.Select(a => IdOf(a.Actor))], ct);
        return [.. acts.Select(a =>
        {
            using var detail = JsonDocument.Parse(a.Detail);
            var root = detail.RootElement;
            return new PlanActLine(a.At, names.GetValueOrDefault(IdOf(a.Actor), "Hệ thống"), a.Action, Guid.ParseExact(a.Subject, "N"), Text(root, "decision"), Text(root, "reason"), Texts(root, "changes"), Texts(root, "confirmed"));
        })];
    }

    private async Task<Dictionary<string, string>> OfficersAsync(List<string> ids, CancellationToken ct)
    {
        var keys = ids.Select(id => Guid.TryParseExact(id, "N", out var key) ? key : Guid.Empty).Where(k => k != Guid.Empty).Distinct().ToList();
        return await db.Officers.AsNoTracking().Where(o => keys.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
    }

    private static string IdOf(string actor) => actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Text(JsonElement detail, string name) => detail.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IReadOnlyList<string> Texts(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString() ?? "")] : [];
}
