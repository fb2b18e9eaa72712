namespace MotCua.App.Accounts;

/// <summary>An officer or helper of a unit signed in from a network on a day; kept for thirty days (ADR 0042). It names no officer.</summary>
public sealed class OfficerNetworkRow
{
    /// <summary>Local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Tag of the network on that day.</summary>
    public string NetworkTag { get; set; } = "";

    /// <summary>Unit of the officer.</summary>
    public string UnitKey { get; set; } = "";
}
