using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Kernel;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("2023-08-31 09:00", "2023-08-31T09:00:00+07:00")]
    [InlineData("2023-08-31T09:00", "2023-08-31T09:00:00+07:00")]
    [InlineData("2023-08-31T09:00:01", "2023-08-31T09:00:01+07:00")]
    [InlineData("2023-08-31T09:00:00+07:00", "2023-08-31T09:00:00+07:00")]
    [InlineData("2023-08-31T02:00:00Z", "2023-08-31T09:00:00+07:00")]
    [InlineData("2023-08-31T02:00:00.5Z", "2023-08-31T09:00:00.5+07:00")]
    [InlineData("2023-08-30T22:00:00-04:00", "2023-08-31T09:00:00+07:00")]
    public void TryParse_OfContractWritings_GivesLocalInstant(string text, string expected)
    {
        Assert.True(InstantText.TryParse(text, out var instant));
        Assert.Equal(expected, InstantText.Local(instant));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-08-31")]
    [InlineData("31/08/2023 09:00")]
    [InlineData("2023-02-30 09:00")]
    [InlineData("2023-08-31 24:00")]
    [InlineData("0001-01-01 00:00")]
    [InlineData("9999-12-31T23:59:59-10:00")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("9999-12-31T00:00:00")]
    [InlineData("hôm qua")]
    public void TryParse_OfAnythingElse_Refuses(string text) => Assert.False(InstantText.TryParse(text, out _));
}
