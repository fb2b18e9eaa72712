using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A procedure that a desk may receive.</summary>
public sealed record DeskProcedure(string Code, string Name, string FieldName, bool IsHighVolume);

/// <summary>What the desk needs to receive a dossier of a procedure.</summary>
/// <param name="Code">Procedure.</param>
/// <param name="Name">Name.</param>
/// <param name="Content">Content of the version in force.</param>
/// <param name="FormVersionId">Its e-form, or empty.</param>
/// <param name="Units">Authorities in whose name the desk may receive it: key and name.</param>
public sealed record DeskProcedureSheet(string Code, string Name, ProcedureContent Content, Guid FormVersionId, IReadOnlyList<KeyValuePair<string, string>> Units);

/// <summary>What a desk officer may choose when somebody comes.</summary>
public sealed class DeskChoices(MotCuaDb db, TimeProvider clock)
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
        var procedure = await db.Procedures.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code && p.State == PublicationState.Published, ct);
        if (procedure is null) return null;
        var json = await db.ProcedureVersions.Where(v => v.Id == procedure.CurrentVersionId).Select(v => v.Content).FirstOrDefaultAsync(ct) ?? "{}";
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var form = await db.FormVersions.Where(f => f.ProcedureCode == code && f.From <= today && (f.Until == null || f.Until > today)).OrderByDescending(f => f.Version).Select(f => f.Id).FirstOrDefaultAsync(ct);
        var desks = DossierAccess.Desks(actor);
        var keys = (await db.Units.AsNoTracking().Where(u => desks.Contains(u.Key)).ToListAsync(ct)).Select(u => ReceivedFor(u, procedure.Levels, procedure.OrgKey)).Where(k => k is not null).Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).Select(u => new { u.Key, u.Name }).ToListAsync(ct);
        var content = JsonSerializer.Deserialize<ProcedureContent>(json, JsonSerializerOptions.Web) ?? new ProcedureContent();
        return units.Count == 0 ? null : new DeskProcedureSheet(procedure.Code, procedure.Name, content, form, [.. units.Select(u => new KeyValuePair<string, string>(u.Key, u.Name))]);
    }

    // The province's Centre receives for all agencies, an agency's own desk for itself, a committee's desk for the committee
    private static string? ReceivedFor(Organisations.UnitRow desk, string levels, string orgKey)
    {
        if (!levels.Split(',').Contains(desk.Level)) return null;
        if (desk.Level != "tinh") return desk.Key;
        return desk.Kind == "mot-cua" ? orgKey : desk.Key == orgKey ? orgKey : null;
    }
}
