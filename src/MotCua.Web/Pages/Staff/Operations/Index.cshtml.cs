using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MotCua.App.Exchange;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Vận hành: how each part is, what waits to be sent, which jobs run, when the log was last sealed.</summary>
[Authorize(Policy = Policies.Operate)]
public sealed class IndexModel(HealthCheckService health, OutboxDesk outbox, OperationsBoard board, RetentionTimes retention) : PageModel
{
    /// <summary>Parts and how they are.</summary>
    public HealthReport Health { get; private set; } = null!;

    /// <summary>Outbox by destination.</summary>
    public IReadOnlyList<OutboxHealth> Outbox { get; private set; } = [];

    /// <summary>Jobs.</summary>
    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    /// <summary>How long is kept what no dossier needs.</summary>
    public RetentionTimes Retention { get; } = retention.Lawful();

    /// <summary>The last seal.</summary>
    public RootLine? Root { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Health = await health.CheckHealthAsync(ct);
        Outbox = await outbox.HealthAsync(ct);
        Jobs = await board.JobsAsync(ct);
        Root = await board.LastRootAsync(ct);
    }
}
