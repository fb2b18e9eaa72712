using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>The identities of Biểu II.06a (docs/law.md, statutory reports): 3=4+5+6, 7=8+9+10, 11=12+13, 3=7+11.</summary>
public sealed class ProcessingCountsTests
{
    private static readonly ProcessingCounts Good = new(100, 40, 50, 10, 70, 30, 35, 5, 30, 28, 2);

    [Fact]
    public void Check_RowThatAddsUp_IsRight()
    {
        Assert.Null(Good.Check("Đất đai"));
        Assert.Null(default(ProcessingCounts).Check("Đất đai"));
        Assert.Null((Good + Good).Check("Tổng cộng"));
        Assert.Equal(100m * 65 / 70, Good.InTimePercent);
        Assert.Null(default(ProcessingCounts).InTimePercent);
        Assert.True(default(ProcessingCounts).IsEmpty);
    }

    /// <summary>A miscount in any column breaks an identity, and the row is named.</summary>
    [Theory]
    [InlineData(0, "(3)")]
    [InlineData(1, "(4)")]
    [InlineData(2, "(5)")]
    [InlineData(3, "(6)")]
    [InlineData(4, "(7)")]
    [InlineData(5, "(8)")]
    [InlineData(6, "(9)")]
    [InlineData(7, "(10)")]
    [InlineData(8, "(11)")]
    [InlineData(9, "(12)")]
    [InlineData(10, "(13)")]
    public void Check_OneColumnOff_NamesRowAndIdentity(int column, string named)
    {
        var c = Good.Columns.ToArray();
        c[column]++;
        var problem = new ProcessingCounts(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10]).Check("Đất đai");
        Assert.NotNull(problem);
        Assert.Equal(ReportProblems.Identity.Code, problem.Code);
        Assert.Contains("Đất đai", problem.Title, StringComparison.Ordinal);
        Assert.Contains(named, problem.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_CountBelowZero_IsRefused() => Assert.NotNull(new ProcessingCounts(0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0).Check("Đất đai"));

    /// <summary>NĐ 09/2019/NĐ-CP Điều 12 and calendar periods; each kind once in the catalogue.</summary>
    [Fact]
    public void Templates_AreForStatutoryAndCalendarPeriods()
    {
        Assert.All(ReportTemplates.All, t =>
        {
            Assert.True(t.IsFor(Period.Of(PeriodKind.Quarter, PeriodCut.Statutory, 2022, 1)));
            Assert.True(t.IsFor(Period.Of(PeriodKind.Month, PeriodCut.Calendar, 2022, 7)));
            Assert.Same(t, ReportTemplates.Find(t.Code));
        });
        Assert.Equal(ReportTemplates.All.Count, ReportTemplates.All.Select(t => t.Code).Distinct().Count());
        Assert.Null(ReportTemplates.Find("khong-co"));
    }
}
