using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A version of an indicator that was defined without code. Once published it never changes; a change is the next version.</summary>
public sealed class IndicatorVersionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of the indicator.</summary>
    public string Code { get; set; } = "";

    /// <summary>Which version of the code, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Draft or published.</summary>
    public IndicatorState State { get; set; }

    /// <summary>A few words.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Name as in the decision.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; set; } = "";

    /// <summary>Indicator whose target it is measured against.</summary>
    public string TargetCode { get; set; } = "";

    /// <summary>Dossiers or procedures.</summary>
    public IndicatorSubject Subject { get; set; }

    /// <summary>Conditions of the numerator, <see cref="FactConditions.ToText"/>.</summary>
    public string Above { get; set; } = "";

    /// <summary>Conditions of the denominator.</summary>
    public string Below { get; set; } = "";

    /// <summary>Levels of services offered, joined by commas; empty = none asked.</summary>
    public string Offered { get; set; } = "";

    /// <summary>First local day on which it counts.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end: the next version begins, or it is used no more; null = in force.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Times the draft was kept; a form names the one it saw.</summary>
    public int Revision { get; set; }

    /// <summary>Who drafted it last.</summary>
    public string DraftedBy { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset DraftedAt { get; set; }

    /// <summary>Who published it, or empty.</summary>
    public string PublishedBy { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    internal IndicatorFormula Formula =>
        new(Subject, FactConditions.Parse(Above), FactConditions.Parse(Below), [.. Offered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(l => int.Parse(l, System.Globalization.CultureInfo.InvariantCulture))]);

    internal IndicatorDefinition Definition
    {
        get
        {
            var formula = Formula;
            return new IndicatorDefinition(Code, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}"), TargetCode, Subject, ShortName, Name, formula.Numerator, formula.Denominator, Source) { Configured = formula };
        }
    }
}

/// <summary>A set of conditions that the ledger counts, because a published indicator asks for it. Several indicators may share one.</summary>
public sealed class FactCriterionRow
{
    /// <summary><see cref="FactConditions.Key"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary><see cref="FactConditions.ToText"/>.</summary>
    public string Text { get; set; } = "";

    /// <summary>Dossiers are counted by unit and day.</summary>
    public bool CountsDossiers { get; set; }

    /// <summary>Days with a dossier are kept for each offer.</summary>
    public bool KeepsOffers { get; set; }
}

/// <summary>Dossiers of a criterion: a row for each unit and day or month, whatever the number of dossiers.</summary>
public abstract class CriterionCell
{
    /// <summary>Criterion.</summary>
    public string Criterion { get; set; } = "";

    /// <summary>The local day of acceptance, or the first of its month.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Dossiers.</summary>
    public int Count { get; set; }
}

/// <summary>Dossiers of a criterion by unit and day.</summary>
public sealed class CriterionDayRow : CriterionCell;

/// <summary>Dossiers of a criterion by unit and month.</summary>
public sealed class CriterionMonthRow : CriterionCell;

/// <summary>On which days of a year an offer had a dossier of a criterion: a bit for each day, six words of 61 days.</summary>
public sealed class CriterionOfferRow
{
    /// <summary>Criterion.</summary>
    public string Criterion { get; set; } = "";

    /// <summary>Year of the local day of acceptance.</summary>
    public int Year { get; set; }

    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Days 1 to 61.</summary>
    public long Days1 { get; set; }

    /// <summary>Days 62 to 122.</summary>
    public long Days2 { get; set; }

    /// <summary>Days 123 to 183.</summary>
    public long Days3 { get; set; }

    /// <summary>Days 184 to 244.</summary>
    public long Days4 { get; set; }

    /// <summary>Days 245 to 305.</summary>
    public long Days5 { get; set; }

    /// <summary>Days 306 to 366.</summary>
    public long Days6 { get; set; }

    internal void Add(DateOnly day)
    {
        var (word, bit) = YearWords.Of(day);
        switch (word)
        {
            case 0: Days1 |= bit; break;
            case 1: Days2 |= bit; break;
            case 2: Days3 |= bit; break;
            case 3: Days4 |= bit; break;
            case 4: Days5 |= bit; break;
            default: Days6 |= bit; break;
        }
    }

    internal (long, long, long, long, long, long) Words => (Days1, Days2, Days3, Days4, Days5, Days6);

    internal bool IsEmpty => Words == default;
}
