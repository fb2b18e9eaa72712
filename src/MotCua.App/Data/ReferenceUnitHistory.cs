using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Organisations;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>What a changed row of the reference data did to a row that was there already.</summary>
/// <param name="Thing">Kind of thing: <c>units</c>, <c>unit_group_members</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="What">What changed, in Vietnamese: from what to what.</param>
/// <param name="IsApplied">False = left as it is, with the reason in <paramref name="What"/>.</param>
public sealed record ReferenceChange(string Thing, string Key, string What, bool IsApplied)
{
    /// <summary>One line for an operator.</summary>
    public override string ToString() => $"{(IsApplied ? "đổi" : "KHÔNG đổi")} {Thing} {Key}: {What}";
}

/// <summary>
/// Brings units that are there already to what a changed file says. Compared with what the file said at the last load, never with the row alone: what
/// an administrator changed since stays. Each change begins a new version of the unit from that day; the earlier one keeps what it said.
/// </summary>
internal sealed class ReferenceUnitHistory(MotCuaDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Restates; the caller saves. New units only get their first version.</summary>
    public async Task<IReadOnlyList<ReferenceChange>> RestateAsync(IReadOnlyList<OrganisationLine> lines, CancellationToken ct)
    {
        var units = await db.Units.ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        var versions = (await db.UnitVersions.ToListAsync(ct)).GroupBy(v => v.UnitKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(v => v.From)!, StringComparer.Ordinal);
        var taken = units.Values.Where(u => u.IdentifierCode.Length > 0).ToLookup(u => u.IdentifierCode, u => u.Key, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var changes = new List<ReferenceChange>();
        foreach (var line in lines)
        {
            if (!units.TryGetValue(line.Key, out var unit)) continue;
            var said = Attributes(line);
            if (!versions.TryGetValue(line.Key, out var version))
            {
                db.UnitVersions.Add(new UnitVersionRow { Id = Ids.NewGuid(now), UnitKey = line.Key, From = unit.From, Content = JsonSerializer.Serialize(said, Plain) });
                continue;
            }

            var before = JsonSerializer.Deserialize<SortedDictionary<string, string>>(version.Content) ?? [];
            var made = new List<ReferenceChange>();
            foreach (var (name, to) in said.ToList())
            {
                var from = before.GetValueOrDefault(name, "");
                if (from == to) continue;
                var change = Apply(unit, name, from, to, line, taken);
                made.Add(change);
                if (IsStructure(name)) said[name] = from;
            }

            changes.AddRange(made);
            if (!made.Any(c => c.IsApplied) && said.All(s => before.GetValueOrDefault(s.Key, "") == s.Value)) continue;
            if (version.From == today)
            {
                version.Content = JsonSerializer.Serialize(said, Plain);
                db.UnitVersions.Update(version);
            }
            else
            {
                version.Until = today;
                db.UnitVersions.Update(version);
                db.UnitVersions.Add(new UnitVersionRow { Id = Ids.NewGuid(now), UnitKey = line.Key, From = today, Content = JsonSerializer.Serialize(said, Plain) });
            }

            unit.ChangedAt = now;
            db.Units.Update(unit);
            db.Audits.Add(new AuditRow
            {
                Id = Ids.NewGuid(now),
                At = now,
                Actor = $"{ActorKind.System}:reference-data",
                Action = "UnitRestated",
                Subject = unit.Key,
                Detail = JsonSerializer.Serialize(new { changes = made.ConvertAll(c => c.What) }, Plain),
            });
        }

        return changes;
    }

    private static ReferenceChange Apply(UnitRow unit, string name, string from, string to, OrganisationLine line, ILookup<string, string> taken)
    {
        var what = $"{Words(name)} «{from}» → «{to}»";
        ReferenceChange Left(string why) => new("units", unit.Key, $"{what}: {why}", false);
        switch (name)
        {
            case "name":
                (unit.Name, unit.SortKey) = (to, VietnameseOrder.Key(to));
                break;
            case "short_name":
                unit.ShortName = to;
                break;
            case "abbreviation":
                unit.Abbreviation = to;
                break;
            case "address" when unit.Address == from || unit.Address.Length == 0:
                unit.Address = to;
                break;
            case "identifier" when to.Length == 0 || unit.IdentifierCode == to:
                return Left("mã đang dùng vẫn giữ");
            case "identifier" when !unit.IdentifierProvisional:
                return Left($"đơn vị đã có mã chính thức {unit.IdentifierCode}");
            case "identifier" when taken[to].Any(k => k != unit.Key):
                return Left($"mã đang thuộc đơn vị {taken[to].First(k => k != unit.Key)}");
            case "identifier":
                (unit.IdentifierCode, unit.IdentifierProvisional, unit.Note) = (to, false, line.IdentifierVerified ? "" : "Mã định danh theo dữ liệu tham chiếu, chưa đọc được văn bản gốc");
                break;
            case "division" when unit.GsoCode == from:
                unit.GsoCode = to;
                break;
            case "kind" when unit.Kind == from:
                unit.Kind = to;
                break;
            case "level" or "parent" or "in_plan":
                return Left("đổi cấp, cấp trên hoặc kế hoạch là đổi tổ chức, dùng gói sắp xếp có ngày hiệu lực");
            default:
                return Left("quản trị viên đã sửa, giữ nội dung đang dùng");
        }

        unit.SearchText = SearchText.Fold($"{unit.Name} {unit.ShortName} {unit.Abbreviation}");
        return new ReferenceChange("units", unit.Key, what, true);
    }

    // A structure changes by the reform pack; it is said again at every load until then
    private static bool IsStructure(string name) => name is "level" or "parent" or "in_plan";

    private static SortedDictionary<string, string> Attributes(OrganisationLine line) => new(StringComparer.Ordinal)
    {
        ["name"] = line.Name,
        ["short_name"] = line.ShortName,
        ["abbreviation"] = line.Abbreviation,
        ["kind"] = line.Kind,
        ["level"] = line.Level,
        ["parent"] = line.ParentKey ?? "",
        ["identifier"] = line.IdentifierCode ?? "",
        ["division"] = line.DivisionCode ?? "",
        ["address"] = line.Address ?? "",
        ["in_plan"] = line.InPlan ? "yes" : "no",
    };

    private static string Words(string name) => name switch
    {
        "name" => "tên",
        "short_name" => "tên ngắn",
        "abbreviation" => "tên viết tắt",
        "kind" => "loại",
        "level" => "cấp",
        "parent" => "cấp trên",
        "identifier" => "mã định danh",
        "division" => "đơn vị hành chính",
        "address" => "địa chỉ",
        _ => "thuộc kế hoạch",
    };
}
