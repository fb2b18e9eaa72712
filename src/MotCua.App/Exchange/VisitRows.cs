namespace MotCua.App.Exchange;

/// <summary>How large the screen is that a page was sent to, as the browser itself says with every request; nothing is measured to find out.</summary>
public enum ScreenClass
{
    /// <summary>The browser does not say.</summary>
    Unknown = 0,

    /// <summary>A telephone.</summary>
    Small = 1,

    /// <summary>Anything larger.</summary>
    Large = 2,
}

/// <summary>Visits of a page template on a day. No address, no person, no session.</summary>
public sealed class PageVisitRow
{
    /// <summary>Local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The template of the address, e.g. <c>thu-tuc/{code}</c>.</summary>
    public string Page { get; set; } = "";

    /// <summary>Class of the screen.</summary>
    public ScreenClass Screen { get; set; }

    /// <summary>Visits.</summary>
    public int Visits { get; set; }
}

/// <summary>Searches without a result on a day: all of them, and those whose words were asked often enough to be kept.</summary>
public sealed class SearchMissRow
{
    /// <summary>Local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Folded words without digits; empty = all searches without a result of the day.</summary>
    public string Words { get; set; } = "";

    /// <summary>How often.</summary>
    public int Asked { get; set; }
}

/// <summary>That some words, known only by a keyed hash, were asked on a day; short-lived.</summary>
public sealed class SearchMissMarkRow
{
    /// <summary>Keyed hash of the words; the key is not in the database.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How often.</summary>
    public int Asked { get; set; }
}

/// <summary>How far people came with an e-form on a day, by page.</summary>
public sealed class FormStepRow
{
    /// <summary>Local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Procedure whose form it is.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Id of the page in the form; <c>~check</c> for the page of checking answers.</summary>
    public string Page { get; set; } = "";

    /// <summary>Class of the screen.</summary>
    public ScreenClass Screen { get; set; }

    /// <summary>Place of the page in the form, from 1: the last one seen.</summary>
    public int Ordinal { get; set; }

    /// <summary>Drafts that came to the page for the first time.</summary>
    public int Reached { get; set; }

    /// <summary>Drafts that left it forwards.</summary>
    public int Passed { get; set; }

    /// <summary>Drafts that were taken up again here after more than half an hour.</summary>
    public int CameBack { get; set; }
}
