namespace MotCua.Web.Hosting;

/// <summary>One page that anybody may read.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Address">Its local address.</param>
/// <param name="Children">Pages under it.</param>
public sealed record SiteMapPage(string Title, string Address, IReadOnlyList<SiteMapPage> Children);

/// <summary>A module's public pages for the site map, both as a tree and for search engines. Register as <c>AddScoped&lt;ISiteMapSource, …&gt;()</c>.</summary>
public interface ISiteMapSource
{
    /// <summary>Sections to show on the site map page; few.</summary>
    Task<IReadOnlyList<SiteMapPage>> SectionsAsync(CancellationToken ct);

    /// <summary>Every public address, for search engines.</summary>
    IAsyncEnumerable<string> AddressesAsync(CancellationToken ct);
}

/// <summary>The portal's own pages.</summary>
public sealed class PortalPages : ISiteMapSource
{
    private static readonly IReadOnlyList<SiteMapPage> Sections =
    [
        new("Trang chủ", Links.Home(), []),
        new("Thủ tục hành chính", Links.Search(), []),
        new("Tra cứu tình trạng hồ sơ", Links.Lookup(), []),
        new("Xác thực kết quả", Links.Verify(), []),
        new("Chỉ tiêu dịch vụ công trực tuyến", Links.PublicBoard(), [new("Dữ liệu mở", Links.OpenData(), [])]),
        new("Hồ sơ của tôi", Links.MyDossiers(), [new("Đăng nhập", Links.SignIn(), [])]),
        new("Trợ giúp", Links.Help(), [new("Tiếp cận và phím tắt", Links.Accessibility(), []), new("Quyền riêng tư", Links.Privacy(), [])]),
        new("Giới thiệu", Links.About(), []),
        new("Sơ đồ trang", Links.SiteMap(), []),
    ];

    /// <inheritdoc />
    public Task<IReadOnlyList<SiteMapPage>> SectionsAsync(CancellationToken ct) => Task.FromResult(Sections);

    /// <inheritdoc />
    public async IAsyncEnumerable<string> AddressesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var address in new[] { Links.Home(), Links.Search(), Links.Lookup(), Links.Verify(), Links.PublicBoard(), Links.OpenData(), Links.Help(), Links.Accessibility(), Links.Privacy(), Links.About(), Links.SiteMap() })
        {
            yield return address;
        }
    }
}
