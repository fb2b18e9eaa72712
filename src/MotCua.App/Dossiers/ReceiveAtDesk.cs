using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What the desk does with what was brought.</summary>
public enum DeskAnswer
{
    /// <summary>Tiếp nhận: Mẫu 01.</summary>
    Accept = 1,

    /// <summary>Hướng dẫn bổ sung: Mẫu 02.</summary>
    Guide = 2,

    /// <summary>Từ chối: Mẫu 03.</summary>
    Refuse = 3,
}

/// <summary>Chủ hồ sơ and who brought it: different facts.</summary>
/// <param name="Name">Name of the applicant.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Identity">Identity or registration number; may be empty.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail; may be empty.</param>
/// <param name="Address">Address.</param>
/// <param name="Commune">Commune code; may be empty.</param>
/// <param name="SubmitterName">Who brought it, when another.</param>
public sealed record DeskApplicant(string Name, ApplicantKind Kind, string Identity, string Phone, string Email, string Address, string Commune, string SubmitterName);

/// <summary>Tiếp nhận tại quầy, qua bưu chính or lưu động: receive and answer in one act.</summary>
/// <param name="Id">Key of the page's sending: the same one never makes two dossiers.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="LimitCase">Which of several limits applies; empty when there is one.</param>
/// <param name="ReceivingUnit">Authority in whose name it is received.</param>
/// <param name="Place">Place of receipt: the desk of the officer.</param>
/// <param name="Channel">Counter, post or mobile.</param>
/// <param name="Applicant">Applicant and bringer.</param>
/// <param name="Content">Answers and papers.</param>
/// <param name="Answer">What the desk does.</param>
/// <param name="FeeVnd">Fee due, when accepted.</param>
/// <param name="Demand">What is missing, when guided.</param>
/// <param name="Ground">Ground of the refusal.</param>
/// <param name="Text">Reason of the refusal.</param>
public sealed record ReceiveAtDesk(
    Guid Id, string ProcedureCode, string LimitCase, string ReceivingUnit, string Place, Channel Channel, DeskApplicant Applicant, SupplementContent Content, DeskAnswer Answer,
    long FeeVnd, SupplementDemand? Demand, string Ground, string Text);

/// <summary>Receives at a desk (NĐ 61/2018 Đ17 k1). What an officer types is never counted as online.</summary>
public sealed class ReceiveAtDeskHandler(MotCuaDb db, Journal journal, Workbench bench, NumberAllocator numbers, WorkingCalendars calendars, GivenContent given, PersonalDataVault vault)
{
    /// <summary>Receives and answers, or says what is missing; nothing is half-done.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReceiveAtDesk command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!actor.Has(Role.DeskOfficer, command.Place)) return DossierProblems.NotYours;
        if (await db.Dossiers.FirstOrDefaultAsync(d => d.Id == command.Id, ct) is { } already) return new DossierReceipt(already.Code, already.Version);
        if (string.IsNullOrWhiteSpace(command.Applicant.Name)) return DossierProblems.NoApplicant;
        var procedure = await db.Procedures.FirstOrDefaultAsync(p => p.Code == command.ProcedureCode, ct);
        if (procedure is null || procedure.State != PublicationState.Published) return DossierProblems.ProcedureClosed;

        var act = journal.Begin("DeskReceiving", actor);
        var today = ProvinceTime.DateOf(act.At);
        if (await ProcedureClosings.InForceAsync(db, procedure.Code, today, ct) is { } closing)
        {
            return DossierProblems.ProcedureClosed.Saying(closing.Sentence(today) + " Không nhận hồ sơ mới; hãy hướng dẫn người dân. Hồ sơ đã nhận vẫn được giải quyết.");
        }

        var open = new OpenDossier(new Dossier(command.Id), act);
        var filing = new Filing(procedure.Code, procedure.CurrentVersionId, command.LimitCase, command.ReceivingUnit, command.ReceivingUnit, command.Place, command.Channel, AssistedBy.Self);
        db.Dossiers.Add(open.Dossier);
        var kept = await given.AddAsync(open.Dossier, command.Content, actor, act.At, ct);
        if (!kept.IsOk) return kept.Problem;
        var received = DeskReceiptDecision.Decide(open.Dossier, new DeskReceipt(SubmissionCode.New(), filing, actor.Id, kept.Value, command.Applicant.Kind, command.Applicant.Commune));
        if (!received.IsOk) return received.Problem;
        db.DossierParties.Add(Party(command.Applicant, command.Id));

        // The answer is decided on the state after receipt: a look-alike that is not kept
        var shadow = new Dossier(command.Id);
        shadow.Apply(received.Value, act.At);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var answer = await AnswerAsync(command, shadow, open, ct);
        if (!answer.IsOk) return answer.Problem;
        try
        {
            var receipt = await bench.CommitAsync(open, ct, received.Value, answer.Value);
            if (receipt.IsOk) await transaction.CommitAsync(ct);
            return receipt;
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            return DossierProblems.Stale;
        }
    }

    private async Task<Result<DossierEvent>> AnswerAsync(ReceiveAtDesk command, Dossier shadow, OpenDossier open, CancellationToken ct)
    {
        var terms = await bench.TermsAsync(shadow, command.LimitCase, ct);
        if (!terms.IsOk) return terms.Problem;
        switch (command.Answer)
        {
            case DeskAnswer.Accept:
                if (command.FeeVnd is < 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong.For("FeeVnd");
                var number = await numbers.NextAsync(command.ReceivingUnit, open.Now, ct);
                if (!number.IsOk) return number.Problem;
                var digitised = command.Content.Papers.Any(p => p.IsDigitised);
                var reused = command.Content.Papers.Any(p => p.Way == "store");
                return Event(AcceptanceDecision.Decide(shadow, terms.Value, await calendars.ForAsync(shadow.HandlingUnit, ct), new Acceptance(open.Actor.Id, number.Value, command.FeeVnd, digitised, reused), open.Now));
            case DeskAnswer.Guide:
                if (command.Demand is null) return DossierProblems.NoGround;
                var demand = command.Demand.ToDemand(Ids.NewGuid(open.Now), open.Actor.Id);
                db.SupplementRequests.Add(command.Demand.ToRow(demand, shadow, open.Now));
                return Event(IntakeGuidanceDecision.Decide(shadow, terms.Value, demand, open.Now));
            default:
                var note = bench.Note(open, nameof(IntakeRefused), command.Text, true);
                return Event(IntakeRefusalDecision.Decide(shadow, new WrittenRefusal(command.Ground, note, command.Text, open.Actor.Id), open.Now));
        }
    }

    private DossierPartyRow Party(DeskApplicant a, Guid dossierId) => new()
    {
        DossierId = dossierId,
        Name = a.Name.Trim(),
        NameFolded = SearchText.Fold(a.Name),
        IdentityCipher = vault.Seal(a.Identity?.Trim()),
        IdentityIndex = vault.Index(a.Identity),
        Phone = a.Phone?.Trim() ?? "",
        PhoneIndex = vault.Index(a.Phone),
        Email = a.Email?.Trim() ?? "",
        Address = a.Address?.Trim() ?? "",
        SubmitterName = a.SubmitterName?.Trim() ?? "",
    };

    private static Result<DossierEvent> Event<T>(Result<T> result)
        where T : DossierEvent => result.IsOk ? (DossierEvent)result.Value : result.Problem;
}
