using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What a work list shows.</summary>
/// <param name="Queue">Queue.</param>
/// <param name="Words">Number, submission code, name without marks, identity number or telephone; null = all.</param>
/// <param name="After">Cursor of the page before, or null.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="State">Only this state, or null.</param>
/// <param name="Channel">Only this channel, or null.</param>
public sealed record WorkQuery(DossierQueue Queue, string? Words, string? After, int Size = 25, DossierState? State = null, Channel? Channel = null);

/// <summary>One line of a work list.</summary>
public sealed record WorkRow
{
    /// <summary>Number, else submission code.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the procedure.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>Chủ hồ sơ.</summary>
    public required string ApplicantName { get; init; }

    /// <summary>State.</summary>
    public required DossierState State { get; init; }

    /// <summary>Whether it was ever accepted.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The way it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Who helped.</summary>
    public required AssistedBy AssistedBy { get; init; }

    /// <summary>When it was sent or received.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>What is due next: the acceptance clock before acceptance, else the appointment, else the answer awaited.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>Working time left; negative = past due; null when nothing is due.</summary>
    public required TimeSpan? Left { get; init; }

    /// <summary>Who holds it; empty = nobody.</summary>
    public required string Holder { get; init; }

    /// <summary>Role of the present step, or empty.</summary>
    public required string StepRole { get; init; }

    /// <summary>Handling unit's short name.</summary>
    public required string UnitName { get; init; }
}

/// <summary>A page of a work list.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Next">Cursor of the next page, or null at the end.</param>
public sealed record WorkPage(IReadOnlyList<WorkRow> Rows, string? Next);

