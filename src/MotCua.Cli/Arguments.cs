using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary>The words after a verb, sorted into positions, options with a value, and flags.</summary>
public sealed class Arguments
{
    private readonly List<string> _positions = [];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    private Arguments()
    {
    }

    /// <summary>Sorts the words by the verb's options; an unknown option or a missing value is a <see cref="UsageException"/>.</summary>
    public static Arguments Parse(IReadOnlyList<string> words, IReadOnlyList<string> options)
    {
        var arguments = new Arguments();
        var onlyPositions = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (onlyPositions || !word.StartsWith("--", StringComparison.Ordinal))
            {
                arguments._positions.Add(word);
                continue;
            }

            if (word.Length == 2)
            {
                onlyPositions = true;
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word[2..] : word[2..equals];
            if (options.Contains(name + "="))
            {
                if (equals < 0 && i + 1 >= words.Count) throw new UsageException($"Tùy chọn --{name} cần một giá trị đi sau.");
                var value = equals < 0 ? words[++i] : word[(equals + 1)..];
                if (!arguments._values.TryGetValue(name, out var list)) arguments._values[name] = list = [];
                list.Add(value);
            }
            else if (options.Contains(name) && equals < 0)
            {
                arguments._flags.Add(name);
            }
            else
            {
                throw new UsageException($"Không có tùy chọn --{name}. Thêm --help để xem các tùy chọn.");
            }
        }

        return arguments;
    }

    /// <summary>True when the flag was typed.</summary>
    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>The value of the option, or null when it was not typed; twice is a wrong call.</summary>
    public string? Optional(string option) => _values.TryGetValue(option, out var list)
        ? list.Count == 1 ? list[0] : throw new UsageException($"Tùy chọn --{option} chỉ được ghi một lần.")
        : null;

    /// <summary>The value of an option that must be there.</summary>
    public string Required(string option) => Optional(option) ?? throw new UsageException($"Thiếu tùy chọn --{option}.");

    /// <summary>All values of an option that may be repeated.</summary>
    public IReadOnlyList<string> All(string option) => _values.TryGetValue(option, out var list) ? list : [];

    /// <summary>The only positional word, named in the refusal when it is missing or not alone.</summary>
    public string Single(string name) => _positions.Count == 1
        ? _positions[0]
        : throw new UsageException(_positions.Count == 0 ? $"Thiếu {name}." : $"Chỉ nhận một {name}; thừa «{_positions[1]}».");

    /// <summary>Refuses positional words, for verbs that take none.</summary>
    public void NoPositions()
    {
        if (_positions.Count > 0) throw new UsageException($"Thừa «{_positions[0]}». Giá trị có dấu cách phải đặt trong dấu nháy.");
    }

    /// <summary>A local date <c>yyyy-MM-dd</c> with a day before and a day after it, or null when not typed.</summary>
    public DateOnly? OptionalDate(string option) => Optional(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.Year is > 1 and < 9999 ? date : throw new UsageException($"--{option} phải từ năm 2 đến năm 9998; đã nhận «{text}».")
        : throw new UsageException($"--{option} phải là ngày dạng yyyy-MM-dd, ví dụ 2022-10-25; đã nhận «{text}».");

    /// <summary>A local date <c>yyyy-MM-dd</c> that must be there.</summary>
    public DateOnly RequiredDate(string option) => OptionalDate(option) ?? throw new UsageException($"Thiếu tùy chọn --{option}.");

    /// <summary>An integer of at least <paramref name="least"/>, or null when not typed.</summary>
    public int? OptionalInteger(string option, int least) => Optional(option) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"--{option} phải là số nguyên từ {least} trở lên; đã nhận «{text}».");

    /// <summary>An instant, ISO 8601 with offset or local <c>yyyy-MM-dd HH:mm</c>, that must be there.</summary>
    public DateTimeOffset RequiredInstant(string option)
    {
        var text = Required(option);
        return InstantText.TryParse(text, out var instant)
            ? instant
            : throw new UsageException($"--{option} phải là thời điểm ISO 8601 có múi giờ (2023-08-31T09:00:00+07:00) hoặc giờ địa phương (2023-08-31 09:00); đã nhận «{text}».");
    }
}
