using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Working hours of units; a change is previewed against open dossiers before it is applied.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class HoursModel(HolidaySheets sheets, CalendarEffects effects, ApplyCalendarChangeHandler apply, OfficerSheets reach, UnitNames names) : PageModel
{
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Unit.</summary>
        public string? UnitKey { get; set; }

        /// <summary>From.</summary>
        public DateBoxes From { get; set; } = new();

        /// <summary>Sessions.</summary>
        public string? Sessions { get; set; }

        /// <summary>Paper.</summary>
        public string? Source { get; set; }
    }

    /// <summary>Hours that are.</summary>
    public IReadOnlyList<WorkingHoursRow> Rows { get; private set; } = [];

    /// <summary>Units within reach.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The typed date.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>What the change would do, while it is previewed.</summary>
    public EffectView? Preview { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Name of a unit.</summary>
    public string NameOf(string? key) => key is null ? "" : key == "*" ? "Mọi đơn vị chưa có giờ riêng" : _names.TryGetValue(key, out var name) ? name : key;

    /// <summary>Sessions in words.</summary>
    public static string Words(string sessions)
    {
        var parts = sessions.Split(';');
        return parts[0].Replace(",", ", ", StringComparison.Ordinal) + ", thứ Hai đến thứ Sáu" + (parts.Length > 1 ? "; thứ Bảy " + parts[1].Replace(",", ", ", StringComparison.Ordinal) : "");
    }

    /// <summary>Shows the hours.</summary>
    public async Task OnGetAsync(int? doi, CancellationToken ct)
    {
        Done = doi is { } moved ? $"Đã áp dụng. {Say.Count(moved)} hạn đã được tính lại." : null;
        await LoadAsync(ct);
    }

    /// <summary>Previews or applies.</summary>
    public async Task<IActionResult> OnPostAsync(string? act, int seen, CancellationToken ct)
    {
        await LoadAsync(ct);
        From = Input.From.Read("Ngày áp dụng", "Input.From", ModelState, required: true);
        if (Units.All(u => u.Value != Input.UnitKey))
        {
            ModelState.AddModelError("Input.UnitKey", "Chọn đơn vị");
        }

        if (string.IsNullOrWhiteSpace(Input.Sessions))
        {
            ModelState.AddModelError("Input.Sessions", "Nhập buổi làm việc");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var change = new CalendarChange(null, null, new UnitHours(Input.UnitKey!, From!.Value, Input.Sessions!.Trim()), Input.Source ?? "");
        var actor = User.ToActor();
        if (await effects.RefusalAsync(change, actor, ct) is { } refusal)
        {
            return this.Refuse(refusal.Field == "Date" ? refusal.For("From") : refusal, nameof(Input));
        }

        if (act == "apply")
        {
            var result = await apply.HandleAsync(new ApplyCalendarChange(change, seen), actor, ct);
            if (result.IsOk)
            {
                return LocalRedirect($"{Links.AdminHours()}?doi={result.Value.Moved.Count}");
            }

            Preview = new EffectView(await effects.CountAsync(change, ct), _names);
            return this.Refuse(result.Problem, nameof(Input));
        }

        Preview = new EffectView(await effects.CountAsync(change, ct), _names);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Rows = await sheets.HoursAsync(ct);
        _names = await names.AllAsync(ct);
        var units = TermInput.UnitsOf(await reach.ReachAsync(actor, ct));
        Units = actor.Has(Role.ProvinceAdministrator) ? [new Choice("*", "Mọi đơn vị chưa có giờ riêng"), .. units] : units;
    }
}
