using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Kernel;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>An import of supplied counts and published figures from a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsDryRun">True: check and count only.</param>
public sealed record ImportFigures(string Path, bool IsDryRun);

/// <summary>
/// Takes in the counts of the index that the portal cannot make itself, and figures that were published. Idempotent on unit, period and column; every
/// change leaves what was before in the trail (law rule 56). A count larger than the whole it is a part of is refused.
/// </summary>
public sealed class ImportFiguresHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    private const int BatchSize = 500;

    /// <summary>Imports; each batch is one transaction.</summary>
    /// <exception cref="FormatException">The header cannot be read or lacks a required column.</exception>
    public async Task<ImportTally> HandleAsync(ImportFigures command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isPublished = IsPublished(command.Path);
        using var table = ImportTable.Open(command.Path, isPublished ? FigureLine.PublishedColumns : FigureLine.Columns, isPublished ? ["unit", "indicator_code", "indicator", "value", "source"] : FigureLine.Columns);
        if (table.Missing.Count > 0) throw new FormatException($"thiếu cột {string.Join(", ", table.Missing)}");
        var units = await UnitsAsync(ct);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var rejected = new List<RejectedRow>();
        var lines = new Dictionary<string, FigureLine>(StringComparer.Ordinal);
        var (read, again) = (0, 0);
        while (table.Read())
        {
            read++;
            try
            {
                var line = isPublished ? FigureLine.ReadPublished(table) : FigureLine.Read(table, units, today);
                if (lines.TryGetValue(line.Key, out var before))
                {
                    if (before with { Line = 0 } != line with { Line = 0 }) throw new RejectionException("value", $"Trùng dòng {before.Line} với nội dung khác.");
                    again++;
                }
                else
                {
                    lines.Add(line.Key, line);
                }
            }
            catch (RejectionException refusal)
            {
                rejected.Add(new RejectedRow(table.Line, refusal.Column, refusal.Message));
            }
        }

        rejected.AddRange(await ContradictionsAsync([.. lines.Values], lines, ct));
        var (inserted, restated, unchanged) = (0, 0, again);
        foreach (var batch in lines.Values.Chunk(BatchSize))
        {
            var (added, changed) = await SaveAsync(batch, actor, command.IsDryRun, ct);
            (inserted, restated, unchanged) = (inserted + added, restated + changed, unchanged + batch.Length - added - changed);
        }

        rejected.AddRange(table.Malformed);
        await ImportTable.WriteRejectedAsync(command.Path, rejected, ct);
        return new ImportTally(read + table.Malformed.Count, inserted, restated, unchanged, rejected.Count);
    }

    /// <summary>Saves rows that were checked; returns how many are new and how many changed.</summary>
    internal async Task<(int Inserted, int Restated)> SaveAsync(IReadOnlyList<FigureLine> lines, Actor actor, bool isDryRun, CancellationToken ct)
    {
        var (counts, published) = (await SaveCountsAsync([.. lines.Where(l => !l.IsPublished)], actor, ct), await SavePublishedAsync([.. lines.Where(l => l.IsPublished)], actor, ct));
        if (!isDryRun) await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return (counts.Added + published.Added, counts.Changed + published.Changed);
    }

    /// <summary>Rows of counts that are larger than the whole they are a part of, with what the database has; they are taken out of the lines.</summary>
    internal async Task<IReadOnlyList<RejectedRow>> ContradictionsAsync(IReadOnlyList<FigureLine> all, Dictionary<string, FigureLine> lines, CancellationToken ct)
    {
        var counts = all.Where(l => !l.IsPublished).ToList();
        if (counts.Count == 0) return [];
        var units = counts.Select(l => l.Unit).Distinct().ToList();
        var stored = (await db.IndexFigures.AsNoTracking().Where(f => units.Contains(f.UnitKey)).ToListAsync(ct)).ToDictionary(f => (f.UnitKey, f.Column, f.From, f.To), f => (decimal)f.Value);
        foreach (var line in counts) stored[(line.Unit, line.Column, line.From!.Value, line.To!.Value)] = line.Value;
        var rejected = new List<RejectedRow>();
        foreach (var line in counts)
        {
            foreach (var (part, whole) in IndexColumns.Pairs.Where(p => p.Part == line.Column || p.Whole == line.Column))
            {
                if (!stored.TryGetValue((line.Unit, part, line.From!.Value, line.To!.Value), out var above) || !stored.TryGetValue((line.Unit, whole, line.From.Value, line.To.Value), out var below) || above <= below) continue;
                // The part is at fault when the file has both
                if (line.Column == whole && counts.Exists(c => c.Column == part && (c.Unit, c.From, c.To) == (line.Unit, line.From, line.To))) continue;
                rejected.Add(new RejectedRow(line.Line, "value", string.Create(CultureInfo.InvariantCulture, $"{part} ({above}) lớn hơn {whole} ({below}) của cùng đơn vị, cùng kỳ.")));
                lines.Remove(line.Key);
                break;
            }
        }

        return rejected;
    }

    /// <summary>Keys that may have supplied counts: the units of the plan and the province.</summary>
    internal async Task<IReadOnlySet<string>> UnitsAsync(CancellationToken ct)
    {
        var units = (await db.Units.AsNoTracking().Where(u => u.InPlan).Select(u => u.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        units.Add(MeasureQueries.Province);
        return units;
    }

    private static bool IsPublished(string path)
    {
        using var table = ImportTable.Open(path, FigureLine.PublishedColumns, ["indicator_code", "period_from"]);
        return table.Missing.Count == 0;
    }

    private async Task<(int Added, int Changed)> SaveCountsAsync(List<FigureLine> lines, Actor actor, CancellationToken ct)
    {
        if (lines.Count == 0) return (0, 0);
        var (units, columns) = (lines.Select(l => l.Unit).Distinct().ToList(), lines.Select(l => l.Column).Distinct().ToList());
        var stored = (await db.IndexFigures.Where(f => units.Contains(f.UnitKey) && columns.Contains(f.Column)).ToListAsync(ct)).ToDictionary(f => (f.UnitKey, f.Column, f.From, f.To));
        var (added, changed) = (0, 0);
        foreach (var line in lines)
        {
            var row = stored.GetValueOrDefault((line.Unit, line.Column, line.From!.Value, line.To!.Value));
            if (row is not null && row.Value == (long)line.Value && row.Source == line.Source) continue;
            audit.Record(actor, "IndexFigureSet", line.Unit, new { column = line.Column, from = line.From, to = line.To, value = (long)line.Value, before = row?.Value, source = line.Source });
            if (row is null)
            {
                db.IndexFigures.Add(row = new IndexFigureRow { UnitKey = line.Unit, Column = line.Column, From = line.From.Value, To = line.To.Value });
                added++;
            }
            else
            {
                changed++;
            }

            (row.Value, row.Source, row.EnteredBy, row.EnteredAt) = ((long)line.Value, line.Source, actor.Id, clock.GetUtcNow());
        }

        return (added, changed);
    }

    private async Task<(int Added, int Changed)> SavePublishedAsync(List<FigureLine> lines, Actor actor, CancellationToken ct)
    {
        if (lines.Count == 0) return (0, 0);
        var names = lines.Select(l => l.Unit).Distinct().ToList();
        var stored = (await db.PublishedFigures.Where(f => names.Contains(f.UnitName)).ToListAsync(ct)).GroupBy(f => (f.UnitName, f.Code, f.From, f.To)).ToDictionary(g => g.Key, g => g.First());
        var keys = await db.Units.AsNoTracking().Where(u => names.Contains(u.Name) || names.Contains(u.ShortName)).Select(u => new { u.Key, u.Name, u.ShortName }).ToListAsync(ct);
        var order = await db.PublishedFigures.MaxAsync(f => (int?)f.Order, ct) ?? 0;
        var (added, changed) = (0, 0);
        foreach (var line in lines)
        {
            var row = stored.GetValueOrDefault((line.Unit, line.Column, line.From, line.To));
            if (row is not null && Same(row, line)) continue;
            audit.Record(actor, "PublishedFigureSet", line.Column, new { unit = line.Unit, from = line.From, to = line.To, value = line.Value, before = row?.Value, source = line.Source });
            if (row is null)
            {
                var key = line.Unit == FigureLine.ProvinceName ? MeasureQueries.Province : keys.FirstOrDefault(k => k.Name == line.Unit || k.ShortName == line.Unit)?.Key ?? "";
                db.PublishedFigures.Add(row = new PublishedFigureRow { Id = Ids.NewGuid(clock.GetUtcNow()), UnitName = line.Unit, UnitKey = key, Code = line.Column, From = line.From, To = line.To, Order = ++order });
                added++;
            }
            else
            {
                changed++;
            }

            (row.Name, row.Numerator, row.Denominator, row.Value, row.ValueUnit, row.Source, row.Note) = (line.Name, line.Numerator, line.Denominator, line.Value, line.ValueUnit, line.Source, line.Note);
        }

        return (added, changed);
    }

    private static bool Same(PublishedFigureRow row, FigureLine line) =>
        (row.Name, row.Numerator, row.Denominator, row.Value, row.ValueUnit, row.Source, row.Note) == (line.Name, line.Numerator, line.Denominator, line.Value, line.ValueUnit, line.Source, line.Note);
}

/// <summary>Counts of one unit and period as they are typed on the page.</summary>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Values">Counts by column; a column that is not there stays as it is.</param>
/// <param name="Source">Where they come from.</param>
public sealed record EnterFigures(string Unit, DateOnly From, DateOnly To, IReadOnlyDictionary<string, decimal> Values, string Source);

/// <summary>Keeps typed counts; only the owner of the plan may.</summary>
public sealed class EnterFiguresHandler(ImportFiguresHandler import, TimeProvider clock)
{
    /// <summary>How many counts are new or changed; or what does not fit, tied to the column.</summary>
    public async Task<Result<int>> HandleAsync(EnterFigures command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Role.PlanOwner)) return IndexProblems.NotPlanOwner;
        if (!(await import.UnitsAsync(ct)).Contains(command.Unit)) return IndexProblems.NoUnit;
        if (string.IsNullOrWhiteSpace(command.Source)) return IndexProblems.NoSource;
        if (command.Source.Length > 500) return IndexProblems.NoSource.Saying("Nguồn số liệu không quá 500 ký tự.");
        var lines = new Dictionary<string, FigureLine>(StringComparer.Ordinal);
        foreach (var (column, value) in command.Values)
        {
            try
            {
                FigureLine.Check(command.From, command.To, ProvinceTime.DateOf(clock.GetUtcNow()));
                var line = FigureLine.Count(0, command.Unit, command.From, command.To, column, value, command.Source.Trim());
                lines[line.Key] = line;
            }
            catch (RejectionException refusal)
            {
                return IndexProblems.BadFigure.Saying(refusal.Message).For(refusal.Column == "to" ? "ky" : column);
            }
        }

        if (await import.ContradictionsAsync([.. lines.Values], lines, ct) is [var wrong, ..]) return IndexProblems.BadFigure.Saying(wrong.Reason).For(command.Values.Keys.First(c => wrong.Reason.StartsWith(c + " ", StringComparison.Ordinal) || wrong.Reason.Contains(" " + c + " ", StringComparison.Ordinal)));
        var (inserted, restated) = await import.SaveAsync([.. lines.Values], actor, isDryRun: false, ct);
        return inserted + restated;
    }
}

/// <summary>Refusals about supplied counts.</summary>
public static class IndexProblems
{
    /// <summary>Only the owner of the plan enters counts.</summary>
    public static readonly Problem NotPlanOwner = new("TGT-0661", "Chỉ cơ quan chủ trì kế hoạch (Văn phòng UBND tỉnh, Sở Thông tin và Truyền thông) nhập số liệu Bộ chỉ số.", ProblemKind.Forbidden);

    /// <summary>No such unit in the plan.</summary>
    public static readonly Problem NoUnit = new("TGT-0662", "Chọn một đơn vị của kế hoạch hoặc toàn tỉnh.", ProblemKind.Invalid, "don-vi");

    /// <summary>A count without its source.</summary>
    public static readonly Problem NoSource = new("TGT-0663", "Ghi nguồn số liệu: báo cáo, công văn, trang thống kê và ngày.", ProblemKind.Invalid, "nguon");

    /// <summary>A count that does not fit.</summary>
    public static readonly Problem BadFigure = new("TGT-0664", "Số liệu không hợp lệ.", ProblemKind.Invalid);
}
