namespace MotCua.Web.Security;

/// <summary>Names of the ways to be signed in.</summary>
public static class Schemes
{
    /// <summary>Chooses between the two below by the address.</summary>
    public const string ByAddress = "ByAddress";

    /// <summary>A citizen or an organisation's representative, through the national e-ID.</summary>
    public const string Citizen = "Citizen";

    /// <summary>An officer, with password and second factor.</summary>
    public const string Officer = "Officer";

    /// <summary>The national e-ID's provider; only leads there and back.</summary>
    public const string Provider = "Provider";
}
