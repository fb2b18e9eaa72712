using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace MotCua.Web.Pages.Filing;

/// <summary>Addresses that lead to the same page in two ways.</summary>
public static class FilingRoutes
{
    /// <summary>The place is asked before the draft is made, and again when it is changed.</summary>
    public static void Add(PageConventionCollection conventions)
    {
        ArgumentNullException.ThrowIfNull(conventions);
        conventions.AddPageRoute("/Filing/Place", "/nop-ho-so/nhap/{id:guid}/noi-nop");
    }
}
