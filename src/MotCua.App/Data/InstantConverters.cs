using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.App.Data;

/// <summary>PostgreSQL takes instants with offset zero only.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v.ToUniversalTime());

/// <summary>SQLite keeps instants as whole microseconds since year 1 UTC, so that they order and compare.</summary>
internal sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks / 10, v => new DateTimeOffset(v * 10, TimeSpan.Zero));
