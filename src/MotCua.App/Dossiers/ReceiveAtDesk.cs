using Microsoft.EntityFrameworkCore;
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

/// <summary>Chủ hồ sơ, as the desk writes them down.</summary>
/// <param name="Name">Name of the applicant.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Identity">Identity or registration number; may be empty.</param>
/// <param name="BirthOn">Date of birth of a person, when said.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail; may be empty.</param>
/// <param name="Street">Address without its commune.</param>
/// <param name="Commune">Commune code; may be empty.</param>
public sealed record DeskApplicant(string Name, ApplicantKind Kind, string Identity, DateOnly? BirthOn, string Phone, string Email, string Street, string Commune);

/// <summary>Who came, when it is not the applicant: another fact, with the mandate (NĐ 61/2018 Đ16; BLDS 2015 Đ134-138).</summary>
/// <param name="Name">Name; empty = the applicant came.</param>
/// <param name="Identity">Identity number.</param>
/// <param name="Ground">Ground on which they act: a code of <see cref="FilingQuestions"/>.</param>
/// <param name="Paper">The paper of the mandate: name, number, date, by whom.</param>
public sealed record DeskBringer(string Name, string Identity, string Ground, string Paper)
{
    /// <summary>The applicant came.</summary>
    public static readonly DeskBringer Nobody = new("", "", "", "");

    /// <summary>True when another came.</summary>
    public bool IsAnother => !string.IsNullOrWhiteSpace(Name);

    /// <summary>What is wrong with the mandate, or null.</summary>
    public Problem? Refusal() => IsAnother && (FilingQuestions.GroundText(Ground).Length == 0 || string.IsNullOrWhiteSpace(Paper)) ? DossierProblems.NoMandate : null;
}

/// <summary>Money at the desk.</summary>
/// <param name="DueVnd">Fee due, when accepted.</param>
/// <param name="TakenVnd">Taken now; 0 = not yet.</param>
/// <param name="ReceiptNumber">Number of the receipt of what was taken.</param>
public sealed record DeskFee(long DueVnd, long TakenVnd, string ReceiptNumber)
{
    /// <summary>No fee.</summary>
    public static readonly DeskFee None = new(0, 0, "");
}

/// <summary>Tiếp nhận tại quầy, qua bưu chính or lưu động: receive and answer in one act.</summary>
/// <param name="Id">Key of the page's sending: the same one never makes two dossiers.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="LimitCase">Which of several limits applies; empty when there is one.</param>
/// <param name="ReceivingUnit">Authority in whose name it is received.</param>
/// <param name="Place">Place of receipt: the desk of the officer.</param>
/// <param name="Channel">Counter, post or mobile.</param>
/// <param name="Applicant">Chủ hồ sơ.</param>
/// <param name="Bringer">Who came, when another.</param>
/// <param name="Content">Declaration and papers.</param>
/// <param name="Answer">What the desk does.</param>
/// <param name="Fee">Fee due and taken, when accepted.</param>
/// <param name="Demand">What is missing, when guided.</param>
/// <param name="Ground">Ground of the refusal.</param>
/// <param name="Text">Reason of the refusal.</param>
public sealed record ReceiveAtDesk(
    Guid Id, string ProcedureCode, string LimitCase, string ReceivingUnit, string Place, Channel Channel, DeskApplicant Applicant, DeskBringer Bringer, DeskContent Content, DeskAnswer Answer,
    DeskFee Fee, SupplementDemand? Demand, string Ground, string Text);

