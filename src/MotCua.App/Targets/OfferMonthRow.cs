using MotCua.App.Catalogue;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Targets;

/// <summary>
/// What an offer had in a month: what the advice on what to do next adds up. As many rows as offers times months, whatever the number of dossiers.
/// </summary>
public sealed class RollupOfferMonthRow
{
    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>First day of the month of acceptance.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Dossiers accepted, all channels.</summary>
    public int Accepted { get; set; }

    /// <summary>Sent online, whatever the level on the day.</summary>
    public int Online { get; set; }

    /// <summary>Of these, sent without help.</summary>
    public int SelfOnline { get; set; }

    /// <summary>On days when it was a một phần or toàn trình service of the unit.</summary>
    public int OfServices { get; set; }

    /// <summary>Of these, sent online.</summary>
    public int OnlineOfServices { get; set; }

    /// <summary>Of these, sent online without help.</summary>
    public int SelfOnlineOfServices { get; set; }
}

/// <summary>Differences of the offers' month cube.</summary>
internal sealed class OfferMonthChanges
{
    private readonly Dictionary<(string, string, DateOnly), RollupOfferMonthRow> _cells = [];

    /// <summary>Cells with a difference.</summary>
    public IReadOnlyList<RollupOfferMonthRow> Cells =>
    [
        .. _cells.Values.Where(c => (c.Accepted | c.Online | c.SelfOnline | c.OfServices | c.OnlineOfServices | c.SelfOnlineOfServices) != 0)
            .OrderBy(c => c.UnitKey, StringComparer.Ordinal).ThenBy(c => c.ProcedureCode, StringComparer.Ordinal).ThenBy(c => c.Day),
    ];

    /// <summary>Counts a fact in or out.</summary>
    public void Add(DossierFactRow fact, int sign)
    {
        var key = (fact.UnitKey, fact.ProcedureCode, fact.Month);
        if (!_cells.TryGetValue(key, out var cell)) _cells[key] = cell = new RollupOfferMonthRow { UnitKey = fact.UnitKey, ProcedureCode = fact.ProcedureCode, Day = fact.Month };
        var isOnline = fact.Channel == Channel.Online;
        var isService = fact.Level >= (int)ServiceLevel.Partial;
        cell.Accepted += sign;
        cell.Online += isOnline ? sign : 0;
        cell.SelfOnline += isOnline && fact.AssistedBy == AssistedBy.Self ? sign : 0;
        cell.OfServices += isService ? sign : 0;
        cell.OnlineOfServices += isService && isOnline ? sign : 0;
        cell.SelfOnlineOfServices += isService && isOnline && fact.AssistedBy == AssistedBy.Self ? sign : 0;
    }
}
