using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Domain.Accounts;

namespace MotCua.Web.Security;

/// <summary>Acts that matter ask for both factors when they were not given lately.</summary>
public static class RecentConfirmation
{
    /// <summary>True when both factors were given within the last quarter of an hour.</summary>
    public static bool IsRecent(this ClaimsPrincipal user, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(user);
        return long.TryParse(user.FindFirstValue(SessionClaims.ConfirmedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && now < DateTimeOffset.FromUnixTimeSeconds(at) + SignInRules.RecentTime;
    }

    /// <summary>Leads to the confirmation when it is not recent; null = go on.</summary>
    public static IActionResult? AskToConfirm(this PageModel page, DateTimeOffset now, string returnTo)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.User.IsRecent(now) ? null : page.LocalRedirect(Links.StaffConfirm(returnTo));
    }
}
