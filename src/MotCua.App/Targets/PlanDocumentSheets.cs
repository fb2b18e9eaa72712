using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which part of the register is shown.</summary>
public enum PlanDocumentView
{
    /// <summary>Drafts and those out for opinions.</summary>
    Open = 1,

    /// <summary>In force.</summary>
    Issued = 2,

    /// <summary>Replaced by another.</summary>
    Replaced = 3,

    /// <summary>Given up.</summary>
    Dropped = 4,
}

/// <summary>Which documents are asked for.</summary>
/// <param name="View">Part.</param>
/// <param name="Unit">Drafts it or is asked; null = any.</param>
/// <param name="Kind">Kind; null = any.</param>
public sealed record PlanDocumentFilter(PlanDocumentView View = PlanDocumentView.Open, string? Unit = null, PlanDocumentKind? Kind = null);

/// <summary>A document in the register.</summary>
/// <param name="Row">The document.</param>
/// <param name="UnitName">Name of the drafting unit.</param>
/// <param name="Given">Units that gave an opinion.</param>
/// <param name="Asked">Units that were asked.</param>
public sealed record ListedDocument(PlanDocumentRow Row, string UnitName, int Given, int Asked);

/// <summary>A page of the register, latest first.</summary>
/// <param name="Lines">Documents.</param>
/// <param name="Before">Number before which the next page begins, or null.</param>
/// <param name="Counts">How many there are of each part.</param>
public sealed record PlanDocumentPage(IReadOnlyList<ListedDocument> Lines, int? Before, IReadOnlyDictionary<PlanDocumentView, int> Counts);

/// <summary>An opinion as people read it.</summary>
/// <param name="Row">The opinion.</param>
/// <param name="UnitName">Name of its unit.</param>
/// <param name="IsLatest">No later one of the unit.</param>
public sealed record ReadOpinion(PlanOpinionRow Row, string UnitName, bool IsLatest);

/// <summary>One document as its page shows it.</summary>
/// <param name="Row">The document.</param>
/// <param name="Document">What may be done with it.</param>
/// <param name="Plan">Name of the plan.</param>
/// <param name="UnitName">Name of the drafting unit.</param>
/// <param name="Asked">Asked units.</param>
/// <param name="Opinions">Opinions, latest first.</param>
/// <param name="Tasks">Tasks that it changes.</param>
/// <param name="Replaces">The document it replaces, or null.</param>
/// <param name="ReplacedBy">The document that replaced it, or null.</param>
/// <param name="History">What happened, latest first.</param>
public sealed record PlanDocumentSheet(
    PlanDocumentRow Row, PlanDocument Document, string Plan, string UnitName, IReadOnlyList<PlanChoice> Asked, IReadOnlyList<ReadOpinion> Opinions, IReadOnlyList<(Guid Id, int Number, string Title)> Tasks,
    PlanDocumentRow? Replaces, PlanDocumentRow? ReplacedBy, IReadOnlyList<PlanEntry> History);

/// <summary>An issued decision on targets, beside the register.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Number">Number of the decision within the plan.</param>
/// <param name="Name">Name of the plan as it states it.</param>
/// <param name="DecisionNo">Number.</param>
/// <param name="DecisionOn">Date, or null.</param>
/// <param name="Signer">Who signed, or empty.</param>
public sealed record ListedDecision(string Plan, int Number, string Name, string DecisionNo, DateOnly? DecisionOn, string Signer);

/// <summary>Sổ văn bản của kế hoạch as officers read it.</summary>
public sealed class PlanDocumentSheets(MotCuaDb db, PlanTaskSheets tasks)
{
    private const int PageSize = 30;

