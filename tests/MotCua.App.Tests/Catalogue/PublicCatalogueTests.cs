using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Catalogue;

public sealed class PublicCatalogueTests
{
    private static readonly string[] District = ["061"];

    [Theory, BothDatabases]
    public async Task Picture_OfTheReferenceData_HasWhatIsPublicAndWhoOffersIt(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);

        var picture = await PictureAsync(database);

        Assert.Equal(206, picture.Procedures.Count);
        Assert.Equal(206, picture.Fields.Sum(f => f.Count));
        Assert.Equal(108, picture.ServicesOf("1.001193").Count);
        Assert.Equal(8, picture.ServicesOf("1.013225").Count);
        Assert.Equal("stnmt", Assert.Single(picture.ServicesOf("1.012783")).UnitKey);
        Assert.Equal(8, picture.Divisions.Count(d => d.Level == "huyen"));
        Assert.Equal(108, picture.Divisions.Count(d => d.Level == "xa"));
        Assert.Equal("ttpvhcc", picture.Centre?.Key);
        Assert.All(picture.Divisions, d => Assert.NotNull(picture.UnitOfDivision(d.Code)));
        Assert.Contains("1.013225", picture.CodesOf(picture.UnitOfDivision(District[0])!.Key));
    }

    [Theory, BothDatabases]
    public async Task Picture_AfterAChange_IsSeenWithinHalfAMinuteOrAtOnceWhenForgotten(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.NotNull((await PictureAsync(database)).Find("1.001193"));
        await using (var db = database.NewContext())
        {
            await db.Procedures.Where(p => p.Code == "1.001193").ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PublicationState.Closed), TestContext.Current.CancellationToken);
        }

        Assert.NotNull((await PictureAsync(database)).Find("1.001193"));
        database.Clock.Advance(CatalogueCache.Freshness + TimeSpan.FromSeconds(1));
        Assert.Null((await PictureAsync(database)).Find("1.001193"));

        await using (var db = database.NewContext())
        {
            await db.Procedures.Where(p => p.Code == "1.001193").ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PublicationState.Published), TestContext.Current.CancellationToken);
        }

        database.Services.GetRequiredService<CatalogueCache>().Forget();
        Assert.NotNull((await PictureAsync(database)).Find("1.001193"));
    }

    [Theory, BothDatabases]
    public async Task Picture_UnchangedData_IsTheSameOne(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var first = await PictureAsync(database);

        database.Clock.Advance(CatalogueCache.Freshness + TimeSpan.FromSeconds(1));

        Assert.Same(first, await PictureAsync(database));
    }

    [Theory, BothDatabases]
    public async Task Picture_ServiceByDecision_GoesBeforeTheOneLoaded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Services.Add(new ServiceRow
            {
                Id = Ids.NewGuid(database.Clock.GetUtcNow()),
                UnitKey = "stnmt",
                ProcedureCode = "1.012783",
                From = new DateOnly(2022, 7, 1),
                Level = ServiceLevel.Full,
                Status = ServiceStatus.Open,
                EligibleFull = true,
                DecisionNo = "1/QĐ",
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var service = ProcedureWords.Service((await PictureAsync(database)).ServicesOf("1.012783"));

        Assert.True(service.IsFull);
    }

    [Fact]
    public void Service_OfManyUnits_PromisesNoMoreThanTheLeastOfThem()
    {
        ServiceOffer Offer(string unit, ServiceLevel level) => new(unit, "1.001193", level, true, false, "", "", "");

        Assert.Equal("Một phần", ProcedureWords.Service([Offer("a", ServiceLevel.Full), Offer("b", ServiceLevel.Partial)]).Name);
        Assert.Equal("Toàn trình", ProcedureWords.Service([Offer("a", ServiceLevel.Full)]).Name);
        Assert.False(ProcedureWords.Service([Offer("a", ServiceLevel.Information)]).MayFile);
        Assert.False(ProcedureWords.Service([]).MayFile);
    }

    [Theory]
    [InlineData("quoc-gia", 0L, "Miễn phí", 0L, "")]
    [InlineData("quoc-gia", null, "Phí: 250.000 ĐồngXem chi tiết Phí: 500.000 ĐồngXem chi tiết", null, "Phí: 250.000; Phí: 500.000")]
    [InlineData("quoc-gia", null, "Theo mức thu do Hội đồng nhân dân cấp tỉnh quy định", null, "Mức thu do Hội đồng nhân dân tỉnh quy định; Bộ phận Một cửa báo trước khi thu.")]
    [InlineData("quoc-gia", null, "Lệ phí: ĐồngXem chi tiết", null, "Mức thu theo quy định hiện hành; Bộ phận Một cửa báo trước khi thu.")]
    public void Fees_InForceHere_ReadAsPeopleRead(string scope, long? amount, string text, long? shown, string words)
    {
        var fee = Assert.Single(ProcedureWords.Fees(new ProcedureContent { Fees = [new ProcedureFee("Lệ phí", amount, text, scope, amount is not null)] }));

        Assert.Equal(shown, fee.AmountVnd);
        Assert.Equal(words, fee.Words);
    }

    [Theory]
    [InlineData("da-nang")]
    [InlineData("")]
    public void Fees_OfAnotherProvince_AreNotShown(string scope) =>
        Assert.Empty(ProcedureWords.Fees(new ProcedureContent { Fees = [new ProcedureFee("Phí", 50_000, "50.000 đồng", scope, false)] }));

    [Theory, BothDatabases]
    public async Task Audit_Pages_GoBackByKeyWithoutOverlap(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var now = database.Clock.GetUtcNow();
        await using (var db = database.NewContext())
        {
            db.Audits.AddRange(Enumerable.Range(0, 120).Select(i => new AuditRow
            {
                Id = Ids.NewGuid(now.AddMilliseconds(i)),
                At = now.AddMilliseconds(i),
                Actor = "Officer:x",
                Action = "A" + (i % 2),
                Subject = "s",
            }));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var seen = new List<TrailLine>();
        Guid? before = null;
        do
        {
            var page = await database.UseAsync<AuditReading, TrailPage>(t => t.ListAsync(new TrailFilter("s"), before, TestContext.Current.CancellationToken));
            seen.AddRange(page.Rows);
            before = page.Older;
        }
        while (before is not null);

        Assert.Equal(120, seen.Select(r => r.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(r => r.At).Select(r => r.Id), seen.Select(r => r.Id));
        Assert.Equal(60, (await database.UseAsync<AuditReading, TrailPage>(t => t.ListAsync(new TrailFilter("A0"), null, TestContext.Current.CancellationToken))).Rows.Count + 10);
    }

    private static Task<CataloguePicture> PictureAsync(TestDatabase database) =>
        database.UseAsync<PublicCatalogue, CataloguePicture>(c => c.PictureAsync(TestContext.Current.CancellationToken).AsTask());
}
