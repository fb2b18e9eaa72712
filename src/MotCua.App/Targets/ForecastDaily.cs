using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Targets;

/// <summary>Every morning, on the node that has the lease: tries the forecasts on the past, warns of targets that will be missed, looks for signs.</summary>
public sealed class ForecastDaily(IServiceScopeFactory scopes, WarningTimes times, TimeProvider clock, ILogger<ForecastDaily> log) : BackgroundService
{
    private const string Job = "forecast";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (ProvinceTime.TimeOf(clock.GetUtcNow()).Hour == times.Hour)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await RunAsync(scope.ServiceProvider, clock, log, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Forecasts and warnings failed; they are tried again");
            }

            await Task.Delay(TimeSpan.FromMinutes(10), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs once a local day.</summary>
    /// <returns>False when it ran today already, or another node has it.</returns>
    public static async Task<bool> RunAsync(IServiceProvider services, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(services);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var db = services.GetRequiredService<MotCuaDb>();
        var leases = services.GetRequiredService<JobLeases>();
        var last = await db.JobLeases.AsNoTracking().Where(l => l.Name == Job).Select(l => l.LastDoneAt).FirstOrDefaultAsync(ct);
        if ((last is { } done && ProvinceTime.DateOf(done) >= today) || !await leases.TryTakeAsync(Job, TimeSpan.FromMinutes(50), ct)) return false;
        var warned = await services.GetRequiredService<WarnOfTargets>().HandleAsync(ct);
        if (warned.Runs > 0) log.LogInformation("Warned of {Warnings} targets in {Runs} periods", warned.Warnings, warned.Runs);
        var signs = await services.GetRequiredService<FindFlags>().HandleAsync(ct);
        if (signs > 0) log.LogInformation("Found {Signs} signs of integrity", signs);
        await services.GetRequiredService<TryForecasts>().HandleAsync(ct);
        await leases.DoneAsync(Job, ct);
        return true;
    }
}
