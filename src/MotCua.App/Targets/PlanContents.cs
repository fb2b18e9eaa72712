using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Reads and writes what an edition of a plan assigns: of a draft from its document, of what was issued from its rows.</summary>
public sealed class PlanContents(MotCuaDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A content as the document of a draft.</summary>
    public static string Write(PlanContent content) => JsonSerializer.Serialize(content, Plain);

    /// <summary>The content of a draft's document; empty when there is none.</summary>
    public static PlanContent Read(string draft) => draft.Length == 0 ? PlanContent.Empty : JsonSerializer.Deserialize<PlanContent>(draft, Plain) ?? PlanContent.Empty;

    /// <summary>What the edition says beside the targets.</summary>
    public static PlanTerms TermsOf(PlanEditionRow edition) => new(edition.Name, edition.From, edition.To, edition.Reason);

    /// <summary>What the edition assigns; of what was issued as on its latest day that has come.</summary>
    public async Task<PlanContent> OfAsync(PlanEditionRow edition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition.State != PlanState.Issued || edition.From is not { } from) return Read(edition.Draft);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var last = edition.Until is { } until && until <= today ? until.AddDays(-1) : today;
        return await OnAsync(edition.Id, last < from ? from : last, ct);
    }

    /// <summary>Writes the rows of what is issued. The caller saves.</summary>
    public void Add(PlanEditionRow edition, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(content);
        var (from, now) = (edition.From!.Value, clock.GetUtcNow());
        string CodeOf(string group) => $"{edition.PlanCode}.{edition.Number}.{group}";
        for (var i = 0; i < content.Groups.Count; i++)
        {
            var group = content.Groups[i];
            db.UnitGroups.Add(new UnitGroupRow { Code = CodeOf(group.Key), Key = group.Key, PlanCode = edition.PlanCode, EditionId = edition.Id, Level = group.Level, Name = group.Name.Trim(), Order = i + 1 });
            AddTargets(group.Key, "", group.Percents);
        }

        foreach (var member in content.Members)
        {
            db.UnitGroupMembers.Add(new UnitGroupMemberRow { Id = Ids.NewGuid(now), GroupCode = CodeOf(member.Group), UnitKey = member.Unit, From = from });
            AddTargets(member.Group, member.Unit, member.Own);
        }

        void AddTargets(string group, string unit, IReadOnlyDictionary<string, decimal> percents)
        {
            for (var i = 0; i < content.Indicators.Count; i++)
            {
                if (!percents.TryGetValue(content.Indicators[i], out var percent)) continue;
                db.Targets.Add(new TargetRow { Id = Ids.NewGuid(now), PlanCode = edition.PlanCode, GroupCode = CodeOf(group), UnitKey = unit, Indicator = content.Indicators[i], Order = i + 1, Percent = percent, From = from });
            }
        }
    }

    /// <summary>Ends the rows of an edition on the day before; those that would only begin later never come into force. The caller saves.</summary>
    public async Task CloseAsync(Guid edition, DateOnly until, CancellationToken ct)
    {
        var groups = await db.UnitGroups.AsNoTracking().Where(g => g.EditionId == edition).Select(g => g.Code).ToListAsync(ct);
        foreach (var member in await db.UnitGroupMembers.Where(m => groups.Contains(m.GroupCode) && (m.Until == null || m.Until > until)).ToListAsync(ct)) member.Until = member.From > until ? member.From : until;
        foreach (var target in await db.Targets.Where(t => groups.Contains(t.GroupCode) && (t.Until == null || t.Until > until)).ToListAsync(ct)) target.Until = target.From > until ? target.From : until;
    }

    private async Task<PlanContent> OnAsync(Guid edition, DateOnly on, CancellationToken ct)
    {
        var groups = await db.UnitGroups.AsNoTracking().Where(g => g.EditionId == edition).OrderBy(g => g.Order).ToListAsync(ct);
        var codes = groups.ConvertAll(g => g.Code);
        var targets = await db.Targets.AsNoTracking().Where(t => codes.Contains(t.GroupCode) && t.From <= on && (t.Until == null || t.Until > on)).ToListAsync(ct);
        var members = await db.UnitGroupMembers.AsNoTracking().Where(m => codes.Contains(m.GroupCode) && m.From <= on && (m.Until == null || m.Until > on)).ToListAsync(ct);
        Dictionary<string, decimal> Percents(string code, string unit) => targets.Where(t => t.GroupCode == code && t.UnitKey == unit)
            .GroupBy(t => t.Indicator).ToDictionary(g => g.Key, g => Trimmed(g.MaxBy(t => t.From)!.Percent), StringComparer.Ordinal);
        var keys = groups.ToDictionary(g => g.Code, g => g.Key, StringComparer.Ordinal);
        return new PlanContent(
            [.. targets.GroupBy(t => t.Indicator).OrderBy(g => g.Min(t => t.Order)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
            groups.ConvertAll(g => new PlanGroup(g.Key, g.Level, g.Name, Percents(g.Code, ""))),
            [.. members.GroupBy(m => m.UnitKey).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.MaxBy(m => m.From)!).Select(m => new PlanMember(m.UnitKey, keys[m.GroupCode], Percents(m.GroupCode, m.UnitKey)))]);
    }

    // The division takes away zeros at the end, which SQLite keeps
    private static decimal Trimmed(decimal percent) => percent / 1.000000000000000000000000000m;
}
