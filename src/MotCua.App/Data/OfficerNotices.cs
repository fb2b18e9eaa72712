using System.Text.Encodings.Web;
using System.Text.Json;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>A line of a notice that leads somewhere.</summary>
/// <param name="Text">Words.</param>
/// <param name="Procedure">Procedure that it is about, or null.</param>
/// <param name="Count">How many, or null.</param>
public sealed record OfficerNoticeItem(string Text, string? Procedure = null, long? Count = null);

/// <summary>
/// A notice to officers, by the roles they hold when it is delivered: whoever writes it need not know who that is, nor by which channel they hear of it.
/// It names units, procedures and figures, never a person.
/// </summary>
/// <param name="Roles">Roles that get it.</param>
/// <param name="Unit">Only those who hold one for this unit; null = for any.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text, paragraphs parted by line ends.</param>
/// <param name="About">What a link may be made of, e.g. <c>forecast:tp-bac-kan:2026-11</c>; empty = nothing.</param>
/// <param name="Items">Lines of a list below.</param>
public sealed record OfficerNotice(IReadOnlyList<Role> Roles, string? Unit, string Title, string Text, string About, IReadOnlyList<OfficerNoticeItem> Items);

/// <summary>Writes notices to officers into the outbox; destinations stand in Notifications (ADR 0022).</summary>
public sealed class OfficerNotices(PersonalDataVault vault)
{
    /// <summary>Destination of the officers' inbox.</summary>
    public const string Inbox = "officer-inbox";

    /// <summary>Destination of officers' e-mail.</summary>
    public const string Email = "officer-email";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entries of a notice, one for each channel; the caller adds and saves them with what caused it.</summary>
    /// <param name="kind">Kind of message, e.g. <c>TargetWarned</c>.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="at">When, UTC.</param>
    public IEnumerable<OutboxRow> Rows(string kind, OfficerNotice notice, DateTimeOffset at)
    {
        var body = vault.Seal(JsonSerializer.Serialize(notice, Plain));
        foreach (var destination in new[] { Inbox, Email })
        {
            yield return new OutboxRow { Id = Ids.NewGuid(at), Destination = destination, Kind = kind, BodyCipher = body, CreatedAt = at, NextAttemptAt = at, State = OutboxState.Pending };
        }
    }

    /// <summary>Reads an entry; null when it is none of these.</summary>
    public OfficerNotice? Read(OutboxRow entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.BodyCipher.Length == 0 ? null : JsonSerializer.Deserialize<OfficerNotice>(vault.Unseal(entry.BodyCipher), Plain);
    }
}
