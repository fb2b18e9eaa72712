using System.Collections.Concurrent;
using System.Globalization;
using MotCua.App.Documents;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Văn bản giao chỉ tiêu: a decision on a plan as an official paper (NĐ 30/2020 Phụ lục I) with its annex by group, from a versioned template and the plan's data. What was issued
/// keeps the version of its template; the figures are those of the edition, never typed again.
/// </summary>
public static class PlanPaper
{
    /// <summary>The template's version for new papers.</summary>
    public const string Newest = "1";

    private static readonly ConcurrentDictionary<string, ILookup<string, string>> Templates = new(StringComparer.Ordinal);

    /// <summary>The paper of an edition; of a draft with the number and day left to be filled in.</summary>
    /// <param name="sheet">The edition.</param>
    /// <param name="fullNames">Full names of units by key and of indicators by code, as papers write them.</param>
    public static OfficePaper Of(PlanSheet sheet, IReadOnlyDictionary<string, string> fullNames)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var edition = sheet.Edition;
        var template = Templates.GetOrAdd(edition.Template.Length == 0 ? Newest : edition.Template, Read);
        var isCorrection = edition.Kind == PlanKind.Correction;
        var places = Places(sheet);
        string One(string part) => Filled(template[part].FirstOrDefault() ?? "", places) ?? "";
        IEnumerable<string> All(params string[] parts) => template["*"].Select(l => l.Split('\n', 2)).Where(l => parts.Contains(l[0])).Select(l => Filled(l[1], places)).OfType<string>();
        List<OfficeBlock> body = [new OfficeParagraph(One("tham-quyen")) { IsCentred = true, IsStrong = true }];
        body.AddRange(All(isCorrection ? ["can-cu", "can-cu-dieu-chinh"] : ["can-cu"]).Select(text => new OfficeParagraph(text) { IsItalic = true }));
        body.Add(new OfficeParagraph("QUYẾT ĐỊNH:") { IsCentred = true, IsStrong = true });
        body.AddRange(All(isCorrection ? "dieu-dieu-chinh" : "dieu-giao", "dieu").Select((text, i) => new OfficeParagraph(text) { Lead = $"Điều {i + 1}." }));
        var known = edition.DecisionNo.Any(char.IsDigit);
        var attached = $"Kèm theo Quyết định số {(known ? edition.DecisionNo : "        /" + One("ky-hieu"))} {OfficeWords.Day(edition.DecisionOn)} của Ủy ban nhân dân tỉnh";
        List<OfficeAnnex> annexes = [new(isCorrection ? "Phụ lục I" : "Phụ lục", isCorrection ? "Chỉ tiêu sau điều chỉnh theo nhóm đơn vị" : "Chỉ tiêu giao theo nhóm đơn vị", [.. Own(sheet), Targets(sheet, fullNames)]) { Attached = attached, IsLandscape = sheet.Content.Indicators.Count > 4 }];
        if (isCorrection) annexes.Add(new("Phụ lục II", "Các nội dung điều chỉnh", [Changes(sheet)]) { Attached = attached, IsLandscape = false });
        return new OfficePaper($"{One("loai")} {edition.Name}", body)
        {
            Head = new OfficeHead(One("co-quan"), One("dia-danh"))
            {
                Number = known ? edition.DecisionNo : "/" + One("ky-hieu"),
                On = edition.DecisionOn,
                Kind = One("loai"),
                Subject = One(isCorrection ? "trich-yeu-dieu-chinh" : "trich-yeu-giao"),
            },
            Recipients = [.. All("noi-nhan")],
            Signature = new OfficeSignature(["TM. ỦY BAN NHÂN DÂN", .. edition.SignerTitle.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], edition.Signer.Length == 0 ? null : edition.Signer),
            Annexes = annexes,
        };
    }

    /// <summary>Name of the file, without its ending.</summary>
    public static string FileNameOf(PlanEditionRow edition) =>
        string.Create(CultureInfo.InvariantCulture, $"quyet-dinh-{(edition.Kind == PlanKind.Assignment ? "giao" : "dieu-chinh")}-chi-tieu-{edition.From?.Year ?? 0}{(edition.State == PlanState.Issued ? "" : "-du-thao")}");

    private static OfficeTable Targets(PlanSheet sheet, IReadOnlyDictionary<string, string> fullNames)
    {
        List<OfficeRow> rows = [];
        var number = 0;
        foreach (var group in sheet.Content.Groups)
        {
            rows.Add(OfficeRow.Section(group.Name));
            rows.AddRange(sheet.MembersOf(group.Key).Select(member => new OfficeRow(
            [
                OfficeCell.Of(++number), OfficeCell.Of(fullNames.GetValueOrDefault(member.Unit, sheet.NameOf(member.Unit)) + (member.Own.Count > 0 ? " (*)" : "")),
                .. sheet.Content.Indicators.Select(i => Percent(sheet.Content.TargetOf(member.Unit, i))),
            ])));
        }

        return new OfficeTable(
            [new OfficeColumn("STT", 6), new OfficeColumn("Cơ quan, đơn vị, địa phương", 40), .. sheet.Content.Indicators.Select(i => new OfficeColumn(fullNames.GetValueOrDefault(i, sheet.IndicatorOf(i)), 22))], rows)
        { Unit = "Đơn vị tính: %" };
    }

    private static OfficeCell Percent(decimal? percent) => percent is { } p && decimal.IsInteger(p) ? OfficeCell.Of((long)p) : OfficeCell.Decimal(percent, "-");

    private static IEnumerable<OfficeBlock> Own(PlanSheet sheet) =>
        sheet.Content.Members.Any(m => m.Own.Count > 0) ? [new OfficeParagraph("(*) Đơn vị có chỉ tiêu riêng, không theo chỉ tiêu chung của nhóm.") { IsNote = true }] : [];

    private static OfficeTable Changes(PlanSheet sheet) => new(
        [new OfficeColumn("STT", 6), new OfficeColumn("Đơn vị, nhóm", 34), new OfficeColumn("Nội dung", 34), new OfficeColumn("Trước điều chỉnh", 20), new OfficeColumn("Sau điều chỉnh", 20)],
        [.. sheet.Changes.Select((c, i) => new OfficeRow([OfficeCell.Of((i + 1).ToString(CultureInfo.InvariantCulture)), OfficeCell.Of(c.Subject), OfficeCell.Of(c.Part), OfficeCell.Of(c.Before), OfficeCell.Of(c.After)]))]);

    private static Dictionary<string, string> Places(PlanSheet sheet)
    {
        var edition = sheet.Edition;
        var year = edition is { From: { } f, To: { } t } && f is { Month: 1, Day: 1 } && t == new DateOnly(f.Year, 12, 31) ? f.Year : (int?)null;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ten"] = edition.Name,
            ["tu"] = edition.From is { } from ? PlanTexts.Day(from) : "",
            ["den"] = edition.To is { } to ? PlanTexts.Day(to) : "",
            ["ky"] = year is { } y ? $"năm {y}" : edition is { From: { } a, To: { } b } ? $"từ ngày {PlanTexts.Day(a)} đến ngày {PlanTexts.Day(b)}" : edition.From is { } c ? $"từ ngày {PlanTexts.Day(c)}" : "",
            ["ly-do"] = edition.Reason,
            ["so-nhom"] = sheet.Content.Groups.Count.ToString(CultureInfo.InvariantCulture),
            ["so-don-vi"] = sheet.Content.Members.Count.ToString(CultureInfo.InvariantCulture),
            ["truoc"] = sheet.Before is { } before && before.DecisionNo.Any(char.IsDigit) ? $"Quyết định số {before.DecisionNo}{(before.DecisionOn is { } on ? " " + OfficeWords.Day(on) : "")} của Ủy ban nhân dân tỉnh" : sheet.Before is null ? "" : $"«{sheet.Before.Name}»",
            ["phu-luc"] = "Phụ lục",
        };
    }

    // A line whose place has nothing to say is left out
    private static string? Filled(string line, Dictionary<string, string> places)
    {
        foreach (var (name, value) in places)
        {
            var place = "{" + name + "}";
            if (!line.Contains(place, StringComparison.Ordinal)) continue;
            if (value.Length == 0 && name is "truoc" or "ly-do") return null;
            line = line.Replace(place, value, StringComparison.Ordinal);
        }

        return line.Trim();
    }

    private static ILookup<string, string> Read(string version)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "documents", $"giao-chi-tieu.{version}.txt");
        var lines = File.ReadAllLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(": ", 2)).ToList();
        return lines.Select(l => (Part: l[0], Text: l[1])).Concat(lines.Select(l => (Part: "*", Text: $"{l[0]}\n{l[1]}"))).ToLookup(l => l.Part, l => l.Text, StringComparer.Ordinal);
    }
}
