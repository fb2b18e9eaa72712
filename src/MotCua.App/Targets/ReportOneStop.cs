using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Biểu II.07b/VPCP/KSTT: procedures by level, those at the one-stop desks, and internal routes, unit by unit, as on the last day of the period.</summary>
public sealed class ReportOneStop(MotCuaDb db) : IReportAuthor
{
    private static readonly string[] Levels = ["tinh", "huyen", "xa"];

    /// <inheritdoc />
    public ReportTemplate Template => ReportTemplates.OneStop;

    /// <inheritdoc />
    int IReportAuthor.PiecesOf(ReportOrder order) => 0;

    /// <inheritdoc />
    Task<string> IReportAuthor.PieceAsync(ReportOrder order, int number, CancellationToken ct) => throw new NotSupportedException("There are no pieces.");

    /// <inheritdoc />
    async Task<Result<OfficePaper>> IReportAuthor.ComposeAsync(ReportOrder order, IReadOnlyList<string> pieces, CancellationToken ct)
    {
        var on = order.LastDay;
        var units = (await db.Units.AsNoTracking().Where(u => u.From <= on && (u.Until == null || u.Until > on) && (u.InPlan || u.Level == "xa")).ToListAsync(ct)).OrderBy(u => u.SortKey, StringComparer.Ordinal).ToList();
        var procedures = await db.Procedures.AsNoTracking().Where(p => !p.IsVertical && p.State != PublicationState.Closed).Select(p => new { p.Code, p.Levels, p.OrgKey }).ToListAsync(ct);
        var atDesks = (await db.Services.AsNoTracking().Where(s => s.From <= on && (s.Until == null || s.Until > on) && s.Status != ServiceStatus.Closed && !db.Procedures.Any(p => p.Code == s.ProcedureCode && p.IsVertical))
            .Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct)).ToLookup(s => s.UnitKey, s => s.ProcedureCode, StringComparer.Ordinal);
        var routes = await db.Routes.AsNoTracking().Where(r => r.From <= on && (r.Until == null || r.Until > on)).Select(r => new { r.UnitKey, r.ProcedureCode }).ToListAsync(ct);
        var own = routes.ToLookup(r => r.UnitKey, r => r.ProcedureCode, StringComparer.Ordinal);
        bool IsRouted(string unit, string level, string code) => own[unit].Contains(code) || own[unit].Contains("*") || own["*:" + level].Contains(code) || own["*:" + level].Contains("*");

        var rows = new List<OfficeRow>();
        var (all, atAll, routed, ownRoutes, n) = (Sets(), Sets(), 0, 0, 0);
        foreach (var (level, heading) in (ReadOnlySpan<(string, string)>)[("tinh", "I. Các cơ quan cấp tỉnh"), ("huyen", "II. Các huyện, thành phố (gồm UBND cấp xã)")])
        {
            rows.Add(OfficeRow.Section(heading));
            foreach (var unit in units.Where(u => u.Level == level && u.InPlan))
            {
                var (authority, desk) = (Sets(), Sets());
                var members = units.Where(u => u.Key == unit.Key || (u.Level == "xa" && u.ParentKey == unit.Key)).ToList();
                foreach (var p in procedures)
                {
                    var levels = p.Levels.Split(',');
                    if (level == "tinh" && p.OrgKey == unit.Key && levels.Contains("tinh")) authority["tinh"].Add(p.Code);
                    if (level == "huyen" && levels.Contains("huyen")) authority["huyen"].Add(p.Code);
                    if (level == "huyen" && levels.Contains("xa")) authority["xa"].Add(p.Code);
                }

                foreach (var member in members) desk[member.Level].UnionWith(atDesks[member.Key]);
                var withRoute = members.Sum(m => atDesks[m.Key].Distinct(StringComparer.Ordinal).Count(code => IsRouted(m.Key, m.Level, code)));
                var ownCount = members.Sum(m => own[m.Key].Distinct(StringComparer.Ordinal).Count());
                rows.Add(Row(OfficeCell.Of(++n), unit.Name, authority, desk, withRoute, ownCount, OfficeRowKind.Plain));
                foreach (var l in Levels)
                {
                    all[l].UnionWith(authority[l]);
                    atAll[l].UnionWith(desk[l]);
                }

                routed += withRoute;
                ownRoutes += ownCount;
            }
        }

        rows.Add(Row(OfficeCell.Empty, "Toàn tỉnh (mỗi thủ tục tính một lần ở mỗi cấp)", all, atAll, routed, ownRoutes, OfficeRowKind.Total));
        return new OfficePaper($"Biểu {Template.Form} {order.Period.Name}", [new OfficeTable(Columns, rows) { Name = "Biểu II.07b", Unit = "Đơn vị tính: thủ tục hành chính" }, .. Notes(order)])
        {
            Head = ReportPapers.Form(Template, order) with { Under = [$"(Tại ngày {OfficeWords.Date(on)})"] },
            IsLandscape = true,
            Signature = new OfficeSignature(order.Scope.Signs, null),
        };
    }

    private static readonly IReadOnlyList<OfficeColumn> Columns =
    [
        new("TT", 5) { IsCentred = true, Mark = "(1)" }, new("Đơn vị", 36) { Mark = "(2)" },
        .. Parts("Số TTHC thuộc thẩm quyền giải quyết", 3), .. Parts("Số TTHC thực hiện tại Bộ phận Một cửa", 7),
        new("Số quy trình đang áp dụng", 10) { Above = ["Quy trình nội bộ giải quyết TTHC"], Mark = "(11)" }, new("Trong đó do đơn vị ban hành riêng", 10) { Above = ["Quy trình nội bộ giải quyết TTHC"], Mark = "(12)" },
    ];

    private static IEnumerable<OfficeColumn> Parts(string above, int first) =>
        ((string[])["Tổng số", "Cấp tỉnh", "Cấp huyện", "Cấp xã"]).Select((title, i) => new OfficeColumn(title, 8) { Above = [above], Mark = i == 0 ? $"({first}) = ({first + 1}) + ({first + 2}) + ({first + 3})" : $"({first + i})" });

    private static Dictionary<string, HashSet<string>> Sets() => Levels.ToDictionary(l => l, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);

    private static OfficeRow Row(OfficeCell number, string name, Dictionary<string, HashSet<string>> authority, Dictionary<string, HashSet<string>> desk, int routed, int own, OfficeRowKind kind) =>
        new([number, OfficeCell.Of(name), .. Counts(authority), .. Counts(desk), OfficeCell.Of(routed), OfficeCell.Of(own)], kind);

    private static IEnumerable<OfficeCell> Counts(Dictionary<string, HashSet<string>> sets) => Levels.Select(l => sets[l].Count).Prepend(sets.Values.Sum(s => s.Count)).Select(c => OfficeCell.Of(c));

    private IEnumerable<OfficeBlock> Notes(ReportOrder order)
    {
        yield return new OfficeParagraph("Cách tính: thủ tục của các cơ quan ngành dọc không tính. Cơ quan cấp tỉnh tính thủ tục cấp tỉnh thuộc lĩnh vực mình phụ trách; huyện, thành phố tính thủ tục cấp huyện và cấp xã, mỗi thủ tục một lần dù nhiều xã cùng giải quyết. "
            + "Thủ tục thực hiện tại Bộ phận Một cửa là thủ tục đơn vị đang cung cấp tại ngày lập. Quy trình đang áp dụng tính theo từng thủ tục tại từng đơn vị: quy trình riêng của đơn vị, nếu không có thì quy trình mẫu của cấp.")
        { IsNote = true };
        yield return ReportPapers.Source(Template, order);
    }
}
