using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Units of one level that a report takes in.</summary>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="Groups">Their keys, in groups that are counted one after the other.</param>
public sealed record ReportSection(string Level, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary><c>Cấp tỉnh</c>, <c>Cấp huyện</c>, <c>Cấp xã</c>.</summary>
    public string Name => Level switch { "tinh" => "Cấp tỉnh", "huyen" => "Cấp huyện", _ => "Cấp xã" };
}

/// <summary>Whom a report is of.</summary>
/// <param name="Key"><c>province</c>, <c>level:tinh</c>… or a unit key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Agency">The agency that reports.</param>
/// <param name="Above">The agency above, as papers write it, or null.</param>
/// <param name="Place">Địa danh.</param>
/// <param name="Signs">Quyền hạn, chức vụ of whoever signs.</param>
/// <param name="Abbreviation">Abbreviation of the agency, for ký hiệu.</param>
/// <param name="Sections">Units by level.</param>
public sealed record ReportScope(string Key, string Name, string Agency, string? Above, string Place, IReadOnlyList<string> Signs, string Abbreviation, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>The whole province.</summary>
    public const string Province = MeasureQueries.Province;

    /// <summary>Begins the keys of levels.</summary>
    public const string LevelMark = "level:";

    /// <summary>All groups of units, section by section.</summary>
    public IReadOnlyList<(ReportSection Section, IReadOnlyList<string> Units)> Groups => [.. Sections.SelectMany(s => s.Groups.Select(g => (s, g)))];

    /// <summary>All units.</summary>
    public IReadOnlyList<string> Units => [.. Sections.SelectMany(s => s.Groups).SelectMany(g => g)];
}

/// <summary>A scope that may be chosen.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Group">Heading in lists.</param>
public sealed record ReportScopeChoice(string Key, string Name, string Group);

/// <summary>Whom reports are made of, and who may.</summary>
public sealed class ReportScopes(MotCuaDb db)
{
    private static readonly Role[] All = [Role.PlanOwner, Role.ProvinceLeader];
    private static readonly Role[] OfUnit = [Role.UnitLeader, Role.UnitAdministrator];

    /// <summary>True when the actor makes reports of the whole province.</summary>
    public static bool MakesAll(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind == ActorKind.System || All.Any(actor.Has);
    }

    /// <summary>True when the actor may read every report.</summary>
    public static bool ReadsAll(Actor actor) => MakesAll(actor) || actor.Has(Role.Auditor);

    /// <summary>The scopes the actor may make reports of, in the order of lists.</summary>
    public async Task<IReadOnlyList<ReportScopeChoice>> ChoicesAsync(Actor actor, DateOnly on, CancellationToken ct)
    {
        var units = (await db.Units.AsNoTracking().Where(u => u.From <= on && (u.Until == null || u.Until > on) && (u.InPlan || u.Level == "xa")).ToListAsync(ct)).OrderBy(u => u.SortKey, StringComparer.Ordinal).ToList();
        var own = await KeysAsync(actor, ct);
        ReportScopeChoice Of(Organisations.UnitRow u) => new(u.Key, u.Name, u.Level switch { "tinh" => "Cơ quan cấp tỉnh", "huyen" => "Huyện, thành phố", _ => "Xã, phường, thị trấn" });
        var choices = units.Where(u => own is null || own.Contains(u.Key)).OrderBy(u => u.Level switch { "tinh" => 0, "huyen" => 1, _ => 2 }).Select(Of);
        return own is not null ? [.. choices] : [new(ReportScope.Province, "Toàn tỉnh", "Toàn tỉnh"), .. Levels.Select(l => new ReportScopeChoice(ReportScope.LevelMark + l.Level, l.Name, "Toàn tỉnh")), .. choices];
    }

    /// <summary>The units the actor reads reports of; null = all, and those of the province.</summary>
    public async Task<IReadOnlySet<string>?> ReadKeysAsync(Actor actor, CancellationToken ct) => ReadsAll(actor) ? null : await KeysAsync(actor, ct);

