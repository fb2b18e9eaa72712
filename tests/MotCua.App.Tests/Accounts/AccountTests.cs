using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Accounts;

/// <summary>Accounts on both databases: demo officers, administrators, attempts at the same time.</summary>
public sealed class AccountTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Actor Operator = Actor.System("motcua");

    [Theory, BothDatabases]
    public async Task SeedDemoAccounts_Twice_GivesAnOfficerForEachRoleAndNoMore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var first = await SeedAsync(database);
        var again = await SeedAsync(database);
        Assert.Equal(Enum.GetValues<Role>().Order(), first.Select(o => o.Role).Distinct().Order());
        Assert.Equal(first, again);
        await using var db = database.NewContext();
        Assert.Equal(first.Count, await db.Officers.CountAsync());
        Assert.Equal(first.Count, await db.Grants.CountAsync());

        var demo = first[0];
        var factor = await database.UseAsync<CheckOfficerPasswordHandler, Result<FirstFactor>>(h => h.HandleAsync(new CheckOfficerPassword(demo.UserName, demo.Password), Actor.Stranger, Ct));
        Assert.False(factor.Value.NeedsEnrolment);
        var code = Totp.CodeOf(demo.TotpSecret, Totp.StepOf(database.Clock.GetUtcNow()));
        Assert.True((await database.UseAsync<CheckOfficerCodeHandler, Result<Done>>(h => h.HandleAsync(new CheckOfficerCode(factor.Value.OfficerId, factor.Value.Stamp, code, null), Actor.Stranger, Ct))).IsOk);
    }

    [Theory, BothDatabases]
    public async Task CreateAdministrator_TwiceTheSameName_RefusesTheSecond(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var command = new CreateAdministrator("Viet.TQ", "Trần Quốc Việt", Role.ProvinceAdministrator, "ubnd-tinh", null);
        Task<Result<OfficerMade>> CreateAsync() => database.UseAsync<CreateAdministratorHandler, Result<OfficerMade>>(h => h.HandleAsync(command, Operator, Ct));
        var made = (await CreateAsync()).Value;
        Assert.Equal("viet.tq", made.UserName);
        Assert.Equal(AccountProblems.UserNameTaken, (await CreateAsync()).Problem);
        var factor = await database.UseAsync<CheckOfficerPasswordHandler, Result<FirstFactor>>(h => h.HandleAsync(new CheckOfficerPassword("viet.tq", made.FirstPassword), Actor.Stranger, Ct));
        Assert.Equal((true, true), (factor.Value.NeedsEnrolment, factor.Value.MustChangePassword));
    }

    [Theory, BothDatabases]
    public async Task CheckPassword_ManyAtOnce_CannotPassTheLock(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var demo = (await SeedAsync(database))[0];
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => TryAsync(database, demo.UserName, "sai-mat-khau-" + i))));
        await using (var db = database.NewContext())
        {
            var officer = await db.Officers.SingleAsync(o => o.UserName == demo.UserName);
            Assert.Equal(SignInRules.FailuresToLock, officer.FailedCount);
            Assert.NotNull(officer.LockedUntil);
        }

        Assert.False((await TryAsync(database, demo.UserName, demo.Password)).IsOk);
        database.Clock.Advance(SignInRules.LockTime);
        Assert.True((await TryAsync(database, demo.UserName, demo.Password)).IsOk);
    }

    [Theory, BothDatabases]
    public async Task CheckCode_SameCodeAtOnce_WorksOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var demo = (await SeedAsync(database))[0];
        var factor = (await TryAsync(database, demo.UserName, demo.Password)).Value;
        var code = Totp.CodeOf(demo.TotpSecret, Totp.StepOf(database.Clock.GetUtcNow()));
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            database.UseAsync<CheckOfficerCodeHandler, Result<Done>>(h => h.HandleAsync(new CheckOfficerCode(factor.OfficerId, factor.Stamp, code, null), Actor.Stranger, Ct)))));
        Assert.Equal(1, both.Count(r => r.IsOk));
    }

    [Theory, BothDatabases]
    public async Task SignInCitizen_SamePersonAtOnce_MakesOneAccount(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var identity = new CitizenIdentity { Issuer = "https://id.example", Subject = "s", FullName = "Nông Văn Tài", IdentityNumber = "006090001234" };
        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            database.UseAsync<SignInCitizenHandler, Result<SessionBegun>>(h => h.HandleAsync(new SignInCitizen(identity, "token"), Actor.Stranger, Ct)))));
        Assert.All(begun, b => Assert.True(b.IsOk));
        Assert.Single(begun.Select(b => b.Value.HolderId).Distinct());
        await using var db = database.NewContext();
        Assert.Equal(4, await db.Sessions.CountAsync());
        Assert.DoesNotContain("token", (await db.Sessions.FirstAsync()).IdTokenCipher, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.UnitAdministrator, Role.Handler, "tp-bac-kan", true)]
    [InlineData(Role.UnitAdministrator, Role.Handler, "stp", false)]
    [InlineData(Role.UnitAdministrator, Role.UnitAdministrator, "tp-bac-kan", false)]
    [InlineData(Role.ProvinceAdministrator, Role.Auditor, "ttt", true)]
    [InlineData(Role.Operator, Role.Handler, "tp-bac-kan", false)]
    [InlineData(Role.UnitLeader, Role.Handler, "tp-bac-kan", false)]
    public void Refusal_ByWhoGivesWhatWhere(Role administrator, Role given, string unit, bool may) =>
        Assert.Equal(may, GrantRules.Refusal(A.Officer(administrator, "tp-bac-kan"), "someone", given, unit, ["tp-bac-kan", "xa-01840"]) is null);

    private static async Task<IReadOnlyList<DemoOfficer>> SeedAsync(TestDatabase database) =>
        (await database.UseAsync<SeedDemoAccountsHandler, Result<IReadOnlyList<DemoOfficer>>>(h => h.HandleAsync(new SeedDemoAccounts(), Operator, Ct))).Value;

    private static Task<Result<FirstFactor>> TryAsync(TestDatabase database, string userName, string password) =>
        database.UseAsync<CheckOfficerPasswordHandler, Result<FirstFactor>>(h => h.HandleAsync(new CheckOfficerPassword(userName, password), Actor.Stranger, Ct));
}
