using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Keep a draft of a definition.</summary>
/// <param name="Id">The draft, or null for a new one.</param>
/// <param name="Revision">The revision that the form showed.</param>
/// <param name="Draft">What was typed.</param>
/// <param name="AboveField">Field (lĩnh vực) whose procedures the numerator takes too, or null.</param>
/// <param name="BelowField">The same of the denominator.</param>
public sealed record SaveIndicatorDraft(Guid? Id, int Revision, IndicatorDraft Draft, string? AboveField = null, string? BelowField = null);

/// <summary>Publish a draft.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Revision">The revision that was looked at.</param>
public sealed record PublishIndicator(Guid Id, int Revision);

/// <summary>Use an indicator no more from a day on.</summary>
/// <param name="Code">Code.</param>
/// <param name="On">First local day on which it is not in force.</param>
public sealed record EndIndicator(string Code, DateOnly On);

/// <summary>Keeps drafts of definitions; a published version is never touched.</summary>
public sealed class SaveIndicatorDraftHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Keeps, or says what is wrong.</summary>
    /// <returns>Key of the draft.</returns>
    public async Task<Result<Guid>> HandleAsync(SaveIndicatorDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var formula = command.Draft.Formula;
        formula = formula with { Above = await WithFieldAsync(formula.Above, command.AboveField, ct), Below = await WithFieldAsync(formula.Below, command.BelowField, ct) };
        var kept = IndicatorDecision.Keep(command.Draft with { Formula = formula });
        if (!kept.IsOk) return kept.Problem;
        var draft = kept.Value;
        var asked = formula.Above.Procedures.Concat(formula.Below.Procedures).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Procedures.AsNoTracking().Where(p => asked.Contains(p.Code)).Select(p => p.Code).ToListAsync(ct);
        if (asked.Except(known).ToList() is [var unknown, ..]) return IndicatorProblems.ProcedureUnknown.Saying($"Không có thủ tục mã {unknown}.").For(formula.Above.Procedures.Contains(unknown) ? "Above" : "Below");

        var now = clock.GetUtcNow();
        IndicatorVersionRow? row;
        if (command.Id is { } id)
        {
            row = await db.IndicatorVersions.FirstOrDefaultAsync(v => v.Id == id, ct);
            if (row is null) return IndicatorProblems.NotFound;
            if (row.State != IndicatorState.Draft) return IndicatorProblems.NotADraft;
            if (row.Revision != command.Revision || row.Code != draft.Code) return IndicatorProblems.Changed;
            row.Revision++;
        }
        else
        {
            if (await db.IndicatorVersions.AnyAsync(v => v.Code == draft.Code && v.State == IndicatorState.Draft, ct)) return IndicatorProblems.DraftThere;
            var last = await db.IndicatorVersions.Where(v => v.Code == draft.Code).MaxAsync(v => (int?)v.Number, ct) ?? 0;
            row = new IndicatorVersionRow { Id = Ids.NewGuid(now), Code = draft.Code, Number = last + 1, State = IndicatorState.Draft, Revision = 1 };
            db.IndicatorVersions.Add(row);
        }

        (row.ShortName, row.Name, row.Source, row.TargetCode, row.From) = (draft.ShortName, draft.Name, draft.Source, draft.TargetCode, draft.From);
        (row.Subject, row.Above, row.Below, row.Offered) = (draft.Formula.Subject, draft.Formula.Above.ToText(), draft.Formula.Below.ToText(), string.Join(',', draft.Formula.Offered.Distinct().Order()));
        (row.DraftedBy, row.DraftedAt) = (actor.Id, now);
        audit.Record(actor, "IndicatorDrafted", $"{row.Code}/{row.Number}", new { above = row.Above, below = row.Below, offered = row.Offered, from = row.From });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (DatabaseFaults.IsStale(failure) || DatabaseFaults.IsUniqueViolation(failure))
        {
            return IndicatorProblems.Changed;
        }

        return row.Id;
    }

    /// <summary>A field is the procedures it has today: a published definition must not change when a procedure moves.</summary>
    private async Task<FactConditions> WithFieldAsync(FactConditions conditions, string? field, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(field)) return conditions;
        var codes = await db.Procedures.AsNoTracking().Where(p => p.FieldKey == field && !p.IsVertical).Select(p => p.Code).ToListAsync(ct);
        return conditions with { Procedures = [.. conditions.Procedures.Union(codes).Order(StringComparer.Ordinal)] };
    }
}

/// <summary>Publishes definitions: their counts begin in the same transaction, over all facts there are.</summary>
public sealed class PublishIndicatorHandler(MotCuaDb db, FactLedger ledger, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Publishes, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(PublishIndicator command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        var row = await db.IndicatorVersions.FirstOrDefaultAsync(v => v.Id == command.Id, ct);
        if (row is null) return IndicatorProblems.NotFound;
        if (row.Revision != command.Revision) return IndicatorProblems.Changed;
        var before = await db.IndicatorVersions.Where(v => v.Code == row.Code && v.State == IndicatorState.Published).OrderByDescending(v => v.From).FirstOrDefaultAsync(ct);
        var draft = new IndicatorDraft(row.Code, row.ShortName, row.Name, row.Source, row.TargetCode, row.Formula, row.From);
        var decided = IndicatorDecision.Publish(draft, row.State, row.DraftedBy, actor.Id, before?.From);
        if (!decided.IsOk) return decided.Problem;
        var now = clock.GetUtcNow();
        if (before is not null && (before.Until is null || before.Until > row.From)) before.Until = row.From;
        (row.State, row.PublishedBy, row.PublishedAt, row.Revision) = (IndicatorState.Published, actor.Id, now, row.Revision + 1);
        await CriterionLedger.BeginAsync(db, row.Formula, ct);
        audit.Record(actor, "IndicatorPublished", $"{row.Code}/{row.Number}", new { from = row.From, above = row.Above, below = row.Below, offered = row.Offered });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (DatabaseFaults.IsStale(failure))
        {
            return IndicatorProblems.Changed;
        }

        await transaction.CommitAsync(ct);
        return Done.Value;
    }
}

/// <summary>Ends an indicator from a day on; what was counted before stays.</summary>
public sealed class EndIndicatorHandler(MotCuaDb db, AuditTrail audit)
{
    /// <summary>Ends, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(EndIndicator command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var row = await db.IndicatorVersions.Where(v => v.Code == command.Code && v.State == IndicatorState.Published).OrderByDescending(v => v.From).FirstOrDefaultAsync(ct);
        if (row is null) return IndicatorProblems.NotFound;
        if (command.On <= row.From) return IndicatorProblems.EndsBefore;
        row.Until = command.On;
        row.Revision++;
        audit.Record(actor, "IndicatorEnded", $"{row.Code}/{row.Number}", new { on = command.On });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
