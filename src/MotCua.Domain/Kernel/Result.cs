using System.Diagnostics.CodeAnalysis;

namespace MotCua.Domain.Kernel;

/// <summary>Either a value or a <see cref="Kernel.Problem"/>. A refusal is an ordinary outcome; a bug throws.</summary>
/// <typeparam name="T">The value of a success.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>The refusal, or null.</summary>
    public Problem? Problem { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    /// <summary>The value; throws when this is a refusal, because reading it then is a bug.</summary>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"No value: {Problem.Code} {Problem.Title}");

    /// <summary>A success.</summary>
    public static Result<T> Ok(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static Result<T> Fail(Problem problem) => new(default, problem);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => Ok(value);

    /// <summary>A refusal.</summary>
    public static implicit operator Result<T>(Problem problem) => Fail(problem);
}

/// <summary>Nothing, as the value of a success that has none.</summary>
public readonly record struct Done
{
    /// <summary>The only value.</summary>
    public static readonly Done Value;
}
