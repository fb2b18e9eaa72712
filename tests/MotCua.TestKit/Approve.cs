using System.Runtime.CompilerServices;

namespace MotCua.TestKit;

/// <summary>Compares a text with an approved file beside the test; a difference is written as <c>*.received.txt</c> for review.</summary>
public static class Approve
{
    /// <summary>Fails when the text is not what was approved under the name.</summary>
    /// <param name="text">What came out.</param>
    /// <param name="name">Short name of the approved file, without its ending.</param>
    /// <param name="test">The calling test's file: given by the compiler.</param>
    public static void Text(string text, string name, [CallerFilePath] string test = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var folder = Path.GetDirectoryName(test)!;
        var approved = Path.Combine(folder, name + ".approved.txt");
        var received = Path.Combine(folder, name + ".received.txt");
        var now = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == now)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, now);
        throw new InvalidOperationException($"{name}: differs from what was approved. Compare {received} with {approved}; if it is right, rename it.");
    }
}
