using MotCua.App.Catalogue;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Tests.Catalogue;

/// <summary>The project's own reference data is whole, and a broken row is reported without stopping the others.</summary>
public sealed class ReferenceFilesTests
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    [Fact]
    public void Procedures_CommittedFile_HasAllOfThemWithoutIssue()
    {
        var parsed = ProcedureFile.ReadFile(Data);

        Assert.Empty(parsed.Issues);
        Assert.Equal(1544, parsed.Rows.Count);
        Assert.Equal(206, parsed.Rows.Count(r => PublicationReadiness.Missing(r, PlanUnits()).Count == 0));
        Assert.DoesNotContain(parsed.Rows, r => r.IsVertical && PublicationReadiness.Missing(r, PlanUnits()).Count == 0);
    }

    [Fact]
    public void Organisations_CommittedFile_HasThePlanOf2022()
    {
        var parsed = OrganisationFiles.Organisations(Data);

        Assert.Empty(parsed.Issues);
        Assert.Equal(27, parsed.Rows.Count(o => o.InPlan));
        Assert.Equal(19, parsed.Rows.Count(o => o is { InPlan: true, Level: "tinh" }));
        Assert.Equal(108, parsed.Rows.Count(o => o.Level == "xa"));
        Assert.Contains(parsed.Rows, o => o.Key == "ttpvhcc");
        Assert.Equal("H03", Assert.Single(parsed.Rows, o => o.IdentifierCode is not null).IdentifierCode);
    }

    [Fact]
    public void Divisions_CommittedFiles_AreWholeAndEveryOldCommuneHasASuccessor()
    {
        var divisions = OrganisationFiles.Divisions(Data);
        var successions = OrganisationFiles.Successions(Data);
        var reform = OrganisationFiles.ReformDivisions(Data);

        Assert.Empty(divisions.Issues.Concat(successions.Issues).Concat(reform.Issues));
        Assert.Equal(63, divisions.Rows.Count(d => d.Level == "tinh"));
        Assert.Equal(8, divisions.Rows.Count(d => d.Level == "huyen"));
        var communes = divisions.Rows.Where(d => d.Level == "xa").Select(d => d.Code).Order().ToArray();
        Assert.Equal(108, communes.Length);
        Assert.Equal(communes, successions.Rows.Select(s => s.OldCode).Order());
        Assert.Equal(37, successions.Rows.Select(s => s.NewCode).Distinct().Count());
        Assert.Subset(reform.Rows.Select(r => r.Code).ToHashSet(), successions.Rows.Select(s => s.NewCode).ToHashSet());
    }

    [Fact]
    public void Plan_CommittedFiles_GiveEveryUnitThreeTargets()
    {
        var groups = PlanFiles.UnitGroups(Data);
        var targets = PlanFiles.Targets(Data);

        Assert.Empty(groups.Issues.Concat(targets.Issues).Concat(PlanFiles.Plans(Data).Issues));
        Assert.Equal(PlanUnits().Order(), groups.Rows.Select(g => g.OrgKey).Order());
        Assert.All(groups.Rows, g => Assert.Equal(3, targets.Rows.Count(t => t.Level == g.Level && t.Group == g.Group)));
        Assert.Equal(90m, targets.Rows.Single(t => t is { Level: "tinh", Group: 1, Indicator: "ct3" }).Percent);
        Assert.Equal(8m, targets.Rows.Single(t => t is { Level: "huyen", Group: 2, Indicator: "ct3" }).Percent);
    }

    [Theory]
    [InlineData("1.000894", "same-day", 2)] // "sau 15 giờ" là giờ nhận, không phải thời hạn
    [InlineData("1.013225", "15 calendar-days", 2)] // văn bản nêu 15 ngày với nhà ở riêng lẻ
    [InlineData("1.004873", "3 days", 2)]
    [InlineData("1.001193", "same-day", 1)]
    [InlineData("2.000488", "10 calendar-days", 2)]
    [InlineData("2.002481", "20 hours", 1)] // 2,5 ngày
    [InlineData("1.010672", "30 calendar-days", 2)]
    public void Procedures_Limits_AreAsTheirTextSays(string code, string terms, int cases)
    {
        var limits = ProcedureFile.ReadFile(Data).Rows.Single(r => r.Code == code).Limits;

        Assert.Equal(terms, limits[0].Limit.ToString());
        Assert.Equal(cases, limits.Count);
    }

    [Fact]
    public void Procedures_FeesOfAnotherProvince_AreNeverCharged()
    {
        var fees = ProcedureFile.ReadFile(Data).Rows.SelectMany(r => r.Fees).ToList();

        Assert.Contains(fees, f => f.Scope == "da-nang");
        Assert.DoesNotContain(fees, f => f.IsChargeable && f.Scope != "quoc-gia");
        Assert.DoesNotContain(fees, f => f.IsChargeable && f.LeftToTheProvince);
    }

    [Theory]
    [InlineData("{\"code\":\"1.00119\",\"name\":\"x\"}", "1.00119")]
    [InlineData("{\"code\":\"1.001193\"}", "thiếu tên")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"levels\":[\"phuong\"]}", "phuong")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"levels\":\"xa\"}", "mảng")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"limits\":[{\"value\":3}]}", "thời hạn")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"limits\":[{\"value\":-3,\"unit\":\"days\"}]}", "số nguyên dương")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"limits\":[{\"value\":2.5,\"unit\":\"days\"}]}", "số nguyên")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"components\":[{\"name\":\"\"}]}", "thiếu tên")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"components\":[\"giấy\"]}", "đối tượng")]
    [InlineData("{\"code\":\"1.001193\",\"name\":\"x\",\"vertical\":\"yes\"}", "true hoặc false")]
    [InlineData("{\"code\":\"1.001193\",\"name\":7}", "chuỗi")]
    [InlineData("[1]", "đối tượng")]
    [InlineData("{\"code\":\"1.00", "JSON")]
    [InlineData("{\"code\":\"1.000000\",\"name\":\"trùng\"}", "dòng 1")]
    public void Procedures_BrokenLine_IsReportedAndTheOthersAreKept(string broken, string reason)
    {
        var text = $$"""
            {"code":"1.000000","name":"Thủ tục tốt"}
            {{broken}}

            {"code":"1.999999","name":"Thủ tục tốt khác","levels":["xa"]}
            """;

        var parsed = ProcedureFile.Read(new StringReader(text));

        Assert.Equal(["1.000000", "1.999999"], parsed.Rows.Select(r => r.Code));
        var issue = Assert.Single(parsed.Issues);
        Assert.Equal(2, issue.Line);
        Assert.Equal(ProcedureFile.Name, issue.File);
        Assert.Contains(reason, issue.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sgddt,,Sở GD,,so,tinh,,no,,,yes", "name")]
    [InlineData("sgddt,Sở GD,Sở GD,,so,phong,,no,,,yes", "phong")]
    [InlineData("sgddt,Sở GD,Sở GD,,so,tinh,,maybe,,,yes", "maybe")]
    [InlineData("ubnd,Trùng,Trùng,,so,tinh,,no,,,yes", "dòng 2")]
    [InlineData("sgddt,Sở GD", "số ô")]
    [InlineData("sgddt,\"Sở GD,Sở GD,,so,tinh,,no,,,yes", "")]
    public void Organisations_BrokenRow_IsReportedAndTheOthersAreKept(string broken, string reason)
    {
        var text = "org_key,name,short_name,abbreviation,kind,level,identifier_code,identifier_verified,parent_key,gso_code,in_plan\n"
            + "ubnd,UBND tỉnh,UBND tỉnh,,ubnd,tinh,H03,no,,06,no\n" + broken + "\nstp,Sở Tư pháp,Sở Tư pháp,,so,tinh,,no,ubnd,,yes\n";

        var parsed = ReferenceTable.Read(new StringReader(text), "organisations.csv", ["org_key", "name"], OrganisationFiles.Organisation, r => r.Key);

        Assert.Equal(["ubnd", "stp"], parsed.Rows.Select(r => r.Key));
        var issue = Assert.Single(parsed.Issues);
        Assert.Equal(3, issue.Line);
        Assert.Contains(reason, issue.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dvctt-2022,tinh,1,ct9,90,2022-01-01,,x", "ct9")]
    [InlineData("dvctt-2022,tinh,1,ct1,190,2022-01-01,,x", "100")]
    [InlineData("dvctt-2022,tinh,một,ct1,90,2022-01-01,,x", "số nguyên")]
    [InlineData("dvctt-2022,tinh,1,ct1,90,01/01/2022,,x", "yyyy-MM-dd")]
    public void Targets_BrokenRow_IsReported(string broken, string reason)
    {
        var text = "plan,level,group,indicator,target_percent,from,to,source\n" + broken + "\n";

        var parsed = ReferenceTable.Read(new StringReader(text), "targets.csv", ["plan"], PlanFiles.Target);

        Assert.Empty(parsed.Rows);
        Assert.Contains(reason, Assert.Single(parsed.Issues).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WhenAColumnIsMissing_NamesIt()
    {
        var parsed = ReferenceTable.Read(new StringReader("\uFEFFa,b\r\n1,2\r\n"), "x.csv", ["a", "c"], r => r["a"]);

        Assert.Contains("c", Assert.Single(parsed.Issues).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WithBomAndCarriageReturns_IsRead()
    {
        Assert.Equal(["1"], ReferenceTable.Read(new StringReader("\uFEFFa,b\r\n1,2\r\n"), "x.csv", ["a", "b"], r => r["a"]).Rows);
    }

    private static HashSet<string> PlanUnits() => [.. OrganisationFiles.Organisations(Data).Rows.Where(o => o.InPlan).Select(o => o.Key)];
}