    /// <summary>A page of the register, latest first.</summary>
    public async Task<PlanDocumentPage> ListAsync(PlanDocumentFilter filter, int? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var all = db.PlanDocuments.AsNoTracking();
        if (filter.Kind is { } kind) all = all.Where(d => d.Kind == kind);
        if (filter.Unit is { } unit)
        {
            var part = $";{unit};";
            all = all.Where(d => d.UnitKey == unit || d.AskedUnits.Contains(part));
        }

        var counts = new Dictionary<PlanDocumentView, int>();
        foreach (var view in Enum.GetValues<PlanDocumentView>()) counts[view] = await Of(all, view).CountAsync(ct);
        var shown = Of(all, filter.View);
        if (before is { } last) shown = shown.Where(d => d.Number < last);
        var rows = await shown.OrderByDescending(d => d.Number).Take(PageSize + 1).ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var names = await tasks.UnitNamesAsync([.. page.Select(d => d.UnitKey).Distinct()], ct);
        var ids = page.ConvertAll(d => d.Id);
        var given = (await db.PlanOpinions.AsNoTracking().Where(o => ids.Contains(o.DocumentId)).Select(o => new { o.DocumentId, o.UnitKey }).Distinct().ToListAsync(ct)).ToLookup(o => o.DocumentId);
        return new PlanDocumentPage(
            page.ConvertAll(d => new ListedDocument(d, names.GetValueOrDefault(d.UnitKey, d.UnitKey), given[d.Id].Count(), PlanDocumentRow.Parts(d.AskedUnits).Length)),
            rows.Count > PageSize ? page[^1].Number : null, counts);
    }

    /// <summary>One document, or null.</summary>
    public async Task<PlanDocumentSheet?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.PlanDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } row) return null;
        var plan = await db.Plans.AsNoTracking().Where(p => p.Code == row.PlanCode).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? row.PlanCode;
        var opinions = await db.PlanOpinions.AsNoTracking().Where(o => o.DocumentId == id).OrderByDescending(o => o.Version).ToListAsync(ct);
        var asked = PlanDocumentRow.Parts(row.AskedUnits);
        var names = await tasks.UnitNamesAsync([row.UnitKey, .. asked, .. opinions.Select(o => o.UnitKey)], ct);
        var numbers = PlanDocumentRow.Parts(row.ChangedTasks).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var changed = await db.PlanTasks.AsNoTracking().Where(t => t.PlanCode == row.PlanCode && numbers.Contains(t.Number)).OrderBy(t => t.Number).Select(t => new { t.Id, t.Number, t.Title }).ToListAsync(ct);
        var (replaces, by) = (row.ReplacesId, row.ReplacedById);
        var others = await db.PlanDocuments.AsNoTracking().Where(d => d.Id == replaces || d.Id == by).ToListAsync(ct);
        return new PlanDocumentSheet(
            row, row.ToDocument(opinions), plan, names.GetValueOrDefault(row.UnitKey, row.UnitKey), [.. asked.Select(k => new PlanChoice(k, names.GetValueOrDefault(k, k)))],
            [.. opinions.Select(o => new ReadOpinion(o, names.GetValueOrDefault(o.UnitKey, o.UnitKey), opinions.Find(x => x.UnitKey == o.UnitKey) == o))],
            [.. changed.Select(t => (t.Id, t.Number, t.Title))], others.Find(d => d.Id == replaces), others.Find(d => d.Id == by), await tasks.HistoryAsync(id, ct));
    }

    /// <summary>Documents in force, which another may replace.</summary>
    public async Task<IReadOnlyList<PlanChoice>> IssuedAsync(CancellationToken ct) =>
        [.. (await db.PlanDocuments.AsNoTracking().Where(d => d.State == PlanDocumentState.Issued).OrderByDescending(d => d.Number).Select(d => new { d.Id, d.IssuedNo, d.Title }).ToListAsync(ct))
            .Select(d => new PlanChoice(d.Id.ToString("N"), $"{d.IssuedNo}: {d.Title}"))];

    /// <summary>Issued decisions that assign targets, latest first: they have pages of their own.</summary>
    public async Task<IReadOnlyList<ListedDecision>> DecisionsAsync(CancellationToken ct) =>
        await db.PlanEditions.AsNoTracking().Where(e => e.State == PlanState.Issued).OrderByDescending(e => e.Order).Select(e => new ListedDecision(e.PlanCode, e.Number, e.Name, e.DecisionNo, e.DecisionOn, e.Signer)).ToListAsync(ct);

    private static IQueryable<PlanDocumentRow> Of(IQueryable<PlanDocumentRow> documents, PlanDocumentView view) => view switch
    {
        PlanDocumentView.Issued => documents.Where(d => d.State == PlanDocumentState.Issued),
        PlanDocumentView.Replaced => documents.Where(d => d.State == PlanDocumentState.Replaced),
        PlanDocumentView.Dropped => documents.Where(d => d.State == PlanDocumentState.Dropped),
        _ => documents.Where(d => d.State == PlanDocumentState.Draft || d.State == PlanDocumentState.Consulting),
    };
}
