using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Ban hành what the leader decided.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the clerk saw.</param>
/// <param name="Number">Số văn bản of the first paper; null when nothing but a written refusal goes out.</param>
/// <param name="Symbol">Ký hiệu.</param>
/// <param name="IsChecked">Form, signature and stamp are right.</param>
/// <param name="VerifyAddress">Absolute address of verification with <c>{0}</c> for the token; printed as QR.</param>
public sealed record IssueResult(string Code, int SeenVersion, int? Number, string Symbol, bool IsChecked, string VerifyAddress);

/// <summary>Numbers, dates and issues; the route ends and the desk gets the result (NĐ 30/2020 Đ15, Đ17).</summary>
public sealed class IssueResultHandler(MotCuaDb db, Workbench bench, ResultIssuing issuing)
{
    /// <summary>Issues, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(IssueResult command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Issue, "ResultIssuing", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var route = await bench.RouteAsync(dossier, ct);
        if (route.IsOk && route.Value.Steps.Any(s => s.Number > dossier.StepNumber)) return DossierProblems.IssuedLater;
        var drafts = await db.Results.Where(r => r.DossierId == dossier.Id && r.State == ResultState.Draft).OrderBy(r => r.Id).ToListAsync(ct);
        var decision = await DecisionAsync(dossier, ct);
        var left = decision is { Outcome: DossierOutcome.Refused, WithPapers: false } ? drafts : [];
        if (left.Count > 0) drafts = [];
        var entry = command.Number is { } number ? new DocumentEntry(number, command.Symbol, ProvinceTime.DateOf(open.Now).Year) : null;

        // Asked before any paper is made: the same decision on the drafts as they stand
        var facts = drafts.ConvertAll(r => new DraftedResult(r.Id, r.DraftedBy, r.Sha256));
        if (IssueDecision.Decide(dossier, decision, facts, entry, command.IsChecked, actor.Id) is { IsOk: false } refused) return refused.Problem;
        if (drafts.Count > 0 && await IsTakenAsync(dossier.HandlingUnit, entry!, drafts.Count, ct)) return DossierProblems.DocumentNumberTaken;

        var leader = await LeaderAsync(decision!.OfficerId, ct);
        var made = await issuing.MakeAsync(dossier, drafts, command.VerifyAddress, open, ct, leader, entry);
        if (!made.IsOk) return made.Problem;
        var issued = IssueDecision.Decide(dossier, decision, made.Value, entry, command.IsChecked, actor.Id);
        if (!issued.IsOk) return issued.Problem;

        ResultIssuing.Mark(drafts, dossier, open, leader, entry);
        if (decision.NoteId is { } id && await db.DossierNotes.FirstOrDefaultAsync(n => n.Id == id, ct) is { } note) note.IsForApplicant = true;
        await issuing.DiscardAsync(left, ct);
        var ended = await issuing.EndEarlierAsync(dossier, drafts, issued.Value.OfType<DossierFinished>().First(), open, ct);
        await bench.LeaveAsync(open, "finished", ct);
        List<DossierEvent> events = [];
        if (dossier.StepOfficerId is null)
        {
            events.Add(new StepClaimed(dossier.StepId!.Value, actor.Id));
            if (await db.DossierSteps.FirstOrDefaultAsync(s => s.Id == dossier.StepId, ct) is { } row) row.OfficerId = actor.Id;
        }

        return await bench.CommitAsync(open, ct, [.. events, .. issued.Value, .. ended]);
    }

    /// <summary>The leader's decision in force, from the chain.</summary>
    private async Task<DossierDecided?> DecisionAsync(Dossier dossier, CancellationToken ct)
    {
        var payload = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id && e.Name == nameof(DossierDecided)).OrderByDescending(e => e.Seq).Select(e => e.Payload).FirstOrDefaultAsync(ct);
        return payload is null ? null : DossierChain.Read(payload) as DossierDecided;
    }

    private Task<bool> IsTakenAsync(string unit, DocumentEntry entry, int count, CancellationToken ct)
    {
        var (symbol, last) = (entry.Symbol.Trim(), entry.Number + count - 1);
        return db.Results.AnyAsync(r => r.UnitKey == unit && r.DocumentYear == entry.Year && r.DocumentSymbol == symbol && r.DocumentNumber >= entry.Number && r.DocumentNumber <= last, ct);
    }

    private async Task<Actor> LeaderAsync(string officerId, CancellationToken ct)
    {
        var name = Guid.TryParse(officerId, out var id) ? await db.Officers.Where(o => o.Id == id).Select(o => o.DisplayName).FirstOrDefaultAsync(ct) : null;
        return new Actor(ActorKind.Officer, officerId, name ?? "", []);
    }
}

/// <summary>What the clerk's page proposes.</summary>
/// <param name="Number">The next number in the unit's register of the year, for the symbol proposed.</param>
/// <param name="Symbol">The symbol last used by the unit for the procedure, or one made from the unit's short name.</param>
public sealed record DocumentProposal(int Number, string Symbol);

/// <summary>Proposes số and ký hiệu from what the unit issued before.</summary>
public sealed class DocumentRegister(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The proposal for a dossier.</summary>
    public async Task<DocumentProposal> ProposeAsync(Dossier dossier, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (unit, procedure) = (dossier.HandlingUnit, dossier.ProcedureCode);
        var year = ProvinceTime.DateOf(clock.GetUtcNow()).Year;
        var symbol = await db.Results.Where(r => r.UnitKey == unit && r.DocumentNumber != null && db.Dossiers.Any(d => d.Id == r.DossierId && d.ProcedureCode == procedure))
            .OrderByDescending(r => r.Id).Select(r => r.DocumentSymbol).FirstOrDefaultAsync(ct) ?? await SymbolAsync(unit, ct);
        var last = await db.Results.Where(r => r.UnitKey == unit && r.DocumentYear == year && r.DocumentSymbol == symbol).MaxAsync(r => r.DocumentNumber, ct) ?? 0;
        return new DocumentProposal(last + 1, symbol);
    }

    // A committee's papers carry UBND, a department's its own letters: «KQ-UBND», «KQ-STP»
    private async Task<string> SymbolAsync(string unit, CancellationToken ct) =>
        SymbolOf(await db.Units.Where(u => u.Key == unit).Select(u => u.Abbreviation).FirstOrDefaultAsync(ct));

    internal static string SymbolOf(string? abbreviation) => "KQ-" + (string.IsNullOrWhiteSpace(abbreviation) ? "UBND" : abbreviation.Trim());
}
