using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Exchange;

/// <summary>Registers the exchange module.</summary>
public static class ExchangeRegistration
{
    /// <summary>Adds the outbox and its desk.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(configuration.GetSection("MotCua:Retention").Get<RetentionTimes>() ?? new RetentionTimes());
        services.AddScoped<RetentionSweep>();
        services.AddSingleton<VisitCounters>();
        services.AddScoped<VisitFlush>();
        services.AddScoped<VisitSheets>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<OutboxDesk>();
        services.AddScoped<RedriveOutboxHandler>();
        services.AddScoped<OperationsBoard>();
        services.AddScoped<SystemHealth>();
        return services;
    }

    /// <summary>Adds the jobs that run beside the portal.</summary>
    public static IServiceCollection AddMotCuaJobs(this IServiceCollection services)
    {
        services.AddHostedService<OutboxPump>();
        services.AddHostedService<NightlyChecks>();
        services.AddHostedService<NightlySweep>();
        services.AddHostedService<VisitLoop>();
        return services;
    }
}
