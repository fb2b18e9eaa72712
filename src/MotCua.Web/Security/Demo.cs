namespace MotCua.Web.Security;

/// <summary>Whether this is a demonstration with stand-ins; never in production.</summary>
/// <param name="IsOn"><c>MotCua:Demo</c>, or the address of a Sandbox is given.</param>
/// <param name="SandboxUrl">Address of the Sandbox (<c>Sandbox:Url</c>), or empty.</param>
public sealed record Demo(bool IsOn, string SandboxUrl)
{
    /// <summary>The Sandbox's page with the demo officers and their present codes.</summary>
    public string TotpPage => SandboxUrl + "/can-bo-mau";

    /// <summary>Reads the configuration; the production environment is never a demonstration.</summary>
    public static Demo From(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        if (environment.IsProduction())
        {
            return new Demo(false, "");
        }

        var sandbox = (configuration["Sandbox:Url"] ?? "").TrimEnd('/');
        return new Demo(configuration.GetValue("MotCua:Demo", false) || sandbox.Length > 0, sandbox);
    }
}
