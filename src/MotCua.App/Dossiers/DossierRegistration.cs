using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Dossiers;

/// <summary>Registers the dossier module.</summary>
public static class DossierRegistration
{
    /// <summary>Adds handlers and read models; the log's key and second copy are under <paramref name="home"/>.</summary>
    public static IServiceCollection AddDossiers(this IServiceCollection services, string home)
    {
        services.AddScoped<Journal>();
        services.AddScoped<CalendarEffects>();
        services.AddScoped<ApplyCalendarChangeHandler>();
        services.AddScoped<ImportDossiersHandler>();
        services.AddScoped<ExportDossiers>();
        services.AddSingleton(new LogRootOptions(Path.Combine(home, "var", "keys", "log-root.pem"), Path.Combine(home, "var", "log", "roots.txt")));
        services.AddScoped<LogRoots>();
        services.AddScoped<LogProof>();
        services.AddScoped<DossierChains>();
        services.AddScoped<Reconciliation>();
        services.AddDossierActs();
        return services.AddFiling();
    }
}
