namespace MotCua.Domain.Kernel;

/// <summary>Makes time-ordered identifiers from a given instant, so that keys grow and tests are repeatable in time.</summary>
public static class Ids
{
    /// <summary>A version 7 UUID for the instant.</summary>
    public static Guid NewGuid(DateTimeOffset now) => Guid.CreateVersion7(now);
}
