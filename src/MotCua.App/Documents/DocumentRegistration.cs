using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Documents;

/// <summary>Registers the documents module.</summary>
public static class DocumentRegistration
{
    /// <summary>Adds the file store; <c>MotCua:Files:Folder</c> and <c>MotCua:Files:GreatestBytes</c> configure it.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration, string home)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var folder = configuration["MotCua:Files:Folder"] is { Length: > 0 } given ? given : Path.Combine(home, "var", "files");
        var greatest = long.TryParse(configuration["MotCua:Files:GreatestBytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : FileStoreOptions.DefaultGreatestBytes;
        services.AddSingleton(new FileStoreOptions(folder, greatest));
        services.AddScoped<FileStore>();
        return services;
    }
}
