namespace MotCua.Domain.Catalogue;

/// <summary>A fact without which a procedure stays <i>chờ chuẩn hóa</i>.</summary>
public enum MissingFact
{
    /// <summary>No unit of the plan is in charge.</summary>
    Unit = 1,

    /// <summary>The level of the three-tier model is unknown.</summary>
    Level = 2,

    /// <summary>No source of before 01/7/2025 has it.</summary>
    ExistedBeforeReform = 3,

    /// <summary>No limit with a unit of time.</summary>
    Limit = 4,

    /// <summary>Papers, limit or level are incomplete in every source.</summary>
    Completeness = 5,
}

/// <summary>
/// Says whether a procedure of the reference data may be public and filed at load. An administrator who takes responsibility may publish
/// one that is not ready; the load never does.
/// </summary>
public static class PublicationReadiness
{
    /// <summary>What is missing; empty means ready.</summary>
    /// <param name="record">The procedure.</param>
    /// <param name="planUnits">The <c>org_key</c>s of the units of the plan.</param>
    public static IReadOnlyList<MissingFact> Missing(ProcedureRecord record, IReadOnlySet<string> planUnits)
    {
        var missing = new List<MissingFact>(5);
        if (record.IsVertical || !planUnits.Contains(record.OrgKey))
        {
            missing.Add(MissingFact.Unit);
        }

        if (record.Levels.Count == 0)
        {
            missing.Add(MissingFact.Level);
        }

        if (!record.ExistedBeforeReform)
        {
            missing.Add(MissingFact.ExistedBeforeReform);
        }

        if (record.Limits.Count == 0)
        {
            missing.Add(MissingFact.Limit);
        }

        if (record.Completeness != "full")
        {
            missing.Add(MissingFact.Completeness);
        }

        return missing;
    }

    /// <summary>The fact in Vietnamese, for staff.</summary>
    public static string Words(MissingFact fact) => fact switch
    {
        MissingFact.Unit => "Chưa xác định đơn vị trong kế hoạch chịu trách nhiệm (hoặc thuộc ngành dọc)",
        MissingFact.Level => "Chưa xác định cấp giải quyết (tỉnh, huyện, xã)",
        MissingFact.ExistedBeforeReform => "Chưa thấy thủ tục trong nguồn trước 01/7/2025",
        MissingFact.Limit => "Chưa có thời hạn giải quyết kèm đơn vị tính",
        MissingFact.Completeness => "Chưa đủ thành phần hồ sơ, thời hạn hoặc cấp",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };
}
