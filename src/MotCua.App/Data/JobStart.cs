namespace MotCua.App.Data;

/// <summary>When jobs begin after a start: people's first pages go first, as both compile what they run for the first time.</summary>
internal static class JobStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Waits until the first pages had their turn; returns at once when the program ends meanwhile.</summary>
    public static async Task AfterFirstPagesAsync(TimeProvider clock, CancellationToken ct) =>
        await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
