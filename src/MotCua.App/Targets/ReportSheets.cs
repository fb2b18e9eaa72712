using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A line of the list of made reports.</summary>
/// <param name="Id">Key.</param>
/// <param name="Template">Template.</param>
/// <param name="PeriodName">Name of the period.</param>
/// <param name="ScopeName">Of whom.</param>
/// <param name="Revision">From 1.</param>
/// <param name="IsLatest">False when a later revision is there.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="SubmittedNumber">Số văn bản it was submitted with, or empty.</param>
public sealed record ReportLine(Guid Id, ReportTemplate Template, string PeriodName, string ScopeName, int Revision, bool IsLatest, DateTimeOffset MadeAt, string SubmittedNumber);

/// <summary>A made report, as kept.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Template">Its template.</param>
/// <param name="Period">Its period.</param>
/// <param name="Paper">What it says.</param>
/// <param name="IsWhole">The content is what it was when made: its hash is the same.</param>
/// <param name="MadeBy">Name of whoever asked for it.</param>
/// <param name="Revisions">All revisions, the latest first.</param>
public sealed record ReportSheet(ReportRow Row, ReportTemplate Template, Period Period, OfficePaper Paper, bool IsWhole, string MadeBy, IReadOnlyList<ReportRow> Revisions)
{
    /// <summary>The latest of its revisions.</summary>
    public bool IsLatest => Revisions.Count == 0 || Revisions[0].Id == Row.Id;
}

/// <summary>In what a report is taken away.</summary>
public enum ReportFormat
{
    /// <summary>XLSX.</summary>
    Sheets = 1,

    /// <summary>PDF.</summary>
    Pages = 2,

    /// <summary>DOCX.</summary>
    Text = 3,
}

/// <summary>A report as a file.</summary>
/// <param name="Bytes">Content.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Name">Name of the file.</param>
public sealed record ReportFile(byte[] Bytes, string MediaType, string Name);

/// <summary>Made reports: the list, one with its content, its files. Whoever takes a file is recorded (law rule 54).</summary>
public sealed class ReportSheets(MotCuaDb db, ReportScopes scopes, AuditTrail audit)
{
    /// <summary>How many a page of the list has.</summary>
    public const int PageSize = 50;

    /// <summary>Made reports within the actor's reach, the latest first; one more than a page when there are older ones.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="template">Only of this template.</param>
    /// <param name="before">Only those made before this one.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<ReportLine>> ListAsync(Actor actor, string? template, Guid? before, CancellationToken ct)
    {
        var keys = await scopes.ReadKeysAsync(actor, ct);
        var reports = db.Reports.AsNoTracking().AsQueryable();
        if (keys is not null) reports = reports.Where(r => keys.Contains(r.Scope));
        if (!string.IsNullOrEmpty(template)) reports = reports.Where(r => r.Template == template);
        if (before is { } id && await db.Reports.Where(r => r.Id == id).Select(r => (DateTimeOffset?)r.MadeAt).FirstOrDefaultAsync(ct) is { } at) reports = reports.Where(r => r.MadeAt < at);
        var found = await reports.OrderByDescending(r => r.MadeAt).Take(PageSize + 1)
            .Select(r => new { r.Id, r.Template, r.Period, r.ScopeName, r.Revision, r.MadeAt, r.SubmittedNumber, HasLater = db.Reports.Any(o => o.Template == r.Template && o.Period == r.Period && o.Scope == r.Scope && o.Revision > r.Revision) })
            .ToListAsync(ct);
        return [.. found.Where(r => ReportTemplates.Find(r.Template) is not null).Select(r => new ReportLine(
            r.Id, ReportTemplates.Find(r.Template)!, Period.Read(r.Period)?.Name ?? r.Period, r.ScopeName, r.Revision, !r.HasLater, r.MadeAt, r.SubmittedNumber))];
    }

