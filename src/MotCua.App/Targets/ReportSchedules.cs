using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Have a report made after each period.</summary>
/// <param name="Template">Code of the template.</param>
/// <param name="Kind">How long the periods are.</param>
/// <param name="Cut">Where they are cut off.</param>
/// <param name="Scope">Of whom.</param>
/// <param name="WorkingDaysAfter">Working day after the period, 1 to 20.</param>
public sealed record ScheduleReport(string? Template, PeriodKind Kind, PeriodCut Cut, string? Scope, int WorkingDaysAfter);

/// <summary>Schedules of reports: kept by people, carried out by <see cref="ReportLoop"/>.</summary>
public sealed class ReportSchedules(MotCuaDb db, ReportScopes scopes, WorkingCalendars calendars, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Who asks for scheduled reports.</summary>
    public const string Name = "report-schedule";

    /// <summary>Schedules within the actor's reach.</summary>
    public async Task<IReadOnlyList<ReportScheduleRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        var keys = await scopes.ReadKeysAsync(actor, ct);
        var all = await db.ReportSchedules.AsNoTracking().ToListAsync(ct);
        return [.. all.Where(s => keys is null || keys.Contains(s.Scope)).OrderBy(s => s.NextOn).ThenBy(s => s.Template, StringComparer.Ordinal).ThenBy(s => s.ScopeName, StringComparer.Ordinal)];
    }

    /// <summary>Adds a schedule; the first report is that of the present period.</summary>
    public async Task<Result<Guid>> AddAsync(ScheduleReport command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (ReportTemplates.Find(command.Template) is not { } template) return ReportProblems.NoTemplate;
        if (command.Kind == PeriodKind.Free || !template.Periods.Contains(new ReportPeriodKind(command.Kind, command.Cut))) return ReportProblems.PeriodKind;
        if (command.WorkingDaysAfter is < 1 or > 20) return ReportProblems.ScheduleShape;
        var period = Period.Containing(command.Kind, command.Cut, ProvinceTime.DateOf(now));
        var scope = await scopes.FindAsync(command.Scope ?? "", period, actor, ct);
        if (!scope.IsOk) return scope.Problem;
        if (!template.IsForUnits && command.Scope != ReportScope.Province) return ReportProblems.NotForScope;
        if (await db.ReportSchedules.AnyAsync(s => s.Template == template.Code && s.Kind == command.Kind && s.Cut == command.Cut && s.Scope == command.Scope, ct)) return ReportProblems.ScheduleThere;
        var row = new ReportScheduleRow
        {
            Id = Ids.NewGuid(now),
            Template = template.Code,
            Kind = command.Kind,
            Cut = command.Cut,
            Scope = command.Scope!,
            ScopeName = scope.Value.Name,
            WorkingDaysAfter = command.WorkingDaysAfter,
            IsOn = true,
            NextPeriod = period.Key,
            NextOn = await DueAsync(period, command.WorkingDaysAfter, ct),
            ChangedBy = actor.Id,
            ChangedAt = now,
        };
        db.ReportSchedules.Add(row);
        audit.Record(actor, "ReportScheduled", $"{row.Template}/{row.Scope}", new { kind = row.Kind.ToString(), cut = row.Cut.ToString(), row.WorkingDaysAfter });
        await db.SaveChangesAsync(ct);
        return row.Id;
    }

    /// <summary>Takes a schedule away; reports that were made stay.</summary>
    public async Task<Result<Done>> RemoveAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var row = await db.ReportSchedules.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (row is null || Period.Read(row.NextPeriod) is not { } period || !(await scopes.FindAsync(row.Scope, period, actor, ct)).IsOk) return ReportProblems.NotFound;
        db.ReportSchedules.Remove(row);
        audit.Record(actor, "ReportUnscheduled", $"{row.Template}/{row.Scope}", new { kind = row.Kind.ToString(), cut = row.Cut.ToString() });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }

    /// <summary>Puts the reports that are due into the queue and moves their schedules on. A period that was reported by hand is not reported again.</summary>
    /// <returns>How many were put into the queue.</returns>
    public async Task<int> AskDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var asked = 0;
        foreach (var row in await db.ReportSchedules.Where(s => s.IsOn && s.NextOn <= today).OrderBy(s => s.NextOn).Take(100).ToListAsync(ct))
        {
            if (Period.Read(row.NextPeriod) is not { } period) continue;
            var isThere = await db.Reports.AnyAsync(r => r.Template == row.Template && r.Period == row.NextPeriod && r.Scope == row.Scope && r.AsAt >= ProvinceTime.StartOf(period.To.AddDays(1)), ct)
                || await db.ReportRuns.AnyAsync(r => r.Template == row.Template && r.Period == row.NextPeriod && r.Scope == row.Scope && (r.State == ReportRunState.Waiting || r.State == ReportRunState.Running), ct);
            if (!isThere)
            {
                db.ReportRuns.Add(new ReportRunRow
                {
                    Id = Ids.NewGuid(now),
                    Template = row.Template,
                    Period = row.NextPeriod,
                    Scope = row.Scope,
                    ScopeName = row.ScopeName,
                    State = ReportRunState.Waiting,
                    AskedBy = Name,
                    AskedAt = now,
                    ScheduleId = row.Id,
                    Reason = "Lập theo lịch sau khi kỳ kết thúc",
                });
                asked++;
            }

            if (period.Next() is not { } next) row.IsOn = false;
            else (row.NextPeriod, row.NextOn) = (next.Key, await DueAsync(next, row.WorkingDaysAfter, ct));
        }

        await db.SaveChangesAsync(ct);
        return asked;
    }

    /// <summary>The n-th working day after the period, by the province's calendar.</summary>
    public async Task<DateOnly> DueAsync(Period period, int workingDaysAfter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(period);
        return (await calendars.ForAsync("ubnd-tinh", ct)).AddWorkingDays(period.To, workingDaysAfter);
    }
}

/// <summary>Makes reports all the time, on the node that has the lease: first those that schedules ask for, then step by step what waits.</summary>
public sealed partial class ReportLoop(IServiceScopeFactory services, TimeProvider clock, ILogger<ReportLoop> logger) : BackgroundService
{
    private const string Job = "reports";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenSchedules = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
        var schedulesAt = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                await using var scope = services.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<JobLeases>().TryTakeAsync(Job, Lease, stoppingToken))
                {
                    if (clock.GetUtcNow() - schedulesAt >= BetweenSchedules)
                    {
                        await scope.ServiceProvider.GetRequiredService<ReportSchedules>().AskDueAsync(stoppingToken);
                        schedulesAt = clock.GetUtcNow();
                    }

                    worked = await scope.ServiceProvider.GetRequiredService<ReportMaker>().StepAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A job must outlive every failure; it is logged, and the run shows it
            catch (Exception failure)
#pragma warning restore CA1031
            {
                StepFailed(logger, failure);
            }

            if (!worked) await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "A report could not be made; its run shows it and can be sent again")]
    private static partial void StepFailed(ILogger logger, Exception failure);
}
