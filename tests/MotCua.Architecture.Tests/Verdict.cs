namespace MotCua.Architecture.Tests;

/// <summary>Says every offence, one a line: a rule that fails must tell what to mend.</summary>
internal static class Verdict
{
    /// <summary>Passes when nothing offends.</summary>
    public static void Clean(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} offence(s):")));
    }
}
