using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;
using MotCua.Web.Hosting;

namespace MotCua.Web.Pages;

/// <summary>Trang chủ. It opens even while the database is away; then without the popular procedures.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicCatalogue catalogue) : PageModel
{
    private const int MostPopular = 8;
    private const int MostLifeEvents = 15;

    /// <summary>Words often sought.</summary>
    public IReadOnlyList<string> OftenSought { get; } = ["Khai sinh", "Sổ đỏ", "Lý lịch tư pháp", "Hộ kinh doanh", "Giấy phép xây dựng"];

    /// <summary>Life events.</summary>
    public IReadOnlyList<LifeEvent> LifeEvents { get; private set; } = [];

    /// <summary>What people ask for most.</summary>
    public IReadOnlyList<PublicProcedure> Popular { get; private set; } = [];

    /// <summary>Number of public procedures; 0 = unknown.</summary>
    public int Count { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        try
        {
            var picture = await catalogue.PictureAsync(ct);
            LifeEvents = [.. picture.LifeEvents.Select(e => e.Event)];
            Popular = [.. Often(picture).Take(MostPopular)];
            Count = picture.Procedures.Count;
        }
        catch (Exception e) when (ErrorStatus.Of(e) == StatusCodes.Status503ServiceUnavailable)
        {
            // the page must still lead somewhere
        }

        if (LifeEvents.Count == 0)
        {
            LifeEvents = CatalogueCache.Vocabulary.LifeEvents;
        }

        LifeEvents = [.. LifeEvents.Take(MostLifeEvents)];
    }

    // the first of each life event: what people meet first, one of each kind
    private static IEnumerable<PublicProcedure> Often(CataloguePicture picture) => picture.LifeEvents
        .Select(e => e.Event.Codes.Select(picture.Find).FirstOrDefault(p => p is { IsHighVolume: true })).OfType<PublicProcedure>()
        .Concat(picture.Popular).DistinctBy(p => p.Code);
}
