using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Hosting;

/// <summary>Turns a <see cref="Problem"/> into what the person sees.</summary>
public static class PageRefusals
{
    /// <summary>
    /// Not found and forbidden become their pages; anything else shows the same page again with the sentence in its error summary (typing kept),
    /// status 409 for a conflict, 422 for the rest.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="problem">The refusal.</param>
    /// <param name="prefix">Prefix of the bound properties, such as <c>Input</c>, when the problem names a field.</param>
    public static IActionResult Refuse(this PageModel page, Problem problem, string prefix = "")
    {
        switch (problem.Kind)
        {
            case ProblemKind.NotFound:
                return page.NotFound();
            case ProblemKind.Forbidden:
                return page.StatusCode(StatusCodes.Status403Forbidden);
            default:
                var key = problem.Field is null ? "" : prefix.Length == 0 ? problem.Field : $"{prefix}.{problem.Field}";
                page.ModelState.AddModelError(key, problem.Title);
                page.Response.StatusCode = problem.Kind == ProblemKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
                return page.Page();
        }
    }
}
