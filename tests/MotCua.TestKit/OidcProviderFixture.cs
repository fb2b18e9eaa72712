using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using MotCua.Dev;

namespace MotCua.TestKit;

/// <summary>
/// The independent certified OpenID provider of <c>tests/oidc-provider</c>, on a free port. Accounts: <c>an</c> (LoA2), <c>binh</c> (LoA3) and
/// <c>nameless</c>, which has no claim but its subject. It ends with this process.
/// </summary>
public sealed class OidcProviderFixture : IAsyncDisposable
{
    private readonly Process _process;

    private OidcProviderFixture(Process process, Uri issuer, ConcurrentQueue<string> refusals)
    {
        _process = process;
        Issuer = issuer;
        Refusals = refusals;
    }

    /// <summary>The only client's identifier.</summary>
    public const string ClientId = "motcua-portal";

    /// <summary>The only client's secret.</summary>
    public const string ClientSecret = "only-for-tests";

    /// <summary>The issuer; discovery is below it. Any redirect to a local address is accepted.</summary>
    public Uri Issuer { get; }

    /// <summary>Why the provider refused to give tokens, in its own words; complete once the provider is disposed.</summary>
    public IReadOnlyCollection<string> Refusals { get; }

    /// <summary>Starts the provider with the Node that Playwright carries; a system Node serves too.</summary>
    public static async Task<OidcProviderFixture> StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo(FindNode(), [Path.Combine(Shell.Root, "tests", "oidc-provider", "provider.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        var refusals = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("grant refused: ", StringComparison.Ordinal) == true)
            {
                refusals.Enqueue(line.Data["grant refused: ".Length..]);
            }
        };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("listening ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new OidcProviderFixture(process, new Uri(line["listening ".Length..]), refusals);
            }
        }

        throw new InvalidOperationException("The OpenID provider ended before it listened.");
    }

    /// <summary>Replaces the provider's signing key: tokens made from now on carry an unknown key id.</summary>
    public async Task RotateKeysAsync(CancellationToken ct)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(new Uri(Issuer, "/test/rotate-keys"), null, ct);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string FindNode()
    {
        var platform = $"{(OperatingSystem.IsWindows() ? "win32_" : OperatingSystem.IsMacOS() ? "darwin-" : "linux-")}{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var inside = Path.Combine(".playwright", "node", platform, OperatingSystem.IsWindows() ? "node.exe" : "node");
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var playwright = Path.Combine(packages, "microsoft.playwright");
        IEnumerable<string> folders =
        [
            AppContext.BaseDirectory,
            .. Directory.Exists(playwright) ? Directory.GetDirectories(playwright).OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>(),
        ];
        return folders.Select(folder => Path.Combine(folder, inside)).FirstOrDefault(File.Exists) ?? "node";
    }
}
