using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>A dossier that breaks a rule of the nightly check.</summary>
/// <param name="Rule">Vietnamese sentence.</param>
/// <param name="Code">Number or submission code.</param>
public sealed record ReconciliationFinding(string Rule, string Code);

/// <summary>Nothing accepted is ever lost: accepted = routed = owned (ADR 0010).</summary>
public sealed class Reconciliation(MotCuaDb db, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>At most a hundred findings of each rule.</summary>
    public async Task<IReadOnlyList<ReconciliationFinding>> FindAsync(CancellationToken ct)
    {
        var findings = new List<ReconciliationFinding>();
        await AddAsync("Đang xử lý nhưng không ở bước nào của quy trình", db.Dossiers.Where(d => d.State == DossierState.Processing && !d.IsImported && (d.StepId == null || d.StepUnit == "")));
        await AddAsync("Đã tiếp nhận nhưng không có mã hồ sơ", db.Dossiers.Where(d => d.AcceptedAt != null && d.Number == null && !d.IsImported));
        await AddAsync("Chưa tiếp nhận nhưng đã có mã hồ sơ", db.Dossiers.Where(d => d.AcceptedAt == null && d.Number != null && !d.IsImported));
        await AddAsync("Bước đang mở không khớp với hồ sơ", db.Dossiers.Where(d => d.State == DossierState.Processing && d.StepId != null && !db.DossierSteps.Any(s => s.Id == d.StepId && s.EndedAt == null)));
        await AddAsync("Đơn vị thụ lý không có trong danh mục", db.Dossiers.Where(d => !db.Units.Any(u => u.Key == d.HandlingUnit)));
        await AddAsync("Có tệp đính kèm không còn trong kho", db.Dossiers.Where(d => db.DossierDocuments.Any(x => x.DossierId == d.Id && x.FileId != null && !db.StoredFiles.Any(f => f.Id == x.FileId))));
        var yesterday = clock.GetUtcNow() - TimeSpan.FromDays(1);
        await AddAsync("Thông báo chưa gửi được quá một ngày", db.Dossiers.Where(d => db.Outbox.Any(o => o.DossierId == d.Id && o.State == OutboxState.Pending && o.CreatedAt < yesterday)));
        return findings;

        async Task AddAsync(string rule, IQueryable<Dossier> query) =>
            findings.AddRange((await query.OrderBy(d => d.Id).Take(Most).Select(d => d.Number ?? d.SubmissionCode).ToListAsync(ct)).Select(code => new ReconciliationFinding(rule, code)));
    }
}