    /// <summary>The latest revision of what is asked, or null: asking again needs a reason.</summary>
    public Task<Guid?> LatestAsync(string template, string period, string scope, CancellationToken ct) =>
        db.Reports.AsNoTracking().Where(r => r.Template == template && r.Period == period && r.Scope == scope).OrderByDescending(r => r.Revision).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);

    /// <summary>A report within the actor's reach, or null.</summary>
    public async Task<ReportSheet?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var keys = await scopes.ReadKeysAsync(actor, ct);
        var row = await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        if (row is null || (keys is not null && !keys.Contains(row.Scope)) || ReportTemplates.Find(row.Template) is not { } template || Period.Read(row.Period) is not { } period) return null;
        var revisions = await db.Reports.AsNoTracking().Where(r => r.Template == row.Template && r.Period == row.Period && r.Scope == row.Scope).OrderByDescending(r => r.Revision)
            .Select(r => new ReportRow { Id = r.Id, Revision = r.Revision, Reason = r.Reason, MadeAt = r.MadeAt, SubmittedNumber = r.SubmittedNumber, SubmittedOn = r.SubmittedOn }).ToListAsync(ct);
        var name = Guid.TryParse(row.MadeBy, out var officer) ? await db.Officers.AsNoTracking().Where(o => o.Id == officer).Select(o => o.DisplayName).FirstOrDefaultAsync(ct) : null;
        return new ReportSheet(row, template, period, JsonSerializer.Deserialize<OfficePaper>(row.Content, ReportPapers.Kept)!, ReportMaker.HashOf(row.Content) == row.ContentHash, name ?? (row.MadeBy == ReportSchedules.Name ? "Lịch lập tự động" : row.MadeBy), revisions);
    }

    /// <summary>The report as a file; null when it is not there or its content was tampered with.</summary>
    public async Task<ReportFile?> FileAsync(Guid id, ReportFormat format, Actor actor, CancellationToken ct)
    {
        if (await FindAsync(id, actor, ct) is not { IsWhole: true } sheet) return null;
        var name = $"{sheet.Row.Template}-{sheet.Row.Period}-{sheet.Row.Scope.Replace(':', '-')}-lan-{sheet.Row.Revision}";
        var file = format switch
        {
            ReportFormat.Sheets => new ReportFile(OfficeSheets.Write(sheet.Paper), OfficeSheets.MediaType, name + ".xlsx"),
            ReportFormat.Text => new ReportFile(OfficeText.Write(sheet.Paper), OfficeText.MediaType, name + ".docx"),
            _ => new ReportFile(OfficePages.Write(sheet.Paper), OfficePages.MediaType, name + ".pdf"),
        };
        audit.Record(actor, "ListExported", "report", new { report = id, format = format.ToString(), revision = sheet.Row.Revision });
        await db.SaveChangesAsync(ct);
        return file;
    }
}

/// <summary>Record that a report was submitted by a signed văn bản.</summary>
/// <param name="Id">The report.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="On">Date of the văn bản.</param>
public sealed record SubmitReport(Guid Id, string? Number, DateOnly? On);

/// <summary>Records the submission; once, by whoever may make the report.</summary>
public sealed class SubmitReportHandler(MotCuaDb db, ReportScopes scopes, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Records it.</summary>
    public async Task<Result<Done>> HandleAsync(SubmitReport command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        var row = await db.Reports.FirstOrDefaultAsync(r => r.Id == command.Id, ct);
        if (row is null || Period.Read(row.Period) is not { } period) return ReportProblems.NotFound;
        var scope = await scopes.FindAsync(row.Scope, period, actor, ct);
        if (!scope.IsOk) return scope.Problem;
        var number = (command.Number ?? "").Trim();
        if (number.Length is 0 or > 50 || command.On is not { } on || on > ProvinceTime.DateOf(now) || on < ProvinceTime.DateOf(row.MadeAt) && on < row.To) return ReportProblems.SubmissionShape;
        if (row.SubmittedOn is not null) return ReportProblems.AlreadySubmitted;
        (row.SubmittedNumber, row.SubmittedOn, row.SubmittedBy, row.SubmittedAt) = (number, on, actor.Id, now);
        audit.Record(actor, "ReportSubmitted", $"{row.Template}/{row.Period}/{row.Scope}", new { report = row.Id, revision = row.Revision, number, on });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
