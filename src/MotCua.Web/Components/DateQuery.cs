using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MotCua.Web.Components;

/// <summary>
/// A date in an address: <c>tu=2022-07-01</c> as links and scripts write it, or the three boxes <c>tu.Day</c>, <c>tu.Month</c>, <c>tu.Year</c>
/// as a filter's form sends it. Pages answer the second with a redirect to the first, so that an address that is kept is the plain one.
/// </summary>
/// <param name="Date">The date, or null when there is none or it is wrong.</param>
/// <param name="Boxes">What to show in the boxes.</param>
/// <param name="IsTyped">It came from boxes.</param>
/// <param name="Error">What is wrong with the boxes, or null.</param>
/// <param name="Wrong">In which boxes.</param>
public sealed record DateQuery(DateOnly? Date, DateBoxes Boxes, bool IsTyped, string? Error, DateParts Wrong)
{
    /// <summary>Reads the date; what is wrong with typed boxes goes into the page's errors.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="name">Name of the date in addresses.</param>
    /// <param name="question">The question as it begins a sentence, such as "Từ ngày".</param>
    /// <param name="errors">The page's errors.</param>
    public static DateQuery Read(IQueryCollection query, string name, string question, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(errors);
        var boxes = new DateBoxes { Day = Cut(query[name + ".Day"]), Month = Cut(query[name + ".Month"]), Year = Cut(query[name + ".Year"]) };
        if (query.ContainsKey(name + ".Day") || query.ContainsKey(name + ".Month") || query.ContainsKey(name + ".Year"))
        {
            var (date, error, wrong) = boxes.Read(question);
            if (error is not null)
            {
                errors.AddModelError(name, error);
            }

            return new DateQuery(date, boxes, true, error, wrong);
        }

        var plain = DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        return new DateQuery(plain, DateBoxes.From(plain), false, null, DateParts.None);
    }

    /// <summary>The question as a filter shows it.</summary>
    /// <param name="name">Name of the date in addresses; also the control's id.</param>
    /// <param name="label">The question.</param>
    /// <param name="errors">The page's errors, where the page found more to say than <see cref="Error"/>.</param>
    public DateField Field(string name, string label, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return new() { Id = name, Name = name, Label = label, Value = Boxes, Error = Error ?? errors[name]?.Errors.FirstOrDefault()?.ErrorMessage, Wrong = Wrong };
    }

    private static string? Cut(string? typed) => typed is { Length: > 10 } ? typed[..10] : typed;
}
