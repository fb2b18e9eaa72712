using MotCua.App.Catalogue;

namespace MotCua.Web.Api;

/// <summary>A procedure found.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="Field">Field.</param>
/// <param name="Levels"><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="Url">Local address of its page.</param>
public sealed record FoundProcedure(string Code, string Name, string Field, IReadOnlyList<string> Levels, string Url);

/// <summary>Public procedures for other systems.</summary>
public static class PublicProcedures
{
    /// <summary>Maps <c>GET /api/v1/public/procedures?q=</c>: the first fifteen that fit.</summary>
    public static void MapPublicProcedures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/public/procedures", async (string? q, PublicCatalogue catalogue, CancellationToken ct) =>
            ProcedureFinder.Find(await catalogue.PictureAsync(ct), new ProcedureWish(q) { OnlyFileable = true }, null).Items.Select(i => i.Open!)
                .Select(p => new FoundProcedure(p.Code, p.Name, p.FieldName, p.Levels, Links.Procedure(p.Code))).ToArray())
            .WithName("FindProcedures").WithSummary("Tìm thủ tục đang công khai").WithDescription("Tối đa 15 thủ tục khớp nhất với lời tìm, có dấu hay không dấu.").WithTags("Thủ tục")
            .Produces<FoundProcedure[]>().AllowAnonymous();
}
