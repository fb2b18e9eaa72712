using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Ask for a report.</summary>
/// <param name="Template">Code of the template.</param>
/// <param name="Period">Key of the period.</param>
/// <param name="Scope">Of whom.</param>
/// <param name="Reason">Why it is made again, when there is one of the period.</param>
public sealed record AskForReport(string? Template, string? Period, string? Scope, string? Reason = null);

/// <summary>Checks what is asked and puts it into the queue of <see cref="ReportMaker"/>.</summary>
public sealed class AskForReportHandler(MotCuaDb db, ReportScopes scopes, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Puts it into the queue.</summary>
    /// <returns>The run, whose progress can be followed.</returns>
    public async Task<Result<Guid>> HandleAsync(AskForReport command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (ReportTemplates.Find(command.Template) is not { } template) return ReportProblems.NoTemplate;
        if (Period.Read(command.Period) is not { } period) return ReportProblems.NoPeriod;
        if (!template.IsFor(period)) return ReportProblems.PeriodKind;
        if (period.From > ProvinceTime.DateOf(now)) return ReportProblems.Future;
        if (string.IsNullOrWhiteSpace(command.Scope)) return ReportProblems.NoUnit;
        var found = await scopes.FindAsync(command.Scope, period, actor, ct);
        if (!found.IsOk) return found.Problem;
        if (!template.IsForUnits && command.Scope != ReportScope.Province) return ReportProblems.NotForScope;
        var reason = (command.Reason ?? "").Trim();
        var isThere = await db.Reports.AnyAsync(r => r.Template == template.Code && r.Period == period.Key && r.Scope == command.Scope, ct);
        if (isThere && reason.Length is < 5 or > 500) return ReportProblems.NoReason;
        if (await db.ReportRuns.AnyAsync(r => r.Template == template.Code && r.Period == period.Key && r.Scope == command.Scope && (r.State == ReportRunState.Waiting || r.State == ReportRunState.Running), ct)) return ReportProblems.AlreadyMaking;

        var run = new ReportRunRow
        {
            Id = Ids.NewGuid(now),
            Template = template.Code,
            Period = period.Key,
            Scope = command.Scope,
            ScopeName = found.Value.Name,
            Reason = isThere ? reason : "",
            State = ReportRunState.Waiting,
            AskedBy = actor.Id,
            AskedAt = now,
        };
        db.ReportRuns.Add(run);
        audit.Record(actor, "ReportAsked", $"{template.Code}/{period.Key}/{command.Scope}", new { run = run.Id, reason = run.Reason });
        await db.SaveChangesAsync(ct);
        return run.Id;
    }
}

/// <summary>Makes the reports that are asked for, piece by piece; each piece is kept, so that after a restart the work goes on.</summary>
public sealed class ReportMaker(MotCuaDb db, ReportScopes scopes, AuditTrail audit, TimeProvider clock, IEnumerable<IReportAuthor> authors)
{
    /// <summary>Takes the next step of the oldest report that waits: begins it, reads a piece, or writes the paper. Only one node at a time may.</summary>
    /// <returns>False when nothing waits.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        var run = await db.ReportRuns.Where(r => r.State == ReportRunState.Running).OrderBy(r => r.AskedAt).FirstOrDefaultAsync(ct)
            ?? await db.ReportRuns.Where(r => r.State == ReportRunState.Waiting).OrderBy(r => r.AskedAt).FirstOrDefaultAsync(ct);
        if (run is null) return false;
        try
        {
            await StepAsync(run, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            db.ChangeTracker.Clear();
            await FailAsync(run.Id, "Lỗi khi đọc số liệu. Lập lại; nếu vẫn lỗi, báo bộ phận vận hành kèm mã lần lập.", ct);
            throw;
        }

        return true;
    }

    private async Task StepAsync(ReportRunRow run, CancellationToken ct)
    {
        var author = authors.First(a => a.Template.Code == run.Template);
        var period = Period.Read(run.Period)!;
        var now = clock.GetUtcNow();
        var end = ProvinceTime.StartOf(period.To.AddDays(1));
        var scope = await scopes.FindAsync(run.Scope, period, Actor.System("reports"), ct);
        if (!scope.IsOk)
        {
            await FailAsync(run.Id, scope.Problem.Title, ct);
            return;
        }

        var order = new ReportOrder(period, scope.Value, run.AsAt ?? (now < end ? now : end));
        var all = author.PiecesOf(order);
        if (run.State == ReportRunState.Waiting || run.All != all)
        {
            // Units have changed since: what is kept no longer fits
            await db.ReportPieces.Where(p => p.RunId == run.Id).ExecuteDeleteAsync(ct);
            (run.State, run.AsAt, run.Done, run.All) = (ReportRunState.Running, order.AsAt, 0, all);
            await db.SaveChangesAsync(ct);
            return;
        }

        if (run.Done < all)
        {
            var content = await author.PieceAsync(order, run.Done, ct);
            db.ReportPieces.Add(new ReportPieceRow { RunId = run.Id, Number = run.Done, Content = content });
            run.Done++;
            await SaveUnlessStoppedAsync(run, ct);
            return;
        }

        var pieces = await db.ReportPieces.AsNoTracking().Where(p => p.RunId == run.Id).OrderBy(p => p.Number).Select(p => p.Content).ToListAsync(ct);
        var paper = await author.ComposeAsync(order, pieces, ct);
        if (!paper.IsOk)
        {
            await FailAsync(run.Id, paper.Problem.Title, ct);
            return;
        }

        await KeepAsync(run, author.Template, order, JsonSerializer.Serialize(paper.Value, ReportPapers.Kept), ct);
    }

    private async Task KeepAsync(ReportRunRow run, ReportTemplate template, ReportOrder order, string content, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var last = await db.Reports.Where(r => r.Template == run.Template && r.Period == run.Period && r.Scope == run.Scope).MaxAsync(r => (int?)r.Revision, ct) ?? 0;
        var report = new ReportRow
        {
            Id = Ids.NewGuid(now),
            Template = run.Template,
            TemplateVersion = template.Version,
            Period = run.Period,
            From = order.Period.From,
            To = order.Period.To,
            Scope = run.Scope,
            ScopeName = run.ScopeName,
            Revision = last + 1,
            Reason = run.Reason,
            Content = content,
            ContentHash = HashOf(content),
            AsAt = order.AsAt,
            MadeAt = now,
            MadeBy = run.AskedBy,
        };
        db.Reports.Add(report);
        (run.State, run.EndedAt, run.ReportId) = (ReportRunState.Done, now, report.Id);
        audit.Record(Actor.System("reports"), "ReportMade", $"{run.Template}/{run.Period}/{run.Scope}", new { report = report.Id, revision = report.Revision, hash = report.ContentHash, askedBy = run.AskedBy });
        await SaveUnlessStoppedAsync(run, ct);
        await db.ReportPieces.Where(p => p.RunId == run.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>SHA-256 of a content, hex.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    // State is a concurrency token: when somebody has stopped it, nothing is kept
    private async Task SaveUnlessStoppedAsync(ReportRunRow run, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await db.ReportPieces.Where(p => p.RunId == run.Id).ExecuteDeleteAsync(ct);
        }
    }

    private async Task FailAsync(Guid id, string why, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.ChangeTracker.Clear();
        await db.ReportRuns.Where(r => r.Id == id && (r.State == ReportRunState.Running || r.State == ReportRunState.Waiting)).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportRunState.Failed).SetProperty(r => r.Failure, why).SetProperty(r => r.EndedAt, (DateTimeOffset?)now), ct);
    }
}