/// <summary>Receives at a desk (NĐ 61/2018 Đ17 k1). What an officer types is never counted as online.</summary>
public sealed class ReceiveAtDeskHandler(MotCuaDb db, Journal journal, Workbench bench, NumberAllocator numbers, FilingCatalogue catalogue, DeskDeclarations declarations, PersonalDataVault vault)
{
    /// <summary>Receives and answers, or says what is missing; nothing is half-done.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReceiveAtDesk command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!actor.Has(Role.DeskOfficer, command.Place)) return DossierProblems.NotYours;
        if (await AgainAsync(command, actor, ct) is { } already) return already;
        if (string.IsNullOrWhiteSpace(command.Applicant.Name)) return DossierProblems.NoApplicant;
        if ((command.Bringer.Refusal() ?? Refusal(command)) is { } refused) return refused;
        var procedure = await catalogue.FindAsync(command.ProcedureCode, ct);
        if (procedure is null || procedure.State != PublicationState.Published) return DossierProblems.ProcedureClosed;
        var act = journal.Begin("DeskReceiving", actor);
        var today = ProvinceTime.DateOf(act.At);
        if (await ProcedureClosings.InForceAsync(db, procedure.Code, today, ct) is { } closing)
        {
            return DossierProblems.ProcedureClosed.Saying(closing.Sentence(today) + " Không nhận hồ sơ mới; hãy hướng dẫn người dân. Hồ sơ đã nhận vẫn được giải quyết.");
        }

        var prepared = await declarations.PrepareAsync(procedure, command, actor, ct);
        if (!prepared.IsOk) return prepared.Problem;
        var account = await ApplicantAccounts.FindAsync(db, vault, command.Applicant.Name, command.Applicant.Identity, ct);
        var address = await declarations.AddressAsync(command.Applicant, ct);

        var open = new OpenDossier(new Dossier(command.Id), act);
        var standing = command.Bringer.IsAnother ? FilingQuestions.StandingOf(command.Bringer.Ground) : SubmitterStanding.Applicant;
        var filing = new Filing(procedure.Code, procedure.VersionId, command.LimitCase, command.ReceivingUnit, command.ReceivingUnit, command.Place, command.Channel, AssistedBy.Self, standing);
        db.Dossiers.Add(open.Dossier);
        var kept = await declarations.KeepAsync(open.Dossier, prepared.Value, actor, open.Now, ct);
        if (!kept.IsOk) return kept.Problem;
        var receipt = new DeskReceipt(SubmissionCode.New(), filing, actor.Id, kept.Value, command.Applicant.Kind, command.Applicant.Commune, account, KeptAs(command.Content));
        var received = DeskReceiptDecision.Decide(open.Dossier, receipt);
        if (!received.IsOk) return received.Problem;
        db.DossierParties.Add(Party(command, address));

