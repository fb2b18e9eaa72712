using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Loads the procedures, their versions and the services of those that are ready; part of <see cref="LoadReferenceDataHandler"/>.</summary>
internal sealed class ReferenceProcedures(MotCuaDb db, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>New rows by kind of thing.</summary>
    public Dictionary<string, int> Added { get; } = new(StringComparer.Ordinal) { ["procedures"] = 0, ["services"] = 0 };

    /// <summary>Loads and returns how many procedures got a further version.</summary>
    public async Task<int> LoadAsync(IReadOnlyList<ProcedureRecord> records, List<UnitRow> units, CancellationToken ct)
    {
        var planUnits = units.Where(u => u.InPlan).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        var names = units.ToDictionary(u => u.Key, u => u.Name, StringComparer.Ordinal);
        var known = await db.Procedures.AsNoTracking().ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        var versions = (await db.ProcedureVersions.AsNoTracking().Select(v => new { v.Code, v.Number, v.ContentHash }).ToListAsync(ct))
            .ToLookup(v => v.Code, v => (v.Number, v.ContentHash), StringComparer.Ordinal);
        var offered = (await db.Services.AsNoTracking().Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct)).Select(s => (s.UnitKey, s.ProcedureCode)).ToHashSet();
        var now = clock.GetUtcNow();
        var from = known.Count == 0 ? LoadReferenceDataHandler.InForceFrom : ProvinceTime.DateOf(now);
        var renewed = new List<string>();
        var waiting = 0;
        foreach (var record in records)
        {
            var missing = PublicationReadiness.Missing(record, planUnits);
            var content = ProcedureContents.Write(ProcedureContents.From(record, names.GetValueOrDefault(record.OrgKey, "")));
            var hash = ProcedureContents.Hash(content);
            var old = versions[record.Code].ToList();
            var isNew = !known.TryGetValue(record.Code, out var row);
            if (!isNew && old.Any(v => v.ContentHash == hash) && SameFacts(row!, record, missing))
            {
                continue;
            }

            row ??= new ProcedureRow { Code = record.Code, State = PublicationState.AwaitingStandardisation };
            if (isNew || row.PublishedBy is null)
            {
                Describe(row, record);
                Publish(row, missing, now);
            }

            if (old.All(v => v.ContentHash != hash))
            {
                var version = new ProcedureVersionRow
                {
                    Id = Ids.NewGuid(now),
                    Code = record.Code,
                    Number = old.Select(v => v.Number).DefaultIfEmpty().Max() + 1,
                    From = isNew ? LoadReferenceDataHandler.InForceFrom : from,
                    Content = content,
                    ContentHash = hash,
                };
                db.ProcedureVersions.Add(version);
                row.CurrentVersionId = version.Id;
                if (old.Count > 0)
                {
                    renewed.Add(record.Code);
                    await db.ProcedureVersions.Where(v => v.Code == record.Code && v.Until == null).ExecuteUpdateAsync(s => s.SetProperty(v => v.Until, from), ct);
                }
            }

            if (isNew)
            {
                db.Procedures.Add(row);
                Added["procedures"]++;
            }
            else
            {
                db.Procedures.Update(row);
            }

            if (row.State == PublicationState.Published)
            {
                Offer(record, units, offered, isNew ? LoadReferenceDataHandler.InForceFrom : from, now);
            }

            if (++waiting >= Batch)
            {
                waiting = 0;
                await FlushAsync(ct);
            }
        }

        await FlushAsync(ct);
        return renewed.Count;
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private void Offer(ProcedureRecord record, List<UnitRow> units, HashSet<(string Unit, string Procedure)> offered, DateOnly from, DateTimeOffset now)
    {
        foreach (var unit in units.Where(u => Offers(u, record)))
        {
            if (offered.Add((unit.Key, record.Code)))
            {
                db.Services.Add(new ServiceRow
                {
                    Id = Ids.NewGuid(now),
                    UnitKey = unit.Key,
                    ProcedureCode = record.Code,
                    From = from,
                    Level = ServiceLevel.Partial,
                    Status = ServiceStatus.Open,
                });
                Added["services"]++;
            }
        }
    }

    private static bool Offers(UnitRow unit, ProcedureRecord record) => unit.Level switch
    {
        "tinh" => unit.Key == record.OrgKey && record.Levels.Contains("tinh"),
        "huyen" => unit.InPlan && record.Levels.Contains("huyen"),
        "xa" => record.Levels.Contains("xa"),
        _ => false,
    };

    private static void Publish(ProcedureRow row, IReadOnlyList<MissingFact> missing, DateTimeOffset now)
    {
        row.Missing = string.Join(',', missing.Select(m => m.ToString()));
        if (missing.Count == 0 && row.State == PublicationState.AwaitingStandardisation)
        {
            row.State = PublicationState.Published;
            row.PublishedAt = now;
        }
    }

    private static void Describe(ProcedureRow row, ProcedureRecord record)
    {
        row.Name = record.Name;
        row.FieldKey = FieldKey(record);
        row.FieldName = record.Field;
        row.Ministry = record.Ministry;
        row.OrgKey = record.OrgKey;
        row.Levels = Levels(record);
        row.IsVertical = record.IsVertical;
        row.IsHighVolume = record.IsHighVolume;
        row.SearchText = SearchText.Fold($"{record.Code} {record.Name} {record.Field}");
        row.SortKey = VietnameseOrder.Key(record.Name);
    }

    private static bool SameFacts(ProcedureRow row, ProcedureRecord record, IReadOnlyList<MissingFact> missing) =>
        row.PublishedBy is not null
        || (row.Name == record.Name && row.FieldName == record.Field && row.Ministry == record.Ministry && row.OrgKey == record.OrgKey && row.Levels == Levels(record)
            && row.IsVertical == record.IsVertical && row.IsHighVolume == record.IsHighVolume && row.Missing == string.Join(',', missing.Select(m => m.ToString())));

    private static string FieldKey(ProcedureRecord record) => SearchText.Fold(record.Field).Replace(' ', '-');

    private static string Levels(ProcedureRecord record) => string.Join(',', record.Levels.Where(l => l is "tinh" or "huyen" or "xa"));
}
