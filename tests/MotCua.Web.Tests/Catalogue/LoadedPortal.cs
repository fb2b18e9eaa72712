namespace MotCua.Web.Tests.Catalogue;

/// <summary>One portal with the province's reference data for all tests of a class; they only read.</summary>
public sealed class LoadedPortal : IAsyncLifetime
{
    /// <summary>The portal.</summary>
    public LivePortal Portal { get; private set; } = null!;

    /// <summary>What it asks of its database.</summary>
    public DatabaseWatch Watch { get; } = new();

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Portal = await LivePortal.StartAsync(loaded: true, services: Watch.Into);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
}
