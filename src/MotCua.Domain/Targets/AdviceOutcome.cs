namespace MotCua.Domain.Targets;

/// <summary>How what happened stands to what was expected.</summary>
public enum OutcomeVerdict
{
    /// <summary>The task is not done yet.</summary>
    NotDone = 1,

    /// <summary>Done, but nothing was counted since.</summary>
    NothingYet = 2,

    /// <summary>As expected, or better (unrounded, inclusive).</summary>
    AsExpected = 3,

    /// <summary>Better than before, less than expected.</summary>
    Less = 4,

    /// <summary>Not better than before.</summary>
    NoChange = 5,
}

/// <summary>Holds what happened after an advice was followed against what was expected.</summary>
public static class AdviceOutcome
{
    /// <summary>What of the advice's own offers was to move: before, and expected.</summary>
    /// <param name="kind">Kind of the advice.</param>
    /// <param name="had">What the offers had in the period of the promise.</param>
    /// <param name="moved">Dossiers that were to move online.</param>
    /// <param name="selfShare">Share that was to be sent without help, or null.</param>
    public static (Ratio Before, Ratio Expected) Promised(AdviceKind kind, OfferFacts had, long moved, decimal? selfShare) => kind switch
    {
        AdviceKind.OfferService => (new Ratio(had.Online, had.Accepted), new Ratio(had.Online + moved, had.Accepted)),
        AdviceKind.SelfFiling => (new Ratio(had.SelfOnlineOfServices, had.OfServices), new Ratio(Math.Max(had.SelfOnlineOfServices, (long)decimal.Floor((selfShare ?? 0) * had.OfServices)), had.OfServices)),
        _ => (new Ratio(had.OnlineOfServices, had.OfServices), new Ratio(had.OnlineOfServices + moved, had.OfServices)),
    };

    /// <summary>The same of what the offers had since the task was done.</summary>
    public static Ratio Since(AdviceKind kind, OfferFacts since) => kind switch
    {
        AdviceKind.OfferService => new Ratio(since.OnlineOfServices, since.Accepted),
        AdviceKind.SelfFiling => new Ratio(since.SelfOnlineOfServices, since.OfServices),
        _ => new Ratio(since.OnlineOfServices, since.OfServices),
    };

    /// <summary>The verdict; compared as ratios, unrounded.</summary>
    /// <param name="isDone">The task was confirmed.</param>
    /// <param name="before">Before.</param>
    /// <param name="expected">Expected.</param>
    /// <param name="actual">Since it was done.</param>
    public static OutcomeVerdict Judge(bool isDone, Ratio before, Ratio expected, Ratio actual)
    {
        if (!isDone) return OutcomeVerdict.NotDone;
        if (actual.Denominator == 0) return OutcomeVerdict.NothingYet;
        if (IsAtLeast(actual, expected)) return OutcomeVerdict.AsExpected;
        return IsAtLeast(before, actual) ? OutcomeVerdict.NoChange : OutcomeVerdict.Less;
    }

    private static bool IsAtLeast(Ratio a, Ratio b) => b.Denominator == 0 || (a.Denominator > 0 && (decimal)a.Numerator * b.Denominator >= (decimal)b.Numerator * a.Denominator);
}
