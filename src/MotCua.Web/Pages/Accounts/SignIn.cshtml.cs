using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Accounts;

/// <summary>Before a citizen goes to the identity provider: what will happen, and where else help is.</summary>
[AllowAnonymous]
public sealed class SignInModel(IdentityProvider provider) : PageModel
{
    /// <summary>The provider.</summary>
    public IdentityProvider Provider => provider;

    /// <summary>Where to go afterwards; local.</summary>
    public string? ReturnUrl { get; private set; }

    /// <summary>A session was here and ended.</summary>
    public bool Expired { get; private set; }

    /// <summary>Why the last attempt did not work.</summary>
    public IReadOnlyList<(string? Id, string Message)> Failure { get; private set; } = [];

    /// <summary>Shows the page; who is signed in already goes on.</summary>
    public IActionResult OnGet(string? returnUrl, string? ketQua)
    {
        ReturnUrl = LocalAddress.IsLocal(returnUrl) ? returnUrl : null;
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(ReturnUrl ?? Links.MyDossiers());
        }

        Failure = ketQua switch
        {
            "huy" => [(null, "Bạn đã dừng đăng nhập ở trang định danh. Bấm nút bên dưới nếu muốn đăng nhập lại.")],
            "loi" => [(null, "Chưa đăng nhập được: hệ thống định danh không xác nhận được lần này. Thử lại; nếu vẫn lỗi, đóng trình duyệt rồi mở lại, hoặc gọi 18001096.")],
            _ => [],
        };
        Expired = ReturnUrl is not null && Failure.Count == 0 && (Request.Query.ContainsKey("hetHan") || ReturnUrl.StartsWith(Links.Draft(Guid.Empty)[..^36], StringComparison.Ordinal));
        return Page();
    }
}
