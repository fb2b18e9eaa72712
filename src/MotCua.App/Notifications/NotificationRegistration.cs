using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Dossiers;

namespace MotCua.App.Notifications;

/// <summary>Registers the notifications module.</summary>
public static class NotificationRegistration
{
    /// <summary>Adds listeners, templates and channels; section <c>MotCua:Mail</c> configures e-mail.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mail = configuration.GetSection("MotCua:Mail");
        services.AddSingleton(new MailOptions(
            mail["Host"] ?? "",
            int.TryParse(mail["Port"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 25,
            mail["From"] ?? "khong-tra-loi@dichvucong.backan.gov.vn",
            mail["FromName"] ?? "Cổng Dịch vụ công tỉnh Bắc Kạn",
            mail["User"] ?? "",
            mail["Password"] ?? "",
            mail["UseTls"] is "true" or "True",
            configuration["MotCua:PortalAddress"] ?? "Cổng Dịch vụ công tỉnh Bắc Kạn"));
        services.AddSingleton<IDossierListener, NoticeListener>();
        services.AddScoped<NoticeComposer>();
        services.AddScoped<IOutboxDestination, InboxDestination>();
        services.AddScoped<IOutboxDestination, MailDestination>();
        services.AddScoped<Inboxes>();
        services.AddScoped<OfficerNotices>();
        services.AddScoped<OfficerRecipients>();
        services.AddScoped<IOutboxDestination, OfficerInboxDestination>();
        services.AddScoped<IOutboxDestination, OfficerMailDestination>();
        services.AddScoped<OfficerInboxes>();
        return services;
    }
}
