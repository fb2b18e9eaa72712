using System.Globalization;

namespace MotCua.Domain.Forms;

/// <summary>What the three boxes of a date gave.</summary>
/// <param name="Date">The date, or null.</param>
/// <param name="Message">Vietnamese sentence that says how to mend it; null when there is a date or nothing was typed.</param>
/// <param name="Part">The first box to mend: <c>day</c>, <c>month</c> or <c>year</c>.</param>
public sealed record DateReading(DateOnly? Date, string? Message, string? Part);

/// <summary>Reads dates typed in three boxes, saying exactly which box is missing or wrong.</summary>
public static class DateParts
{
    /// <summary>Reads the boxes. <paramref name="name"/> is the question's short name and starts the sentence.</summary>
    public static DateReading Read(string name, string? day, string? month, string? year)
    {
        var boxes = new[] { ("day", "ngày", day?.Trim() ?? ""), ("month", "tháng", month?.Trim() ?? ""), ("year", "năm", year?.Trim() ?? "") };
        var missing = boxes.Where(b => b.Item3.Length == 0).ToList();
        if (missing.Count == 3)
        {
            return new DateReading(null, null, null);
        }

        if (missing.Count > 0)
        {
            return Wrong($"{name} phải có {string.Join(" và ", missing.Select(b => b.Item2))}.", missing[0].Item1);
        }

        foreach (var (part, word, text) in boxes)
        {
            if (text.Length > 4 || !text.All(char.IsAsciiDigit))
            {
                return Wrong($"{name}: {word} phải là số, ví dụ {(part == "year" ? "1990" : "8")}.", part);
            }
        }

        var (d, m, y) = (Number(boxes[0].Item3), Number(boxes[1].Item3), Number(boxes[2].Item3));
        if (m is < 1 or > 12)
        {
            return Wrong($"{name}: tháng phải từ 1 đến 12.", "month");
        }

        if (boxes[2].Item3.Length != 4 || y < 1800)
        {
            return Wrong($"{name}: năm phải có đủ 4 chữ số, ví dụ 1990.", "year");
        }

        if (d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return Wrong(
                d is >= 1 and <= 31
                    ? $"{name}: tháng {m} năm {y} không có ngày {d}. Hãy kiểm tra lại ngày."
                    : $"{name}: ngày phải từ 1 đến {DateTime.DaysInMonth(y, m)}.",
                "day");
        }

        return new DateReading(new DateOnly(y, m, d), null, null);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateReading Wrong(string message, string part) => new(null, message, part);
}
