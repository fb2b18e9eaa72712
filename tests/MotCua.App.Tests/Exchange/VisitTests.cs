using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Exchange;
using MotCua.TestKit;

namespace MotCua.App.Tests.Exchange;

/// <summary>Statistics of access: sums that several nodes make together, words only when many days asked them, swept in time; never a person (NĐ 13/2023).</summary>
public sealed class VisitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Flush_TwoNodesAndSeveralMinutes_AddUp(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (a, b) = await CountersAsync(database);
        for (var i = 0; i < 3; i++) a.Visit("thu-tuc/{code}", ScreenClass.Small);
        b.Visit("thu-tuc/{code}", ScreenClass.Small);
        b.Visit("/", ScreenClass.Unknown);
        a.Reached("1.000001", "mot", 1, ScreenClass.Small);
        b.Reached("1.000001", "mot", 1, ScreenClass.Small);
        b.Passed("1.000001", "mot", 1, ScreenClass.Large);
        await FlushAsync(database, a);
        await FlushAsync(database, b);
        a.Visit("/", ScreenClass.Unknown);
        a.CameBack("1.000001", "mot", 1, ScreenClass.Small);
        await FlushAsync(database, a);
        Assert.Equal(0, await FlushAsync(database, a));

        var today = new DateOnly(2022, 7, 25);
        var sheet = await database.UseAsync((VisitSheets s) => s.ForAsync(today.AddDays(-6), today, Ct));
        Assert.Equal((6, 7, 6), (sheet.Visits, sheet.Days.Count, sheet.Days[^1].Visits));
        Assert.Equal([new VisitedPage("thu-tuc/{code}", 4, 4, 0), new VisitedPage("/", 2, 0, 0)], sheet.Pages);
        Assert.Equal([new FunnelPage("mot", 1, 2, 1, 1)], Assert.Single(sheet.Funnels).Pages);
        Assert.Equal(1, sheet.Funnels[0].Pages[0].Left);
    }

    /// <summary>Words are kept from the third day on that asked them; before, nobody can read them; a number leaves nothing.</summary>
    [Theory, BothDatabases]
    public async Task Flush_WordsWithoutResult_AreKeptOnlyFromTheThirdDayOn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (a, _) = await CountersAsync(database);
        for (var day = 1; day <= 4; day++)
        {
            for (var again = 0; again < 5; again++) a.Miss("Cấp phép  nuôi voi 0912345678");
            a.Miss("006090001234");
            if (day == 2) a.Miss("Nông Văn Tài");
            await FlushAsync(database, a);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        await using var db = database.NewContext();
        var words = await db.SearchMisses.Where(m => m.Words != "").OrderBy(m => m.Day).Select(m => new { m.Day, m.Words, m.Asked }).ToListAsync(Ct);
        Assert.Equal([("cap phep nuoi voi", 5, 27), ("cap phep nuoi voi", 5, 28)], words.Select(w => (w.Words, w.Asked, w.Day.Day)));
        Assert.Equal(25, await db.SearchMisses.Where(m => m.Words == "").SumAsync(m => m.Asked, Ct));
        var marks = await db.SearchMissMarks.ToListAsync(Ct);
        Assert.Equal(5, marks.Count);
        Assert.All(marks, m => Assert.Matches("^[0-9a-f]{32}$", m.Hash));

        // Thirty days later the hashes are gone, three years later the sums
        database.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(5, (await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct))).Visits);
        Assert.Equal(6, await db.SearchMisses.CountAsync(Ct));
        database.Clock.Advance(TimeSpan.FromDays(1_100));
        Assert.Equal(6, (await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct))).Visits);
    }

    /// <summary>A database that is away costs nothing but time.</summary>
    [Fact]
    public async Task Flush_WhenItFails_KeepsWhatWasCounted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (a, _) = await CountersAsync(database);
        a.Visit("/", ScreenClass.Unknown);
        a.Miss("voi");
        a.Reached("1.000001", "mot", 1, ScreenClass.Unknown);
        await using (var db = database.NewContext())
        {
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new VisitFlush(db, a).RunAsync(cancelled.Token));
        }

        a.Visit("/", ScreenClass.Unknown);
        Assert.Equal(4, await FlushAsync(database, a));
        await using var after = database.NewContext();
        Assert.Equal(2, (await after.PageVisits.SingleAsync(Ct)).Visits);
    }

    [Theory]
    [InlineData("Khai sinh cho con", "khai sinh cho con")]
    [InlineData("0912 345 678", "")]
    [InlineData("CCCD 006090001234!", "cccd")]
    [InlineData(null, "")]
    [InlineData("một hai ba bốn năm sáu bảy tám chín mười", "mot hai ba bon nam sau bay tam")]
    public void Words_AsTyped_AreFoldedWithoutDigitsAndCut(string? typed, string kept) => Assert.Equal(kept, VisitCounters.Words(typed));

    /// <summary>Nobody fills the memory with addresses of their own: what is counted is bounded.</summary>
    [Fact]
    public async Task Count_MoreThanFits_IsNotCounted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (a, _) = await CountersAsync(database);
        for (var i = 0; i < VisitCounters.Most + 50; i++)
        {
            a.Miss(string.Concat(i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('a' + (d - '0')))));
        }

        await FlushAsync(database, a);
        await using var db = database.NewContext();
        Assert.Equal(VisitCounters.Most, await db.SearchMissMarks.CountAsync(Ct));
        Assert.Equal(VisitCounters.Most + 50, (await db.SearchMisses.SingleAsync(Ct)).Asked);
    }

    private static async Task<(VisitCounters A, VisitCounters B)> CountersAsync(TestDatabase database)
    {
        var vault = await database.UseAsync((PersonalDataVault v) => Task.FromResult(v));
        return (new VisitCounters(vault, database.Clock), new VisitCounters(vault, database.Clock));
    }

    private static async Task<int> FlushAsync(TestDatabase database, VisitCounters counters)
    {
        await using var db = database.NewContext();
        return await new VisitFlush(db, counters).RunAsync(Ct);
    }
}
