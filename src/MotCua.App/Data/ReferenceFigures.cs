using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.App.Targets;

namespace MotCua.App.Data;

/// <summary>Reads <c>published-figures.csv</c>: what was published about the province, to the letter.</summary>
internal static class ReferenceFigures
{
    private const string Name = "published-figures.csv";

    /// <summary>The figures in the order of the file; a row that does not fit is reported.</summary>
    public static Parsed<PublishedFigureRow> Read(string folder, IReadOnlyList<UnitRow> units, Func<Guid> newId)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return new Parsed<PublishedFigureRow>([], []);
        var (rows, issues) = (new List<PublishedFigureRow>(), new List<FileIssue>());
        using var table = ImportTable.Open(path, FigureLine.PublishedColumns, FigureLine.PublishedColumns);
        while (table.Read())
        {
            try
            {
                var line = FigureLine.ReadPublished(table);
                rows.Add(new PublishedFigureRow
                {
                    Id = newId(),
                    From = line.From,
                    To = line.To,
                    UnitName = line.Unit,
                    UnitKey = KeyOf(line.Unit, units),
                    Code = line.Column,
                    Name = line.Name,
                    Numerator = line.Numerator,
                    Denominator = line.Denominator,
                    Value = line.Value,
                    ValueUnit = line.ValueUnit,
                    Source = line.Source,
                    Note = line.Note,
                    Order = rows.Count + 1,
                });
            }
            catch (RejectionException refusal)
            {
                issues.Add(new FileIssue(Name, (int)table.Line, refusal.Message, refusal.Column));
            }
        }

        issues.AddRange(table.Malformed.Select(m => new FileIssue(Name, (int)m.Line, m.Reason, m.Column)));
        return new Parsed<PublishedFigureRow>(rows, issues);
    }

    private static string KeyOf(string name, IReadOnlyList<UnitRow> units) => name == FigureLine.ProvinceName ? MeasureQueries.Province
        : units.FirstOrDefault(u => u.Name == name || u.ShortName == name || u.Name == "Ủy ban nhân dân " + name || u.Name == "UBND " + name)?.Key ?? "";
}
