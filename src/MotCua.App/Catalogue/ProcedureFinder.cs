using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>What somebody looks for; every part may be absent.</summary>
/// <param name="Text">Words.</param>
/// <param name="LifeEvent">Key of a life event.</param>
/// <param name="Field">Key of a field.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="Unit">Key of a unit that offers it.</param>
/// <param name="Audience">Citizens or businesses.</param>
public sealed record ProcedureWish(string? Text = null, string? LifeEvent = null, string? Field = null, string? Level = null, string? Unit = null, Audience? Audience = null);

/// <summary>A page of procedures found.</summary>
/// <param name="Items">The procedures, best first.</param>
/// <param name="Total">How many were found.</param>
/// <param name="First">Place of the first item, from 1; 0 when there is none.</param>
/// <param name="Newer">Code after which the page before starts; empty = from the beginning; null = this is the first page.</param>
/// <param name="Older">Code after which the next page starts; null = this is the last page.</param>
/// <param name="Suggestion">Another spelling, or null.</param>
public sealed record ProcedureFindings(IReadOnlyList<PublicProcedure> Items, int Total, int First, string? Newer, string? Older, string? Suggestion);

/// <summary>Finds public procedures, a page at a time by key.</summary>
public static class ProcedureFinder
{
    /// <summary>Procedures a page.</summary>
    public const int PageSize = 15;

    /// <summary>The page after a code; an unknown code gives the first page.</summary>
    public static ProcedureFindings Find(CataloguePicture picture, ProcedureWish wish, string? after)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(wish);
        var field = wish.Field is { Length: > 0 } key ? picture.Fields.FirstOrDefault(f => f.Key == key)?.Name ?? "\u0000" : null;
        var text = wish.Text is { Length: > 200 } long_ ? long_[..200] : wish.Text;
        var query = new ProcedureQuery(text, wish.LifeEvent, field, wish.Level, null, wish.Audience);
        var hits = picture.Search.Find(query).Select(h => picture.Find(h.Code)!).ToList();
        if (wish.Unit is { Length: > 0 } unit)
        {
            var offered = picture.CodesOf(unit);
            hits = hits.FindAll(p => offered.Contains(p.Code));
        }

        var start = after is { Length: > 0 } code ? hits.FindIndex(p => p.Code == code) + 1 : 0;
        var items = hits.Skip(start).Take(PageSize).ToList();
        return new ProcedureFindings(
            items, hits.Count, items.Count == 0 ? 0 : start + 1,
            start == 0 ? null : start <= PageSize ? "" : hits[start - PageSize - 1].Code,
            start + PageSize < hits.Count ? items[^1].Code : null,
            picture.Spelling.Suggest(text));
    }
}
