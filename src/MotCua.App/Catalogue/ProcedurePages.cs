using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Catalogue;

/// <summary>Pages of procedures.</summary>
public sealed class ProcedurePages(MotCuaDb db, PublicCatalogue catalogue)
{
    /// <summary>The page of a public procedure, or null; usually without a question to the database.</summary>
    public async Task<ProcedurePage?> PublicAsync(string code, CancellationToken ct)
    {
        var picture = await catalogue.PictureAsync(ct);
        return picture.Find(code) is { } procedure ? ProcedureWords.Page(procedure, picture.ServicesOf(code)) : null;
    }

    /// <summary>The page as staff see it, public or not, with what is missing; null when there is no such procedure.</summary>
    public async Task<ProcedurePage?> StaffAsync(string code, CancellationToken ct)
    {
        var found = await (from p in db.Procedures.AsNoTracking()
                           join v in db.ProcedureVersions.AsNoTracking() on p.CurrentVersionId equals v.Id
                           where p.Code == code
                           select new { Row = p, Version = v }).FirstOrDefaultAsync(ct);
        return found is null ? null : ProcedureWords.Page(found.Row, found.Version);
    }
}
