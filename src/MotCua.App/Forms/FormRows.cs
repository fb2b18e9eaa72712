namespace MotCua.App.Forms;

/// <summary>A published, immutable version of an e-form.</summary>
public sealed class FormVersionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Form code; the procedure's code for a form of one procedure.</summary>
    public string FormCode { get; set; } = "";

    /// <summary>Procedure it belongs to.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>Definition JSON (contracts: form check).</summary>
    public string Definition { get; set; } = "";

    /// <summary>SHA-256 of the definition.</summary>
    public string DefinitionHash { get; set; } = "";

    /// <summary>Offered from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Made from the procedure's record (ADR 0009); never toàn trình.</summary>
    public bool IsGenerated { get; set; }
}