    /// <summary>The scope as it was in the period; refused when there is none, or when it is not the actor's.</summary>
    public async Task<Result<ReportScope>> FindAsync(string key, Period period, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(period);
        var units = await db.Units.AsNoTracking().Where(u => u.From <= period.To && (u.Until == null || u.Until > period.From)).ToListAsync(ct);
        var own = await KeysAsync(actor, ct);
        if (own is not null && !own.Contains(key)) return units.Any(u => u.Key == key) || key == ReportScope.Province || key.StartsWith(ReportScope.LevelMark, StringComparison.Ordinal) ? ReportProblems.NotYours : ReportProblems.NoUnit;

        var sorted = units.OrderBy(u => u.SortKey, StringComparer.Ordinal).ToList();
        var top = units.FirstOrDefault(u => u.Key == "ubnd-tinh");
        var province = top?.Name ?? "Ủy ban nhân dân tỉnh";
        var place = PlaceOf(province);
        ReportSection Tinh() => new("tinh", [.. sorted.Where(u => u.Level == "tinh" && u.InPlan).Select(u => (IReadOnlyList<string>)[u.Key])]);
        ReportSection Huyen() => new("huyen", [.. sorted.Where(u => u.Level == "huyen" && u.InPlan).Select(u => (IReadOnlyList<string>)[u.Key])]);
        ReportSection Xa() => new("xa", [.. sorted.Where(u => u.Level == "huyen" && u.InPlan).Select(d => (IReadOnlyList<string>)[.. sorted.Where(u => u.Level == "xa" && u.ParentKey == d.Key).Select(u => u.Key)]).Where(g => g.Count > 0)]);
        if (key == ReportScope.Province || key.StartsWith(ReportScope.LevelMark, StringComparison.Ordinal))
        {
            var level = Levels.FirstOrDefault(l => ReportScope.LevelMark + l.Level == key);
            if (key != ReportScope.Province && level.Name is null) return ReportProblems.NoUnit;
            IReadOnlyList<ReportSection> sections = level.Level switch { "tinh" => [Tinh()], "huyen" => [Huyen()], "xa" => [Xa()], _ => [Tinh(), Huyen(), Xa()] };
            var office = units.FirstOrDefault(u => u.Kind == "van-phong" && u.Level == "tinh");
            return office is null ? new ReportScope(key, level.Name ?? "Toàn tỉnh", province, null, place, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "UBND", sections)
                : new ReportScope(key, level.Name ?? "Toàn tỉnh", office.Name, province, place, ["CHÁNH VĂN PHÒNG"], office.Abbreviation, sections);
        }

        if (sorted.FirstOrDefault(u => u.Key == key && (u.InPlan || u.Level == "xa")) is not { } unit) return ReportProblems.NoUnit;
        List<ReportSection> ofUnit = [new(unit.Level, [[unit.Key]])];
        if (unit.Level == "huyen") ofUnit.Add(new("xa", [.. sorted.Where(u => u.Level == "xa" && u.ParentKey == unit.Key).Select(u => (IReadOnlyList<string>)[u.Key])]));
        return new ReportScope(
            unit.Key, unit.Name, unit.Name, unit.Level == "tinh" ? province : null, unit.Level == "tinh" ? place : PlaceOf(unit.Name),
            unit.Level == "tinh" ? ["THỦ TRƯỞNG ĐƠN VỊ"] : ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], unit.Abbreviation, [.. ofUnit.Where(s => s.Groups.Count > 0)]);
    }

    private static readonly (string Level, string Name)[] Levels = [("tinh", "Các cơ quan cấp tỉnh"), ("huyen", "UBND các huyện, thành phố"), ("xa", "UBND các xã, phường, thị trấn")];

    // «Ủy ban nhân dân huyện Ba Bể» stands in Ba Bể (NĐ 30/2020 Phụ lục I)
    private static string PlaceOf(string name)
    {
        foreach (var head in (string[])["Ủy ban nhân dân tỉnh ", "Ủy ban nhân dân thành phố ", "Ủy ban nhân dân huyện ", "Ủy ban nhân dân xã ", "Ủy ban nhân dân phường ", "Ủy ban nhân dân thị trấn "])
        {
            if (name.StartsWith(head, StringComparison.OrdinalIgnoreCase)) return name[head.Length..];
        }

        return name;
    }

    // A district's officer also answers for its communes; null = every unit
    private async Task<IReadOnlySet<string>?> KeysAsync(Actor actor, CancellationToken ct)
    {
        if (MakesAll(actor)) return null;
        var own = actor.UnitsFor(OfUnit);
        if (own.Count == 0) return new HashSet<string>(StringComparer.Ordinal);
        var below = await db.Units.AsNoTracking().Where(u => u.Level == "xa" && u.ParentKey != null && own.Contains(u.ParentKey)).Select(u => u.Key).ToListAsync(ct);
        return own.Concat(below).ToHashSet(StringComparer.Ordinal);
    }
}
