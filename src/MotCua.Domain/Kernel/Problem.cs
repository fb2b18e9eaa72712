namespace MotCua.Domain.Kernel;

/// <summary>What kind of refusal a <see cref="Problem"/> is; the edge turns it into an HTTP status or an exit code.</summary>
public enum ProblemKind
{
    /// <summary>The law, or the state of the thing, does not allow the act (HTTP 422).</summary>
    Refused = 1,

    /// <summary>There is no such thing for this person (HTTP 404). Also used when it exists but is not theirs.</summary>
    NotFound = 2,

    /// <summary>Somebody else changed the thing meanwhile (HTTP 409).</summary>
    Conflict = 3,

    /// <summary>The person may not do this (HTTP 403).</summary>
    Forbidden = 4,

    /// <summary>The input does not fit (HTTP 400).</summary>
    Invalid = 5,
}

/// <summary>A refusal that a person must be able to read: a stable code, a Vietnamese sentence that says how to mend it.</summary>
/// <param name="Code">Stable code such as <c>DOS-0004</c>; never reused for another meaning.</param>
/// <param name="Title">Vietnamese sentence, for the person.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Field">The input it is about, when it is about one.</param>
public sealed record Problem(string Code, string Title, ProblemKind Kind = ProblemKind.Refused, string? Field = null)
{
    /// <summary>The same problem with a sentence that names the particulars.</summary>
    public Problem Saying(string title) => this with { Title = title };

    /// <summary>The same problem, tied to one input.</summary>
    public Problem For(string field) => this with { Field = field };
}
