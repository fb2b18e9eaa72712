namespace MotCua.Web.Security;

/// <summary>Where to go afterwards: only within the portal.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is local, otherwise the other one. <c>//host</c>, <c>/\host</c>, a scheme or a control character is not local.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    /// <summary>True for an address within the portal.</summary>
    public static bool IsLocal(string? address) =>
        address is { Length: > 0 and <= 2000 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);
}
