using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Targets;

/// <summary>Kết luận một dấu hiệu.</summary>
/// <param name="FlagId">The sign.</param>
/// <param name="SeenCount">The count that the person looked at.</param>
/// <param name="Conclusion">Conclusion.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewFlag(Guid FlagId, int SeenCount, FlagConclusion Conclusion, string Reason);

/// <summary>A person says what a sign means: an auditor or the plan's owner, never somebody of the unit itself. No figure changes; the trail keeps it.</summary>
public sealed class ReviewFlagHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Shortest reason.</summary>
    public const int ShortestReason = 10;

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Concludes.</summary>
    public async Task<Result<Guid>> HandleAsync(ReviewFlag command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Role.Auditor) && !actor.Has(Role.PlanOwner)) return FlagProblems.NotYours;
        var reason = (command.Reason ?? "").Trim();
        if (!Enum.IsDefined(command.Conclusion)) return FlagProblems.NoConclusion;
        if (reason.Length is < ShortestReason or > LongestReason) return FlagProblems.NoReason;
        var flag = await db.IntegrityFlags.AsNoTracking().FirstOrDefaultAsync(f => f.Id == command.FlagId, ct);
        if (flag is null) return FlagProblems.NotFound;
        var district = await db.Units.AsNoTracking().Where(u => u.Key == flag.UnitKey).Select(u => u.ParentKey).FirstOrDefaultAsync(ct);
        if (actor.Grants.Any(g => g.UnitKey == flag.UnitKey || g.UnitKey == district)) return FlagProblems.OwnUnit;
        var (now, officer) = (clock.GetUtcNow(), actor.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changed = await db.IntegrityFlags.Where(f => f.Id == command.FlagId && f.State == FlagState.New && f.Count == command.SeenCount).ExecuteUpdateAsync(
            s => s.SetProperty(f => f.State, FlagState.Reviewed).SetProperty(f => f.Conclusion, (FlagConclusion?)command.Conclusion).SetProperty(f => f.Reason, reason).SetProperty(f => f.ReviewedBy, officer).SetProperty(f => f.ReviewedAt, (DateTimeOffset?)now), ct);
        if (changed == 0) return FlagProblems.Changed;
        audit.Record(actor, "FlagReviewed", flag.Id.ToString("N"), new { kind = flag.Kind.ToString(), unit = flag.UnitKey, day = flag.Day, count = flag.Count, conclusion = command.Conclusion.ToString() });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return flag.Id;
    }
}

/// <summary>Refusals of the signs.</summary>
public static class FlagProblems
{
    /// <summary>No such sign.</summary>
    public static readonly Problem NotFound = new("FLG-0001", "Không có dấu hiệu này", ProblemKind.NotFound);

    /// <summary>Only auditors and the plan's owners.</summary>
    public static readonly Problem NotYours = new("FLG-0002", "Chỉ thanh tra, kiểm toán và chủ trì kế hoạch được kết luận dấu hiệu", ProblemKind.Forbidden);

    /// <summary>Of the unit itself.</summary>
    public static readonly Problem OwnUnit = new("FLG-0003", "Không tự kết luận dấu hiệu của đơn vị mình; đề nghị thanh tra hoặc chủ trì kế hoạch của đơn vị khác", ProblemKind.Forbidden);

    /// <summary>No conclusion.</summary>
    public static readonly Problem NoConclusion = new("FLG-0004", "Chọn kết luận", ProblemKind.Invalid, "Conclusion");

    /// <summary>No reason.</summary>
    public static readonly Problem NoReason = new("FLG-0005", $"Nhập lý do, từ {ReviewFlagHandler.ShortestReason} đến {ReviewFlagHandler.LongestReason} chữ", ProblemKind.Invalid, "Reason");

    /// <summary>Somebody concluded it, or it grew.</summary>
    public static readonly Problem Changed = new("FLG-0006", "Dấu hiệu đã được kết luận hoặc đã tăng thêm từ lúc mở trang; xem lại rồi kết luận", ProblemKind.Conflict);
}
