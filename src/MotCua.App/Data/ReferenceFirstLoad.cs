using Microsoft.Extensions.Logging;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Loads the reference data when a database is made or migrated; rows that could not be used are warned of in the log.</summary>
public sealed class ReferenceFirstLoad(LoadReferenceDataHandler handler, ILogger<ReferenceFirstLoad> logger) : IFirstLoad
{
    /// <inheritdoc />
    public async Task LoadAsync(CancellationToken ct)
    {
        var load = await handler.HandleAsync(new LoadReferenceData(), Actor.System("reference-data"), ct);
        if (!load.IsOk)
        {
            throw new InvalidOperationException(load.Problem.Title);
        }

        foreach (var issue in load.Value.Issues)
        {
            logger.LogWarning("Reference data {File}:{Line}: {Reason}", issue.File, issue.Line, issue.Reason);
        }

        if (!load.Value.ChangedNothing)
        {
            logger.LogInformation("Reference data: added {Added}, {Versions} new versions", string.Join(", ", load.Value.Added.Where(a => a.Value > 0).Select(a => $"{a.Key} {a.Value}")), load.Value.Versions);
        }
    }
}
