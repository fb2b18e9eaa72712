using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A procedure that a desk may receive.</summary>
public sealed record DeskProcedure(string Code, string Name, string FieldName, bool IsHighVolume);

/// <summary>What the desk needs to receive a dossier of a procedure.</summary>
/// <param name="Procedure">The procedure with its form.</param>
/// <param name="Units">Authorities in whose name the desk may receive it: key and name.</param>
/// <param name="Places">Desks of the officer where it may be received, and the authorities each receives for: place and receiving unit are different facts.</param>
public sealed record DeskProcedureSheet(FiledProcedure Procedure, IReadOnlyList<KeyValuePair<string, string>> Units, IReadOnlyList<DeskPlace> Places)
{
    /// <summary>Content of the version in force.</summary>
    public ProcedureContent Content => Procedure.Content;
}

/// <summary>A desk of the officer.</summary>
/// <param name="Key">Unit key of the desk.</param>
/// <param name="Name">Name.</param>
/// <param name="ReceivesFor">Authority it receives the procedure for.</param>
public sealed record DeskPlace(string Key, string Name, string ReceivesFor);

/// <summary>What a desk officer may choose when somebody comes.</summary>
public sealed class DeskChoices(MotCuaDb db, FilingCatalogue catalogue)
{
    /// <summary>Published procedures whose words match, of the levels that the desks receive for.</summary>
    public async Task<IReadOnlyList<DeskProcedure>> ProceduresAsync(Actor actor, string? words, CancellationToken ct)
    {
        var desks = DossierAccess.Desks(actor);
        var units = await db.Units.AsNoTracking().Where(u => desks.Contains(u.Key)).ToListAsync(ct);
        var query = db.Procedures.AsNoTracking().Where(p => p.State == PublicationState.Published);
        foreach (var word in SearchText.Words(words).Take(8)) query = query.Where(p => p.SearchText.Contains(word) || p.Code == word);
        var code = (words ?? "").Trim();
        if (code.Length > 5 && code.All(c => char.IsAsciiDigit(c) || c == '.')) query = db.Procedures.AsNoTracking().Where(p => p.State == PublicationState.Published && p.Code == code);
        var found = await query.OrderByDescending(p => p.IsHighVolume).ThenBy(p => p.SortKey).Select(p => new { p.Code, p.Name, p.FieldName, p.IsHighVolume, p.Levels, p.OrgKey }).Take(200).ToListAsync(ct);

        var own = found.Where(p => units.Any(u => ReceivedFor(u, p.Levels, p.OrgKey) is not null));
        return [.. own.Take(30).Select(p => new DeskProcedure(p.Code, p.Name, p.FieldName, p.IsHighVolume))];
    }

    /// <summary>What is needed to receive one, or null when it is not received here.</summary>
    public async Task<DeskProcedureSheet?> ProcedureAsync(Actor actor, string code, CancellationToken ct)
    {
        if (await catalogue.FindAsync(code, ct) is not { State: PublicationState.Published } procedure) return null;
        var row = await db.Procedures.AsNoTracking().Where(p => p.Code == code).Select(p => new { p.Levels, p.OrgKey }).FirstAsync(ct);
        var desks = DossierAccess.Desks(actor);
        var places = (await db.Units.AsNoTracking().Where(u => desks.Contains(u.Key)).OrderBy(u => u.SortKey).ToListAsync(ct))
            .Select(u => (Unit: u, For: ReceivedFor(u, row.Levels, row.OrgKey))).Where(p => p.For is not null).Select(p => new DeskPlace(p.Unit.Key, p.Unit.Name, p.For!)).ToList();
        var keys = places.Select(p => p.ReceivesFor).Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).OrderBy(u => u.SortKey).Select(u => new { u.Key, u.Name }).ToListAsync(ct);
        return units.Count == 0 ? null : new DeskProcedureSheet(procedure, [.. units.Select(u => new KeyValuePair<string, string>(u.Key, u.Name))], places);
    }

    // The province's Centre receives for all agencies, an agency's own desk for itself, a committee's desk for the committee
    private static string? ReceivedFor(Organisations.UnitRow desk, string levels, string orgKey)
    {
        if (!levels.Split(',').Contains(desk.Level)) return null;
        if (desk.Level != "tinh") return desk.Key;
        return desk.Kind == "mot-cua" ? orgKey : desk.Key == orgKey ? orgKey : null;
    }
}
