using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Dossiers;

namespace MotCua.App.Notifications;

/// <summary>Registers the notifications module.</summary>
public static class NotificationRegistration
{
    /// <summary>Adds listeners, templates and channels.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<IDossierListener, NoticeListener>();
        return services;
    }
}
