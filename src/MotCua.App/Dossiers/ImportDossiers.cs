using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Kernel;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>An import of dossiers from a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsDryRun">True: check and count only.</param>
/// <param name="IsResumed">True: go on after the last batch of an import of the same file that was cut short.</param>
/// <param name="Progress">Told how many rows were read after each batch, or null.</param>
public sealed record ImportDossiers(string Path, bool IsDryRun, bool IsResumed, Action<int>? Progress = null);

/// <summary>
/// Brings dossiers of older systems in, in batches that are each one transaction; one event for each change. The same file again changes nothing.
/// The measures are brought up to date by whoever calls.
/// </summary>
public sealed class ImportDossiersHandler(MotCuaDb db, Journal journal, RowWriter writer, WorkingCalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 500;

    private readonly Dictionary<string, ProcedureTerms> _procedures = new(StringComparer.Ordinal);
    private Dictionary<string, DateOnly?> _units = [];

    /// <summary>Imports.</summary>
    /// <exception cref="FormatException">The header cannot be read or lacks a required column.</exception>
    public async Task<ImportTally> HandleAsync(ImportDossiers command, Actor actor, CancellationToken ct)
    {
        using var table = ImportTable.Open(command.Path, DossierLine.Columns, DossierLine.Required);
        if (table.Missing.Count > 0) throw new FormatException($"thiếu cột {string.Join(", ", table.Missing)}");
        _units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, u => u.Until, StringComparer.Ordinal, ct);
        foreach (var p in await db.Procedures.AsNoTracking().Select(p => new { p.Code, p.CurrentVersionId }).ToListAsync(ct)) _procedures[p.Code] = new ProcedureTerms(p.CurrentVersionId);

        var progress = new ImportProgress(command.Path, db.Database.GetConnectionString() ?? "");
        var done = command.IsResumed ? progress.Read() : 0;
        var now = clock.GetUtcNow();
        // A digest instead of the row: a million of them must fit
        var seen = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        var rejected = new List<RejectedRow>();
        var batch = new List<DossierLine>(BatchSize);
        var (read, again, inserted, restated, unchanged) = (0, 0, 0, 0, 0);
        while (table.Read())
        {
            DossierLine? line = null;
            try
            {
                line = DossierLine.Read(table, now);
                CheckKnown(line);
                if (seen.TryGetValue(line.Code, out var before))
                {
                    if (before != line.Digest()) throw new RejectionException("code", $"Mã hồ sơ {line.Code} đã có ở dòng trước với nội dung khác.");
                    again++;
                    line = null;
                }
                else
                {
                    seen.Add(line.Code, line.Digest());
                }
            }
            catch (RejectionException refusal)
            {
                line = null;
                rejected.Add(new RejectedRow(table.Line, refusal.Column, refusal.Message));
            }

            read++;
            if (read <= done && read % (BatchSize * 20) == 0) command.Progress?.Invoke(read);
            if (line is null || read <= done) continue;
            batch.Add(line);
            if (batch.Count == BatchSize) await FlushAsync();
        }

        if (batch.Count > 0) await FlushAsync();
        rejected.AddRange(table.Malformed);
        progress.Forget();
        await ImportTable.WriteRejectedAsync(command.Path, rejected, ct);
        return new ImportTally(read + table.Malformed.Count, inserted, restated, unchanged + again + Skipped(), rejected.Count);

        int Skipped() => seen.Count - inserted - restated - unchanged;

        async Task FlushAsync()
        {
            var (added, changed) = await SaveAsync(batch, actor, command.IsDryRun, ct);
            inserted += added;
            restated += changed;
            unchanged += batch.Count - added - changed;
            batch.Clear();
            if (!command.IsDryRun) progress.Write(read);
            command.Progress?.Invoke(read);
        }
    }

    private void CheckKnown(DossierLine line)
    {
        if (!_procedures.ContainsKey(line.Procedure)) throw new RejectionException("procedure", $"Không có thủ tục {line.Procedure}.");
        CheckUnit("receiving_unit", line.ReceivingUnit, line);
        CheckUnit("handling_unit", line.HandlingUnit, line);
    }

    /// <summary>A unit that was merged or dissolved has no dossiers from that day on.</summary>
    private void CheckUnit(string column, string unit, DossierLine line)
    {
        if (!_units.TryGetValue(unit, out var until)) throw new RejectionException(column, $"Không có đơn vị {unit}.");
        if (until is { } end && (line.AcceptedAt ?? line.SubmittedAt) is { } at && ProvinceTime.DateOf(at) >= end)
        {
            throw new RejectionException(column, string.Create(CultureInfo.InvariantCulture, $"Đơn vị {unit} đã sáp nhập hoặc chấm dứt từ ngày {end:dd/MM/yyyy}: ghi đơn vị kế thừa cho hồ sơ từ ngày đó."));
        }
    }

    private async Task<(int Added, int Changed)> SaveAsync(List<DossierLine> lines, Actor actor, bool isDryRun, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveOnceAsync(lines, actor, isDryRun, ct);
            }
            catch (Exception failure) when (attempt < 3 && failure is DbUpdateException or DbException && (DatabaseFaults.IsStale(failure) || DatabaseFaults.IsUniqueViolation(failure)))
            {
                // Somebody worked on one of these meanwhile: look again
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(int Added, int Changed)> SaveOnceAsync(List<DossierLine> lines, Actor actor, bool isDryRun, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var codes = lines.ConvertAll(l => l.Code);
        var stored = await db.Dossiers.Where(d => codes.Contains(d.SubmissionCode) || (d.Number != null && codes.Contains(d.Number))).ToListAsync(ct);
        var byCode = new Dictionary<string, Dossier>(StringComparer.Ordinal);
        foreach (var dossier in stored)
        {
            byCode.TryAdd(dossier.SubmissionCode, dossier);
            if (dossier.Number is { } number) byCode[number] = dossier;
        }

        var act = journal.Begin("DossierImporting", actor);
        var rows = new List<object>();
        var (fresh, events) = (new List<Dossier>(), new List<DossierEventRow>());
        var numbers = new Dictionary<(string, DateOnly), int>();
        var (added, changed) = (0, 0);
        foreach (var line in lines)
        {
            var dossier = byCode.GetValueOrDefault(line.Code);
            if (dossier is not null)
            {
                if (DossierLine.Of(dossier) with { Code = line.Code } == line) continue;
                changed++;
                if (!isDryRun) await journal.RecordAsync(act, dossier, ct, new ImportRestated(await StateAsync(line, dossier, ct)));
            }
            else
            {
                added++;
                if (isDryRun) continue;
                dossier = new Dossier(Ids.NewGuid(act.At));
                var imported = new DossierImported(await StateAsync(line, null, ct));
                events.AddRange(Journal.Chain(act, dossier, DossierChain.Start, imported));
                fresh.Add(dossier);
                rows.AddRange(journal.Consequences(act, dossier, imported));
            }

            Note(numbers, line);
        }

        if (isDryRun) return (added, changed);
        await BulkRows.CopyAsync(db, fresh, ct);
        await BulkRows.CopyAsync(db, events, ct);
        await writer.WriteAsync(rows, [], ct);
        await BulkRows.RaiseAsync(db, [.. numbers.Select(n => new NumberCounterRow { Prefix = n.Key.Item1, Day = n.Key.Item2, Last = n.Value })], ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return (added, changed);
    }

    /// <summary>A number that anybody has seen is never given again.</summary>
    private static void Note(Dictionary<(string, DateOnly), int> numbers, DossierLine line)
    {
        if (line.AcceptedAt is null || !DossierNumber.TryParse(line.Code, null, out var number)) return;
        var parts = number.Value.Split('-');
        if (!DateOnly.TryParseExact("20" + parts[1], "yyyyMMdd", out var day) || !int.TryParse(parts[2], out var ordinal)) return;
        var key = (parts[0], day);
        numbers[key] = Math.Max(numbers.GetValueOrDefault(key), ordinal);
    }

    private async Task<ImportedState> StateAsync(DossierLine line, Dossier? stored, CancellationToken ct)
    {
        var terms = await TermsAsync(line.Procedure, ct);
        var due = line.DueAt;
        var limit = terms.Limit;
        var isComputed = false;
        if (due is null && limit is { } known && line.AcceptedAt is { } accepted)
        {
            due = Deadlines.DueAt(known, accepted, await calendars.ForAsync(line.HandlingUnit, ct));
            isComputed = true;
        }

        var isSame = stored is not null && stored.ProcedureCode == line.Procedure;
        var filing = new Filing(
            line.Procedure, isSame ? stored!.ProcedureVersionId : terms.VersionId, isSame ? stored!.LimitCase : "", line.ReceivingUnit, line.HandlingUnit,
            stored is { Place.Length: > 0 } && stored.ReceivingUnit == line.ReceivingUnit ? stored.Place : line.ReceivingUnit, line.Channel, line.AssistedBy);
        return new ImportedState(
            stored?.SubmissionCode ?? line.Code, line.AcceptedAt is null ? stored?.Number : stored?.Number ?? line.Code, line.State, line.Outcome, filing, line.SubmittedAt, line.AcceptedAt, line.FirstDueAt, due, isComputed,
            limit is { Unit: LimitUnit.WorkingHours }, due is null ? "" : limit?.ToString() ?? "", line.FinishedAt, line.ReturnedAt, line.SupplementCount, line.SupplementDays, line.FeeVnd, line.IsPaidOnline,
            line.HasElectronicResult, line.IsDigitised, line.IsReused, line.IsEidVerified, line.Satisfaction, line.ApplicantKind, line.ApplicantCommune);
    }

    private async Task<ProcedureTerms> TermsAsync(string code, CancellationToken ct)
    {
        var terms = _procedures[code];
        if (terms.IsRead) return terms;
        var content = await db.ProcedureVersions.AsNoTracking().Where(v => v.Id == terms.VersionId).Select(v => v.Content).FirstOrDefaultAsync(ct);
        // The first of several limits by case: the row does not say which case it was
        var read = string.IsNullOrEmpty(content) ? null : JsonSerializer.Deserialize<ProcedureContent>(content, JsonSerializerOptions.Web);
        return _procedures[code] = terms with { IsRead = true, Limit = read is { Limits: [var first, ..] } && TimeLimit.Parse(first.Limit) is { IsOk: true } limit ? limit.Value : null };
    }

    private sealed record ProcedureTerms(Guid VersionId, bool IsRead = false, TimeLimit? Limit = null);
}

/// <summary>Writes dossiers in the import format, in the order of their codes.</summary>
public sealed class ExportDossiers(MotCuaDb db)
{
    private const int PageSize = 500;

    /// <summary>Dossiers accepted (never accepted: sent) on the local days from…to; those with neither moment always.</summary>
    public async Task<int> HandleAsync(DateOnly from, DateOnly to, TextWriter output, CancellationToken ct)
    {
        await using var csv = new CsvText(output);
        await csv.WriteAsync(ct, DossierLine.Columns);
        var (start, end) = (ProvinceTime.StartOf(from), ProvinceTime.StartOf(to.AddDays(1)));
        // By code, which an import keeps, and not by submission code, which it does not have
        var codes = await db.Dossiers.AsNoTracking()
            .Where(d => (d.AcceptedAt ?? d.SubmittedAt) == null || ((d.AcceptedAt ?? d.SubmittedAt) >= start && (d.AcceptedAt ?? d.SubmittedAt) < end))
            .Select(d => new { d.Id, Code = d.Number ?? d.SubmissionCode })
            .ToListAsync(ct);
        foreach (var page in codes.OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => c.Id).Chunk(PageSize))
        {
            var dossiers = await db.Dossiers.AsNoTracking().Where(d => page.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
            foreach (var id in page)
            {
                if (dossiers.TryGetValue(id, out var dossier)) await csv.WriteAsync(ct, DossierLine.Of(dossier).Fields());
            }
        }

        return codes.Count;
    }
}
