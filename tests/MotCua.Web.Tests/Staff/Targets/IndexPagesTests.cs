using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>Bộ chỉ số 766: province, unit, part with its list, and the page where missing counts are typed.</summary>
public sealed class IndexPagesTests
{
    private const string June = "ky=2022-06";
    private const string Period = "tu=2022-06-01&den=2022-06-30";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Law rules 39, 44: a missing count is named with who owes it; every number of lost points opens to as many lines.</summary>
    [Theory, BothDatabases]
    public async Task Get_Unit_ShowsPartsAndListsOfThatLength(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");

        var board = await leader.PageAsync("/can-bo/chi-tieu/bo-chi-so-766?" + June);
        Assert.Contains("Chưa có tổng điểm", Said(board), StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp", Said(board), StringComparison.Ordinal);
        Assert.DoesNotContain(board.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("so-lieu", StringComparison.Ordinal));

        var unit = await leader.PageAsync("/can-bo/chi-tieu/bo-chi-so-766/don-vi/sgddt?" + June);
        Assert.Equal("12,00 / 20", Cells(unit, "2.1")[^2]);
        Assert.Equal("8,00 (4 hồ sơ)", Cells(unit, "2.1")[^1]);
        Assert.Equal("Chưa có dữ liệu", Cells(unit, "5.2")[^3]);
        foreach (var link in unit.QuerySelectorAll("main a").Where(a => a.GetAttribute("href")!.Contains("phan=mat", StringComparison.Ordinal)))
        {
            var count = int.Parse(string.Concat(link.QuerySelector(".mc-muted")!.TextContent.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
            var list = await leader.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(count, list.QuerySelectorAll("main table tbody tr").Length);
            using var csv = await leader.GetAsync(new Uri(link.GetAttribute("href")! + "&handler=csv", UriKind.Relative), Ct);
            Assert.Equal(count + 1, (await csv.Content.ReadAsStringAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        }

        var part = await leader.PageAsync($"/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?don-vi=sgddt&{Period}");
        Assert.Contains("20 × hồ sơ đúng hạn", Said(part), StringComparison.Ordinal);
        Assert.Contains("Yêu cầu bổ sung trên một lần", Said(part), StringComparison.Ordinal);
        Assert.Empty(part.QuerySelectorAll("main table a"));
        await using var db = portal.Database.NewContext();
        Assert.Contains(await db.Audits.Where(a => a.Action == "ListExported").Select(a => a.Detail).ToListAsync(Ct), d => d.Contains("q766.2.1", StringComparison.Ordinal));
    }

    /// <summary>The unit's own page has a section of the index.</summary>
    [Fact]
    public async Task Get_UnitOfTheBoard_ShowsTheIndexInShort()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");
        var page = await leader.PageAsync("/can-bo/chi-tieu/don-vi/sgddt?" + June);
        Assert.Contains("Phần đã biết", page.GetElementById("bo-chi-so")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Law rule 47: the published July 2024 stands with both numbers.</summary>
    [Fact]
    public async Task Get_PublishedResults_StandAsPrinted()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var leader = await portal.SignInAsync(Role.Auditor, "thanhtra");
        var page = await leader.PageAsync("/can-bo/chi-tieu/bo-chi-so-766?ky=2024-07");
        var said = Said(page);
        Assert.Contains("82,88", said, StringComparison.Ordinal);
        Assert.Contains("46,76", said, StringComparison.Ordinal);
        Assert.Contains("cộng lại được 82,10, nguồn ghi tổng 82,88 (lệch 0,78)", said, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("https://hanhchinhcong.backan.gov.vn/", StringComparison.Ordinal));
        Assert.Equal("82,88", page.QuerySelectorAll("tr").Single(r => r.ClassList.Contains("mc-total")).QuerySelectorAll("td")[^1].TextContent.Trim());
    }

    [Theory, BothDatabases]
    public async Task Post_Figures_AreKeptWithSourceAndTrail(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        const string address = "/can-bo/chi-tieu/bo-chi-so-766/so-lieu?don-vi=sgddt&ky=2022-06";
        using (var wrong = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["feedback"] = "10", ["feedback_on_time"] = "11", ["nguon"] = "Báo cáo 5" }, "main form[method=post]"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var again = await wrong.DomAsync();
            Assert.Equal("11", again.GetElementById("feedback_on_time")!.GetAttribute("value"));
            Assert.NotEmpty(again.QuerySelectorAll(".govuk-error-summary a"));
        }

        using (var words = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["feedback"] = "mười", ["nguon"] = "x" }, "main form[method=post]"))
        {
            Assert.Contains("nhập số nguyên", (await words.DomAsync()).GetElementById("feedback-error")!.TextContent, StringComparison.Ordinal);
        }

        using (var sent = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["feedback"] = "10", ["feedback_on_time"] = "9", ["feedback_satisfied"] = "1.0", ["nguon"] = "Báo cáo 5" }, "main form[method=post]"))
        {
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            Assert.Contains("Đã lưu 3 số liệu", Said(await owner.PageAsync(sent.Headers.Location!.ToString())), StringComparison.Ordinal);
        }

        var unit = await owner.PageAsync("/can-bo/chi-tieu/bo-chi-so-766/don-vi/sgddt?" + June);
        Assert.Equal("5,40 / 6", Cells(unit, "5.2")[^2]);
        Assert.Equal("6,00 / 6", Cells(unit, "5.3")[^2]);
        Assert.Contains("Báo cáo 5", Said(unit), StringComparison.Ordinal);
        await using var db = portal.Database.NewContext();
        Assert.Equal(3, await db.Audits.CountAsync(a => a.Action == "IndexFigureSet", Ct));
    }

    [Theory]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/don-vi/mars")]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/9.9?don-vi=sgddt&" + Period)]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?don-vi=mars&" + Period)]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?don-vi=sgddt")]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?don-vi=sgddt&phan=x&" + Period)]
    [InlineData("/can-bo/chi-tieu/bo-chi-so-766/so-lieu?don-vi=mars")]
    public async Task Get_ForgedAddress_IsNotFound(string address)
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        using var answer = await owner.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<LivePortal> StartAsync(DatabaseKind kind)
    {
        var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var accepted = SmallProvince.At("2022-06-01 08:00");
        await SmallProvince.RecordAsync(portal.Database, [.. Enumerable.Range(1, 10).Select(n => SmallProvince.State($"H03.1-220601-{n:0000}", SmallProvince.Code('a'), "sgddt", n % 2 == 0 ? Channel.Online : Channel.Counter, accepted) with
        {
            State = DossierState.Finished,
            FinishedAt = accepted.AddDays(n <= 3 ? 9 : 2),
            DueAt = accepted.AddDays(5),
            SupplementCount = n == 4 ? 2 : 0,
            FeeVnd = n > 5 ? 8_000 : 0,
            PaidOnline = n == 6,
            HasElectronicResult = n % 3 == 0,
        })]);
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }

    private static string Said(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Cells(IDocument page, string part) =>
        [.. page.QuerySelectorAll("tbody tr").Last(r => r.QuerySelector("th")!.TextContent.Trim().StartsWith(part + " ", StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
