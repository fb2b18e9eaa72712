using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MotCua.Web.Components;

/// <summary>Which boxes of a date.</summary>
[Flags]
public enum DateParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Ngày.</summary>
    Day = 1,

    /// <summary>Tháng.</summary>
    Month = 2,

    /// <summary>Năm.</summary>
    Year = 4,
}

/// <summary>What a person typed into the three boxes of a date; kept as typed, so that nothing is lost when it is wrong.</summary>
public sealed record DateBoxes
{
    /// <summary>Ngày, as typed.</summary>
    public string? Day { get; set; }

    /// <summary>Tháng, as typed.</summary>
    public string? Month { get; set; }

    /// <summary>Năm, as typed.</summary>
    public string? Year { get; set; }

    /// <summary>True when nothing was typed.</summary>
    public bool IsEmpty => Blank(Day) && Blank(Month) && Blank(Year);

    /// <summary>The boxes filled from a date.</summary>
    public static DateBoxes From(DateOnly? date) => date is not { } d
        ? new DateBoxes()
        : new DateBoxes
        {
            Day = d.Day.ToString(CultureInfo.InvariantCulture),
            Month = d.Month.ToString(CultureInfo.InvariantCulture),
            Year = d.Year.ToString("0000", CultureInfo.InvariantCulture),
        };

    /// <summary>Reads the date. On failure tells what is wrong (naming the question) and in which boxes. Empty boxes give no date and no message.</summary>
    /// <param name="question">The question as it begins a sentence, such as "Ngày sinh".</param>
    public (DateOnly? Date, string? Error, DateParts Wrong) Read(string question)
    {
        if (IsEmpty)
        {
            return (null, null, DateParts.None);
        }

        var missing = (Blank(Day) ? DateParts.Day : 0) | (Blank(Month) ? DateParts.Month : 0) | (Blank(Year) ? DateParts.Year : 0);
        if (missing != DateParts.None)
        {
            string[] names = [.. new[] { (DateParts.Day, "ngày"), (DateParts.Month, "tháng"), (DateParts.Year, "năm") }
                .Where(p => missing.HasFlag(p.Item1)).Select(p => p.Item2)];
            return (null, $"{question} còn thiếu {string.Join(" và ", names)}", missing);
        }

        var wrong = DateParts.None;
        wrong |= Number(Day, 1, 31, out var day) ? 0 : DateParts.Day;
        wrong |= Number(Month, 1, 12, out var month) ? 0 : DateParts.Month;
        wrong |= Number(Year, 1800, 2200, out var year) ? 0 : DateParts.Year;
        if (wrong == DateParts.Year && Year!.Trim().Length < 4)
        {
            return (null, $"{question}: năm phải đủ 4 chữ số, ví dụ 1986", wrong);
        }

        if (wrong == DateParts.None && day > DateTime.DaysInMonth(year, month))
        {
            return (null, $"{question}: tháng {month} năm {year} không có ngày {day}", DateParts.Day);
        }

        return wrong == DateParts.None
            ? (new DateOnly(year, month, day), null, wrong)
            : (null, $"{question} phải là ngày có thật, ví dụ 27 3 1986", wrong);
    }

    /// <summary>Reads the date and puts what is wrong into the page's errors under <paramref name="key"/>.</summary>
    public DateOnly? Read(string question, string key, ModelStateDictionary errors, bool required)
    {
        var (date, error, wrong) = Read(question);
        if (error is null && date is null && required)
        {
            error = $"Hãy nhập {char.ToLowerInvariant(question[0])}{question[1..]}";
        }

        if (error is not null)
        {
            var part = wrong switch { DateParts.Month => ".Month", DateParts.Year => ".Year", DateParts.Day => ".Day", _ => "" };
            errors.AddModelError(key + part, error);
        }

        return date;
    }

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool Number(string? text, int min, int max, out int value) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= min && value <= max;
}
