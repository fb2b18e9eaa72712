using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>What somebody looks for; every part may be absent.</summary>
/// <param name="Text">Words.</param>
/// <param name="LifeEvent">Key of a life event.</param>
/// <param name="Field">Key of a field.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="Unit">Key of a unit that offers it.</param>
/// <param name="Audience">Citizens or businesses.</param>
public sealed record ProcedureWish(string? Text = null, string? LifeEvent = null, string? Field = null, string? Level = null, string? Unit = null, Audience? Audience = null)
{
    /// <summary>True when only what can be filed here is wanted.</summary>
    public bool OnlyFileable { get; init; }
}

/// <summary>A procedure found: one of the two is there.</summary>
/// <param name="Open">One that can be filed here.</param>
/// <param name="Waiting">One that cannot be yet.</param>
public sealed record ProcedureFinding(PublicProcedure? Open, WaitingProcedure? Waiting)
{
    /// <summary>National code.</summary>
    public string Code => Open?.Code ?? Waiting!.Code;

    /// <summary>Name.</summary>
    public string Name => Open?.Name ?? Waiting!.Name;
}

/// <summary>A page of procedures found.</summary>
/// <param name="Items">The procedures, best first.</param>
/// <param name="Total">How many were found.</param>
/// <param name="First">Place of the first item, from 1; 0 when there is none.</param>
/// <param name="Newer">Code after which the page before starts; empty = from the beginning; null = this is the first page.</param>
/// <param name="Older">Code after which the next page starts; null = this is the last page.</param>
/// <param name="Suggestion">Another spelling, or null.</param>
/// <param name="Elsewhere">The agency to go to, when the question is about a matter of its own; or null.</param>
public sealed record ProcedureFindings(IReadOnlyList<ProcedureFinding> Items, int Total, int First, string? Newer, string? Older, string? Suggestion, Elsewhere? Elsewhere)
{
    /// <summary>Nothing found.</summary>
    public static readonly ProcedureFindings None = new([], 0, 0, null, null, null, null);
}

/// <summary>
/// Finds procedures, a page at a time by key. By words also those that cannot be filed here yet, so that people learn where to go; with a filter only
/// what can be filed.
/// </summary>
public static class ProcedureFinder
{
    /// <summary>Procedures a page.</summary>
    public const int PageSize = 15;

    private const double NearlyTheSame = 0.5;

    /// <summary>Procedures that can be filed here and whose names say nearly the same, the nearest first.</summary>
    public static IEnumerable<PublicProcedure> Alike(CataloguePicture picture, WaitingProcedure waiting)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(waiting);
        var words = SearchText.Words(waiting.Name).ToHashSet(StringComparer.Ordinal);
        return picture.Procedures
            .Select(p => (Procedure: p, Words: SearchText.Words(p.Name).ToHashSet(StringComparer.Ordinal)))
            .Select(p => (p.Procedure, Share: p.Words.Count(words.Contains) / (double)p.Words.Union(words).Count()))
            .Where(p => p.Share >= NearlyTheSame).OrderByDescending(p => p.Share).Select(p => p.Procedure);
    }

    /// <summary>The page after a code; an unknown code gives the first page.</summary>
    public static ProcedureFindings Find(CataloguePicture picture, ProcedureWish wish, string? after)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(wish);
        var field = wish.Field is { Length: > 0 } key ? picture.Fields.FirstOrDefault(f => f.Key == key)?.Name ?? "\u0000" : null;
        var text = wish.Text is { Length: > 200 } long_ ? long_[..200] : wish.Text;
        var filtered = new[] { wish.LifeEvent, wish.Field, wish.Level, wish.Unit }.Any(f => f is { Length: > 0 }) || wish.Audience is not null;
        var answer = picture.Search.Answer(new ProcedureQuery(text, wish.LifeEvent, field, wish.Level, null, wish.Audience) { OnlyFileable = filtered || wish.OnlyFileable });
        var hits = answer.Hits.Select(h => new ProcedureFinding(picture.Find(h.Code), picture.FindWaiting(h.Code))).ToList();
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
            picture.Spelling.Suggest(text), answer.Elsewhere);
    }
}
