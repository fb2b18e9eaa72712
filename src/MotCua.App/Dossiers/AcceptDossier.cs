using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Tiếp nhận a submitted dossier.</summary>
/// <param name="Code">Number or submission code.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="LimitCase">Which of several limits applies; empty = as filed, or the only one.</param>
/// <param name="FeeVnd">Fee due, đồng.</param>
/// <param name="ComponentsDigitised">Paper components were scanned and stored.</param>
/// <param name="Reused">Papers already held were reused.</param>
/// <param name="CaseReason">Why the case is another than the applicant chose; needed only then, and told to the applicant.</param>
public sealed record AcceptDossier(string Code, int SeenVersion, string LimitCase, long FeeVnd, bool ComponentsDigitised, bool Reused, string CaseReason = "");

/// <summary>Accepts: number and appointment in one transaction (NĐ 61/2018 Đ17 k3; NĐ 45/2020 Đ11).</summary>
public sealed class AcceptDossierHandler(MotCuaDb db, Workbench bench, NumberAllocator numbers)
{
    /// <summary>Accepts, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(AcceptDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Accept, "DossierAccepting", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        if (AcceptanceDecision.Refusal(dossier) is { } problem) return problem;
        var terms = await bench.TermsAsync(dossier, command.LimitCase, ct);
        if (!terms.IsOk) return terms.Problem;
        if (command.FeeVnd is < 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong.For("FeeVnd");
        var found = string.IsNullOrEmpty(command.LimitCase) || command.LimitCase == dossier.LimitCase ? null : new CaseFinding(command.LimitCase, command.CaseReason, Guid.Empty);
        if (AcceptanceDecision.Refusal(dossier, found) is { } unreasoned) return unreasoned;
        if (found is not null && found.Corrects(dossier)) found = found with { NoteId = bench.Note(open, nameof(DossierAccepted), command.CaseReason, true) };
        var calendar = await bench.CalendarAsync(dossier, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var number = await numbers.NextAsync(dossier.ReceivingUnit, open.Now, ct);
        if (!number.IsOk) return number.Problem;
        var acceptance = new Acceptance(actor.Id, number.Value, command.FeeVnd, command.ComponentsDigitised, command.Reused, found);
        var accepted = AcceptanceDecision.Decide(dossier, terms.Value, calendar, acceptance, open.Now);
        if (!accepted.IsOk) return accepted.Problem;
        var receipt = await bench.CommitAsync(open, ct, accepted.Value);
        if (receipt.IsOk) await transaction.CommitAsync(ct);
        return receipt;
    }
}
