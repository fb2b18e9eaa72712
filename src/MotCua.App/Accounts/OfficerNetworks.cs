using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Accounts;

/// <summary>Notes in which networks officers and helpers of which units signed in on a day, as tags (ADR 0042).</summary>
public sealed class OfficerNetworks(MotCuaDb db, PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>Notes it for the units of the officer's roles in force; again changes nothing.</summary>
    public async Task NoteAsync(Guid officer, IPAddress? from, CancellationToken ct)
    {
        var day = ProvinceTime.DateOf(clock.GetUtcNow());
        var tag = SourceTags.Of(vault, day, "network", SourceTags.NetworkOf(from));
        if (tag.Length == 0) return;
        var units = await db.Grants.AsNoTracking().Where(g => g.OfficerId == officer && g.RevokedAt == null && g.From <= day && (g.Until == null || day < g.Until)).Select(g => g.UnitKey).Distinct().ToListAsync(ct);
        foreach (var unit in units)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO officer_networks (day, network_tag, unit_key) VALUES ({day}, {tag}, {unit}) ON CONFLICT DO NOTHING", ct);
        }
    }
}
