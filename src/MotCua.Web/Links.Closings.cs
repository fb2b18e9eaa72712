namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Closed periods.</summary>
    public static string Closings() => Board() + "/chot-so";

    /// <summary>One period: its closings, what differs since, late corrections.</summary>
    /// <param name="period">Key of the period.</param>
    /// <param name="before">Place before which the page of corrections begins.</param>
    /// <param name="done">What was just done.</param>
    public static string Closing(string period, Guid? before = null, string? done = null) => With(Closings() + "/" + Part(period), ("truoc", before?.ToString("N")), ("xong", done));

    /// <summary>Indicators defined without code.</summary>
    public static string Definitions() => Board() + "/dinh-nghia";

    /// <summary>One version of a definition.</summary>
    public static string Definition(Guid id, string? done = null) => With(Definitions() + "/" + id.ToString("D"), ("xong", done));

    /// <summary>Drafting a definition: a new one, the draft, or the next version of a published one.</summary>
    public static string DefinitionDraft(Guid? draft = null, Guid? after = null) => With(Definitions() + "/soan", ("ban", draft?.ToString("D")), ("tiep", after?.ToString("D")));
}
