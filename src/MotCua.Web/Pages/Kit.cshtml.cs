using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Components;

namespace MotCua.Web.Pages;

/// <summary>Every component of the design system on one page, for developers and for tests. Only in Development.</summary>
[AllowAnonymous]
public sealed class KitModel(IHostEnvironment environment, TimeProvider time) : PageModel
{
    /// <summary>The example's answers.</summary>
    [BindProperty]
    public KitInput Input { get; set; } = new();

    /// <summary>Which layout: empty, <c>can-bo</c>, <c>in</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "bo-cuc")]
    public string? Frame { get; set; }

    /// <summary>Possible answers of the examples.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [new("self", "Cho chính tôi"), new("other", "Cho người khác", "Cần giấy ủy quyền hoặc giấy tờ chứng minh quan hệ")];

    /// <summary>Places of the example, in groups.</summary>
    public IReadOnlyList<Choice> Communes { get; } = [new("01", "Đức Xuân", Group: "Thành phố Bắc Kạn"), new("02", "Sông Cầu", Group: "Thành phố Bắc Kạn"), new("03", "Nam Mẫu", Group: "Huyện Ba Bể")];

    /// <summary>Now.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Shows the components.</summary>
    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    /// <summary>Shows the components with errors.</summary>
    public IActionResult OnPost()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Input.FullName))
        {
            ModelState.AddModelError("Input.FullName", "Hãy nhập họ và tên");
        }

        if (Input.Kind is null)
        {
            ModelState.AddModelError("Input.Kind", "Hãy chọn nộp cho ai");
        }

        Input.BornOn.Read("Ngày sinh", "Input.BornOn", ModelState, required: true);
        return ModelState.IsValid ? Redirect(Links.Home()) : Page();
    }
}

/// <summary>The example's answers.</summary>
public sealed class KitInput
{
    /// <summary>Họ và tên.</summary>
    public string? FullName { get; set; }

    /// <summary>Diện tích.</summary>
    public string? Area { get; set; }

    /// <summary>Lý do.</summary>
    public string? Reason { get; set; }

    /// <summary>Xã.</summary>
    public string? Commune { get; set; }

    /// <summary>Nộp cho ai.</summary>
    public string? Kind { get; set; }

    /// <summary>Các lựa chọn.</summary>
    public IReadOnlyList<string> Several { get; set; } = [];

    /// <summary>Đồng ý.</summary>
    public bool Agreed { get; set; }

    /// <summary>Ngày sinh.</summary>
    public DateBoxes BornOn { get; set; } = new();

    /// <summary>Tệp.</summary>
    public IFormFile? Upload { get; set; }
}
