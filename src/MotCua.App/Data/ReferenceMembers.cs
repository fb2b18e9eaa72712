using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>
/// Brings the groups of units to what a changed file says. What was in force on a past day stays: a unit that changes its group leaves the old one
/// and joins the new one today, or on the day that the file names when that is still to come.
/// </summary>
internal sealed class ReferenceMembers(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Restates; the caller saves. New units and periods are added, unless the unit is a member already.</summary>
    public async Task<(int Added, IReadOnlyList<ReferenceChange> Changes)> RestateAsync(IReadOnlyList<UnitGroupMemberRow> wanted, IReadOnlyDictionary<string, string> planOfGroup, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var stored = (await db.UnitGroupMembers.ToListAsync(ct)).ToLookup(m => (Plan: planOfGroup.GetValueOrDefault(m.GroupCode, ""), m.UnitKey));
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var (added, changes) = (0, new List<ReferenceChange>());
        foreach (var file in wanted.GroupBy(m => (Plan: planOfGroup.GetValueOrDefault(m.GroupCode, ""), m.UnitKey)))
        {
            var rows = stored[file.Key].ToList();
            if (rows.Count == 0)
            {
                db.UnitGroupMembers.AddRange(file);
                added += file.Count();
                continue;
            }

            if (file.FirstOrDefault(m => m.From <= today && (m.Until is null || today < m.Until)) is { } now) Present(now, rows, today, changes);
            foreach (var later in file.Where(m => m.From > today).OrderBy(m => m.From)) Later(later, rows, changes);
        }

        return (added, changes);
    }

    private void Present(UnitGroupMemberRow wanted, List<UnitGroupMemberRow> rows, DateOnly today, List<ReferenceChange> changes)
    {
        var held = rows.Where(m => m.From <= today && (m.Until is null || today < m.Until)).MaxBy(m => m.From);
        if (held?.GroupCode == wanted.GroupCode)
        {
            if (held.Until == wanted.Until) return;
            changes.Add(new ReferenceChange("unit_group_members", held.UnitKey, $"nhóm {held.GroupCode} đến {Day(held.Until)} → {Day(wanted.Until)}", true));
            held.Until = wanted.Until;
            db.UnitGroupMembers.Update(held);
            return;
        }

        changes.Add(new ReferenceChange("unit_group_members", wanted.UnitKey, $"nhóm «{held?.GroupCode ?? "không"}» → «{wanted.GroupCode}» từ {Day(today)}", true));
        if (held?.From == today)
        {
            (held.GroupCode, held.Until) = (wanted.GroupCode, wanted.Until);
            db.UnitGroupMembers.Update(held);
            return;
        }

        if (held is not null)
        {
            held.Until = today;
            db.UnitGroupMembers.Update(held);
        }

        Join(wanted.GroupCode, wanted.UnitKey, today, wanted.Until, rows);
    }

    private void Later(UnitGroupMemberRow wanted, List<UnitGroupMemberRow> rows, List<ReferenceChange> changes)
    {
        var planned = rows.FirstOrDefault(m => m.From == wanted.From);
        if (planned is not null && planned.GroupCode == wanted.GroupCode && planned.Until == wanted.Until) return;
        changes.Add(new ReferenceChange("unit_group_members", wanted.UnitKey, $"nhóm «{wanted.GroupCode}» từ {Day(wanted.From)}", true));
        if (planned is not null)
        {
            (planned.GroupCode, planned.Until) = (wanted.GroupCode, wanted.Until);
            db.UnitGroupMembers.Update(planned);
            return;
        }

        foreach (var open in rows.Where(m => m.From < wanted.From && (m.Until is null || wanted.From < m.Until)))
        {
            open.Until = wanted.From;
            db.UnitGroupMembers.Update(open);
        }

        Join(wanted.GroupCode, wanted.UnitKey, wanted.From, wanted.Until, rows);
    }

    private void Join(string group, string unit, DateOnly from, DateOnly? until, List<UnitGroupMemberRow> rows)
    {
        var row = new UnitGroupMemberRow { Id = Ids.NewGuid(clock.GetUtcNow()), GroupCode = group, UnitKey = unit, From = from, Until = until };
        db.UnitGroupMembers.Add(row);
        rows.Add(row);
    }

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "không hạn";
}
