using Microsoft.Net.Http.Headers;
using MotCua.App.Targets;

namespace MotCua.Web.Api;

/// <summary>A table of open data, for programs.</summary>
/// <param name="Key">Key in addresses.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="Years">Years of which there is a file; empty = one file.</param>
/// <param name="Csv">Address of the CSV; add <c>?nam=</c> for another year.</param>
/// <param name="Json">Address of the JSON.</param>
/// <param name="Fields">Its fields.</param>
public sealed record OpenDataset(string Key, string Title, string Description, string Licence, IReadOnlyList<int> Years, string Csv, string Json, IReadOnlyList<OpenDatasetField> Fields);

/// <summary>A field of a table.</summary>
/// <param name="Name">Name in the files.</param>
/// <param name="Description">What it is.</param>
public sealed record OpenDatasetField(string Name, string Description);

/// <summary>Open data: a catalogue and its files, for everybody and for pages of other sites; asked again with the tag they cost nothing.</summary>
public static class OpenDataFiles
{
    /// <summary>Name of the licence.</summary>
    public const string Licence = "CC-BY-4.0";

    /// <summary>Maps <c>/api/v1/open/datasets</c> and <c>/api/v1/open/{dataset}.csv|json</c>.</summary>
    public static void MapOpenData(this WebApplication app)
    {
        app.MapGet("/api/v1/open/datasets", (HttpContext context, OpenFiles files) =>
            {
                Open(context);
                return Results.Json(OpenSets.All.Select(s => new OpenDataset(
                    s.Key, s.Title, s.About, Licence, s.IsByYear ? files.Years : [], Links.OpenFile(s.Key, "csv"), Links.OpenFile(s.Key, "json"), [.. s.Fields.Select(f => new OpenDatasetField(f.Name, f.About))])).ToArray());
            })
            .WithName("OpenDatasets").WithSummary("Danh mục dữ liệu mở").WithDescription("Các tập dữ liệu, trường, năm và địa chỉ tệp. Giấy phép CC BY 4.0.").WithTags("Dữ liệu mở").Produces<OpenDataset[]>().AllowAnonymous();
        app.MapGet("/api/v1/open/{dataset}.{format}", FileAsync)
            .WithName("OpenDataFile").WithSummary("Tệp dữ liệu mở")
            .WithDescription("dataset là khóa trong danh mục; format là csv hoặc json; nam là năm, với tập theo năm (mặc định năm mới nhất). Trả ETag và Last-Modified; hỏi lại với If-None-Match nhận 304. Số nhỏ được che: «<5» hoặc «ẩn».")
            .WithTags("Dữ liệu mở").Produces<string>(StatusCodes.Status200OK, "text/csv", "application/json").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound).AllowAnonymous();
    }

    private static async Task<IResult> FileAsync(string dataset, string format, int? nam, HttpContext context, OpenFiles files, CancellationToken ct)
    {
        Open(context);
        if (OpenSets.Find(dataset) is not { } set || format is not ("csv" or "json") || await files.FindAsync(set, nam, format == "csv" ? OpenFormat.Csv : OpenFormat.Json, ct) is not { } file)
        {
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        }

        // Weak: the same rows are sent plain and compressed
        var name = nam is { } year ? $"{set.Key}-{year}.{format}" : $"{set.Key}.{format}";
        return Results.Bytes(file.Bytes, format == "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8", name, lastModified: file.ChangedAt, entityTag: new EntityTagHeaderValue($"\"{file.Tag}\"", isWeak: true));
    }

    private static void Open(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Last-Modified";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = $"public, max-age={(int)OpenFiles.Freshness.TotalSeconds}";
    }
}
