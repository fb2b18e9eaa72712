using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.App.Forms;
using MotCua.App.Notifications;
using MotCua.App.Organisations;
using MotCua.App.Targets;

namespace MotCua.App;

/// <summary>Registers the application layer. Each module adds its own handlers and read models in its <c>Add…</c> method.</summary>
public static class AppRegistration
{
    /// <summary>The home folder: <c>MOTCUA_HOME</c>, default the current directory. Files, keys and the embedded database live under its <c>var/</c>.</summary>
    public static string Home(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["MOTCUA_HOME"] is { Length: > 0 } home ? home : Directory.GetCurrentDirectory();
    }

    /// <summary>Adds everything the portal, the jobs and the operators' verbs need.</summary>
    public static IServiceCollection AddMotCuaApp(this IServiceCollection services, IConfiguration configuration)
    {
        var home = Home(configuration);
        var choice = DatabaseChoice.From(configuration.GetConnectionString("MotCua"), home);
        services.AddSingleton(choice);
        services.AddDbContextPool<MotCuaDb>(choice.Configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => PersonalDataVault.Open(configuration["MotCua:KeyRing"] is { Length: > 0 } file ? file : Path.Combine(home, "var", "keys", "vault.keys")));
        services.AddScoped<LoadReferenceDataHandler>();
        services.AddCalendars();
        services.AddCatalogue();
        services.AddSingleton<FillingTimeMemory>();
        services.AddScoped<FillingTimes>();
        services.AddDataProtection().SetApplicationName("MotCua").PersistKeysToDbContext<MotCuaDb>();
        services.AddOptions<KeyManagementOptions>().Configure<PersonalDataVault>((o, vault) => o.XmlEncryptor = new VaultKeyEncryptor(vault));
        services.AddScoped<UnitSheets>();
        services.AddSingleton(_ => new DistrictMaps(Path.Combine(AppContext.BaseDirectory, "data", "maps", "districts.geojson")));
        services.AddScoped<EditUnitHandler>();
        services.AddAccounts(configuration);
        services.AddScoped<PublicationSheets>();
        services.AddScoped<PublishProceduresHandler>();
        services.AddDocuments(configuration, home);
        services.AddScoped<FirstStart>();
        services.AddScoped<RowWriter>();
        services.AddScoped<Backups>();
        services.AddScoped<JobLeases>();
        services.AddDossiers(home);
        services.AddNotifications(configuration);
        services.AddExchange(configuration);
        services.AddTargets();
        return services;
    }
}
