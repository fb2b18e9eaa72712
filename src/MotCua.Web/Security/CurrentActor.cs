using System.Security.Claims;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Security;

/// <summary>Names of the claims that a session gives to a request. Only the first three are in the cookie; the rest is read anew from the database.</summary>
public static class SessionClaims
{
    /// <summary>Account or officer id, <c>N</c> form.</summary>
    public const string Holder = "sub";

    /// <summary>The server-side session.</summary>
    public const string Session = "mc:session";

    /// <summary>The officer's security stamp at sign-in.</summary>
    public const string Stamp = "mc:stamp";

    /// <summary>When both factors were last given, Unix seconds.</summary>
    public const string ConfirmedAt = "mc:confirmed";

    /// <summary>Name to show.</summary>
    public const string Name = "name";

    /// <summary>Assurance level of a citizen.</summary>
    public const string Assurance = "acr";

    /// <summary>What goes into the cookie.</summary>
    public static ClaimsPrincipal Ticket(SessionBegun begun, string scheme, DateTimeOffset confirmedAt) => new(new ClaimsIdentity(
        [
            new Claim(Holder, begun.HolderId.ToString("N")),
            new Claim(Session, begun.SessionId.ToString("N")),
            new Claim(Stamp, begun.Stamp),
            new Claim(ConfirmedAt, confirmedAt.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ], scheme, Name, GrantType));

    /// <summary>What a request sees of a live session.</summary>
    public static ClaimsPrincipal Principal(LiveSession live, ClaimsPrincipal ticket, string scheme)
    {
        ArgumentNullException.ThrowIfNull(live);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(Holder, live.HolderId),
                new Claim(Session, live.SessionId.ToString("N")),
                new Claim(Stamp, live.Stamp),
                new Claim(ConfirmedAt, ticket.FindFirstValue(ConfirmedAt) ?? "0"),
                new Claim(Name, live.Name.Length > 0 ? live.Name : "Người dùng"),
                new Claim(Assurance, live.AssuranceLevel),
                .. live.Grants.Select(g => new Claim(Policies.GrantClaim, $"{g.Role}@{g.UnitKey}")),
            ], scheme, Name, GrantType));
    }

    private const string GrantType = Policies.GrantClaim;
}

/// <summary>Who acts in this request.</summary>
public static class CurrentActor
{
    /// <summary>The actor with the grants in force at this moment; a stranger when nobody is signed in for this part of the portal.</summary>
    public static Actor ToActor(this ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Identity is not ClaimsIdentity { IsAuthenticated: true } identity || user.FindFirstValue(SessionClaims.Holder) is not { Length: > 0 } id)
        {
            return Actor.Stranger;
        }

        var kind = identity.AuthenticationType == Schemes.Officer ? ActorKind.Officer : ActorKind.Citizen;
        return new Actor(kind, id, user.FindFirstValue(SessionClaims.Name) ?? "", [.. user.FindAll(Policies.GrantClaim).Select(Read)]);
    }

    /// <summary>The citizen's account or the officer, as a key; empty for a stranger.</summary>
    public static Guid HolderId(this ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(SessionClaims.Holder), "N", out var id) ? id : Guid.Empty;

    /// <summary>The server-side session, or empty.</summary>
    public static Guid SessionId(this ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(SessionClaims.Session), "N", out var id) ? id : Guid.Empty;

    private static Grant Read(Claim claim)
    {
        var at = claim.Value.IndexOf('@', StringComparison.Ordinal);
        return new Grant(Enum.Parse<Role>(claim.Value[..at]), claim.Value[(at + 1)..]);
    }
}
