using System.Globalization;
using System.Text.Json.Serialization;
using MotCua.Domain.Kernel;

namespace MotCua.App.Documents;

/// <summary>What a cell holds.</summary>
public enum OfficeKind
{
    /// <summary>Text; never a formula, whatever it begins with.</summary>
    Text = 1,

    /// <summary>A count.</summary>
    Whole = 2,

    /// <summary>A number with two decimals.</summary>
    Decimal = 3,

    /// <summary>Percent with two decimals; the number is in percent, 62.5 is 62,50 %.</summary>
    Percent = 4,

    /// <summary>A legal date.</summary>
    Date = 5,

    /// <summary>An instant, shown in local time to the minute.</summary>
    Instant = 6,
}

/// <summary>A typed cell of a table; a number, date or instant that is missing is shown as its <paramref name="Text"/>.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text, or the word for a missing value.</param>
/// <param name="Number">The number.</param>
/// <param name="Date">The date.</param>
/// <param name="At">The instant, UTC.</param>
[method: JsonConstructor]
public readonly record struct OfficeCell(OfficeKind Kind, string? Text, decimal? Number, DateOnly? Date, DateTimeOffset? At)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Nothing.</summary>
    public static OfficeCell Empty { get; } = Of("");

    /// <summary>Stands at the right: numbers.</summary>
    [JsonIgnore]
    public bool IsNumber => Kind is OfficeKind.Whole or OfficeKind.Decimal or OfficeKind.Percent;

    /// <summary>As people read it: <c>1.234</c>, <c>1.234,56</c>, <c>62,50%</c>, <c>24/11/2022</c>, <c>17:00 24/11/2022</c>.</summary>
    [JsonIgnore]
    public string Shown => this switch
    {
        { Kind: OfficeKind.Whole, Number: { } n } => n.ToString("#,##0", Vietnamese),
        { Kind: OfficeKind.Decimal, Number: { } n } => n.ToString("#,##0.00", Vietnamese),
        { Kind: OfficeKind.Percent, Number: { } n } => n.ToString("#,##0.00", Vietnamese) + "%",
        { Kind: OfficeKind.Date, Date: { } d } => d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        { Kind: OfficeKind.Instant, At: { } t } => ProvinceTime.Local(t).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => Text ?? "",
    };

    /// <summary>A text.</summary>
    public static OfficeCell Of(string? text) => new(OfficeKind.Text, text ?? "", null, null, null);

    /// <summary>A count.</summary>
    public static OfficeCell Of(long count) => new(OfficeKind.Whole, null, count, null, null);

    /// <summary>A date, or a dash.</summary>
    public static OfficeCell Of(DateOnly? date) => new(OfficeKind.Date, "–", null, date, null);

    /// <summary>An instant, or a dash.</summary>
    public static OfficeCell Of(DateTimeOffset? at) => new(OfficeKind.Instant, "–", null, null, at);

    /// <summary>A number with two decimals, or the word.</summary>
    public static OfficeCell Decimal(decimal? number, string missing = "–") => new(OfficeKind.Decimal, missing, number, null, null);

    /// <summary>Percent (62.5 = 62,50%), or the word.</summary>
    public static OfficeCell Percent(decimal? percent, string missing = "–") => new(OfficeKind.Percent, missing, percent, null, null);
}
