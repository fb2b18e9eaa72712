using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Catalogue;

/// <summary>Registers the catalogue module.</summary>
public static class CatalogueRegistration
{
    /// <summary>Adds the public catalogue and the read models over it.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueCache>();
        services.AddScoped<PublicCatalogue>();
        services.AddScoped<ProcedurePages>();
        services.AddScoped<WhereToFile>();
        services.AddScoped<ProcedureClosings>();
        services.AddScoped<DataGaps>();
        services.AddScoped<UnitRouteSheets>();
        services.AddScoped<PublishRouteHandler>();
        services.AddScoped<WithdrawRouteHandler>();
        services.AddScoped<CloseProcedureHandler>();
        services.AddScoped<ReopenProcedureHandler>();
        return services;
    }
}
