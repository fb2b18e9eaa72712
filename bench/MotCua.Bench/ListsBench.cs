namespace MotCua.Bench;

internal static class ListsBench
{
    public static Task RunAsync(Report report, int rounds) => Task.CompletedTask;
}
