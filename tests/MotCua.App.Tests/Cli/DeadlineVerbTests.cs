using MotCua.Cli;

namespace MotCua.App.Tests.Cli;

/// <summary><c>motcua deadline</c> and the conventions of every verb, by the contract.</summary>
public sealed class DeadlineVerbTests
{
    [Theory]
    [InlineData("2023-08-31 20:00", "8 hours", "2023-09-05T17:00:00+07:00")]
    [InlineData("2023-08-31T09:00:00+07:00", "8 hours", "2023-09-05T09:00:00+07:00")]
    [InlineData("2024-04-26T02:00:00Z", "3 days", "2024-05-04T17:00:00+07:00")]
    [InlineData("2023-01-31 10:00", "1 months", "2023-02-28T17:00:00+07:00")]
    [InlineData("2022-10-24 15:00:01", "same-day", "2022-10-25T17:00:00+07:00")]
    [InlineData("2023-08-25 10:00", "7 calendar-days", "2023-09-05T17:00:00+07:00")]
    public async Task Deadline_OfAContractCall_PrintsTheDueInstantAlone(string accepted, string limit, string due)
    {
        var (exit, output, error) = await RunAsync("deadline", "--unit", "sgddt", "--accepted", accepted, "--limit", limit);
        Assert.Equal((0, due + "\n", ""), (exit, output, error));
    }

    [Fact]
    public async Task Deadline_Explained_AddsOneLineADay()
    {
        var (exit, output, _) = await RunAsync("deadline", "--unit=sgddt", "--accepted=2024-04-26 09:00", "--limit=1 days", "--explain");
        Assert.Equal(0, exit);
        Assert.Equal(
            """
            2024-05-02T17:00:00+07:00
            26/04/2024 (Thứ Sáu): không tính – ngày bắt đầu (Bộ luật Dân sự Điều 147)
            27/04/2024 (Thứ Bảy): không tính – nghỉ cuối tuần
            28/04/2024 (Chủ Nhật): không tính – nghỉ cuối tuần
            29/04/2024 (Thứ Hai): không tính – Ngày nghỉ hoán đổi (làm bù 04/5/2024)
            30/04/2024 (Thứ Ba): không tính – nghỉ lễ – Ngày Chiến thắng
            01/05/2024 (Thứ Tư): không tính – nghỉ lễ – Ngày Quốc tế Lao động
            02/05/2024 (Thứ Năm): ngày làm việc thứ 1/1; hạn lúc 17:00

            """,
            output);
    }

    [Fact]
    public async Task Deadline_InAYearWithoutCalendar_SaysProvisionalOnStandardError()
    {
        var (exit, output, error) = await RunAsync("deadline", "--unit", "sgddt", "--accepted", "2027-02-03 10:00", "--limit", "2 days");
        Assert.Equal((0, "2027-02-12T17:00:00+07:00\n"), (exit, output));
        Assert.Contains("Tạm tính", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deadline")]
    [InlineData("deadline", "--unit", "khong-co", "--accepted", "2022-10-24 09:00", "--limit", "1 days")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "24/10/2022", "--limit", "1 days")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "0001-01-01 00:00", "--limit", "1 days")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "2022-10-24 09:00", "--limit", "0 days")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "2022-10-24 09:00", "--limit")]
    [InlineData("deadline", "--unit", "sgddt", "--unit", "sct", "--accepted", "2022-10-24 09:00", "--limit", "1 days")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "2022-10-24 09:00", "--limit", "1 days", "--tomorrow")]
    [InlineData("deadline", "--unit", "sgddt", "--accepted", "2022-10-24", "09:00", "--limit", "1", "days")]
    [InlineData("khong-co-lenh")]
    [InlineData]
    public async Task WrongUsage_ExitsTwo_WithTextOnStandardErrorOnly(params string[] words)
    {
        var (exit, output, error) = await RunAsync(words);
        Assert.Equal((2, ""), (exit, output));
        Assert.NotEqual("", error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("deadline", "--help")]
    [InlineData("help", "deadline")]
    public async Task Help_IsInVietnameseAndEnglish(params string[] words)
    {
        var (exit, output, _) = await RunAsync(words);
        Assert.Equal(0, exit);
        Assert.Contains("Tính thời điểm hẹn trả", output, StringComparison.Ordinal);
        Assert.Contains("Prints the due instant", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_ExitsThree()
    {
        var verb = new Verb("ping", "", "", "", [], (_, _) => throw new InvalidOperationException("x", new System.Net.Sockets.SocketException(111)));
        using StringWriter output = new(), error = new();
        Assert.Equal(3, await Dispatcher.RunAsync(["ping"], [verb], output, error, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task Verbs_OfMoreWords_LongestNameWins()
    {
        static Verb Named(string name, int exit) => new(name, "", "", "", [], (_, _) => Task.FromResult(exit));
        using StringWriter output = new(), error = new();
        Assert.Equal(7, await Dispatcher.RunAsync(["measures", "list"], [Named("measures", 6), Named("measures list", 7)], output, error, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    private static async Task<(int Exit, string Out, string Error)> RunAsync(params string[] words)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await Dispatcher.RunAsync(words, Verbs.All, output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
