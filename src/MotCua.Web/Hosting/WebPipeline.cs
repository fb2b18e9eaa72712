using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MotCua.Web.Api;
using MotCua.Web.Security;

namespace MotCua.Web.Hosting;

/// <summary>The order in which a request passes.</summary>
public static class WebPipeline
{
    /// <summary>Puts the parts in order and maps pages, assets and health.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLog>();
        app.UseResponseCompression();
        app.UseWhen(c => !IsApi(c), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/loi", CreateScopeForErrors = true, StatusCodeSelector = ErrorStatus.Of, AllowStatusCode404Response = true });
            pages.UseStatusCodePagesWithReExecute("/loi/{0}");
        });
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = ErrorStatus.Of });
            api.UseStatusCodePages();
        });
        app.UseMiddleware<UnusableText>();
        if (app.Services.GetRequiredService<WebSecurity>().RequireHttps)
        {
            app.UseHttpsRedirection();
        }

        app.UseRouting();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<VisitCount>();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableHttpMetrics();
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions
        {
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status200OK },
            ResponseWriter = HealthChecks.WriteAsync,
        }).AllowAnonymous().DisableHttpMetrics();
        app.MapOpenApi("/api/v1/openapi.json").AllowAnonymous();
        app.MapPublicProcedures();
        app.MapProcedureSuggestions();
        app.MapRobots();
        app.MapPublicDossiers();
        app.MapOpenData();
        app.MapFallback("{*path}", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
        return app;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/healthz");
}
