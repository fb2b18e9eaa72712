using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Data;
using MotCua.App.Exchange;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Hộp thư đi: what could not be delivered is sent again or given up with a reason.</summary>
[Authorize(Policy = Policies.Operate)]
public sealed class OutboxModel(OutboxDesk desk, RedriveOutboxHandler redrive) : PageModel
{
    private const int PageSize = 50;

    /// <summary><c>dang-cho</c> = waiting; absent = parked.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? Which { get; set; }

    /// <summary>The page starts after this key.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>Changed a moment ago.</summary>
    [BindProperty(SupportsGet = true, Name = "xong")]
    public int? Done { get; set; }

    /// <summary>Entries chosen.</summary>
    [BindProperty]
    public List<Guid> Ids { get; set; } = [];

    /// <summary>Why they are given up.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>State shown.</summary>
    public OutboxState State => Which == "dang-cho" ? OutboxState.Pending : OutboxState.Parked;

    /// <summary>Entries.</summary>
    public IReadOnlyList<OutboxLine> Lines { get; private set; } = [];

    /// <summary>Key after which the next page starts.</summary>
    public Guid? Older { get; private set; }

    /// <summary>Shows the entries.</summary>
    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>Sends again, or gives up.</summary>
    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        if (Ids.Count == 0)
        {
            ModelState.AddModelError(nameof(Ids), "Chọn ít nhất một thông báo");
            await LoadAsync(ct);
            return Page();
        }

        var done = await redrive.HandleAsync(new RedriveOutbox(Ids, act == "bo", Reason?.Trim() ?? ""), User.ToActor(), ct);
        if (!done.IsOk)
        {
            await LoadAsync(ct);
            return this.Refuse(done.Problem);
        }

        return Redirect(Links.OperationsOutbox() + "?xong=" + done.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var lines = await desk.ListAsync(State, After, ct);
        Older = lines.Count > PageSize ? lines[PageSize - 1].Id : null;
        Lines = [.. lines.Take(PageSize)];
    }
}
