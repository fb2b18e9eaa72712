using Microsoft.OpenApi;

namespace MotCua.Web.Hosting;

/// <summary>The description of the public interfaces (contracts, HTTP).</summary>
public static class OpenApiDescription
{
    /// <summary>Describes <c>/api/v1/public/*</c> and <c>/api/v1/open/*</c>.</summary>
    public static IServiceCollection AddPublicOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        o.ShouldInclude = d => d.RelativePath?.StartsWith("api/v1/public/", StringComparison.Ordinal) == true || d.RelativePath?.StartsWith("api/v1/open/", StringComparison.Ordinal) == true;
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Cổng Dịch vụ công tỉnh Bắc Kạn",
                Version = "v1",
                Description = "Giao diện công khai, không cần đăng nhập. Lỗi theo RFC 9457 (application/problem+json) với mã sự cố.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    });
}
