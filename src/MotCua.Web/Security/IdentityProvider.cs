using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using MotCua.App.Accounts;

namespace MotCua.Web.Security;

/// <summary>Section <c>MotCua:Identity</c>: the OpenID Connect provider of the national e-ID, and what its claims are called.</summary>
public sealed class IdentityProvider
{
    /// <summary>Name of the section.</summary>
    public const string Section = "MotCua:Identity";

    /// <summary>Issuer; discovery is below it. Empty = citizens cannot sign in.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Client identifier of the portal.</summary>
    public string ClientId { get; set; } = "motcua-portal";

    /// <summary>Client secret, from the environment or a secret store.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Scopes, space between.</summary>
    public string Scopes { get; set; } = "openid profile email phone address";

    /// <summary>Asked levels of assurance (<c>acr_values</c>), or empty.</summary>
    public string AcrValues { get; set; } = "";

    /// <summary>What the button calls the provider.</summary>
    public string DisplayName { get; set; } = "tài khoản định danh điện tử (VNeID)";

    /// <summary>What the claims are called; a dot goes into an object.</summary>
    public ClaimNames Claims { get; set; } = new();

    /// <summary>True when people can sign in.</summary>
    public bool IsSet => Authority.Length > 0;

    /// <summary>True when the provider is on this machine: only then may the back channel go over http.</summary>
    public bool IsLoopback => Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Names of claims.</summary>
    public sealed class ClaimNames
    {
        /// <summary>Full name.</summary>
        public string Name { get; set; } = "name";

        /// <summary>Identity number, or tax code of an organisation.</summary>
        public string IdentityNumber { get; set; } = "identity_number";

        /// <summary>Date of birth.</summary>
        public string BirthOn { get; set; } = "birthdate";

        /// <summary>Gender.</summary>
        public string Gender { get; set; } = "gender";

        /// <summary>Telephone.</summary>
        public string Phone { get; set; } = "phone_number";

        /// <summary>E-mail.</summary>
        public string Email { get; set; } = "email";

        /// <summary>Address.</summary>
        public string Address { get; set; } = "address.formatted";

        /// <summary>Commune code.</summary>
        public string Commune { get; set; } = "commune_code";

        /// <summary>Assurance level.</summary>
        public string Assurance { get; set; } = "acr";

        /// <summary>Kind of account.</summary>
        public string Kind { get; set; } = "account_kind";

        /// <summary>Values of <see cref="Kind"/> that mean an organisation, space between.</summary>
        public string OrganisationKinds { get; set; } = "organisation 2 3";
    }

    /// <summary>Reads what the provider said, by the configured names.</summary>
    /// <param name="issuer">The validated issuer.</param>
    /// <param name="claims">Claims of the id token and of userinfo.</param>
    public CitizenIdentity Read(string issuer, ClaimsPrincipal claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        string Get(string name) => Find(claims, name);
        var kind = Get(Claims.Kind);
        return new CitizenIdentity
        {
            Issuer = issuer,
            Subject = claims.FindFirstValue("sub") ?? "",
            AssuranceLevel = Get(Claims.Assurance),
            FullName = Get(Claims.Name),
            IdentityNumber = Get(Claims.IdentityNumber),
            BirthOn = DateOf(Get(Claims.BirthOn)),
            Gender = GenderOf(Get(Claims.Gender)),
            Phone = Get(Claims.Phone),
            Email = Get(Claims.Email),
            Address = Get(Claims.Address),
            CommuneCode = Get(Claims.Commune),
            IsOrganisation = kind.Length > 0 && Claims.OrganisationKinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(kind, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static string Find(ClaimsPrincipal claims, string name)
    {
        if (name.Length == 0)
        {
            return "";
        }

        if (claims.FindFirstValue(name) is { } whole)
        {
            return whole;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || claims.FindFirstValue(name[..dot]) is not { Length: > 0 } json || json[0] != '{')
        {
            return "";
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty(name[(dot + 1)..], out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "yyyyMMdd", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string GenderOf(string text) => text.ToLowerInvariant() switch
    {
        "male" or "nam" or "1" => "nam",
        "female" or "nữ" or "nu" or "2" or "0" => "nu",
        _ => "",
    };
}
