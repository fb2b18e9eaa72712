namespace MotCua.Web.Hosting;

/// <summary>A posted form that could not be handled because the database was away, as it can be sent again. Secrets and files are left out.</summary>
/// <param name="Address">Where it goes: the local address it came to.</param>
/// <param name="Fields">Names and values as posted.</param>
/// <param name="HadFiles">Files were chosen; they must be chosen again.</param>
public sealed record ResendForm(string Address, IReadOnlyList<(string Name, string Value)> Fields, bool HadFiles)
{
    private const string Antiforgery = "__form";

    // Pages that ask for passwords or codes of use only once
    private static readonly string[] Secretive = [Links.SignIn(), Links.StaffSignIn(), Links.StaffAccount(), Links.StaffConfirm(), Links.SignOut(), Links.StaffSignOut()];

    /// <summary>The form of the request, or null when there is none that may be shown again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">The path it came to.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ResendForm?> ReadAsync(HttpRequest request, string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType || Secretive.Any(s => new PathString(path).StartsWithSegments(s, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(ct);
            var fields = form.Where(f => f.Key != Antiforgery && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
                .SelectMany(f => f.Value.Select(v => (f.Key, v ?? ""))).ToList();
            return new ResendForm(request.PathBase + new PathString(path) + request.QueryString, fields, form.Files.Count > 0);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
