using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MotCua.App.Exchange;
using MotCua.Web.Security;

namespace MotCua.Web.Hosting;

/// <summary>Registers and writes the readiness of the portal.</summary>
public static class HealthChecks
{
    /// <summary>Adds the checks. Only the database makes the portal unready; anything else is Degraded.</summary>
    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, timeout: TimeSpan.FromSeconds(5))
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, timeout: TimeSpan.FromSeconds(5))
            .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded, timeout: TimeSpan.FromSeconds(5))
            .AddCheck<MailCheck>("mail", HealthStatus.Degraded)
            .AddCheck<FilesCheck>("files", HealthStatus.Degraded)
            .AddCheck<IdentityCheck>("identity", HealthStatus.Degraded, timeout: TimeSpan.FromSeconds(3));
        services.AddSingleton<IdentityProbe>();
        return services;
    }

    /// <summary>Writes the report as JSON: names, states, sentences; no exception, address or secret.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            status = report.Status.ToString(),
            checks = report.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => new { name = e.Key, status = e.Value.Status.ToString(), detail = e.Value.Description ?? "" }),
        }, Options, context.RequestAborted);
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    private static HealthCheckResult Result(HealthFinding finding, HealthCheckContext context) =>
        finding.IsWell ? HealthCheckResult.Healthy(finding.Detail) : new HealthCheckResult(context.Registration.FailureStatus, finding.Detail);

    private static async Task<HealthCheckResult> ResultAsync(Func<Task<HealthFinding>> look, HealthCheckContext context)
    {
        try
        {
            return Result(await look(), context);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Không kiểm tra được");
        }
    }

    private sealed class DatabaseCheck(SystemHealth health) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => ResultAsync(() => health.DatabaseAsync(cancellationToken), context);
    }

    private sealed class OutboxCheck(SystemHealth health) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => ResultAsync(() => health.OutboxAsync(cancellationToken), context);
    }

    private sealed class JobsCheck(SystemHealth health) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => ResultAsync(() => health.JobsAsync(cancellationToken), context);
    }

    private sealed class MailCheck(SystemHealth health) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Result(health.Mail(), context));
    }

    private sealed class FilesCheck(SystemHealth health) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Result(health.Files(), context));
    }

    private sealed class IdentityCheck(IdentityProbe probe) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Result(await probe.LookAsync(cancellationToken), context);
    }
}

/// <summary>Asks the identity provider for its discovery document, at most twice a minute.</summary>
public sealed class IdentityProbe(IdentityProvider provider, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(2) };
    private (HealthFinding Finding, DateTimeOffset At)? _last;

    /// <summary>Whether people can sign in.</summary>
    public async Task<HealthFinding> LookAsync(CancellationToken ct)
    {
        if (!provider.IsSet)
        {
            return new HealthFinding(false, "Chưa cấu hình nhà cung cấp định danh (MotCua:Identity:Authority); người dân chưa đăng nhập được");
        }

        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Freshness)
        {
            return last.Finding;
        }

        HealthFinding finding;
        try
        {
            using var response = await _client.GetAsync(new Uri(provider.Authority.TrimEnd('/') + "/.well-known/openid-configuration"), ct);
            finding = response.IsSuccessStatusCode ? new(true, "Nhà cung cấp định danh trả lời") : new(false, $"Nhà cung cấp định danh trả lời lỗi {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            finding = new(false, "Nhà cung cấp định danh không trả lời; người dân chưa đăng nhập được");
        }

        _last = (finding, now);
        return finding;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
