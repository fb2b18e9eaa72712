using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using MotCua.Web.Components;
using MotCua.Web.Pages;
using MotCua.Web.Pages.Filing;

namespace MotCua.Web.Hosting;

/// <summary>Registers pages, texts, compression and logging of the portal.</summary>
public static class WebRegistration
{
    /// <summary>Everything of pages that does not need the database.</summary>
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        // else un-published output answers any unknown address with a dot in it by an endpoint that names no policy
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel((_, o) => o.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        builder.Logging.ClearProviders().AddJsonConsole(o =>
        {
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            o.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        })

            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.Configure<ProvinceContact>(builder.Configuration.GetSection("Province"));
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(Say.Vietnamese);
            o.SupportedCultures = o.SupportedUICultures = [Say.Vietnamese];
            o.RequestCultureProviders.Clear();
        });
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Pages";
            FilingRoutes.Add(o.Conventions);
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ExpiredTyping>();
        services.Configure<MvcOptions>(SpeakVietnamese);
        services.AddProblemDetails(o => o.CustomizeProblemDetails = c =>
        {
            c.ProblemDetails.Title = ErrorModel.TitleOf(c.ProblemDetails.Status ?? c.HttpContext.Response.StatusCode);
            c.ProblemDetails.Extensions["correlation"] = Correlation.Of(c.HttpContext);
        });
        services.AddPortalHealth();
        services.AddPublicOpenApi();
        services.AddScoped<ISiteMapSource, PortalPages>();
        services.AddScoped<ISiteMapSource, CatalogueAddresses>();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // antiforgery tokens differ in every answer, so length tells nothing of them
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = ["text/html", "text/css", "text/javascript", "application/json", "application/problem+json", "application/xml", "text/plain", "text/csv", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        return builder;
    }

    private static void SpeakVietnamese(MvcOptions options)
    {
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((value, name) => $"“{Cut(value)}” không dùng được cho {name}");
        say.SetMissingBindRequiredValueAccessor(name => $"Thiếu {name}");
        say.SetMissingKeyOrValueAccessor(() => "Thiếu giá trị");
        say.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung");
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Cut(value)}” không dùng được");
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không dùng được");
        say.SetNonPropertyValueMustBeANumberAccessor(() => "Hãy nhập số");
        say.SetUnknownValueIsInvalidAccessor(name => $"Giá trị của {name} không dùng được");
        say.SetValueIsInvalidAccessor(value => $"“{Cut(value)}” không dùng được");
        say.SetValueMustBeANumberAccessor(name => $"{name} phải là số");
        say.SetValueMustNotBeNullAccessor(_ => "Hãy nhập câu trả lời");
    }

    private static string Cut(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
