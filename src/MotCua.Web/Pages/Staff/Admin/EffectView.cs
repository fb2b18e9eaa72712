using MotCua.App.Dossiers;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>What the partial <c>_Effect</c> shows.</summary>
/// <param name="Effect">What a change of the calendar would do.</param>
/// <param name="Names">Names of units by key.</param>
public sealed record EffectView(CalendarEffect Effect, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Name of a unit.</summary>
    public string NameOf(string key) => Names.TryGetValue(key, out var name) ? name : key;
}
