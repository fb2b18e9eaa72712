using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;

namespace MotCua.App.Targets;

/// <summary>Registers the targets module.</summary>
public static class TargetRegistration
{
    /// <summary>Adds the projector, the read side and the verbs' handlers.</summary>
    public static IServiceCollection AddTargets(this IServiceCollection services)
    {
        services.AddScoped<FactLedger>();
        services.AddScoped<ImportServicesHandler>();
        services.AddScoped<ProjectMeasures>();
        services.AddScoped<RebuildMeasures>();
        services.AddScoped<MeasureQueries>();
        services.AddScoped<DemoSeeding>();
        return services;
    }

    /// <summary>Adds the background job; for the portal only, since the verbs bring measures up to date themselves.</summary>
    public static IServiceCollection AddTargetJobs(this IServiceCollection services) => services.AddHostedService<MeasureLoop>();
}
