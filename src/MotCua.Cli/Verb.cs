namespace MotCua.Cli;

/// <summary>One verb of the operators' command. Add one by adding a line to <see cref="Verbs.All"/>.</summary>
/// <param name="Name">One or more words, such as <c>deadline</c> or <c>import dossiers</c>; the longest match wins.</param>
/// <param name="Usage">What follows the name, as printed by <c>--help</c>.</param>
/// <param name="Vietnamese">One or more lines of help in Vietnamese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Options">Names without dashes; with <c>=</c> at the end when a value follows (may be repeated), without when it is a flag.</param>
/// <param name="RunAsync">Does the work and returns one of <see cref="ExitCode"/>; throws <see cref="UsageException"/> for a wrong call.</param>
public sealed record Verb(
    string Name,
    string Usage,
    string Vietnamese,
    string English,
    IReadOnlyList<string> Options,
    Func<VerbCall, CancellationToken, Task<int>> RunAsync);

/// <summary>A call of a verb: what was typed, and where data and human text go.</summary>
/// <param name="Arguments">What was typed after the verb's name.</param>
/// <param name="Out">Data only.</param>
/// <param name="Error">Text for people.</param>
/// <param name="Clock">The clock of this run.</param>
public sealed record VerbCall(Arguments Arguments, TextWriter Out, TextWriter Error, TimeProvider Clock);
