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

/// <summary>One officer: roles, particulars, sign-in.</summary>
[Authorize(Policy = Policies.ManageOfficers)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OfficerModel(OfficerSheets sheets, EditOfficerHandler edit, GrantRoleHandler grant, RevokeRoleHandler revoke, ChangeAccessHandler access, TimeProvider clock) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Version that the page was made from.</summary>
        public int SeenVersion { get; set; }

        /// <summary>Name.</summary>
        [StringLength(120, ErrorMessage = "Họ và tên dài quá 120 ký tự")]
        public string? DisplayName { get; set; }

        /// <summary>Chức danh.</summary>
        [StringLength(120, ErrorMessage = "Chức danh dài quá 120 ký tự")]
        public string? Title { get; set; }

        /// <summary>Telephone.</summary>
        [StringLength(30, ErrorMessage = "Điện thoại dài quá 30 ký tự")]
        public string? Phone { get; set; }
    }

    /// <summary>The officer.</summary>
    public OfficerSheet Sheet { get; private set; } = null!;

    /// <summary>Particulars.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>A further role.</summary>
    [BindProperty]
    public TermInput Term { get; set; } = new();

    /// <summary>Choices of the role.</summary>
    public TermForm Form { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>A new first password, shown once.</summary>
    public string? FirstPassword { get; private set; }

    /// <summary>The form of roles stays open after an error.</summary>
    public bool OpenGrant { get; private set; }

    /// <summary>The form of particulars stays open after an error.</summary>
    public bool OpenEdit { get; private set; }

    /// <summary>Shows the officer.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        Done = xong switch { "sua" => "Đã lưu.", "giao" => "Đã giao vai trò.", "thu-hoi" => "Đã thu hồi vai trò, có hiệu lực ngay.", "dang-nhap" => "Đã thực hiện.", _ => null };
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Term.From = DateBoxes.From(ProvinceTime.DateOf(clock.GetUtcNow()));
        Input = new Typed { SeenVersion = Sheet.Version, DisplayName = Sheet.DisplayName, Title = Sheet.Title, Phone = Sheet.Phone };
        return Page();
    }

    /// <summary>Saves the particulars.</summary>
    public async Task<IActionResult> OnPostEditAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        OpenEdit = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await edit.HandleAsync(new EditOfficer(id, Input.SeenVersion, Input.DisplayName ?? "", Input.Title ?? "", Input.Phone ?? ""), User.ToActor(), ct);
        return result.IsOk ? Again(id, "sua") : this.Refuse(result.Problem, nameof(Input));
    }

    /// <summary>Gives a role.</summary>
    public async Task<IActionResult> OnPostGrantAsync(Guid id, CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.AdminOfficer(id)) is { } ask)
        {
            return ask;
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        OpenGrant = true;
        if (Term.Read(nameof(Term), ModelState) is not { } term)
        {
            return Page();
        }

        var result = await grant.HandleAsync(new GrantRole(id, term), User.ToActor(), ct);
        return result.IsOk ? Again(id, "giao") : this.Refuse(result.Problem, nameof(Term));
    }

    /// <summary>Takes a role back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid grant, CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.AdminOfficer(id)) is { } ask)
        {
            return ask;
        }

        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var result = await revoke.HandleAsync(new RevokeRole(id, grant), User.ToActor(), ct);
        return result.IsOk ? Again(id, "thu-hoi") : this.Refuse(result.Problem);
    }

    /// <summary>Changes the sign-in.</summary>
    public async Task<IActionResult> OnPostAccessAsync(Guid id, AccessAct act, CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.AdminOfficer(id)) is { } ask)
        {
            return ask;
        }

        if (!Enum.IsDefined(act))
        {
            return BadRequest();
        }

        var result = await access.HandleAsync(new ChangeAccess(id, act), User.ToActor(), ct);
        if (!result.IsOk)
        {
            return await LoadAsync(id, ct) ? this.Refuse(result.Problem) : NotFound();
        }

        if (result.Value.Length == 0)
        {
            return Again(id, "dang-nhap");
        }

        // The first password is shown in this answer and nowhere else
        ModelState.Clear();
        FirstPassword = result.Value;
        await LoadAsync(id, ct);
        Input = new Typed { SeenVersion = Sheet.Version, DisplayName = Sheet.DisplayName, Title = Sheet.Title, Phone = Sheet.Phone };
        return Page();
    }

    private LocalRedirectResult Again(Guid id, string what) => LocalRedirect(Links.AdminOfficer(id) + "?xong=" + what);

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.FindAsync(User.ToActor(), id, ct) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        Form = new TermForm(Term, TermInput.RolesFor(User.ToActor()), TermInput.UnitsOf(await sheets.ReachAsync(User.ToActor(), ct)));
        return true;
    }
}
