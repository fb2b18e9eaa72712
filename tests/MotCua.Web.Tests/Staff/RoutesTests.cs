using System.Net;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Staff;

public sealed class RoutesTests
{
    [Fact]
    public async Task Routes_PreviewedAndPublished_AreShownFromTheirDay()
    {
        await using var stage = await StaffStage.OpenAsync();
        var administrator = await stage.Portal.SignInAsync(Role.UnitAdministrator, StaffStage.Unit);
        var address = Links.AdminRoutes(StaffStage.Unit);
        Assert.Contains((await administrator.PageAsync(Links.AdminRoutes())).QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
        var page = await administrator.PageAsync(address);
        Assert.Contains("đơn vị chưa có văn thư", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var fields = new Dictionary<string, string?> { ["Input.From.Day"] = "1", ["Input.From.Month"] = "9", ["Input.From.Year"] = "2022" };

        // The default ends with the clerk, whom the unit has not: refused, and the typing is kept
        using (var stranded = await administrator.SendFormAsync(page, address, fields, "form:has([name='Input.ProcedureCode'])"))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stranded.StatusCode);
            var again = await stranded.DomAsync();
            Assert.Contains("Văn thư", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("2022", again.QuerySelector("input[name='Input.From.Year']")!.GetAttribute("value"));
        }

        fields["Input.Steps[1].Percent"] = "40";
        fields["Input.Steps[2].Name"] = "";
        fields["Input.Steps[2].Role"] = "";
        fields["Input.Steps[2].Percent"] = "";
        using var previewed = await administrator.SendFormAsync(page, address, fields, "form:has([name='Input.ProcedureCode'])");
        var preview = await previewed.DomAsync();
        Assert.Contains("14,4 giờ", preview.QuerySelector("main table")?.TextContent ?? preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var published = await administrator.SendFormAsync(preview, address, new Dictionary<string, string?>(), "main form");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Sẽ áp dụng", (await administrator.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ByRole_OpensForAdministratorsOfTheUnit()
    {
        await using var stage = await StaffStage.OpenAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var here = await (await stage.Portal.SignInAsync(role, StaffStage.Unit)).GetAsync(new Uri(Links.AdminRoutes(StaffStage.Unit), UriKind.Relative));
            Assert.True((here.StatusCode == HttpStatusCode.OK) == (role is Role.UnitAdministrator or Role.ProvinceAdministrator), $"{role}: {here.StatusCode}");
        }

        using var elsewhere = await (await stage.Portal.SignInAsync(Role.UnitAdministrator, "ubnd-xa-99999")).GetAsync(new Uri(Links.AdminRoutes(StaffStage.Unit), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }
}
