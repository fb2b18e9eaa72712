namespace MotCua.App.Documents;

/// <summary>A durable, hashed file, kept outside the web root.</summary>
public sealed class StoredFileRow
{
    /// <summary>Key; also the name of the file in the store.</summary>
    public Guid Id { get; set; }

    /// <summary>Owner: <c>account:N</c> or <c>officer:N</c>.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Draft it was uploaded to, or null.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>Dossier it belongs to, once sent.</summary>
    public Guid? DossierId { get; set; }

    /// <summary>Name as given, cleaned.</summary>
    public string Name { get; set; } = "";

    /// <summary>Media type as found by opening it, not as said.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256, hex.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Pages (1 for pictures).</summary>
    public int Pages { get; set; }

    /// <summary>When it became durable.</summary>
    public DateTimeOffset StoredAt { get; set; }
}
