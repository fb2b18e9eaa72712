namespace MotCua.Cli;

/// <summary>The call cannot be understood; the message says in Vietnamese how to mend it. Ends with <see cref="ExitCode.Usage"/>.</summary>
public sealed class UsageException : Exception
{
    /// <summary>A refusal without a sentence; prefer the other constructors.</summary>
    public UsageException()
    {
    }

    /// <summary>A refusal with a sentence for the operator.</summary>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with a sentence and its cause.</summary>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
