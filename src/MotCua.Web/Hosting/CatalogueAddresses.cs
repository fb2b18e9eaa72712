using System.Runtime.CompilerServices;
using MotCua.App.Catalogue;

namespace MotCua.Web.Hosting;

/// <summary>The catalogue in the site map: life events and fields on the page, every public procedure for search engines.</summary>
public sealed class CatalogueAddresses(PublicCatalogue catalogue) : ISiteMapSource
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<SiteMapPage>> SectionsAsync(CancellationToken ct)
    {
        if (await PictureAsync(ct) is not { } picture)
        {
            return [];
        }

        return
        [
            new SiteMapPage("Thủ tục theo việc của bạn", Links.Browse(), [.. picture.LifeEvents.Select(e => new SiteMapPage(e.Event.Title, Links.Find(new ProcedureWish(LifeEvent: e.Event.Key)), []))]),
            .. picture.Fields.Select(f => new SiteMapPage(
                "Thủ tục lĩnh vực " + f.Name, Links.Find(new ProcedureWish(Field: f.Key)),
                [.. picture.Procedures.Where(p => p.FieldKey == f.Key).Select(p => new SiteMapPage(p.Name, Links.Procedure(p.Code), []))])),
        ];
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> AddressesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (await PictureAsync(ct) is not { } picture)
        {
            yield break;
        }

        yield return Links.Browse();
        foreach (var procedure in picture.Procedures)
        {
            yield return Links.Procedure(procedure.Code);
        }
    }

    // the site map's other pages are there even while the database is away
    private async Task<CataloguePicture?> PictureAsync(CancellationToken ct)
    {
        try
        {
            return await catalogue.PictureAsync(ct);
        }
        catch (Exception e) when (ErrorStatus.Of(e) == StatusCodes.Status503ServiceUnavailable)
        {
            return null;
        }
    }
}
