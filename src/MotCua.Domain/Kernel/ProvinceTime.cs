namespace MotCua.Domain.Kernel;

/// <summary>
/// Local time of the province (Asia/Ho_Chi_Minh, UTC+7 without daylight saving since 1975). Instants are UTC <see cref="DateTimeOffset"/>;
/// legal dates are <see cref="DateOnly"/> in local time.
/// </summary>
public static class ProvinceTime
{
    /// <summary>The fixed offset of the province's local time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The instant with the local offset, for showing and for counting hours.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The local date of the instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The local time of day of the instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The UTC instant of a local date and time of day.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The UTC instant at which the local date begins.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);
}
