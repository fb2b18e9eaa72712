using MotCua.App.Catalogue;

namespace MotCua.Web.Api;

/// <summary>What fits while somebody types.</summary>
/// <param name="Name">Name of the procedure, or of the agency that decides.</param>
/// <param name="Note">Why it is not filed here; empty when it is.</param>
/// <param name="Url">Local address to go to.</param>
public sealed record ProcedureSuggestion(string Name, string Note, string Url);

/// <summary>Suggestions of the search box; part of the pages, not of the public API.</summary>
public static class ProcedureSuggestions
{
    private const int Most = 6;

    /// <summary>Maps <c>GET /thu-tuc/goi-y?q=</c>: the first six that fit, in the order of the search page.</summary>
    public static void MapProcedureSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Links.SuggestProcedures(), async (string? q, PublicCatalogue catalogue, CancellationToken ct) => Of(await catalogue.PictureAsync(ct), q))
            .ExcludeFromDescription().AllowAnonymous();

    private static ProcedureSuggestion[] Of(CataloguePicture picture, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = ProcedureFinder.Find(picture, new ProcedureWish(text), null);
        var elsewhere = found.Elsewhere is { } other ? new[] { new ProcedureSuggestion(other.Agency, "Việc này không nộp ở đây", Links.Search(text)) } : [];
        return
        [
            .. elsewhere,
            .. found.Items.Take(Most - elsewhere.Length).Select(i => new ProcedureSuggestion(
                i.Name, i.Waiting is null ? "" : i.Waiting.IsVertical ? "Ngành dọc, không nộp ở đây" : "Chưa nộp trực tuyến được", Links.Procedure(i.Code))),
        ];
    }
}
