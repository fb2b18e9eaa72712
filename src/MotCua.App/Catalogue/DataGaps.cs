using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>A unit of which the public cannot read something.</summary>
/// <param name="Key">Unit.</param>
/// <param name="Name">Name.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="LacksPhone">No telephone.</param>
/// <param name="LacksAddress">No address.</param>
/// <param name="IsCodeProvisional">Its mã định danh was read in no decision.</param>
public sealed record UnitGap(string Key, string Name, string Level, bool LacksPhone, bool LacksAddress, bool IsCodeProvisional);

/// <summary>A public procedure that shows the general sequence instead of its own.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Org">Unit in charge.</param>
public sealed record ProcedureGap(string Code, string Name, string Org);

/// <summary>What a province completes before it opens.</summary>
/// <param name="Units">Units with a gap, by level and name.</param>
/// <param name="UnitCount">Units in force within reach.</param>
/// <param name="Procedures">Public procedures with the general sequence; empty for a unit's administrator.</param>
/// <param name="ProcedureCount">Public procedures.</param>
public sealed record DataGapSheet(IReadOnlyList<UnitGap> Units, int UnitCount, IReadOnlyList<ProcedureGap> Procedures, int ProcedureCount)
{
    /// <summary>Units without a telephone.</summary>
    public int PhonesMissing => Units.Count(u => u.LacksPhone);

    /// <summary>Units without an address.</summary>
    public int AddressesMissing => Units.Count(u => u.LacksAddress);

    /// <summary>Units with a provisional identifier.</summary>
    public int CodesProvisional => Units.Count(u => u.IsCodeProvisional);
}

/// <summary>Finds what the public reads as «đang cập nhật».</summary>
public sealed class DataGaps(MotCuaDb db, PublicCatalogue catalogue, TimeProvider clock)
{
    /// <summary>The gaps within an administrator's reach.</summary>
    public async Task<DataGapSheet> FindAsync(Actor administrator, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var units = await UnitSheets.Within(db.Units.AsNoTracking(), administrator).Where(u => u.Until == null || today < u.Until)
            .OrderBy(u => u.Level == "tinh" ? 0 : u.Level == "huyen" ? 1 : 2).ThenBy(u => u.SortKey)
            .Select(u => new UnitGap(u.Key, u.Name, u.Level, u.Phone == "", u.Address == "", u.IdentifierProvisional || u.IdentifierCode == "")).ToListAsync(ct);
        var gaps = units.FindAll(u => u.LacksPhone || u.LacksAddress || u.IsCodeProvisional);
        if (!administrator.Has(Role.ProvinceAdministrator)) return new DataGapSheet(gaps, units.Count, [], 0);
        var picture = await catalogue.PictureAsync(ct);
        return new DataGapSheet(
            gaps, units.Count, [.. picture.Procedures.Where(p => ProcedureContents.HasGeneralSteps(p.Content)).Select(p => new ProcedureGap(p.Code, p.Name, picture.Unit(p.OrgKey)?.ShortName ?? p.OrgKey))], picture.Procedures.Count);
    }
}
