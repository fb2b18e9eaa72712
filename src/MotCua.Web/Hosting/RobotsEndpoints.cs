using System.Text;
using System.Xml;

namespace MotCua.Web.Hosting;

/// <summary>What search engines read.</summary>
public static class RobotsEndpoints
{
    /// <summary>Maps <c>/robots.txt</c> and <c>/sitemap.xml</c>.</summary>
    public static void MapRobots(this WebApplication app)
    {
        app.MapGet("/robots.txt", (HttpRequest request) => Results.Text(
            $"User-agent: *\nDisallow: {Links.Staff()}\nDisallow: {Links.Admin()}\nDisallow: {Links.MyDossiers()}\nDisallow: {Links.Lookup()}?\nSitemap: {Links.Absolute(request, Links.SiteMapXml())}\n", "text/plain", Encoding.UTF8)).AllowAnonymous();
        app.MapGet("/sitemap.xml", async (HttpContext context, IEnumerable<ISiteMapSource> sources, CancellationToken ct) =>
        {
            context.Response.ContentType = "application/xml; charset=utf-8";
            await using var xml = XmlWriter.Create(context.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
            await xml.WriteStartDocumentAsync();
            await xml.WriteStartElementAsync(null, "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var source in sources)
            {
                await foreach (var address in source.AddressesAsync(ct))
                {
                    await xml.WriteStartElementAsync(null, "url", null);
                    await xml.WriteElementStringAsync(null, "loc", null, Links.Absolute(context.Request, address));
                    await xml.WriteEndElementAsync();
                }
            }

            await xml.WriteEndElementAsync();
        }).AllowAnonymous();
    }
}
