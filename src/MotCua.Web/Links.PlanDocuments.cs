using System.Globalization;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>The register of the plan's documents.</summary>
    public static string PlanDocuments(PlanDocumentView view = PlanDocumentView.Open, string? unit = null, PlanDocumentKind? kind = null, int? before = null) =>
        With("/can-bo/ke-hoach/van-ban", ("phan", PlanDocumentParts.WordOf(view)), ("donVi", unit), ("loai", kind is { } k ? ((int)k).ToString(CultureInfo.InvariantCulture) : null),
            ("truoc", before?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Enter a draft into the register.</summary>
    public static string PlanDocumentNew() => "/can-bo/ke-hoach/van-ban/soan";

    /// <summary>One document of the register.</summary>
    public static string PlanDocument(Guid id) => "/can-bo/ke-hoach/van-ban/" + id.ToString("N");
}

/// <summary>Words of the parts of the register in addresses.</summary>
public static class PlanDocumentParts
{
    private static readonly (PlanDocumentView View, string? Word)[] Words =
        [(PlanDocumentView.Open, null), (PlanDocumentView.Issued, "da-ban-hanh"), (PlanDocumentView.Replaced, "da-thay-the"), (PlanDocumentView.Dropped, "thoi-ban-hanh")];

    /// <summary>The word of a part; null for drafts.</summary>
    public static string? WordOf(PlanDocumentView view) => Words.First(w => w.View == view).Word;

    /// <summary>The part of a word; drafts for any other.</summary>
    public static PlanDocumentView ViewOf(string? word) => Words.FirstOrDefault(w => w.Word == word) is { View: not 0 } found ? found.View : PlanDocumentView.Open;
}
