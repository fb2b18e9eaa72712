using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.App.Accounts;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>A role with its unit and term as typed.</summary>
public sealed class TermInput
{
    /// <summary>Role.</summary>
    public string? Role { get; set; }

    /// <summary>Unit.</summary>
    public string? UnitKey { get; set; }

    /// <summary>First day.</summary>
    public DateBoxes From { get; set; } = new();

    /// <summary>First day that is no longer in the term, or empty.</summary>
    public DateBoxes Until { get; set; } = new();

    /// <summary>Decision.</summary>
    public string? DecisionNo { get; set; }

    /// <summary>Reads what was typed; errors go to the page.</summary>
    public Term? Read(string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var from = From.Read("Ngày bắt đầu", prefix + "." + nameof(From), errors, required: true);
        var until = Until.Read("Ngày kết thúc", prefix + "." + nameof(Until), errors, required: false);
        if (!Enum.TryParse<Role>(Role, out var role) || !Enum.IsDefined(role))
        {
            errors.AddModelError(prefix + "." + nameof(Role), AccountProblems.RoleMissing.Title);
        }

        if (string.IsNullOrEmpty(UnitKey))
        {
            errors.AddModelError(prefix + "." + nameof(UnitKey), AccountProblems.UnitUnknown.Title);
        }

        return errors.IsValid ? new Term(role, UnitKey!, from!.Value, until, (DecisionNo ?? "").Trim() is var d && d.Length > 100 ? d[..100] : d) : null;
    }

    /// <summary>Roles that the administrator may give.</summary>
    public static IReadOnlyList<Choice> RolesFor(Actor administrator) =>
        [.. (administrator.Has(Domain.Kernel.Role.ProvinceAdministrator) ? Enum.GetValues<Role>() : GrantRules.OfUnits).Select(r => new Choice(r.ToString(), GrantRules.NameOf(r)))];

    /// <summary>Units as choices.</summary>
    public static IReadOnlyList<Choice> UnitsOf(IEnumerable<UnitChoice> units) =>
        [.. units.Select(u => new Choice(u.Key, u.Name, Group: u.Level switch { "tinh" => "Cấp tỉnh", "huyen" => "Cấp huyện", _ => "Cấp xã" }))];
}
