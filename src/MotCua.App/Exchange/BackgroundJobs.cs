using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;

namespace MotCua.App.Exchange;

/// <summary>Runs the outbox every second, on the node that has the lease.</summary>
public sealed class OutboxPump(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var tried = 0;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<JobLeases>().TryTakeAsync("outbox", TimeSpan.FromSeconds(30), stoppingToken))
                {
                    tried = await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().DeliverAsync(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The outbox could not be read; it is tried again");
            }

            await Task.Delay(tried > 0 ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>Once a night after 01:00 local time: seals the log, and proves that what was accepted is routed and owned (ADR 0010).</summary>
public sealed class NightlyChecks(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyChecks> log) : BackgroundService
{
    private const string Job = "nightly";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var services = scope.ServiceProvider;
                if (ProvinceTime.TimeOf(clock.GetUtcNow()).Hour == 1 && await services.GetRequiredService<JobLeases>().TryTakeAsync(Job, TimeSpan.FromHours(20), stoppingToken))
                {
                    await RunAsync(services, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The nightly checks failed; they are tried again");
            }

            await Task.Delay(TimeSpan.FromMinutes(20), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var root = await services.GetRequiredService<LogRoots>().SealAsync(ct);
        log.LogInformation("Sealed {Chains} chains with {Events} events", root.ChainCount, root.EventCount);
        foreach (var finding in await services.GetRequiredService<Reconciliation>().FindAsync(ct))
        {
            log.LogError("Reconciliation: {Rule}: {Dossier}", finding.Rule, finding.Code);
        }

        foreach (var unit in await services.GetRequiredService<MeasureProof>().FindAsync(ct))
        {
            log.LogError("Reconciliation: the figures of {Unit} are not those of its dossiers: run motcua rebuild measures", unit);
        }

        foreach (var (period, fault) in await services.GetRequiredService<ClosingProof>().FindAsync(ct))
        {
            log.LogError("Reconciliation: closed period {Period}: {Fault}", period, fault);
        }

        await services.GetRequiredService<JobLeases>().DoneAsync(Job, ct);
    }
}

/// <summary>Once a night after 02:00 local time: takes away what has outlived its use, by <see cref="RetentionTimes"/>.</summary>
public sealed class NightlySweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlySweep> log) : BackgroundService
{
    private const string Job = "retention";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var services = scope.ServiceProvider;
                if (ProvinceTime.TimeOf(clock.GetUtcNow()).Hour == 2 && await services.GetRequiredService<JobLeases>().TryTakeAsync(Job, TimeSpan.FromHours(20), stoppingToken))
                {
                    var swept = await services.GetRequiredService<RetentionSweep>().RunAsync(stoppingToken);
                    log.LogInformation("Swept {Sessions} sessions, {SignIns} records of signing in, {Messages} messages", swept.Sessions, swept.SignIns, swept.Messages);
                    await services.GetRequiredService<JobLeases>().DoneAsync(Job, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The nightly sweep failed; it is tried again");
            }

            await Task.Delay(TimeSpan.FromMinutes(20), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
