namespace MotCua.Domain.Feedback;

/// <summary>Xếp loại of an agency, TT 01/2018/TT-VPCP Điều 15.</summary>
public enum AgencyBand
{
    /// <summary>Xuất sắc: from 15 points.</summary>
    Excellent = 1,

    /// <summary>Tốt: from 12 to below 15.</summary>
    Good = 2,

    /// <summary>Khá: from 9 to below 12.</summary>
    Fair = 3,

    /// <summary>Trung bình: from 6 to below 9.</summary>
    Average = 4,

    /// <summary>Yếu: below 6.</summary>
    Weak = 5,
}

/// <summary>Mức độ hoàn thành of an officer, TT 01/2018/TT-VPCP Điều 15.</summary>
public enum StaffBand
{
    /// <summary>100 %: from 5 points.</summary>
    Full = 1,

    /// <summary>From 70 to below 100 %: from 3.5 to below 5.</summary>
    Most = 2,

    /// <summary>Below 70 %: below 3.5.</summary>
    Below = 3,
}

/// <summary>The arithmetic of evaluating agencies and officers (TT 01/2018/TT-VPCP Điều 13-15; law rule 46). Who is rated and by whom belongs to the module itself.</summary>
public static class RatingBands
{
    /// <summary>An index: the mean of its points over dossiers, 1 decimal, half away from zero; null without any dossier (it is then left out, Điều 15 k4 b).</summary>
    public static decimal? IndexOf(IReadOnlyCollection<int> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Count == 0 ? null : Math.Round((decimal)points.Sum() / points.Count, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>The total of the rounded indices; one that lacks data is left out, not zero.</summary>
    public static decimal Total(IEnumerable<decimal?> indices) => indices.Sum(i => i ?? 0m);

    /// <summary>Band of an agency's total, of 18 points.</summary>
    public static AgencyBand Agency(decimal total) => total switch
    {
        >= 15m => AgencyBand.Excellent,
        >= 12m => AgencyBand.Good,
        >= 9m => AgencyBand.Fair,
        >= 6m => AgencyBand.Average,
        _ => AgencyBand.Weak,
    };

    /// <summary>Band of an officer's total, of 10 points.</summary>
    public static StaffBand Staff(decimal total) => total switch
    {
        >= 5m => StaffBand.Full,
        >= 3.5m => StaffBand.Most,
        _ => StaffBand.Below,
    };
}
