using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Dossiers;

/// <summary>Registers filing and the owner's side of dossiers.</summary>
internal static class FilingRegistration
{
    public static IServiceCollection AddFiling(this IServiceCollection services)
    {
        services.AddSingleton<FilingCache>();
        services.AddSingleton<TypingStash>();
        services.AddScoped<FilingCatalogue>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<StartDraftHandler>();
        services.AddScoped<StartSupplementHandler>();
        services.AddScoped<MoveDraftHandler>();
        services.AddScoped<DiscardDraftHandler>();
        services.AddScoped<SaveDraftHandler>();
        services.AddScoped<ChoosePaperWayHandler>();
        services.AddScoped<AddDraftFileHandler>();
        services.AddScoped<RemoveDraftFileHandler>();
        services.AddScoped<ReuseHeldPaperHandler>();
        services.AddScoped<HeldPapers>();
        services.AddScoped<SubmitDraftHandler>();
        services.AddScoped<SendSupplementHandler>();
        services.AddScoped<OwnDossiers>();
        services.AddScoped<OwnDossierSheets>();
        services.AddScoped<PublicLookup>();
        return services;
    }
}
