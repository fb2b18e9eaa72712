using MotCua.App.Kernel;

namespace MotCua.App.Organisations;

/// <summary>An entry of a code list (dân tộc, tôn giáo, quốc gia).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Vietnamese name.</param>
public sealed record CodeListEntry(string Code, string Name);

/// <summary>
/// Reads code lists. Peoples use the list of 1979 (QĐ 121-TCTK/PPCĐ), which the national systems exchange; the codes of the list of 2008 are
/// kept beside it in the file, because the two differ from code 04 on.
/// </summary>
public static class CodeListFiles
{
    /// <summary>The 54 peoples and two conventional codes.</summary>
    public static Parsed<CodeListEntry> Peoples(string dataFolder) => Read(dataFolder, "ethnic-groups.csv", "code_1979", "name");

    /// <summary>Religions.</summary>
    public static Parsed<CodeListEntry> Religions(string dataFolder) => Read(dataFolder, "religions.csv", "code", "name");

    /// <summary>Countries by ISO 3166 alpha-2.</summary>
    public static Parsed<CodeListEntry> Countries(string dataFolder) => Read(dataFolder, "countries.csv", "alpha2", "name_vi");

    private static Parsed<CodeListEntry> Read(string dataFolder, string file, string code, string name) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, file), file, [code, name], r => new CodeListEntry(r.Required(code), r.Required(name)), e => e.Code);
}
