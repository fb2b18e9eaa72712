using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>A procedure in the list of publishing.</summary>
public sealed record PublicationLine(string Code, string Name, string FieldName, string OrgKey, string OrgName, string Levels, bool IsVertical, PublicationState State, IReadOnlyList<string> Missing, string? PublishedBy, DateTimeOffset? PublishedAt)
{
    /// <summary>It takes no new dossiers, or will not; null = as usual.</summary>
    public ProcedureClosing? Closing { get; init; }
}

/// <summary>How many procedures stand where.</summary>
/// <param name="Waiting">Chờ chuẩn hóa.</param>
/// <param name="Published">Công khai, those that take no new dossiers included.</param>
/// <param name="Closed">Of those, dừng tiếp nhận now or soon.</param>
public sealed record PublicationCounts(int Waiting, int Published, int Closed);

/// <summary>Procedures by publication, for the administrator.</summary>
public sealed class PublicationSheets(MotCuaDb db, ProcedureClosings closings)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many stand where.</summary>
    public async Task<PublicationCounts> CountsAsync(CancellationToken ct)
    {
        var counts = await db.Procedures.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new PublicationCounts(counts.GetValueOrDefault(PublicationState.AwaitingStandardisation), counts.GetValueOrDefault(PublicationState.Published), (await closings.CodesAsync(ct)).Count);
    }

    /// <summary>Procedures in a state, by code; one page.</summary>
    /// <param name="state">State.</param>
    /// <param name="words">Words without accents or a code, or empty.</param>
    /// <param name="orgKey">Unit in charge, or empty.</param>
    /// <param name="missing">Only those that miss this and nothing else is asked, or null.</param>
    /// <param name="onlyClosed">Only those that take no new dossiers, now or soon.</param>
    /// <param name="after">Code after which the page begins, or empty.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<PublicationLine>> ListAsync(PublicationState state, string words, string orgKey, MissingFact? missing, bool onlyClosed, string after, CancellationToken ct)
    {
        var rows = db.Procedures.AsNoTracking().Where(p => p.State == state);
        if (onlyClosed)
        {
            var closed = await closings.CodesAsync(ct);
            rows = rows.Where(p => closed.Contains(p.Code));
        }

        foreach (var word in SearchText.Words(words))
        {
            rows = rows.Where(p => p.SearchText.Contains(word));
        }

        if (orgKey.Length > 0)
        {
            rows = rows.Where(p => p.OrgKey == orgKey);
        }

        if (missing is { } fact)
        {
            var name = fact.ToString();
            rows = rows.Where(p => p.Missing.Contains(name));
        }

        if (after.Length > 0)
        {
#pragma warning disable CA1309 // translated: both databases order codes by bytes
            rows = rows.Where(p => string.Compare(p.Code, after) > 0);
#pragma warning restore CA1309
        }

        var found = await rows.OrderBy(p => p.Code).Take(PageSize + 1).Select(p => new { Row = p, Org = db.Units.Where(u => u.Key == p.OrgKey).Select(u => u.ShortName).FirstOrDefault() }).ToListAsync(ct);
        var present = await closings.PresentAsync(found.ConvertAll(x => x.Row.Code), ct);
        return found.ConvertAll(x => Line(x.Row, x.Org) with { Closing = present.GetValueOrDefault(x.Row.Code) });
    }

    /// <summary>One procedure, or null.</summary>
    public async Task<PublicationLine?> FindAsync(string code, CancellationToken ct)
    {
        var found = await db.Procedures.AsNoTracking().Where(p => p.Code == code).Select(p => new { Row = p, Org = db.Units.Where(u => u.Key == p.OrgKey).Select(u => u.ShortName).FirstOrDefault() }).FirstOrDefaultAsync(ct);
        return found is null ? null : Line(found.Row, found.Org);
    }

    private static PublicationLine Line(ProcedureRow p, string? org) => new(
        p.Code, p.Name, p.FieldName, p.OrgKey, org ?? p.OrgKey, p.Levels, p.IsVertical, p.State,
        [.. p.Missing.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(m => Enum.TryParse<MissingFact>(m, out var fact) ? PublicationReadiness.Words(fact) : m)], p.PublishedBy, p.PublishedAt);
}
