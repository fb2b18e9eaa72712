using System.Text.Json;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>Adds the answerable record of an act of administration or security, in the same transaction as the act.</summary>
public sealed class AuditTrail(MotCuaDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds a record; the caller saves.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What, e.g. <c>OfficerGranted</c>.</param>
    /// <param name="subject">On what, an id or a code.</param>
    /// <param name="detail">Particulars, an object; no personal data.</param>
    public void Record(Actor actor, string action, string subject, object? detail = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        db.Audits.Add(new AuditRow
        {
            Id = Ids.NewGuid(now),
            At = now,
            Actor = $"{actor.Kind}:{actor.Id}",
            Action = action,
            Subject = subject,
            Detail = detail is null ? "{}" : JsonSerializer.Serialize(detail, Plain),
        });
    }
}
