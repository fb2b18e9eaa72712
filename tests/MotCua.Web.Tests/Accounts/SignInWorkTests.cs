using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MotCua.App.Accounts;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Accounts;

/// <summary>Signing in costs the same work whether the name exists or not: hashes are counted, not time.</summary>
public sealed class SignInWorkTests
{
    private const string SignIn = "/can-bo/dang-nhap";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Post_KnownUnknownLockedOrInactive_CostsOneCheckAndNoHash(DatabaseKind kind)
    {
        var counter = new CountingHasher();
        await using var portal = await LivePortal.StartAsync(kind, services: s => { s.RemoveAll<IPasswordHasher<OfficerRow>>(); s.AddSingleton<IPasswordHasher<OfficerRow>>(counter); });
        var known = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        var inactive = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        var locked = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        var fresh = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        await using (var db = portal.Database.NewContext())
        {
            var until = portal.Clock.GetUtcNow() + SignInRules.LockTime;
            await db.Officers.Where(o => o.Id == inactive.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.IsActive, false), Ct);
            await db.Officers.Where(o => o.Id == locked.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.LockedUntil, until), Ct);
            await db.Officers.Where(o => o.Id == fresh.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.PasswordHash, ""), Ct);
        }

        using var browser = portal.Stranger();
        // The first sign-in of a process makes the decoy, whoever it is
        await SendAsync(browser, known.UserName, "sai-mat-khau-lan-dau");
        var works = new Dictionary<string, (int, int)>();
        foreach (var (what, name) in new[] { ("known", known.UserName), ("unknown", "khong.co.ai"), ("inactive", inactive.UserName), ("locked", locked.UserName), ("without password", fresh.UserName) })
        {
            counter.Clear();
            await SendAsync(browser, name, "khong-phai-mat-khau");
            works[what] = (counter.Checks, counter.Hashes);
        }

        Assert.All(works, w => Assert.True(w.Value == (1, 0), $"{w.Key}: {w.Value}"));
        await using var trail = portal.Database.NewContext();
        var unknown = await trail.Audits.SingleAsync(a => a.Action == "OfficerUnknownName", Ct);
        Assert.Equal(("unknown", "{}"), (unknown.Subject, unknown.Detail));
    }

    [Fact]
    public async Task Post_OverlongPassword_IsCheckedAsAnyOther()
    {
        var counter = new CountingHasher();
        await using var portal = await LivePortal.StartAsync(services: s => { s.RemoveAll<IPasswordHasher<OfficerRow>>(); s.AddSingleton<IPasswordHasher<OfficerRow>>(counter); });
        var known = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var scope = portal.Services.CreateScope();
        var credentials = scope.ServiceProvider.GetRequiredService<OfficerCredentials>();
        foreach (var name in new[] { known.UserName, "khong.co.ai" })
        {
            Assert.Null(await credentials.CheckPasswordAsync(name, "lần đầu", Ct));
            counter.Clear();
            Assert.Null(await credentials.CheckPasswordAsync(name, new string('x', 100_000), Ct));
            Assert.Equal((1, 0), (counter.Checks, counter.Hashes));
            Assert.Equal(0, counter.Longest);
        }
    }

    private static async Task SendAsync(HttpClient browser, string name, string password)
    {
        using var answer = await browser.SendFormAsync(SignIn, OfficerSignInTests.Typed(name, password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>The real hasher with few rounds, counted.</summary>
    private sealed class CountingHasher : IPasswordHasher<OfficerRow>
    {
        private readonly PasswordHasher<OfficerRow> _real = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

        public int Checks { get; private set; }

        public int Hashes { get; private set; }

        public int Longest { get; private set; }

        public void Clear() => (Checks, Hashes, Longest) = (0, 0, 0);

        public string HashPassword(OfficerRow user, string password)
        {
            Hashes++;
            return _real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(OfficerRow user, string hashedPassword, string providedPassword)
        {
            Checks++;
            Longest = Math.Max(Longest, providedPassword.Length);
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
