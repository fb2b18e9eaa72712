using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>How a dossier stands to its due instant: exclusive and exhaustive.</summary>
public enum Verdict
{
    /// <summary>No due instant: no verdict.</summary>
    None = 0,

    /// <summary>Trước hạn.</summary>
    Early = 1,

    /// <summary>Đúng hạn.</summary>
    OnTime = 2,

    /// <summary>Quá hạn, ended late.</summary>
    Late = 3,

    /// <summary>Still open, not past due.</summary>
    OpenInTime = 4,

    /// <summary>Still open and past due: late, counted apart from those that ended late.</summary>
    OpenLate = 5,
}

/// <summary>The moments at which a dossier may have ended; instants UTC, null = has not happened.</summary>
/// <param name="FinishedAt">Đã xử lý xong.</param>
/// <param name="ReturnedAt">Đã trả kết quả.</param>
/// <param name="EndedAt">Stop by decision, refusal or withdrawal.</param>
/// <param name="SupplementAskedAt">The request of the supplement that is awaited now.</param>
public readonly record struct EndMoments(DateTimeOffset? FinishedAt, DateTimeOffset? ReturnedAt, DateTimeOffset? EndedAt, DateTimeOffset? SupplementAskedAt)
{
    /// <summary>Finished, else returned, else stopped, refused or withdrawn, else the request of the awaited supplement; null = open.</summary>
    public DateTimeOffset? Finish => FinishedAt ?? ReturnedAt ?? EndedAt ?? SupplementAskedAt;
}

/// <summary>Verdicts on lateness: the statutory one and that of the index (QĐ 766/QĐ-TTg) may differ on one dossier.</summary>
public static class Lateness
{
    /// <summary>
    /// The statutory verdict: local dates for limits in days, months and "same day"; instants for hours.
    /// </summary>
    /// <param name="unit">In what the limit is counted.</param>
    /// <param name="dueAt">The due instant; null = no limit, no verdict.</param>
    /// <param name="finish">The end, or null when open.</param>
    /// <param name="asOf">The moment of judging.</param>
    public static Verdict Statutory(LimitUnit unit, DateTimeOffset? dueAt, DateTimeOffset? finish, DateTimeOffset asOf)
    {
        if (dueAt is not { } due) return Verdict.None;
        var moment = finish ?? asOf;
        var order = unit == LimitUnit.WorkingHours
            ? moment.CompareTo(due)
            : ProvinceTime.DateOf(moment).CompareTo(ProvinceTime.DateOf(due));
        return Of(order, finish is not null);
    }

    /// <summary>The verdict of the index: instants, finish ≤ due; more than one supplement is late.</summary>
    /// <param name="dueAt">The due instant; null = no limit, no verdict unless there was more than one supplement.</param>
    /// <param name="finish">The end, or null when open.</param>
    /// <param name="supplementCount">How many supplements were asked.</param>
    /// <param name="asOf">The moment of judging.</param>
    public static Verdict Index(DateTimeOffset? dueAt, DateTimeOffset? finish, int supplementCount, DateTimeOffset asOf)
    {
        if (supplementCount > 1) return finish is null ? Verdict.OpenLate : Verdict.Late;
        return dueAt is { } due ? Of((finish ?? asOf).CompareTo(due), finish is not null) : Verdict.None;
    }

    /// <summary>True for both kinds of late.</summary>
    public static bool IsLate(this Verdict verdict) => verdict is Verdict.Late or Verdict.OpenLate;

    /// <summary>Vietnamese name of the verdict.</summary>
    public static string Vietnamese(this Verdict verdict) => verdict switch
    {
        Verdict.Early => "Trước hạn",
        Verdict.OnTime => "Đúng hạn",
        Verdict.Late => "Quá hạn",
        Verdict.OpenInTime => "Trong hạn",
        Verdict.OpenLate => "Đang quá hạn",
        _ => "Không có thời hạn",
    };

    private static Verdict Of(int order, bool ended) => (ended, order) switch
    {
        (true, < 0) => Verdict.Early,
        (true, 0) => Verdict.OnTime,
        (true, _) => Verdict.Late,
        (false, <= 0) => Verdict.OpenInTime,
        _ => Verdict.OpenLate,
    };
}
