using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MotCua.App.Data;

/// <summary>
/// Tags of where something came from: equal when the source is the same and the day is the same, and nothing else. The key changes with every local
/// day, so that nobody can be followed from one to the next; what is tagged is a network, never a device. Rows with tags are kept for
/// <see cref="Kept"/> (ADR 0042).
/// </summary>
public static class SourceTags
{
    /// <summary>How long rows with tags are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The network of an address: the first 24 bits of IPv4, 48 of IPv6; empty when it is not known.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes[0]}.{bytes[1]}.{bytes[2]}.0/24")
            : Convert.ToHexStringLower(bytes.AsSpan(0, 6)) + "/48";
    }

    /// <summary>The tag of a source on a local day; empty stays empty.</summary>
    /// <param name="vault">Has the key.</param>
    /// <param name="day">Local day.</param>
    /// <param name="kind">What is tagged, e.g. <c>network</c>: the same text of two kinds has two tags.</param>
    /// <param name="source">The source.</param>
    public static string Of(PersonalDataVault vault, DateOnly day, string kind, string source)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return string.IsNullOrEmpty(source) ? "" : vault.DayTag(day, kind + "|" + source);
    }
}