/// <summary>Work lists and the officers' search; only what the officer may see, by keyset, without an exact count.</summary>
public sealed class WorkLists(MotCuaDb db, PersonalDataVault vault, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Where dossiers without an appointment stand in lists by due instant.</summary>
    private static readonly DateTimeOffset Never = new(9998, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How many people of a name one page looks at, by turns: most officers find theirs at the first.</summary>
    private static readonly int[] Looks = [100, 400, 1500];

    /// <summary>A page of a list.</summary>
    public async Task<WorkPage> PageAsync(Actor actor, WorkQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        if (actor.Grants.Count == 0) return new WorkPage([], null);
        var calendar = await calendars.ForAsync(actor.Grants[0].UnitKey, ct);
        var moments = QueueMoments.At(clock.GetUtcNow(), calendar);
        var size = Math.Clamp(query.Size, 1, 100);
        var words = string.IsNullOrWhiteSpace(query.Words) ? null : query.Words.Trim();
        var all = Narrowed(Queues.Of(db.Dossiers.AsNoTracking(), actor, query.Queue, moments), query);
        if (words is not null)
        {
            var name = NameIn(words);
            if (name is not null && query.Queue == DossierQueue.All) return await NamedAsync(all, name, query.After, size, ct);
            return await PageAsync(InOrder(name is null ? Matching(all, words) : Named(all, name), query.Queue, query.After), query.Queue, size, ct);
        }

        var lanes = WorkLanes.Of(db.Dossiers.AsNoTracking(), actor, query.Queue, moments);
        if (lanes.Count == 0) return await PageAsync(InOrder(all, query.Queue, query.After), query.Queue, size, ct);
        var heads = WorkLanes.Heads(lanes.Select(lane => InLane(Narrowed(lane, query), query.Queue, query.After)), size + 1);
        return await PageAsync(InOrder(db.Dossiers.AsNoTracking().Where(d => heads.Contains(d.Id)), query.Queue, null), query.Queue, size, ct);
    }

    private async Task<WorkPage> PageAsync(IQueryable<Dossier> ordered, DossierQueue queue, int size, CancellationToken ct)
    {
        var page = await ordered.Take(size + 1).ToListAsync(ct);
        var more = page.Count > size;
        if (more) page.RemoveAt(size);
        var last = page.LastOrDefault();
        return new WorkPage(await RowsAsync(page, ct), more && last is not null ? Cursor(last, queue) : null);
    }

    /// <summary>
    /// People of exactly this name first, then those of whose name it is a part; newest first. A page looks at no more people of the name than
    /// <see cref="Looks"/> add up to, whatever the officer may see of them: where that fills no page, the next one goes on from there. A cursor begins
    /// with the half it is in.
    /// </summary>
    private async Task<WorkPage> NamedAsync(IQueryable<Dossier> found, string name, string? after, int size, CancellationToken ct)
    {
        const string rest = "r";
        var isRest = after is { Length: > 0 } && after.StartsWith(rest, StringComparison.Ordinal);
        var at = Guid.TryParse(isRest ? after![1..] : after, out var id) ? id : (Guid?)null;
        var page = new List<Dossier>();
        if (!isRest)
        {
            var reached = await NewestOfAsync(found, db.DossierParties.Where(p => p.NameFolded == name), at, page, size + 1, ct);
            if (page.Count >= size || reached is not null)
            {
                var next = page.Count > size ? page[size - 1].Id.ToString("N") : reached?.ToString("N") ?? rest;
                return new WorkPage(await RowsAsync([.. page.Take(size)], ct), next);
            }

            at = null;
        }

        var stopped = await NewestOfAsync(found, db.DossierParties.Where(p => p.NameFolded.Contains(name) && p.NameFolded != name), at, page, size + 1, ct);
        var last = page.Count > size ? page[size - 1].Id : stopped;
        return new WorkPage(await RowsAsync([.. page.Take(size)], ct), last is { } l ? rest + l.ToString("N") : null);
    }

    /// <summary>Adds the newest dossiers of these people until so many are wanted; returns where it stopped looking, or null when it looked at all or found enough.</summary>
    private static async Task<Guid?> NewestOfAsync(IQueryable<Dossier> found, IQueryable<DossierPartyRow> people, Guid? after, List<Dossier> page, int wanted, CancellationToken ct)
    {
        foreach (var look in Looks)
        {
            var older = after is { } id ? people.Where(p => p.DossierId.CompareTo(id) < 0) : people;
            var ids = await older.OrderByDescending(p => p.DossierId).Select(p => p.DossierId).Take(look).ToListAsync(ct);
            if (ids.Count > 0)
            {
                page.AddRange(await found.Where(d => EF.Parameter(ids).Contains(d.Id)).OrderByDescending(d => d.Id).Take(wanted - page.Count).ToListAsync(ct));
            }

            if (page.Count >= wanted || ids.Count < look) return null;
            after = ids[^1];
        }

        return after;
    }

    /// <summary>Dossiers for whose supplement the handling unit waits on the desk.</summary>
    public async Task<IReadOnlyList<WorkRow>> ProposalsAsync(Actor actor, CancellationToken ct)
    {
        var desks = DossierAccess.Desks(actor);
        var page = await db.Dossiers.AsNoTracking()
            .Where(d => d.State == DossierState.Processing && d.SupplementCount == 0 && (desks.Contains(d.Place) || desks.Contains(d.ReceivingUnit))
                && db.DossierNotes.Any(n => n.DossierId == d.Id && n.Kind == ProposeSupplementHandler.Kind))
            .OrderBy(d => d.Id).Take(10).ToListAsync(ct);
        return await RowsAsync(page, ct);
    }

    private IQueryable<Dossier> Matching(IQueryable<Dossier> dossiers, string words)
    {
        var upper = words.ToUpperInvariant();
        if (SubmissionCode.TryParse(words, null, out var submission)) return dossiers.Where(d => d.SubmissionCode == submission.Value);
        if (DossierNumber.TryParse(words, null, out var number)) return dossiers.Where(d => d.Number == number.Value);
        var digits = new string([.. words.Where(char.IsAsciiDigit)]);
        if (digits.Length >= 9 && digits.Length == words.Count(c => !char.IsWhiteSpace(c) && c is not ('.' or '+')))
        {
            var index = vault.Index(digits);
            return dossiers.Where(d => db.DossierParties.Any(p => p.DossierId == d.Id && (p.IdentityIndex == index || p.PhoneIndex == index)));
        }

        if (digits.Length >= 4 && !words.Any(char.IsWhiteSpace)) return dossiers.Where(d => (d.Number != null && d.Number.Contains(upper)) || d.SubmissionCode.Contains(upper));
        return dossiers.Where(_ => false);
    }

    /// <summary>The words without marks when they are asked for as a name; null when they are a code, a number or too short.</summary>
    private static string? NameIn(string words)
    {
        if (SubmissionCode.TryParse(words, null, out _) || DossierNumber.TryParse(words, null, out _)) return null;
        var digits = words.Count(char.IsAsciiDigit);
        if (digits >= 9 && digits == words.Count(c => !char.IsWhiteSpace(c) && c is not ('.' or '+'))) return null;
        if (digits >= 4 && !words.Any(char.IsWhiteSpace)) return null;
        return SearchText.Fold(words) is { Length: >= 2 } folded ? folded : null;
    }

    private IQueryable<Dossier> Named(IQueryable<Dossier> dossiers, string name) => dossiers.Where(d => db.DossierParties.Any(p => p.DossierId == d.Id && p.NameFolded.Contains(name)));

    private static IQueryable<Dossier> Narrowed(IQueryable<Dossier> dossiers, WorkQuery query)
    {
        if (query.State is { } state) dossiers = dossiers.Where(d => d.State == state);
        return query.Channel is { } channel ? dossiers.Where(d => d.Channel == channel) : dossiers;
    }

    private static IQueryable<Dossier> InOrder(IQueryable<Dossier> dossiers, DossierQueue queue, string? after) =>
        queue == DossierQueue.All ? Newest(dossiers, after) : ByDue(dossiers, queue, after);

    /// <summary>The order of a list inside a lane, where all or none have an appointment: by the columns of its index.</summary>
    private static IQueryable<Dossier> InLane(IQueryable<Dossier> lane, DossierQueue queue, string? after)
    {
        if (queue == DossierQueue.All) return Newest(lane, after);
        var (at, id) = ReadCursor(after);
        var ordered = ByDue(lane, queue, after);
        switch (queue)
        {
            case DossierQueue.Waiting:
                return ordered;
            case DossierQueue.Incoming:
                return id is null ? ordered : ordered.Where(d => d.AcceptanceDueAt >= at);
            case DossierQueue.DueToday or DossierQueue.DueSoon or DossierQueue.Overdue:
                return (id is null ? ordered : ordered.Where(d => d.DueAt >= at)).OrderBy(d => d.DueAt).ThenBy(d => d.Id);
            default:
                return ordered.OrderBy(d => d.DueAt).ThenBy(d => d.Id);
        }
    }

    private static IQueryable<Dossier> Newest(IQueryable<Dossier> found, string? after)
    {
        if (Guid.TryParse(after, out var id)) found = found.Where(d => d.Id.CompareTo(id) < 0);
        return found.OrderByDescending(d => d.Id);
    }

    private static IQueryable<Dossier> ByDue(IQueryable<Dossier> found, DossierQueue queue, string? after)
    {
        var far = Never;
        var (at, id) = ReadCursor(after);
        switch (queue)
        {
            case DossierQueue.Incoming:
                if (id is { } i) found = found.Where(d => d.AcceptanceDueAt > at || (d.AcceptanceDueAt == at && d.Id.CompareTo(i) > 0));
                return found.OrderBy(d => d.AcceptanceDueAt).ThenBy(d => d.Id);
            case DossierQueue.Waiting:
                if (id is { } w) found = found.Where(d => (d.RespondBy ?? far) > at || ((d.RespondBy ?? far) == at && d.Id.CompareTo(w) > 0));
                return found.OrderBy(d => d.RespondBy ?? far).ThenBy(d => d.Id);
            default:
                if (id is { } x) found = found.Where(d => (d.DueAt ?? far) > at || ((d.DueAt ?? far) == at && d.Id.CompareTo(x) > 0));
                return found.OrderBy(d => d.DueAt ?? far).ThenBy(d => d.Id);
        }
    }

    private static string Cursor(Dossier d, DossierQueue queue)
    {
        if (queue == DossierQueue.All) return d.Id.ToString("N");
        var at = queue switch { DossierQueue.Incoming => d.AcceptanceDueAt, DossierQueue.Waiting => d.RespondBy, _ => d.DueAt };
        return string.Create(CultureInfo.InvariantCulture, $"{(at ?? Never).UtcTicks}.{d.Id:N}");
    }

    private static (DateTimeOffset At, Guid? Id) ReadCursor(string? after)
    {
        var parts = (after ?? "").Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks && Guid.TryParse(parts[1], out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : (default, null);
    }

    private async Task<List<WorkRow>> RowsAsync(List<Dossier> page, CancellationToken ct)
    {
        if (page.Count == 0) return [];
        var ids = page.ConvertAll(d => d.Id);
        var codes = page.Select(d => d.ProcedureCode).Distinct().ToList();
        var units = page.Select(d => d.HandlingUnit).Distinct().ToList();
        var officers = page.Where(d => d.StepOfficerId is not null).Select(d => Guid.TryParse(d.StepOfficerId, out var id) ? id : Guid.Empty).Distinct().ToList();
        var names = await db.DossierParties.AsNoTracking().Where(p => ids.Contains(p.DossierId)).Select(p => new { p.DossierId, p.Name }).ToDictionaryAsync(p => p.DossierId, p => p.Name, ct);
        var procedures = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).Select(p => new { p.Code, p.Name }).ToDictionaryAsync(p => p.Code, p => p.Name, ct);
        var unitNames = await db.Units.AsNoTracking().Where(u => units.Contains(u.Key)).Select(u => new { u.Key, u.ShortName, u.Name }).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, ct);
        var holders = officers.Count == 0 ? [] : await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, ct);
        var now = clock.GetUtcNow();
        var rows = new List<WorkRow>(page.Count);
        foreach (var d in page)
        {
            var due = d.State switch
            {
                DossierState.Submitted => d.AcceptanceDueAt,
                DossierState.AwaitingSupplement => d.RespondBy,
                DossierState.Accepted or DossierState.Processing => d.DueAt,
                _ => null,
            };
            var calendar = await calendars.ForAsync(d.State == DossierState.Submitted ? d.Place : d.HandlingUnit, ct);
            rows.Add(new WorkRow
            {
                Code = d.Code,
                ProcedureName = procedures.GetValueOrDefault(d.ProcedureCode, d.ProcedureCode),
                ApplicantName = names.GetValueOrDefault(d.Id, ""),
                State = d.State,
                IsAccepted = d.IsAccepted,
                Channel = d.Channel,
                AssistedBy = d.AssistedBy,
                SubmittedAt = d.SubmittedAt ?? d.AcceptedAt,
                DueAt = due,
                Left = due is { } at ? calendar.WorkingTimeBetween(now, at) : null,
                Holder = d.StepOfficerId is null ? "" : holders.GetValueOrDefault(d.StepOfficerId, "Cán bộ khác"),
                StepRole = d.StepRole,
                UnitName = unitNames.GetValueOrDefault(d.HandlingUnit, d.HandlingUnit),
            });
        }

        return rows;
    }
}
