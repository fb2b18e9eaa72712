using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Forms;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Data;

/// <summary>Loads the reference data into the configured database.</summary>
/// <param name="Folder">Folder of the data; null = the one shipped beside the program.</param>
public sealed record LoadReferenceData(string? Folder = null);

/// <summary>What a load did.</summary>
/// <param name="Added">New rows, by kind of thing.</param>
/// <param name="Versions">Procedures and forms whose changed file row made a new version.</param>
/// <param name="Issues">Rows of files that could not be used.</param>
public sealed record ReferenceLoad(IReadOnlyDictionary<string, int> Added, int Versions, IReadOnlyList<FileIssue> Issues)
{
    /// <summary>What changed rows of units and groups did to those that were there.</summary>
    public IReadOnlyList<ReferenceChange> Changes { get; init; } = [];

    /// <summary>True when the database already had everything.</summary>
    public bool ChangedNothing => Versions == 0 && Added.Values.All(n => n == 0) && !Changes.Any(c => c.IsApplied);
}

/// <summary>
/// Brings the database to what the reference data says, once: what is there already stays as administrators left it, a unit, group, procedure or form
/// whose file content is new becomes a new version from that day, a broken row is reported and stops nothing else. All in one transaction, so that nobody sees half
/// of a first load; two loaders wait for each other.
/// </summary>
public sealed class LoadReferenceDataHandler(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The day from which the province of the plan is in force (ADR 0017).</summary>
    public static readonly DateOnly InForceFrom = new(2022, 1, 1);

    private readonly Dictionary<string, int> _added = new(StringComparer.Ordinal);
    private readonly List<FileIssue> _issues = [];
    private readonly List<ReferenceChange> _changes = [];

    /// <summary>Loads; running it again changes nothing. Only the system itself may (start of an embedded database, an operator's verb).</summary>
    public async Task<Result<ReferenceLoad>> HandleAsync(LoadReferenceData command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Kind != ActorKind.System)
        {
            return new Problem("DAT-0002", "Chỉ chương trình hoặc người vận hành bằng lệnh mới nạp dữ liệu tham chiếu.", ProblemKind.Forbidden);
        }

        var folder = command.Folder ?? Path.Combine(AppContext.BaseDirectory, "data");
        if (!Directory.Exists(folder))
        {
            return new Problem("DAT-0001", $"Không thấy thư mục dữ liệu tham chiếu «{folder}». Cài lại chương trình đầy đủ hoặc chỉ đúng thư mục.", ProblemKind.NotFound);
        }

        _added.Clear();
        _issues.Clear();
        _changes.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(7203001)", ct);
        }

        var units = await LoadUnitsAsync(folder, ct);
        await LoadCalendarAsync(folder, ct);
        await LoadPlanAsync(folder, ct);
        await AddAsync("plan_tasks", db.PlanTasks, PlanTaskFile.Rows(Take(PlanTaskFile.ReadFile(folder)), clock.GetUtcNow()), t => $"{t.PlanCode}/{t.Number}", ct);
        await AddAsync("task_efforts", db.TaskEfforts, TaskEffortFile.Rows(Take(TaskEffortFile.ReadFile(folder)), clock.GetUtcNow()), e => $"{e.Kind}/{e.From:yyyy-MM-dd}", ct);
        await AddAsync("routes", db.Routes, ((string[])["tinh", "huyen", "xa"]).Select(level => new RouteRow
        {
            Id = NewId(),
            UnitKey = $"*:{level}",
            ProcedureCode = "*",
            From = InForceFrom,
            Steps = DefaultRoutes.Write(DefaultRoutes.For(level)),
        }), r => r.UnitKey + r.ProcedureCode, ct);
        var procedures = new ReferenceProcedures(db, clock);
        var versions = await procedures.LoadAsync(Take(ProcedureFile.ReadFile(folder)), units, ct);
        foreach (var (thing, count) in procedures.Added)
        {
            _added[thing] = count;
        }

        versions += await LoadFormsAsync(folder, ct);
        await AddAsync("published_figures", db.PublishedFigures, Take(ReferenceFigures.Read(folder, units, NewId)), f => $"{f.UnitName}|{f.Code}|{f.From:yyyy-MM-dd}|{f.To:yyyy-MM-dd}", ct);
        await transaction.CommitAsync(ct);
        return new ReferenceLoad(new Dictionary<string, int>(_added), versions, [.. _issues]) { Changes = [.. _changes] };
    }

    private async Task<List<UnitRow>> LoadUnitsAsync(string folder, CancellationToken ct)
    {
        var lines = Take(OrganisationFiles.Organisations(folder));
        var known = await db.Units.AsNoTracking().Select(u => new { u.Key, u.IdentifierCode }).ToDictionaryAsync(u => u.Key, u => u.IdentifierCode, StringComparer.Ordinal, ct);
        // A unit that appears later is in force from that day: no past figure changes
        var from = known.Count == 0 ? InForceFrom : ProvinceTime.DateOf(clock.GetUtcNow());
        await AddAsync("units", db.Units, ReferenceUnits.Rows(lines, from, known), u => u.Key, ct);
        _changes.AddRange(await new ReferenceUnitHistory(db, clock).RestateAsync(lines, ct));
        await FlushAsync(ct);
        await AddAsync("divisions", db.Divisions, ReferenceUnits.Rows(Take(OrganisationFiles.Divisions(folder)), InForceFrom), d => d.Level + d.Code, ct);
        return await db.Units.AsNoTracking().ToListAsync(ct);
    }

    private async Task LoadCalendarAsync(string folder, CancellationToken ct)
    {
        var calendar = ReferenceCalendar.Read(folder);
        _issues.AddRange(calendar.Malformed.Select(m => new FileIssue(m.File, m.Line, m.Reason)));
        await AddAsync("holidays", db.Holidays, calendar.Days.Select(d => new HolidayRow
        {
            Date = d.Date,
            Kind = KindOf(d.Kind),
            Name = d.Name,
            OfficeClosed = d.OfficeClosed,
            Source = "Dữ liệu tham chiếu",
        }).DistinctBy(h => (h.Date, h.Kind)), h => $"{h.Date:yyyy-MM-dd}{h.Kind}", ct);
        await AddAsync("working_hours", db.WorkingHours, [new WorkingHoursRow { Id = NewId(), UnitKey = "*", From = new DateOnly(2020, 1, 1), Sessions = WorkingHours.Default.ToString()! }], h => h.UnitKey, ct);
    }

    private async Task LoadPlanAsync(string folder, CancellationToken ct)
    {
        var groups = Take(PlanFiles.UnitGroups(folder));
        var targets = Take(PlanFiles.Targets(folder));
        var editions = await LoadEditionsAsync(Take(PlanFiles.Plans(folder)), ct);
        await AddAsync("unit_groups", db.UnitGroups, groups.Select(g => (g.Plan, g.Level, g.Group)).Distinct().Where(g => editions.ContainsKey(g.Plan)).Select((g, i) => new UnitGroupRow
        {
            Code = GroupCode(g.Level, g.Group),
            Key = GroupCode(g.Level, g.Group),
            PlanCode = g.Plan,
            EditionId = editions[g.Plan].Id,
            Level = g.Level,
            Order = i + 1,
            Name = $"Nhóm {g.Group} {(g.Level == "tinh" ? "cấp tỉnh" : "huyện, thành phố")}",
        }), g => g.Code, ct);
        var members = groups.Select(g => new UnitGroupMemberRow { Id = NewId(), GroupCode = GroupCode(g.Level, g.Group), UnitKey = g.OrgKey, From = g.From, Until = g.To?.AddDays(1) });
        var plans = groups.GroupBy(g => GroupCode(g.Level, g.Group), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Plan, StringComparer.Ordinal);
        // What a decision replaced or corrected since stays as that decision left it
        var present = editions.Values.Where(e => e is { Number: 1, Until: null }).Select(e => e.PlanCode).ToHashSet(StringComparer.Ordinal);
        var (joined, moved) = await new ReferenceMembers(db, clock).RestateAsync([.. members.Where(m => present.Contains(plans[m.GroupCode]))], plans, ct);
        _added["unit_group_members"] = joined;
        _changes.AddRange(moved);
        await FlushAsync(ct);
        await AddAsync("targets", db.Targets, targets.Where(t => present.Contains(t.Plan)).Select(t => new TargetRow
        {
            Id = NewId(),
            PlanCode = t.Plan,
            GroupCode = GroupCode(t.Level, t.Group),
            Indicator = t.Indicator,
            Order = IndicatorOrder(t.Indicator),
            Percent = t.Percent,
            From = t.From,
            Until = t.To?.AddDays(1),
        }), t => $"{t.GroupCode}/{t.Indicator}/{t.From:yyyy-MM-dd}", ct);
    }

    // A plan of the files is a plan whose decision nobody drafted here; its number may be unknown
    private async Task<Dictionary<string, PlanEditionRow>> LoadEditionsAsync(IReadOnlyList<PlanLine> plans, CancellationToken ct)
    {
        await AddAsync("plans", db.Plans, plans.Select(p => new PlanRow { Code = p.Key, Name = p.Name, From = p.From, Until = p.To?.AddDays(1) }), p => p.Code, ct);
        var order = await db.PlanEditions.MaxAsync(e => e.Order, ct) ?? 0;
        var now = clock.GetUtcNow();
        await AddAsync("plan_editions", db.PlanEditions, plans.OrderBy(p => p.From).Select(p => new PlanEditionRow
        {
            Id = NewId(),
            PlanCode = p.Key,
            Kind = PlanKind.Assignment,
            State = PlanState.Issued,
            Number = 1,
            Name = p.Name,
            From = p.From,
            Until = p.To?.AddDays(1),
            DecisionNo = p.DecisionNo ?? DecisionFacts.Unknown,
            DecisionOn = p.DecisionOn,
            Source = p.Source,
            CreatedAt = now,
            ChangedAt = now,
        }), e => $"{e.PlanCode}/{e.Number}", ct, e => e.Order = ++order);
        var issued = await db.PlanEditions.AsNoTracking().Where(e => e.State == PlanState.Issued).OrderBy(e => e.Order).ToListAsync(ct);
        return issued.GroupBy(e => e.PlanCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    }

    private async Task<int> LoadFormsAsync(string folder, CancellationToken ct)
    {
        var read = ReferenceForms.Read(Path.Combine(folder, "forms"));
        _issues.AddRange(read.Issues);
        var known = await db.FormVersions.AsNoTracking().Select(f => new { f.FormCode, f.Version, f.DefinitionHash }).ToListAsync(ct);
        var changed = 0;
        foreach (var form in read.Rows)
        {
            var versions = known.Where(k => k.FormCode == form.FormCode).ToList();
            if (versions.Any(v => v.DefinitionHash == form.DefinitionHash))
            {
                continue;
            }

            form.Id = NewId();
            form.Version = Math.Max(form.Version, versions.Count == 0 ? 1 : versions.Max(v => v.Version) + 1);
            form.From = versions.Count == 0 ? InForceFrom : ProvinceTime.DateOf(clock.GetUtcNow());
            if (versions.Count > 0)
            {
                changed++;
                await db.FormVersions.Where(f => f.FormCode == form.FormCode && f.Until == null).ExecuteUpdateAsync(s => s.SetProperty(f => f.Until, form.From), ct);
            }

            db.FormVersions.Add(form);
        }

        _added["forms"] = db.ChangeTracker.Entries<FormVersionRow>().Count() - changed;
        await FlushAsync(ct);
        return changed;
    }

    private IReadOnlyList<T> Take<T>(Parsed<T> parsed)
    {
        _issues.AddRange(parsed.Issues);
        return parsed.Rows;
    }

    private async Task AddAsync<T>(string thing, DbSet<T> set, IEnumerable<T> rows, Func<T, string> key, CancellationToken ct, Action<T>? each = null)
        where T : class
    {
        var known = (await set.AsNoTracking().ToListAsync(ct)).Select(key).ToHashSet(StringComparer.Ordinal);
        var fresh = rows.Where(r => known.Add(key(r))).ToList();
        _added[thing] = fresh.Count;
        if (each is not null) fresh.ForEach(each);
        if (fresh.Count > 0)
        {
            set.AddRange(fresh);
            await FlushAsync(ct);
        }
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private Guid NewId() => Ids.NewGuid(clock.GetUtcNow());

    private static string GroupCode(string level, int group) => $"{level}-{group}";

    private static int IndicatorOrder(string code) => Indicators.All.Select(i => i.Code).ToList().IndexOf(code) + 1;

    private static string KindOf(DayKind kind) => kind switch
    {
        DayKind.Compensatory => "compensatory",
        DayKind.SwapOff => "swap_off",
        DayKind.MakeupWorking => "makeup_working",
        DayKind.ClosedByDecision => "closed",
        _ => "holiday",
    };
}
