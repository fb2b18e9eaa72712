using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.TestKit;

namespace MotCua.App.Tests.Data;

/// <summary>The reference data reaches both databases whole, once, and a changed row becomes a new version.</summary>
public sealed class LoadReferenceDataTests(ITestOutputHelper output)
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "data");

    [Theory, BothDatabases]
    public async Task HandleAsync_OnAnEmptyDatabase_LoadsTheProvinceOfThePlan(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        var started = TimeProvider.System.GetTimestamp();
        var load = await LoadAsync(database);
        output.WriteLine($"{kind}: {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s; {string.Join(", ", load.Added.Select(a => $"{a.Key} {a.Value}"))}");

        Assert.Empty(load.Issues);
        await using var db = database.NewContext();
        Assert.Equal(27, await db.Units.CountAsync(u => u.InPlan));
        Assert.Equal(108, await db.Units.CountAsync(u => u.Level == "xa"));
        Assert.Equal(["ubnd-tinh"], await db.Units.Where(u => !u.IdentifierProvisional).Select(u => u.Key).ToListAsync());
        Assert.Equal(await db.Units.CountAsync(), await db.Units.Select(u => u.IdentifierCode).Distinct().CountAsync());
        Assert.Equal(27, await db.UnitGroupMembers.CountAsync());
        Assert.Equal(18, await db.Targets.CountAsync());
        Assert.Equal(1544, await db.Procedures.CountAsync());
        Assert.Equal(1544, await db.ProcedureVersions.CountAsync());
        Assert.Equal(206, await db.Procedures.CountAsync(p => p.State == PublicationState.Published));
        Assert.False(await db.Procedures.AnyAsync(p => p.State == PublicationState.Published && (p.IsVertical || p.Missing != "")));
        Assert.False(await db.Procedures.AnyAsync(p => p.State == PublicationState.AwaitingStandardisation && p.Missing == ""));
        Assert.True(await db.Holidays.AnyAsync());
        Assert.Equal(3, await db.Routes.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_Services_FollowTheLevelAndStartUnreviewed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);

        await using var db = database.NewContext();
        Assert.Equal(108, await db.Services.CountAsync(s => s.ProcedureCode == "1.001193"));
        Assert.Equal(8, await db.Services.CountAsync(s => s.ProcedureCode == "1.001612"));
        Assert.Equal(["stp"], await db.Services.Where(s => s.ProcedureCode == "2.000488").Select(s => s.UnitKey).ToListAsync());
        Assert.False(await db.Services.AnyAsync(s => s.Level != ServiceLevel.Partial || s.EligibleFull != null || s.OnlineOnly || s.From != LoadReferenceDataHandler.InForceFrom));
        Assert.Equal(206, await db.Services.Select(s => s.ProcedureCode).Distinct().CountAsync());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_Content_KeepsWhatMayBeShown(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);

        await using var db = database.NewContext();
        var house = await ContentAsync(db, "1.013225");
        Assert.Equal(["15 calendar-days", "20 calendar-days"], house.Limits.Select(l => l.Limit));
        Assert.NotEqual("", house.Limits[0].CaseText);
        Assert.All(house.Fees, f => Assert.False(f.IsChargeable));
        Assert.All(house.Fees, f => Assert.Null(f.AmountVnd));
        Assert.Equal("same-day", (await ContentAsync(db, "1.000894")).Limits[0].Limit);
        Assert.Equal(house.Components.Count, house.Components.Select(c => c.Key).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_Again_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);
        await using (var db = database.NewContext())
        {
            await db.Units.Where(u => u.Key == "stp").ExecuteUpdateAsync(s => s.SetProperty(u => u.IdentifierCode, "H03.99").SetProperty(u => u.Phone, "02093870000"));
        }

        var again = await LoadAsync(database);

        Assert.True(again.ChangedNothing, string.Join(", ", again.Added.Select(a => $"{a.Key} {a.Value}")) + $" versions {again.Versions}");
        await using var after = database.NewContext();
        Assert.Equal("H03.99", (await after.Units.SingleAsync(u => u.Key == "stp")).IdentifierCode);
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_WithAChangedRow_MakesANewVersionAndKeepsTheOld(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);
        using var folder = new CopiedData(Shipped);
        folder.Edit("procedures.jsonl", text => text.Replace("\"name\":\"Thủ tục đăng ký khai sinh\"", "\"name\":\"Đăng ký khai sinh\"", StringComparison.Ordinal));

        var load = await LoadAsync(database, folder.Path);
        var again = await LoadAsync(database, folder.Path);

        Assert.Equal(1, load.Versions);
        Assert.True(again.ChangedNothing);
        await using var db = database.NewContext();
        var versions = await db.ProcedureVersions.Where(v => v.Code == "1.001193").OrderBy(v => v.Number).ToListAsync();
        Assert.Equal([1, 2], versions.Select(v => v.Number));
        Assert.Equal(new DateOnly(2022, 7, 25), versions[0].Until);
        Assert.Equal(new DateOnly(2022, 7, 25), versions[1].From);
        var procedure = await db.Procedures.SingleAsync(p => p.Code == "1.001193");
        Assert.Equal(versions[1].Id, procedure.CurrentVersionId);
        Assert.Equal("Đăng ký khai sinh", procedure.Name);
        Assert.Equal(1544 + 1, await db.ProcedureVersions.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_WithChangedUnits_RestatesFromThatDayKeepsTheHistoryAndSaysWhat(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);
        await using (var db = database.NewContext())
        {
            await db.Units.Where(u => u.Key == "sct").ExecuteUpdateAsync(s => s.SetProperty(u => u.IdentifierCode, "H03.77").SetProperty(u => u.IdentifierProvisional, false).SetProperty(u => u.Address, "Số 9, đường Trường Chinh"));
        }

        using var folder = new CopiedData(Shipped);
        folder.Edit("organisations.csv", text => text
            .Replace("stp,Sở Tư pháp,Sở Tư pháp,", "stp,Sở Tư pháp tỉnh Bắc Kạn,Sở Tư pháp,", StringComparison.Ordinal)
            .Replace("sgddt,Sở Giáo dục và Đào tạo,Sở GD&ĐT,SGDĐT,co-quan-chuyen-mon,tinh,,no,", "sgddt,Sở Giáo dục và Đào tạo,Sở GD&ĐT,SGDĐT,co-quan-chuyen-mon,tinh,H03.31,yes,", StringComparison.Ordinal)
            .Replace("sct,Sở Công Thương,Sở Công Thương,SCT,co-quan-chuyen-mon,tinh,,no,", "sct,Sở Công Thương,Sở Công Thương,SCT,co-quan-chuyen-mon,tinh,H03.32,yes,", StringComparison.Ordinal));
        var load = await LoadAsync(database, folder.Path);
        var again = await LoadAsync(database, folder.Path);

        Assert.Equal(["sgddt", "stp"], load.Changes.Where(c => c.IsApplied).Select(c => c.Key).Order(StringComparer.Ordinal));
        var left = Assert.Single(load.Changes, c => !c.IsApplied);
        Assert.Equal("sct", left.Key);
        Assert.Contains("H03.77", left.What, StringComparison.Ordinal);
        Assert.Contains("tên «Sở Tư pháp» → «Sở Tư pháp tỉnh Bắc Kạn»", load.Changes.Single(c => c.Key == "stp").ToString(), StringComparison.Ordinal);
        Assert.True(again.ChangedNothing, string.Join("; ", again.Changes));
        Assert.Empty(again.Changes);
        await using var after = database.NewContext();
        var justice = await after.Units.SingleAsync(u => u.Key == "stp");
        Assert.Equal(("Sở Tư pháp tỉnh Bắc Kạn", true), (justice.Name, justice.SearchText.Contains("tinh bac kan", StringComparison.Ordinal)));
        Assert.Equal(["2022-01-01 2022-07-25", "2022-07-25 "], (await after.UnitVersions.Where(v => v.UnitKey == "stp").OrderBy(v => v.From).ToListAsync()).Select(v => $"{v.From:yyyy-MM-dd} {v.Until:yyyy-MM-dd}"));
        Assert.Equal(("H03.31", false), (await after.Units.Where(u => u.Key == "sgddt").Select(u => new { u.IdentifierCode, u.IdentifierProvisional }).ToListAsync()).Select(u => (u.IdentifierCode, u.IdentifierProvisional)).Single());
        Assert.Equal(("H03.77", "Số 9, đường Trường Chinh"), (await after.Units.Where(u => u.Key == "sct").Select(u => new { u.IdentifierCode, u.Address }).ToListAsync()).Select(u => (u.IdentifierCode, u.Address)).Single());
        Assert.Equal(3, await after.Audits.CountAsync(a => a.Action == "UnitRestated"));
        Assert.Equal(await after.Units.CountAsync() + 3, await after.UnitVersions.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_WithAChangedGroup_MovesTheUnitFromThatDayAndThePastStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);
        using var folder = new CopiedData(Shipped);
        folder.Edit("unit-groups.csv", text => text
            .Replace("dvctt-2022,sgddt,tinh,1,2022-01-01,", "dvctt-2022,sgddt,tinh,2,2022-01-01,", StringComparison.Ordinal)
            .Replace("dvctt-2022,sct,tinh,1,2022-01-01,", "dvctt-2022,sct,tinh,1,2022-01-01,2022-12-31\ndvctt-2022,sct,tinh,2,2023-01-01,", StringComparison.Ordinal));
        var load = await LoadAsync(database, folder.Path);
        var again = await LoadAsync(database, folder.Path);
        database.Clock.Advance(TimeSpan.FromDays(200));
        var later = await LoadAsync(database, folder.Path);

        Assert.Equal(["sct", "sgddt"], load.Changes.Select(c => c.Key).Distinct().Order(StringComparer.Ordinal));
        Assert.True(again.ChangedNothing, string.Join("; ", again.Changes));
        Assert.True(later.ChangedNothing, string.Join("; ", later.Changes));
        await using var db = database.NewContext();
        var members = (await db.UnitGroupMembers.Where(m => m.UnitKey == "sgddt" || m.UnitKey == "sct").OrderBy(m => m.UnitKey).ThenBy(m => m.From).ToListAsync())
            .Select(m => $"{m.UnitKey} {m.GroupCode} {m.From:yyyy-MM-dd} {m.Until:yyyy-MM-dd}");
        Assert.Equal(["sct tinh-1 2022-01-01 2023-01-01", "sct tinh-2 2023-01-01 ", "sgddt tinh-1 2022-01-01 2022-07-25", "sgddt tinh-2 2022-07-25 "], members);
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_WithANewUnit_AddsItFromThatDayWithACodeOfItsOwn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await LoadAsync(database);
        using var folder = new CopiedData(Shipped);
        folder.Edit("organisations.csv", text => text.Replace("sgddt,Sở Giáo dục", "ban-moi,Ban Quản lý mới,Ban mới,BM,khac,tinh,,no,ubnd-tinh,,,no,yes\nsgddt,Sở Giáo dục", StringComparison.Ordinal));
        var load = await LoadAsync(database, folder.Path);

        Assert.Equal(1, load.Added["units"]);
        Assert.Empty(load.Changes);
        await using var db = database.NewContext();
        Assert.Equal(new DateOnly(2022, 7, 25), (await db.Units.SingleAsync(u => u.Key == "ban-moi")).From);
        Assert.Equal(await db.Units.CountAsync(), await db.Units.Select(u => u.IdentifierCode).Distinct().CountAsync());
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_WithBrokenRows_ReportsThemAndLoadsTheRest(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var folder = new CopiedData(Shipped);
        folder.Edit("procedures.jsonl", text => "{\"code\":\"hỏng\"}\n" + text);
        folder.Edit("targets.csv", text => text.TrimEnd() + "\ndvctt-2022,tinh,1,ct7,90,2022-01-01,,x\n");

        var load = await LoadAsync(database, folder.Path);

        Assert.Equal(["procedures.jsonl", "targets.csv"], load.Issues.Select(i => i.File).Order(StringComparer.Ordinal));
        Assert.All(load.Issues, i => Assert.True(i.Line > 0 && i.Reason.Length > 0));
        Assert.Equal(1544, load.Added["procedures"]);
        Assert.Equal(18, load.Added["targets"]);
    }

    [Fact]
    public async Task HandleAsync_WithoutTheFolder_SaysHowToMendIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var result = await database.UseAsync<LoadReferenceDataHandler, MotCua.Domain.Kernel.Result<ReferenceLoad>>(
            h => h.HandleAsync(new LoadReferenceData(Path.Combine(database.Home, "khong-co")), MotCua.Domain.Kernel.Actor.System("test"), CancellationToken.None));

        Assert.Equal("DAT-0001", result.Problem?.Code);
    }

    private static async Task<ReferenceLoad> LoadAsync(TestDatabase database, string? folder = null) =>
        (await database.UseAsync<LoadReferenceDataHandler, MotCua.Domain.Kernel.Result<ReferenceLoad>>(h => h.HandleAsync(new LoadReferenceData(folder), MotCua.Domain.Kernel.Actor.System("test"), CancellationToken.None))).Value;

    private static async Task<ProcedureContent> ContentAsync(MotCuaDb db, string code)
    {
        var procedure = await db.Procedures.SingleAsync(p => p.Code == code);
        return ProcedureContents.Read((await db.ProcedureVersions.SingleAsync(v => v.Id == procedure.CurrentVersionId)).Content);
    }

    private sealed class CopiedData : IDisposable
    {
        public CopiedData(string source)
        {
            Path = Directory.CreateTempSubdirectory("motcua-data-").FullName;
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path { get; }

        public void Edit(string file, Func<string, string> change)
        {
            var path = System.IO.Path.Combine(Path, file);
            var before = File.ReadAllText(path);
            var after = change(before);
            Assert.NotEqual(before, after);
            File.WriteAllText(path, after);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
