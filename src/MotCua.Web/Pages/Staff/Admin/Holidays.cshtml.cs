using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Dossiers;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Holidays of a year; a change is previewed against open dossiers before it is applied.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class HolidaysModel(HolidaySheets sheets, CalendarEffects effects, ApplyCalendarChangeHandler apply, UnitNames names, TimeProvider clock) : PageModel
{
    /// <summary>Kinds that are typed.</summary>
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(DayKind.Holiday), "Nghỉ lễ, Tết"),
        new(nameof(DayKind.Compensatory), "Nghỉ bù"),
        new(nameof(DayKind.SwapOff), "Nghỉ hoán đổi", "Ngày thường nghỉ, đổi bằng một thứ Bảy làm bù"),
        new(nameof(DayKind.MakeupWorking), "Làm bù", "Thứ Bảy làm việc như ngày thường"),
        new(nameof(DayKind.ClosedByDecision), "Đóng cửa theo quyết định", "Bão lũ, di chuyển trụ sở"),
    ];

    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>True = take the day away.</summary>
        public bool Remove { get; set; }

        /// <summary>Date.</summary>
        public DateBoxes Date { get; set; } = new();

        /// <summary>Kind.</summary>
        public string? Kind { get; set; }

        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>Paper.</summary>
        public string? Source { get; set; }
    }

    /// <summary>The year shown.</summary>
    public int Year { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The year has no published calendar.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>Special days.</summary>
    public IReadOnlyList<HolidayLine> Days { get; private set; } = [];

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The typed date.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>What the change would do, while it is previewed.</summary>
    public EffectView? Preview { get; private set; }

    /// <summary>The change takes a day away.</summary>
    public bool IsRemoval => Input.Remove;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>May change.</summary>
    public bool MayChange => User.ToActor().Has(Role.ProvinceAdministrator);

    /// <summary>A kind in words.</summary>
    public static string KindName(string? kind) => Kinds.FirstOrDefault(k => k.Value == kind)?.Label ?? kind ?? "";

    /// <summary>Shows the year.</summary>
    public async Task OnGetAsync(int? nam, int? doi, CancellationToken ct)
    {
        Done = doi is { } moved ? $"Đã áp dụng. {Say.Count(moved)} hạn đã được tính lại." : null;
        await LoadAsync(nam, ct);
    }

    /// <summary>Previews or applies.</summary>
    public async Task<IActionResult> OnPostAsync(int? nam, string? act, int seen, CancellationToken ct)
    {
        await LoadAsync(nam, ct);
        Day = Input.Date.Read("Ngày", "Input.Date", ModelState, required: true);
        if (!Enum.TryParse<DayKind>(Input.Kind, out var kind) || kind is DayKind.Ordinary or DayKind.Weekend || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError("Input.Kind", "Chọn loại ngày");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var day = new SpecialDay(Day!.Value, kind, (Input.Name ?? "").Trim(), kind != DayKind.MakeupWorking);
        var change = new CalendarChange(Input.Remove ? null : day, Input.Remove ? day : null, null, Input.Source ?? "");
        var actor = User.ToActor();
        if (await effects.RefusalAsync(change, actor, ct) is { } refusal)
        {
            return this.Refuse(refusal, nameof(Input));
        }

        if (act == "apply")
        {
            var result = await apply.HandleAsync(new ApplyCalendarChange(change, seen), actor, ct);
            if (result.IsOk)
            {
                return LocalRedirect($"{Links.AdminHolidays(Day.Value.Year)}&doi={result.Value.Moved.Count}");
            }

            Preview = new EffectView(await effects.CountAsync(change, ct), await names.AllAsync(ct));
            return this.Refuse(result.Problem, nameof(Input));
        }

        Preview = new EffectView(await effects.CountAsync(change, ct), await names.AllAsync(ct));
        return Page();
    }

    private async Task LoadAsync(int? year, CancellationToken ct)
    {
        Today = ProvinceTime.DateOf(clock.GetUtcNow());
        Year = year is >= 2000 and <= 2100 ? year.Value : Today.Year;
        (Days, IsProvisional) = await sheets.OfYearAsync(Year, ct);
    }
}
