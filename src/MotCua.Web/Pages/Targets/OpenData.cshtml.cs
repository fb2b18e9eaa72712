using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;

namespace MotCua.Web.Pages.Targets;

/// <summary>Dữ liệu mở: what can be taken away, what each field means, under which licence.</summary>
[AllowAnonymous]
public sealed class OpenDataModel(OpenFiles files) : PageModel
{
    /// <summary>Years of the tables by year, the latest first.</summary>
    public IReadOnlyList<int> Years => files.Years;

    /// <summary>The latest file of a table, when it was made already.</summary>
    public OpenFile? Known(OpenSet set) => files.Known(set);
}
