namespace MotCua.Cli;

/// <summary>What the verbs tell the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, with rejected rows or a failed check.</summary>
    public const int Rejected = 1;

    /// <summary>Wrong usage: unknown verb, option or value.</summary>
    public const int Usage = 2;

    /// <summary>The system (database, file store, other end) is not reachable.</summary>
    public const int Unreachable = 3;
}
