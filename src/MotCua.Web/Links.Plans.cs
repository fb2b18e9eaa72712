using System.Globalization;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Plans and their drafts.</summary>
    public static string Plans() => "/can-bo/ke-hoach";

    /// <summary>One plan; with a number that decision of it.</summary>
    public static string Plan(string code, int? number = null) => With("/can-bo/ke-hoach/" + Part(code), ("ban", number?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Begin a plan for a new period.</summary>
    public static string PlanNew(Guid? copied = null) => With("/can-bo/ke-hoach/lap-moi", ("tu-ban", copied?.ToString("N")));

    /// <summary>Begin a correction of a plan.</summary>
    public static string PlanCorrect(string code) => "/can-bo/ke-hoach/" + Part(code) + "/dieu-chinh";

    /// <summary>Record number, date and signer of an issued decision.</summary>
    public static string PlanDecision(string code, int number) => With("/can-bo/ke-hoach/" + Part(code) + "/quyet-dinh", ("ban", number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A draft.</summary>
    public static string PlanDraft(Guid id) => "/can-bo/ke-hoach/du-thao/" + id.ToString("N");

    /// <summary>Edit a draft.</summary>
    public static string PlanDraftEdit(Guid id) => PlanDraft(id) + "/sua";

    /// <summary>Where a decision or draft is shown.</summary>
    public static string PlanEdition(App.Targets.PlanEditionRow edition) => edition.State == Domain.Targets.PlanState.Issued ? Plan(edition.PlanCode, edition.Number) : PlanDraft(edition.Id);

    /// <summary>Two decisions or drafts beside each other.</summary>
    public static string PlanCompare(Guid? before = null, Guid? after = null, bool all = false) =>
        With("/can-bo/ke-hoach/so-sanh", ("truoc", before?.ToString("N")), ("sau", after?.ToString("N")), ("tat-ca", all ? "true" : null));

    /// <summary>Its văn bản, for reading and printing; as a file with <c>docx</c> or <c>pdf</c>.</summary>
    public static string PlanPaper(Guid id, string? format = null) => With("/can-bo/ke-hoach/van-ban-giao/" + id.ToString("N"), ("handler", format));
}
