namespace MotCua.Cli;

/// <summary>How far a long verb came, on standard error, at most a line each two seconds: rows, a second, percent when the whole is known.</summary>
/// <param name="error">Standard error.</param>
/// <param name="what">What is counted, Vietnamese.</param>
/// <param name="of">How many there are, or null.</param>
internal sealed class Progress(TextWriter error, string what, long? of)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private long _told = TimeProvider.System.GetTimestamp();

    /// <summary>Tells, when it is time again.</summary>
    public void Tell(int done)
    {
        if (TimeProvider.System.GetElapsedTime(_told) < Pause) return;
        _told = TimeProvider.System.GetTimestamp();
        var seconds = TimeProvider.System.GetElapsedTime(_start).TotalSeconds;
        error.WriteLine(FormattableString.Invariant($"{done} {what}, {done / seconds:0}/s{(of is > 0 ? FormattableString.Invariant($", {100.0 * done / of:0} %") : "")}"));
    }
}
