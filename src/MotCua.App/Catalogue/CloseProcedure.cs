using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>Take no new dossiers of a procedure.</summary>
/// <param name="Code">National code.</param>
/// <param name="Closing">From when, until when, why, by what decision.</param>
/// <param name="TakesResponsibility">The administrator answers for it.</param>
public sealed record CloseProcedure(string Code, ProcedureClosing Closing, bool TakesResponsibility);

/// <summary>Take new dossiers of a procedure again.</summary>
/// <param name="Code">National code.</param>
/// <param name="From">First local day on which they are taken again.</param>
/// <param name="Decision">Decision or ground.</param>
/// <param name="TakesResponsibility">The administrator answers for it.</param>
public sealed record ReopenProcedure(string Code, DateOnly From, string Decision, bool TakesResponsibility);

/// <summary>Closes a public procedure for new dossiers. Drafts are kept, dossiers go on.</summary>
public sealed class CloseProcedureHandler(MotCuaDb db, AuditTrail audit, CatalogueCache catalogue, TimeProvider clock)
{
    /// <summary>Closes, or says what stands against it.</summary>
    public async Task<Result<ProcedureClosing>> HandleAsync(CloseProcedure command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        var state = await db.Procedures.AsNoTracking().Where(p => p.Code == command.Code).Select(p => (PublicationState?)p.State).FirstOrDefaultAsync(ct);
        if (state is null) return CatalogueProblems.ProcedureNotFound;
        var known = await db.ProcedureClosings.AsNoTracking().Where(c => c.ProcedureCode == command.Code).ToListAsync(ct);
        var decided = ProcedureClosingDecision.Close(state == PublicationState.Published, known.ConvertAll(c => c.ToClosing()), command.Closing, command.TakesResponsibility, ProvinceTime.DateOf(now));
        if (!decided.IsOk) return decided.Problem;
        var closing = decided.Value;
        db.ProcedureClosings.Add(new ProcedureClosingRow
        {
            Id = Ids.NewGuid(now),
            ProcedureCode = command.Code,
            From = closing.From,
            Until = closing.Until,
            IsPause = closing.IsPause,
            Reason = closing.Reason,
            Decision = closing.Decision,
            ClosedBy = actor.Id,
            ClosedAt = now,
        });
        audit.Record(actor, "ProcedureClosed", command.Code, new { pause = closing.IsPause, from = closing.From, to = closing.Until, reason = closing.Reason, decision = closing.Decision });
        await db.SaveChangesAsync(ct);
        catalogue.Forget();
        return closing;
    }
}

/// <summary>Opens a closed procedure again, or calls off a closing that has not begun.</summary>
public sealed class ReopenProcedureHandler(MotCuaDb db, AuditTrail audit, CatalogueCache catalogue, TimeProvider clock)
{
    /// <summary>Opens, or says what stands against it.</summary>
    public async Task<Result<ProcedureClosing>> HandleAsync(ReopenProcedure command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        if (!await db.Procedures.AnyAsync(p => p.Code == command.Code, ct)) return CatalogueProblems.ProcedureNotFound;
        var row = await db.ProcedureClosings.Where(c => c.ProcedureCode == command.Code && (c.Until == null || (today < c.Until && c.From < c.Until))).OrderBy(c => c.From).FirstOrDefaultAsync(ct);
        var decided = ProcedureClosingDecision.Reopen(row?.ToClosing(), command.From, command.Decision, command.TakesResponsibility, today);
        if (!decided.IsOk) return decided.Problem;
        (row!.Until, row.ReopenedBy, row.ReopenedAt, row.ReopenDecision) = (decided.Value.Until, actor.Id, now, command.Decision.Trim());
        audit.Record(actor, "ProcedureReopened", command.Code, new { from = command.From, decision = row.ReopenDecision });
        await db.SaveChangesAsync(ct);
        catalogue.Forget();
        return decided.Value;
    }
}

/// <summary>A closing as administrators see it.</summary>
/// <param name="Closing">The closing.</param>
/// <param name="ClosedBy">Name of who answers for it.</param>
/// <param name="ClosedAt">When entered, UTC.</param>
/// <param name="ReopenedBy">Name of who opened again, or empty.</param>
/// <param name="ReopenedAt">When, UTC.</param>
/// <param name="ReopenDecision">By what decision.</param>
public sealed record ClosingLine(ProcedureClosing Closing, string ClosedBy, DateTimeOffset ClosedAt, string ReopenedBy, DateTimeOffset? ReopenedAt, string ReopenDecision);

/// <summary>Closings of procedures.</summary>
public sealed class ProcedureClosings(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The closing of a procedure that is in force today, else the one that is ahead; null when it takes dossiers as usual.</summary>
    public async Task<ProcedureClosing?> PresentAsync(string code, CancellationToken ct) => (await PresentAsync([code], ct)).GetValueOrDefault(code);

    /// <summary>The closings in force or ahead of these procedures.</summary>
    public async Task<IReadOnlyDictionary<string, ProcedureClosing>> PresentAsync(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var rows = await db.ProcedureClosings.AsNoTracking().Where(c => codes.Contains(c.ProcedureCode) && (c.Until == null || (today < c.Until && c.From < c.Until))).ToListAsync(ct);
        return rows.GroupBy(c => c.ProcedureCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(c => c.From)!.ToClosing(), StringComparer.Ordinal);
    }

    /// <summary>The closing in force on a day, or null; for an act that has the database at hand.</summary>
    public static async Task<ProcedureClosing?> InForceAsync(MotCuaDb db, string code, DateOnly day, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await db.ProcedureClosings.AsNoTracking().FirstOrDefaultAsync(c => c.ProcedureCode == code && c.From <= day && (c.Until == null || day < c.Until), ct))?.ToClosing();
    }

    /// <summary>Codes of the procedures that are closed or will be.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(CancellationToken ct)
    {
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        return await db.ProcedureClosings.AsNoTracking().Where(c => c.Until == null || (today < c.Until && c.From < c.Until)).Select(c => c.ProcedureCode).Distinct().OrderBy(c => c).ToListAsync(ct);
    }

    /// <summary>All closings of a procedure, latest first.</summary>
    public async Task<IReadOnlyList<ClosingLine>> HistoryAsync(string code, CancellationToken ct)
    {
        var rows = await db.ProcedureClosings.AsNoTracking().Where(c => c.ProcedureCode == code).OrderByDescending(c => c.From).ThenByDescending(c => c.Id).ToListAsync(ct);
        var ids = rows.SelectMany(r => new[] { r.ClosedBy, r.ReopenedBy }).Select(id => Guid.TryParseExact(id, "N", out var key) ? key : Guid.Empty).Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
        return rows.ConvertAll(r => new ClosingLine(r.ToClosing(), names.GetValueOrDefault(r.ClosedBy, ""), r.ClosedAt, names.GetValueOrDefault(r.ReopenedBy ?? "", ""), r.ReopenedAt, r.ReopenDecision));
    }
}
