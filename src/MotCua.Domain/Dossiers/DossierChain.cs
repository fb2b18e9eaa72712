using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotCua.Domain.Dossiers;

/// <summary>Everything of one stored event that its hash covers.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Seq">Place in the chain, from 1.</param>
/// <param name="At">When, UTC, whole microseconds.</param>
/// <param name="ActorKind">Kind of actor.</param>
/// <param name="ActorId">Account, officer or job id.</param>
/// <param name="ProcessId">The act of one person that this event belongs to.</param>
/// <param name="ProcessType">Name of the act, e.g. <c>DossierAccepting</c>.</param>
/// <param name="Payload">Canonical JSON of the event.</param>
public sealed record ChainedEvent(Guid DossierId, int Seq, DateTimeOffset At, int ActorKind, string ActorId, Guid ProcessId, string ProcessType, string Payload);

/// <summary>The hash chain of a dossier's events (ADR 0002): <c>hash = SHA-256(previous hash ‖ canonical form)</c>.</summary>
public static class DossierChain
{
    /// <summary>The previous hash of a chain's first event.</summary>
    public static readonly string Start = new('0', 64);

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The stored JSON of an event; the same event always gives the same bytes.</summary>
    public static string Write(DossierEvent e) => JsonSerializer.Serialize(e, Options);

    /// <summary>The event of stored JSON.</summary>
    /// <exception cref="JsonException">The stored text is not an event: the row was damaged.</exception>
    public static DossierEvent Read(string payload) =>
        JsonSerializer.Deserialize<DossierEvent>(payload, Options) ?? throw new JsonException("Empty event");

    /// <summary>Hash of an event after the previous one, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string previous, ChainedEvent e)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{previous}\n{e.DossierId:N}\n{e.Seq}\n{Micros(e.At)}\n{e.ActorKind}\n{e.ActorId}\n{e.ProcessId:N}\n{e.ProcessType}\n{e.Payload}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The instant cut to whole microseconds: what both databases keep.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % 10), TimeSpan.Zero);

    private static long Micros(DateTimeOffset at) => at.UtcTicks / 10;
}
