using System.Globalization;
using CsvHelper;
using MotCua.Domain.Calendar;

namespace MotCua.App.Calendar;

/// <summary>A row of reference data that could not be read: the rest was.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line in it, from 1, header included.</param>
/// <param name="Reason">Vietnamese: what is wrong.</param>
public sealed record MalformedRow(string File, int Line, string Reason);

/// <summary>The published holidays and lunar dates shipped beside the program; needs no database.</summary>
/// <param name="Days">Holidays, compensatory, swapped and worked days, as published.</param>
/// <param name="Lunar">Lunar dates by year.</param>
/// <param name="Malformed">Rows left out.</param>
public sealed record ReferenceCalendar(IReadOnlyList<SpecialDay> Days, IReadOnlyList<LunarYear> Lunar, IReadOnlyList<MalformedRow> Malformed)
{
    private static readonly Lazy<ReferenceCalendar> _shipped = new(() => Read(Path.Combine(AppContext.BaseDirectory, "data")));

    /// <summary>What is shipped with this program; read once.</summary>
    public static ReferenceCalendar Shipped => _shipped.Value;

    /// <summary>The holidays of the province made of these rows.</summary>
    public ProvinceHolidays Holidays => field ??= new ProvinceHolidays(Days, Lunar);

    /// <summary>Reads <c>holidays.csv</c> and <c>lunar-dates.csv</c> of the folder; a malformed row is reported and stops nothing else.</summary>
    public static ReferenceCalendar Read(string folder)
    {
        var malformed = new List<MalformedRow>();
        var days = Rows(folder, "holidays.csv", malformed, csv => new SpecialDay(
            Date(csv, "date"),
            csv.GetString("kind") switch
            {
                "holiday" => DayKind.Holiday,
                "compensatory" => DayKind.Compensatory,
                "swap_off" => DayKind.SwapOff,
                "makeup_working" => DayKind.MakeupWorking,
                "closed" => DayKind.ClosedByDecision,
                var other => throw new FormatException($"loại ngày «{other}» không có trong danh mục"),
            },
            csv.GetString("name"),
            csv.GetString("office_closed").Trim() switch
            {
                "1" => true,
                "0" => false,
                "" => null,
                var other => throw new FormatException($"office_closed phải là 1, 0 hoặc để trống, đã gặp «{other}»"),
            }));
        var lunar = Rows(folder, "lunar-dates.csv", malformed, csv => new LunarYear(
            int.Parse(csv.GetString("year"), NumberStyles.None, CultureInfo.InvariantCulture), Date(csv, "lunar_new_year"), Date(csv, "hung_kings_day_10_3")));
        return new ReferenceCalendar(days, [.. lunar.DistinctBy(l => l.Year)], malformed);
    }

    private static List<T> Rows<T>(string folder, string file, List<MalformedRow> malformed, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file), new CsvReaderOptions { TrackLineNumbers = true });
        var rows = new List<T>();
        while (csv.Read())
        {
            try
            {
                rows.Add(read(csv));
            }
            catch (FormatException refusal)
            {
                malformed.Add(new MalformedRow(file, (int)csv.LineNumber, refusal.Message));
            }
        }

        return rows;
    }

    private static DateOnly Date(CsvReader csv, string column) =>
        DateOnly.TryParseExact(csv.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"{column} phải là ngày dạng yyyy-MM-dd, đã gặp «{csv.GetString(column)}»");
}
