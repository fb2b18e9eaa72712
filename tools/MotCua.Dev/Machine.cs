namespace MotCua.Dev;

/// <summary>What the tests need beyond the SDK: PostgreSQL, Chromium, fonts with Vietnamese letters.</summary>
public static class Machine
{
    /// <summary>Chromium's path, or null.</summary>
    public static string? Chromium =>
        Environment.GetEnvironmentVariable("MOTCUA_CHROMIUM") is { Length: > 0 } given ? given
        : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private static bool HasFonts => Directory.Exists("/usr/share/fonts/truetype/liberation2") || Directory.Exists("/usr/share/fonts/truetype/liberation");

    /// <summary>Installs what is missing where that is possible without asking (root on Debian or Ubuntu), and says what stays missing.</summary>
    public static async Task PrepareAsync(CancellationToken ct)
    {
        List<string> packages = [];
        if (PrivatePostgres.FindBinaries() is null)
        {
            packages.Add("postgresql");
        }

        if (Chromium is null)
        {
            packages.Add("chromium");
        }

        if (!HasFonts)
        {
            packages.Add("fonts-liberation2");
        }

        if (packages.Count == 0)
        {
            return;
        }

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Console.WriteLine($"Installing {string.Join(", ", packages)}");
            var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            await Shell.RunAsync("apt-get", ["-qq", "update"], ct, quiet);
            await Shell.RunAsync("apt-get", ["-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0", "install", .. packages], ct, quiet);
        }

        if (PrivatePostgres.FindBinaries() is null)
        {
            Console.WriteLine("PostgreSQL is not here: its half of the persistence tests will be skipped. Install the package postgresql, or set MOTCUA_TEST_PG.");
        }

        if (Chromium is null)
        {
            Console.WriteLine("Chromium is not here: the browser journeys will be skipped. Install chromium, or set MOTCUA_CHROMIUM.");
        }
    }
}
