using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Papers;

public sealed class RegisterTests
{
    [Fact]
    public async Task Get_OfOwnUnit_ListsWhatWasReceivedInThePeriodAndRecordsTheReads()
    {
        await using var stage = await PaperStage.OpenAsync();
        var first = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.AdvanceAsync(TimeSpan.FromDays(1));
        var second = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.SubmitAsync(); // not accepted: in no book
        var page = await stage.Desk.PageAsync(Links.Register(PaperStage.Unit, new(2022, 7, 1), new(2022, 7, 31)));
        var rows = page.QuerySelectorAll("table tbody tr");
        Assert.Equal([first, second], rows.Select(r => r.QuerySelector(".mc-paper__code")!.TextContent.Trim()));
        Assert.Contains("25/07/2022", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nông Thị <b>Tài</b> & Hoàng Văn Trường Sơn", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("SỔ THEO DÕI HỒ SƠ", page.QuerySelector("h1")!.TextContent.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("vi-VN")), StringComparison.Ordinal);
        await stage.InAsync(async db => Assert.Equal(2, await db.DossierReads.CountAsync(r => r.What == "print")));

        var onlySecond = await stage.Desk.PageAsync(Links.Register(PaperStage.Unit, new(2022, 7, 26), new(2022, 7, 26)));
        Assert.Equal(second, onlySecond.QuerySelector("table tbody .mc-paper__code")!.TextContent.Trim());
        var rest = await stage.Desk.PageAsync(Links.Register(PaperStage.Unit, new(2022, 7, 1), new(2022, 7, 31), first, 2));
        Assert.Equal(["2", second], rest.QuerySelector("table tbody tr")!.Children.Take(2).Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task Get_AsCsv_IsQuotedAndRunsNoFormula()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.InAsync(db => db.DossierParties.ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "=HYPERLINK(\"x\")").SetProperty(p => p.Address, "Tổ 5, \"Khu A\"")));
        using var response = await stage.Desk.GetAsync(new Uri(Links.Register(PaperStage.Unit, new(2022, 7, 1), new(2022, 7, 31), format: "csv"), UriKind.Relative));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.StartsWith("stt,ma_ho_so,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"1,{number},Cấp Giấy xác nhận tình trạng hôn nhân,1,\"'=HYPERLINK(\"\"x\"\")\",\"Tổ 5, \"\"Khu A\"\"\",0912345678,", lines[1], StringComparison.Ordinal);
        await stage.InAsync(async db => Assert.Equal(1, await db.DossierReads.CountAsync(r => r.What == "export")));
    }

    [Fact]
    public async Task Get_WithoutUnit_AsksAndReadsNothing()
    {
        await using var stage = await PaperStage.OpenAsync();
        await stage.AcceptAsync(await stage.SubmitAsync());
        var page = await stage.Desk.PageAsync(Links.Register());
        Assert.Equal([PaperStage.Unit], page.QuerySelectorAll("select[name=donVi] option").Select(o => o.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll(".mc-paper__code"));
        await stage.InAsync(async db => Assert.Empty(await db.DossierReads.ToListAsync()));
    }

    [Fact]
    public async Task Get_OfAnotherUnit_IsNotFound()
    {
        await using var stage = await PaperStage.OpenAsync();
        using var other = await stage.Desk.GetAsync(new Uri(Links.Register(PaperStage.Other), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var stranger = await stage.Portal.Stranger().GetAsync(new Uri(Links.Register(), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        var reviewer = await stage.Portal.SignInAsync(Role.Auditor, PaperStage.Unit);
        using var refused = await reviewer.GetAsync(new Uri(Links.Register(PaperStage.Unit), UriKind.Relative));
        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect });
    }
}
