using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace MotCua.Web.Security;

/// <summary>How many requests an address may make a minute. Section <c>Limits</c> of the configuration.</summary>
public sealed class RateLimits
{
    /// <summary>Name of the limit for public lookup and verification (contracts: 30 a minute).</summary>
    public const string Lookup = "Lookup";

    /// <summary>Name of the limit for signing in.</summary>
    public const string SignIn = "SignIn";

    /// <summary>Lookups a minute and address.</summary>
    public int LookupsPerMinute { get; set; } = 30;

    /// <summary>Sign-in attempts a minute and address; many people share one address at a desk.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Requests of any kind a minute and address; generous, since mobile carriers put thousands behind one address. 0 = no limit.</summary>
    public int RequestsPerMinute { get; set; } = 3000;

    /// <summary>Puts the limits into the limiter.</summary>
    public void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static (context, _) =>
        {
            var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, seconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Lookup, c => Exempt(c) ? Free() : Window(c, "lookup:", LookupsPerMinute));
        options.AddPolicy(SignIn, c => Exempt(c) || HttpMethods.IsGet(c.Request.Method) ? Free() : Window(c, "sign-in:", SignInsPerMinute));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(c => RequestsPerMinute <= 0 || Exempt(c) ? Free() : Window(c, "any:", RequestsPerMinute));
    }

    private static RateLimitPartition<string> Free() => RateLimitPartition.GetNoLimiter("free");

    private static RateLimitPartition<string> Window(HttpContext context, string what, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(what + AddressOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });

    // the page that says "too many requests" must not itself be refused
    private static bool Exempt(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    // one household has a whole /64
    private static string AddressOf(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