        // The answer is decided on the state after receipt: a look-alike that is not kept
        var shadow = new Dossier(command.Id);
        shadow.Apply(received.Value, open.Now);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            var answer = await AnswerAsync(command, prepared.Value, shadow, open, ct);
            if (!answer.IsOk) return answer.Problem;
            try
            {
                var done = await bench.CommitAsync(open, ct, [received.Value, .. answer.Value]);
                if (done.IsOk)
                {
                    await transaction.CommitAsync(ct);
                    return done;
                }
            }
            catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
            {
                // Pressed twice at one moment: the first one's dossier is the answer
            }
        }

        db.ChangeTracker.Clear();
        return await AgainAsync(command, actor, ct) ?? DossierProblems.Stale;
    }

    // What this page's key already made: the same dossier for the same applicant, and never another person's
    private async Task<Result<DossierReceipt>?> AgainAsync(ReceiveAtDesk command, Actor actor, CancellationToken ct)
    {
        var made = await (from d in db.Dossiers where d.Id == command.Id join p in db.DossierParties on d.Id equals p.DossierId select new { d, p.NameFolded, p.IdentityIndex }).AsNoTracking().FirstOrDefaultAsync(ct);
        if (made is null) return null;
        var isSame = made.NameFolded == SearchText.Fold(command.Applicant.Name) && made.IdentityIndex == vault.Index(command.Applicant.Identity) && made.d.ProcedureCode == command.ProcedureCode;
        return isSame && DossierAccess.Of(made.d, actor).MayRead ? new DossierReceipt(made.d.Code, made.d.Version) : DossierProblems.PageUsed;
    }

    private static Problem? Refusal(ReceiveAtDesk command)
    {
        if (command.Answer != DeskAnswer.Accept) return null;
        if (command.Fee.DueVnd is < 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong.For("FeeVnd");
        if (command.Fee.TakenVnd is < 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong.For("TakenVnd");
        return command.Fee.TakenVnd > 0 && string.IsNullOrWhiteSpace(command.Fee.ReceiptNumber) ? DossierProblems.NoReceipt : null;
    }

    private static DeskDeclaration KeptAs(DeskContent content) => content.Kept == DeskDeclaration.Scanned && content.ScanId is null ? DeskDeclaration.None : content.Kept;

    private async Task<Result<IReadOnlyList<DossierEvent>>> AnswerAsync(ReceiveAtDesk command, SupplementContent content, Dossier shadow, OpenDossier open, CancellationToken ct)
    {
        var terms = await bench.TermsAsync(shadow, command.LimitCase, ct);
        if (!terms.IsOk) return terms.Problem;
        switch (command.Answer)
        {
            case DeskAnswer.Accept:
                var number = await numbers.NextAsync(command.ReceivingUnit, open.Now, ct);
                if (!number.IsOk) return number.Problem;
                var acceptance = new Acceptance(open.Actor.Id, number.Value, command.Fee.DueVnd, content.Papers.Any(p => p.IsDigitised), content.Papers.Any(p => p.Way == "store"));
                var accepted = AcceptanceDecision.Decide(shadow, terms.Value, await bench.CalendarAsync(shadow, ct), acceptance, open.Now);
                if (!accepted.IsOk) return accepted.Problem;
                if (command.Fee.TakenVnd == 0) return One(accepted.Value);
                shadow.Apply(accepted.Value, open.Now);
                var fee = FeeRecordDecision.Decide(shadow, command.Fee.TakenVnd, command.Fee.ReceiptNumber, open.Actor.Id);
                return fee.IsOk ? Result<IReadOnlyList<DossierEvent>>.Ok([accepted.Value, fee.Value]) : fee.Problem;
            case DeskAnswer.Guide:
                if (command.Demand is null) return DossierProblems.NoGround;
                var demand = command.Demand.ToDemand(Ids.NewGuid(open.Now), open.Actor.Id);
                db.SupplementRequests.Add(command.Demand.ToRow(demand, shadow, open.Now));
                var guided = IntakeGuidanceDecision.Decide(shadow, terms.Value, demand, open.Now);
                return guided.IsOk ? One(guided.Value) : guided.Problem;
            default:
                var note = bench.Note(open, nameof(IntakeRefused), command.Text, true);
                var refused = IntakeRefusalDecision.Decide(shadow, new WrittenRefusal(command.Ground, note, command.Text, open.Actor.Id), open.Now);
                return refused.IsOk ? One(refused.Value) : refused.Problem;
        }
    }

    private static Result<IReadOnlyList<DossierEvent>> One(DossierEvent e) => Result<IReadOnlyList<DossierEvent>>.Ok([e]);

    private DossierPartyRow Party(ReceiveAtDesk command, string address)
    {
        var (a, b) = (command.Applicant, command.Bringer);
        return new DossierPartyRow
        {
            DossierId = command.Id,
            Name = a.Name.Trim(),
            NameFolded = SearchText.Fold(a.Name),
            IdentityCipher = vault.Seal(a.Identity.Trim()),
            IdentityIndex = vault.Index(a.Identity),
            BirthOn = a.BirthOn,
            Phone = a.Phone.Trim(),
            PhoneIndex = vault.Index(a.Phone),
            Email = a.Email.Trim(),
            Address = address,
            SubmitterName = b.Name.Trim(),
            SubmitterIdentityCipher = b.IsAnother ? vault.Seal(b.Identity.Trim()) : "",
            MandateGround = b.IsAnother ? b.Ground : "",
            MandatePaper = b.IsAnother ? b.Paper.Trim() : "",
        };
    }
}
