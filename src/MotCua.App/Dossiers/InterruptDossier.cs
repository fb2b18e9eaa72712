using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Rút hồ sơ, by the applicant or at the desk on their paper.</summary>
/// <param name="Code">Number or submission code.</param>
/// <param name="SeenVersion">The version the person saw.</param>
/// <param name="Text">Why; may be empty.</param>
public sealed record WithdrawDossier(string Code, int SeenVersion, string Text);

/// <summary>Withdraws.</summary>
public sealed class WithdrawDossierHandler(Workbench bench)
{
    /// <summary>Withdraws, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(WithdrawDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Withdraw, "DossierWithdrawing", ct);
        if (!opened.IsOk) return opened.Problem;
        var withdrawn = WithdrawalDecision.Decide(opened.Value.Dossier, bench.Note(opened.Value, nameof(DossierWithdrawn), command.Text, true));
        if (!withdrawn.IsOk) return withdrawn.Problem;
        await bench.LeaveAsync(opened.Value, "interrupted", ct);
        return await bench.CommitAsync(opened.Value, ct, withdrawn.Value);
    }
}

/// <summary>Dừng giải quyết by a decision.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Text">Decision and reason.</param>
public sealed record StopDossier(string Code, int SeenVersion, string Text);

/// <summary>Stops.</summary>
public sealed class StopDossierHandler(Workbench bench)
{
    /// <summary>Stops, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(StopDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Stop, "DossierStopping", ct);
        if (!opened.IsOk) return opened.Problem;
        var stopped = StopDecision.Stop(opened.Value.Dossier, "quyet-dinh", bench.Note(opened.Value, nameof(DossierStopped), command.Text, true), command.Text, actor.Id);
        if (!stopped.IsOk) return stopped.Problem;
        await bench.LeaveAsync(opened.Value, "interrupted", ct);
        return await bench.CommitAsync(opened.Value, ct, stopped.Value);
    }
}

/// <summary>Giải quyết tiếp by a decision.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Text">Decision and reason.</param>
public sealed record ResumeDossier(string Code, int SeenVersion, string Text);

/// <summary>Resumes.</summary>
public sealed class ResumeDossierHandler(Workbench bench)
{
    /// <summary>Resumes, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ResumeDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Resume, "DossierResuming", ct);
        if (!opened.IsOk) return opened.Problem;
        var resumed = StopDecision.Resume(opened.Value.Dossier, bench.Note(opened.Value, nameof(DossierResumed), command.Text, true), command.Text, actor.Id);
        if (!resumed.IsOk) return resumed.Problem;
        var goesOn = await bench.GoOnAsync(opened.Value, ct);
        return goesOn.IsOk ? await bench.CommitAsync(opened.Value, ct, resumed.Value, goesOn.Value) : goesOn.Problem;
    }
}

/// <summary>Trả lại giấy tờ of a stopped dossier.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Text">What was given back, to whom.</param>
public sealed record GiveBackPapers(string Code, int SeenVersion, string Text);

/// <summary>Gives papers back.</summary>
public sealed class GiveBackPapersHandler(Workbench bench)
{
    /// <summary>Gives back, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(GiveBackPapers command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.GiveBackPapers, "PapersGivingBack", ct);
        if (!opened.IsOk) return opened.Problem;
        if (string.IsNullOrWhiteSpace(command.Text)) return DossierProblems.NoReason;
        var given = StopDecision.GiveBack(opened.Value.Dossier, bench.Note(opened.Value, nameof(PapersGivenBack), command.Text, true), actor.Id);
        return given.IsOk ? await bench.CommitAsync(opened.Value, ct, given.Value) : given.Problem;
    }
}

/// <summary>Xin lỗi và hẹn lại (Mẫu 04).</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="NewDueOn">The new local day.</param>
/// <param name="Text">Who is late and why; printed in the apology.</param>
public sealed record ReappointDossier(string Code, int SeenVersion, DateOnly NewDueOn, string Text);

/// <summary>Re-appoints at most once (NĐ 61/2018 Đ19 k9).</summary>
public sealed class ReappointDossierHandler(Workbench bench)
{
    /// <summary>Re-appoints, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReappointDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Reappoint, "DossierReappointing", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var note = bench.Note(open, nameof(DossierReappointed), command.Text, true);
        var moved = ReappointmentDecision.Decide(dossier, await bench.CalendarAsync(dossier, ct), command.NewDueOn, note, command.Text, actor.Id, open.Now);
        return moved.IsOk ? await bench.CommitAsync(open, ct, moved.Value) : moved.Problem;
    }
}

/// <summary>Mở lại a finished dossier.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Text">Decision and the mistake to mend.</param>
public sealed record ReopenDossier(string Code, int SeenVersion, string Text);

/// <summary>Reopens at the appraising step; the old timeline stays (law rule 25).</summary>
public sealed class ReopenDossierHandler(Workbench bench)
{
    /// <summary>Reopens, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(ReopenDossier command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.Reopen, "DossierReopening", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        var route = await bench.RouteAsync(dossier, ct);
        if (!route.IsOk) return route.Problem;
        var place = bench.Place(open, route.Value.Appraisal, null);
        var reopened = ReopeningDecision.Decide(dossier, place, bench.Note(open, nameof(DossierReopened), command.Text, false), command.Text, actor.Id);
        if (!reopened.IsOk) return reopened.Problem;
        await bench.MoveAsync(open, place, route.Value.Appraisal, "", ct);
        return await bench.CommitAsync(open, ct, reopened.Value);
    }
}
