using MotCua.App.Kernel;

namespace MotCua.App.Organisations;

/// <summary>A row of <c>organisations.csv</c>.</summary>
/// <param name="Key">Stable key, such as <c>sgddt</c> or <c>xa-01834</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Abbreviation">Abbreviation, or empty.</param>
/// <param name="Kind">Kind, such as <c>ubnd</c>, <c>co-quan-chuyen-mon</c>, <c>mot-cua</c>, <c>nganh-doc</c>.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="IdentifierCode">Identifier (mã định danh) when known, or null.</param>
/// <param name="IdentifierVerified">True when a decision was read.</param>
/// <param name="ParentKey">Key of the unit above, or null.</param>
/// <param name="DivisionCode">Code of the division it governs, or null.</param>
/// <param name="Address">Address, or null.</param>
/// <param name="InPlan">True for the 27 units of the plan.</param>
public sealed record OrganisationLine(
    string Key, string Name, string ShortName, string Abbreviation, string Kind, string Level, string? IdentifierCode, bool IdentifierVerified,
    string? ParentKey, string? DivisionCode, string? Address, bool InPlan);

/// <summary>A row of <c>administrative-units.csv</c>.</summary>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="Code">Code of the statistics office: 2, 3 or 5 digits.</param>
/// <param name="Name">Full name with its type.</param>
/// <param name="ShortName">Name without its type.</param>
/// <param name="Type">Type, such as <c>Xã</c>.</param>
/// <param name="ParentCode">Code of the division above, or null for a province.</param>
/// <param name="ProvinceCode">Code of its province.</param>
public sealed record DivisionLine(string Level, string Code, string Name, string ShortName, string Type, string? ParentCode, string ProvinceCode);

/// <summary>A commune-level division of the reform pack.</summary>
/// <param name="Level"><c>tinh</c> or <c>xa</c>.</param>
/// <param name="Code">Code.</param>
/// <param name="Name">Full name.</param>
/// <param name="Type">Type.</param>
/// <param name="ProvinceCode">Code of its province.</param>
public sealed record ReformDivisionLine(string Level, string Code, string Name, string Type, string ProvinceCode);

/// <summary>Which new division an old commune became.</summary>
/// <param name="OldCode">Old commune.</param>
/// <param name="NewCode">New commune.</param>
/// <param name="NewName">Its name.</param>
/// <param name="NewProvinceCode">Its province.</param>
public sealed record SuccessionLine(string OldCode, string NewCode, string NewName, string NewProvinceCode);

/// <summary>Reads the files of units and divisions.</summary>
public static class OrganisationFiles
{
    private static readonly string[] Levels = ["tinh", "huyen", "xa"];

    /// <summary>Reads <c>organisations.csv</c>; a row whose parent is unknown is reported.</summary>
    public static Parsed<OrganisationLine> Organisations(string dataFolder)
    {
        var parsed = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "organisations.csv"), "organisations.csv",
            ["org_key", "name", "short_name", "kind", "level", "identifier_code", "identifier_verified", "parent_key", "gso_code", "in_plan"], Organisation, r => r.Key);
        var keys = parsed.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var orphans = parsed.Rows.Where(r => r.ParentKey is not null && !keys.Contains(r.ParentKey)).ToArray();
        return orphans.Length == 0 ? parsed : new Parsed<OrganisationLine>(
            [.. parsed.Rows.Except(orphans)],
            [.. parsed.Issues, .. orphans.Select(o => new FileIssue("organisations.csv", 0, $"{o.Key}: không có đơn vị cấp trên '{o.ParentKey}'"))]);
    }

    /// <summary>A row of units.</summary>
    public static OrganisationLine Organisation(ReferenceRow row) => new(
        row.Required("org_key"), row.Required("name"), row.Required("short_name"), row["abbreviation"], row.Required("kind"), row.OneOf("level", Levels),
        row.Optional("identifier_code"), row.YesNo("identifier_verified"), row.Optional("parent_key"), row.Optional("gso_code"), row.Optional("address"), row.YesNo("in_plan"));

    /// <summary>Reads <c>administrative-units.csv</c>.</summary>
    public static Parsed<DivisionLine> Divisions(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "administrative-units.csv"), "administrative-units.csv",
        ["level", "code", "name", "short_name", "type", "parent_code", "province_code"], Division, r => r.Level + r.Code);

    /// <summary>A row of divisions.</summary>
    public static DivisionLine Division(ReferenceRow row)
    {
        var level = row.OneOf("level", Levels);
        return new DivisionLine(
            level, Code(row, "code", level), row.Required("name"), row.Required("short_name"), row.Required("type"),
            level == "tinh" ? null : row.Required("parent_code"), row.Required("province_code"));
    }

    /// <summary>Reads the new divisions of the reform pack (not in force until applied).</summary>
    public static Parsed<ReformDivisionLine> ReformDivisions(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "packs", "reform-2025", "administrative-units.csv"), "packs/reform-2025/administrative-units.csv",
        ["level", "code", "name", "type", "province_code"],
        r => new ReformDivisionLine(r.OneOf("level", "tinh", "xa"), Code(r, "code", r["level"]), r.Required("name"), r.Required("type"), r.Required("province_code")), r => r.Code);

    /// <summary>Reads which new division each old commune became.</summary>
    public static Parsed<SuccessionLine> Successions(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "packs", "reform-2025", "administrative-mapping.csv"), "packs/reform-2025/administrative-mapping.csv",
        ["old_code", "new_code", "new_name", "new_province_code"],
        r => new SuccessionLine(Code(r, "old_code", "xa"), Code(r, "new_code", "xa"), r.Required("new_name"), r.Required("new_province_code")), r => r.OldCode);

    private static string Code(ReferenceRow row, string column, string level)
    {
        var code = row.Required(column);
        var digits = level switch { "tinh" => 2, "huyen" => 3, _ => 5 };
        return code.Length == digits && code.All(char.IsAsciiDigit) ? code : throw new FormatException($"cột {column}: '{code}' phải gồm {digits} chữ số");
    }
}
