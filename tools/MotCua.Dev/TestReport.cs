using System.Globalization;
using System.Xml.Linq;

namespace MotCua.Dev;

/// <summary>What a test project's result file says.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed or broke.</param>
/// <param name="Skipped">Names of the tests that were skipped, with the reason where one is given.</param>
/// <param name="Failures">Names of the failed tests with the first lines of the message.</param>
/// <param name="Durations">Each test's name and duration.</param>
public sealed record TestReport(
    int Passed,
    int Failed,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<string> Failures,
    IReadOnlyList<(string Name, TimeSpan Took)> Durations)
{
    /// <summary>Reads a trx file.</summary>
    public static TestReport Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var space = root.Name.Namespace;
        var results = root.Descendants(space + "UnitTestResult").ToList();
        List<string> skipped = [], failures = [];
        var passed = 0;
        foreach (var result in results)
        {
            var name = (string?)result.Attribute("testName") ?? "?";
            var message = result.Descendants(space + "Message").FirstOrDefault()?.Value.Trim() ?? "";
            switch ((string?)result.Attribute("outcome"))
            {
                case "Passed":
                    passed++;
                    break;
                case "NotExecuted":
                    skipped.Add(message.Length == 0 ? name : $"{name}: {message}");
                    break;
                default:
                    failures.Add($"{name}: {message[..Math.Min(message.Length, 600)]}");
                    break;
            }
        }

        return new TestReport(passed, failures.Count, skipped, failures, [.. results.Select(r => ((string?)r.Attribute("testName") ?? "?", Took(r)))]);
    }

    private static TimeSpan Took(XElement result) =>
        TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var took) ? took : TimeSpan.Zero;
}
