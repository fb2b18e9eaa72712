using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>How many working days an advice takes: data that the plan owner sets, from a day on.</summary>
public static class AdviceEfforts
{
    /// <summary>Days of a kind that nobody set.</summary>
    public const decimal Unset = 5;

    /// <summary>Most days that make sense.</summary>
    public const decimal MostDays = 250;

    /// <summary>True for days that can be divided by and make sense.</summary>
    public static bool IsSensible(decimal days) => days is > 0 and <= MostDays;

    /// <summary>What is wrong with an effort, or null. It begins today or later: what was in force before is not rewritten.</summary>
    public static Problem? Check(AdviceKind kind, decimal? days, DateOnly from, string? note, Actor actor, DateOnly today)
    {
        if (!actor.Has(Role.PlanOwner)) return AdviceProblems.NotPlanOwner;
        if (!Enum.IsDefined(kind)) return AdviceProblems.UnknownKind;
        if (days is not { } given || !IsSensible(given)) return AdviceProblems.NoDays;
        if (from < today) return AdviceProblems.EffortPast;
        return string.IsNullOrWhiteSpace(note) ? AdviceProblems.NoNote : null;
    }
}

/// <summary>Refusals of the advice.</summary>
public static class AdviceProblems
{
    /// <summary>Only the plan owner sets efforts.</summary>
    public static readonly Problem NotPlanOwner = new("ADV-0001", "Chỉ người chủ trì kế hoạch sửa được số ngày công.", ProblemKind.Forbidden);

    /// <summary>No such kind.</summary>
    public static readonly Problem UnknownKind = new("ADV-0002", "Chọn loại việc có trong danh sách.", ProblemKind.Invalid, "Kind");

    /// <summary>No sensible days.</summary>
    public static readonly Problem NoDays = new("ADV-0003", "Nhập số ngày công lớn hơn 0 và không quá 250, ví dụ 2,5.", ProblemKind.Invalid, "Days");

    /// <summary>An effort before today.</summary>
    public static readonly Problem EffortPast = new("ADV-0004", "Ngày áp dụng phải từ hôm nay trở đi: số đã dùng không sửa lại.", ProblemKind.Invalid, "From");

    /// <summary>Without a note.</summary>
    public static readonly Problem NoNote = new("ADV-0005", "Nhập cách tính hoặc lý do đổi.", ProblemKind.Invalid, "Note");

    /// <summary>The facts changed since the page was read.</summary>
    public static readonly Problem Gone = new("ADV-0006", "Số liệu vừa đổi nên việc này không còn trong danh sách. Xem lại danh sách mới bên dưới.", ProblemKind.Conflict);

    /// <summary>There is a task of it that is not done.</summary>
    public static readonly Problem AlreadyTask = new("ADV-0007", "Việc này đã được giao và chưa xong. Mở nhiệm vụ đã giao để xem.", ProblemKind.Conflict);

    /// <summary>No plan to put the task in.</summary>
    public static readonly Problem NoPlan = new("ADV-0008", "Chưa có kế hoạch nào đang hiệu lực để giao nhiệm vụ. Ban hành kế hoạch trước.", ProblemKind.Conflict);

    /// <summary>No such unit.</summary>
    public static readonly Problem UnknownUnit = new("ADV-0009", "Không tìm thấy đơn vị.", ProblemKind.NotFound);
}
