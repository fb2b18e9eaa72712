using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MotCua.Web.Hosting;

namespace MotCua.Web.Tests;

/// <summary>The portal in memory: HTTP in, DOM out. Its home folder is temporary. Settings and services may be changed before the first client.</summary>
public class Portal : WebApplicationFactory<ProvinceContact>
{
    private readonly string _home = Directory.CreateTempSubdirectory("motcua-web-").FullName;

    /// <summary>The environment; Production shows what people get.</summary>
    public string Environment { get; init; } = "Production";

    /// <summary>Configuration that differs from what is shipped.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Services that differ.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>A browser without redirects being followed, by https or http.</summary>
    public HttpClient Browser(bool https = false, bool follow = false) => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri(https ? "https://portal.test" : "http://portal.test"),
        AllowAutoRedirect = follow,
        HandleCookies = true,
    });

    /// <summary>The page at the address, parsed.</summary>
    public static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return await ParseAsync(response);
    }

    /// <summary>The answer's page, parsed.</summary>
    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Posts a form as a browser does: with the hidden fields of the page's form that has the given button or field.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] typed)
    {
        var page = await PageAsync(browser, address);
        var form = page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        fields.AddRange(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        return await browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } to ? to : address, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("MOTCUA_HOME", _home);
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        // The shell needs no database: neither for keys nor for what is loaded at the first start
        builder.UseSetting("MotCua:Prepare", "false");
        builder.ConfigureTestServices(s =>
        {
            s.AddDataProtection().UseEphemeralDataProtectionProvider();
            Replace?.Invoke(s);
        });
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            try
            {
                Directory.Delete(_home, recursive: true);
            }
            catch (IOException)
            {
                // a file still open on the way down; the system's own cleaning takes it
            }
        }
    }
}
