using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Từ chối tiếp nhận (Mẫu 03).</summary>
/// <param name="Code">Number or submission code.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="Ground">Code of <see cref="RefusalGrounds"/>.</param>
/// <param name="Text">Reason and what to do instead, for the applicant.</param>
public sealed record RefuseIntake(string Code, int SeenVersion, string Ground, string Text);

/// <summary>Refuses at intake with a legal ground (NĐ 61/2018 Đ17).</summary>
public sealed class RefuseIntakeHandler(Workbench bench)
{
    /// <summary>Refuses, or says why it cannot.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(RefuseIntake command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RefuseIntake, "IntakeRefusing", ct);
        if (!opened.IsOk) return opened.Problem;
        var note = bench.Note(opened.Value, nameof(IntakeRefused), command.Text, true);
        var refused = IntakeRefusalDecision.Decide(opened.Value.Dossier, new WrittenRefusal(command.Ground, note, command.Text, actor.Id), opened.Value.Now);
        return refused.IsOk ? await bench.CommitAsync(opened.Value, ct, refused.Value) : refused.Problem;
    }
}
