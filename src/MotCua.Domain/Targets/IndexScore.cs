namespace MotCua.Domain.Targets;

/// <summary>One part of a group of the index: how its counts become points.</summary>
/// <param name="Code">Code without <c>q766.</c>, e.g. <c>3a.1</c>.</param>
/// <param name="Group">Its group, e.g. <c>3a</c>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Wholes">Columns of the raw counts whose sum is the part, e.g. <c>partial</c> and <c>full</c>.</param>
/// <param name="Of">Column of the whole; empty when the value is itself a percentage.</param>
/// <param name="Factor">Points of the whole ratio.</param>
/// <param name="Cap">Greatest points; the factor when there is no cap below it.</param>
/// <param name="WhenNothing">Points when the whole is zero.</param>
public sealed record IndexPart(string Code, string Group, string Name, IReadOnlyList<string> Wholes, string Of, decimal Factor, decimal Cap, decimal WhenNothing = 0m)
{
    /// <summary>Points of the counts: decimal arithmetic, 2 decimals, half away from zero (docs/law.md, QĐ 766).</summary>
    /// <param name="part">Count above, or the percentage.</param>
    /// <param name="whole">Count below; ignored for percentages.</param>
    public decimal Score(decimal part, decimal whole)
    {
        if (Of.Length == 0) return Round(Math.Min(Cap, part / 15m));
        return whole == 0 ? WhenNothing : Round(Math.Min(Cap, Factor * part / whole));
    }

    private static decimal Round(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}

/// <summary>Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg ngày 23/6/2022): points from raw counts.</summary>
public static class IndexScore
{
    /// <summary>
    /// Group 1, công khai, minh bạch. Its counts are the national portal's and the control office's; <c>motcua index score</c> does not take them (contracts),
    /// the province's live index does.
    /// </summary>
    public static readonly IReadOnlyList<IndexPart> Publicity =
    [
        new("1.1", "1", "TTHC công bố đúng hạn", ["procedures_announced_on_time"], "procedures_announced", 6m, 6m),
        new("1.2", "1", "TTHC được cập nhật, công khai đúng hạn", ["procedures_published_on_time"], "procedures_published", 4m, 4m),
        new("1.3", "1", "TTHC công khai đủ nội dung", ["procedures_complete"], "procedures_listed", 2m, 2m),
        new("1.4", "1", "Hồ sơ được đồng bộ lên Cổng Dịch vụ công quốc gia", ["dossiers_synced"], "dossiers_to_sync", 6m, 6m),
    ];

    /// <summary>The parts of <c>motcua index score</c>, in order.</summary>
    public static readonly IReadOnlyList<IndexPart> Parts =
    [
        new("2.1", "2", "Hồ sơ giải quyết đúng hạn", ["on_time"], "received", 20m, 20m),
        new("3a.1", "3a", "TTHC cung cấp dịch vụ công trực tuyến", ["partial", "full"], "procedures", 2.5m, 2m),
        new("3a.2", "3a", "DVCTT có phát sinh hồ sơ", ["online_services_used"], "online_services", 4m, 4m),
        new("3a.3", "3a", "Hồ sơ trực tuyến", ["dossiers_online"], "dossiers_all", 12m, 6m),
        new("3b.1", "3b", "TTHC có phí được đồng bộ", ["fee_procedures_synced"], "fee_procedures", 2.5m, 2m),
        new("3b.2", "3b", "TTHC có giao dịch thanh toán trực tuyến", ["fee_procedures_paid_online"], "fee_procedures", 2.5m, 2m),
        new("3b.3", "3b", "Hồ sơ thanh toán trực tuyến", ["fee_dossiers_paid_online"], "fee_dossiers", 6m, 6m),
        new("4.1", "4", "Cấp kết quả điện tử", ["e_results"], "result_dossiers", 6m, 6m),
        new("4.2", "4", "Số hóa hồ sơ, kết quả", ["digitised"], "received", 4m, 4m),
        new("4.3", "4", "Tái sử dụng giấy tờ", ["reused"], "received", 2.5m, 2m),
        new("4.4", "4", "Lấy từ kho dữ liệu", ["from_store"], "received", 4m, 4m),
        new("4.5a", "4", "TTHC khai thác dữ liệu dân cư", ["population_procedures"], "population_procedures_all", 2m, 2m),
        new("4.5b", "4", "Hồ sơ xác thực định danh điện tử", ["eid_dossiers"], "received", 2m, 2m),
        new("4.6", "4", "Cấp xã chứng thực bản sao điện tử", ["communes_certifying"], "communes", 2m, 2m),
        new("5.2", "5", "Phản ánh, kiến nghị xử lý đúng hạn", ["feedback_on_time"], "feedback", 6m, 6m, 6m),
        new("5.3", "5", "Hài lòng về xử lý phản ánh, kiến nghị", ["feedback_satisfied"], "feedback", 6m, 6m, 6m),
        new("5.4", "5", "Hài lòng về giải quyết TTHC", ["satisfied_percent"], "", 0m, 6m),
    ];

    /// <summary>All parts with points, group 1 first: 100 points.</summary>
    public static readonly IReadOnlyList<IndexPart> All = [.. Publicity, .. Parts];

    /// <summary>The groups of <see cref="Parts"/>, in order.</summary>
    public static readonly IReadOnlyList<string> Groups = [.. Parts.Select(p => p.Group).Distinct()];

    /// <summary>Every column of raw counts.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. Parts.SelectMany(p => p.Wholes.Append(p.Of)).Where(c => c.Length > 0).Distinct()];

    /// <summary>
    /// Scores of one unit: a part when all its counts are there, a group as the sum of its rounded parts when all of them are, the index when all groups are.
    /// </summary>
    /// <param name="counts">Raw counts by column; an absent column is unknown, not zero.</param>
    /// <returns>Pairs of code (<c>q766.2.1</c>, <c>q766.2</c>, <c>q766</c>) and points, in order; or the sentence that says why the row is refused.</returns>
    public static (IReadOnlyList<(string Code, decimal Points)> Scores, string? Refusal) Of(IReadOnlyDictionary<string, decimal> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.FirstOrDefault(c => c.Value < 0) is { Key: { } negative }) return ([], $"{negative} là số âm");
        var scores = new List<(string, decimal)>();
        var groups = new List<decimal>();
        foreach (var group in Groups)
        {
            var parts = Parts.Where(p => p.Group == group).ToList();
            var points = new List<decimal>();
            foreach (var part in parts)
            {
                if (part.Wholes.Any(w => !counts.ContainsKey(w)) || (part.Of.Length > 0 && !counts.ContainsKey(part.Of))) continue;
                var above = part.Wholes.Sum(w => counts[w]);
                var below = part.Of.Length > 0 ? counts[part.Of] : 100m;
                if (above > below) return ([], $"{string.Join(" + ", part.Wholes)} ({above}) lớn hơn {(part.Of.Length > 0 ? part.Of : "100")} ({below})");
                points.Add(part.Score(above, below));
                scores.Add(($"q766.{part.Code}", points[^1]));
            }

            if (points.Count != parts.Count) continue;
            groups.Add(points.Sum());
            scores.Add(($"q766.{group}", groups[^1]));
        }

        if (groups.Count == Groups.Count) scores.Add(("q766", groups.Sum()));
        return (scores, null);
    }
}
