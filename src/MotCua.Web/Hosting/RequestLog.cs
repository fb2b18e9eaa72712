using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace MotCua.Web.Hosting;

/// <summary>One line a request: method, route (never the address itself, which may hold a code), status, time. No query string, no person.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    /// <summary>Measures and writes.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // the host makes none when nobody listens; a person still needs a code to read out
        using var activity = Activity.Current is null ? new Activity("Request").SetIdFormat(ActivityIdFormat.W3C).Start() : null;
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // an error page was shown: the route that failed is what matters, and its exception is logged here, with the code that the person reads out
            if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
            {
                Failed(log, error, Correlation.Of(context));
            }

            var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
            if (endpoint is not null)
            {
                var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "";
                Line(log, context.Request.Method, route, context.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds, Correlation.Of(context));
            }
        }
    }

    [LoggerMessage(2, LogLevel.Error, "Request failed {Correlation}")]
    private static partial void Failed(ILogger log, Exception error, string correlation);

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms {Correlation}")]
    private static partial void Line(ILogger log, string method, string route, int status, long milliseconds, string correlation);
}

/// <summary>The code by which a person on the telephone and an operator at the log mean the same request ("mã sự cố").</summary>
public static class Correlation
{
    /// <summary>The beginning of the request's trace id, in groups that can be read out: <c>58ea-e684-35a6</c>.</summary>
    public static string Of(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() is { } id ? $"{id[..4]}-{id[4..8]}-{id[8..12]}" : context.TraceIdentifier;
}
