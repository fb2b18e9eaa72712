namespace MotCua.Bench;

internal static class BoardBench
{
    public static Task RunAsync(Report report, int rounds) => Task.CompletedTask;
}
