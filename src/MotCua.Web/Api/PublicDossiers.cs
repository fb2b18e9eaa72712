using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Api;

/// <summary>The public state of a dossier, for programs (contracts, HTTP).</summary>
public static class PublicDossiers
{
    // Written as it stands, without a trace of the request: unknown and malformed codes get the same answer to the byte
    private static readonly ProblemDetails NotFound = new()
    {
        Type = "https://tools.ietf.org/html/rfc9110#section-15.5.5",
        Title = "Không tìm thấy hồ sơ có mã này.",
        Status = StatusCodes.Status404NotFound,
    };

    /// <summary>Maps <c>GET /api/v1/public/dossiers/{code}</c>.</summary>
    public static void MapPublicDossiers(this WebApplication app) =>
        app.MapGet("/api/v1/public/dossiers/{code}", FindAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Lookup)
            .WithName("PublicDossier").WithSummary("Trạng thái công khai của hồ sơ").Produces<PublicDossier>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> FindAsync(string code, PublicLookup lookup, HttpContext context, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await lookup.FindAsync(code, ct) is { } found
            ? Results.Json(found)
            : Results.Json(NotFound, contentType: "application/problem+json", statusCode: StatusCodes.Status404NotFound);
    }
}
