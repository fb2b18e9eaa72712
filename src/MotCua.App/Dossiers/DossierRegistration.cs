using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Dossiers;

/// <summary>Registers the dossier module.</summary>
public static class DossierRegistration
{
    /// <summary>Adds handlers and read models.</summary>
    public static IServiceCollection AddDossiers(this IServiceCollection services)
    {
        services.AddScoped<Journal>();
        return services;
    }
}
