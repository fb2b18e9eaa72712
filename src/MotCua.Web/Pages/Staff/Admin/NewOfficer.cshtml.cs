using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Make an officer with a first role.</summary>
[Authorize(Policy = Policies.ManageOfficers)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewOfficerModel(CreateOfficerHandler create, OfficerSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Name.</summary>
        [Required(ErrorMessage = "Nhập họ và tên")]
        [StringLength(120, ErrorMessage = "Họ và tên dài quá 120 ký tự")]
        public string DisplayName { get; set; } = "";

        /// <summary>Sign-in name.</summary>
        [Required(ErrorMessage = "Nhập tên đăng nhập")]
        public string UserName { get; set; } = "";

        /// <summary>Chức danh.</summary>
        [StringLength(120, ErrorMessage = "Chức danh dài quá 120 ký tự")]
        public string? Title { get; set; }

        /// <summary>Telephone.</summary>
        [StringLength(30, ErrorMessage = "Điện thoại dài quá 30 ký tự")]
        public string? Phone { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The first role.</summary>
    [BindProperty]
    public TermInput Term { get; set; } = new();

    /// <summary>Choices of the role.</summary>
    public TermForm Form { get; private set; } = null!;

    /// <summary>The officer just made.</summary>
    public OfficerMade? Made { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.AdminNewOfficer()) is { } ask)
        {
            return ask;
        }

        Term.From = DateBoxes.From(ProvinceTime.DateOf(clock.GetUtcNow()));
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Makes the officer and shows the first password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.AdminNewOfficer()) is { } ask)
        {
            return ask;
        }

        await LoadAsync(ct);
        if (Term.Read(nameof(Term), ModelState) is not { } term)
        {
            return Page();
        }

        var made = await create.HandleAsync(new CreateOfficer(Input.UserName, Input.DisplayName, Input.Title ?? "", Input.Phone ?? "", term), User.ToActor(), ct);
        if (!made.IsOk)
        {
            return this.Refuse(made.Problem, made.Problem.Field is "UserName" or "DisplayName" ? nameof(Input) : nameof(Term));
        }

        Made = made.Value;
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Form = new TermForm(Term, TermInput.RolesFor(User.ToActor()), TermInput.UnitsOf(await sheets.ReachAsync(User.ToActor(), ct)));
}
