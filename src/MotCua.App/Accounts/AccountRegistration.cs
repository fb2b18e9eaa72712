using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Organisations;

namespace MotCua.App.Accounts;

/// <summary>Registers signing in, sessions and the administration of officers.</summary>
public static class AccountRegistration
{
    /// <summary>Adds handlers and read models.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(configuration.GetSection("MotCua:Sessions").Get<SessionTimes>() ?? new SessionTimes());
        services.AddSingleton<SessionMemory>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = configuration.GetValue("MotCua:PasswordIterations", 210_000));
        services.AddSingleton<IPasswordHasher<OfficerRow>, PasswordHasher<OfficerRow>>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditReading>();
        services.AddScoped<RecordExportHandler>();
        services.AddScoped<Sessions>();
        services.AddScoped<OfficerCredentials>();
        services.AddScoped<AccountSheets>();
        services.AddScoped<UnitNames>();
        services.AddScoped<SignInCitizenHandler>();
        services.AddScoped<CheckOfficerPasswordHandler>();
        services.AddScoped<CheckOfficerCodeHandler>();
        services.AddScoped<BeginOfficerSessionHandler>();
        services.AddScoped<ChangeOfficerPasswordHandler>();
        services.AddScoped<ConfirmOfficerHandler>();
        services.AddScoped<OfficerSheets>();
        services.AddScoped<CreateOfficerHandler>();
        services.AddScoped<EditOfficerHandler>();
        services.AddScoped<GrantRoleHandler>();
        services.AddScoped<RevokeRoleHandler>();
        services.AddScoped<ChangeAccessHandler>();
        services.AddScoped<OfficerNetworks>();
        services.AddScoped<SeedDemoAccountsHandler>();
        services.AddScoped<CreateAdministratorHandler>();
        return services;
    }
}
