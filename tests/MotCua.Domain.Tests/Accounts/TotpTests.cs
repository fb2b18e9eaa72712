using System.Text;
using CsCheck;
using MotCua.Domain.Accounts;

namespace MotCua.Domain.Tests.Accounts;

/// <summary>One-time codes against the vectors of RFC 6238 (last six digits) and RFC 4648.</summary>
public sealed class TotpTests
{
    private static readonly string Secret = Totp.ToBase32(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_Rfc6238AppendixB_IsTheCode(long seconds, string code) => Assert.Equal(code, Totp.CodeOf(Secret, seconds / Totp.StepSeconds));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void ToBase32_Rfc4648Section10_IsTheText(string plain, string text) => Assert.Equal(text, Totp.ToBase32(Encoding.ASCII.GetBytes(plain)));

    [Fact]
    public void FromBase32_OfToBase32_IsTheSame() => Gen.Byte.Array[0, 40].Sample(bytes => Assert.Equal(bytes, Totp.FromBase32(Totp.ToBase32(bytes).ToLowerInvariant())));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Accept_OneStepOnEitherSide_IsAccepted(int steps, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_658_710_800);
        var step = Totp.StepOf(now) + steps;
        Assert.Equal(accepted ? step : null, Totp.Accept(Secret, Totp.CodeOf(Secret, step), now, lastStep: 0));
    }

    [Fact]
    public void Accept_SameStepAgain_IsRefused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_658_710_800);
        var code = Totp.CodeOf(Secret, Totp.StepOf(now));
        var used = Totp.Accept(Secret, code, now, 0)!.Value;
        Assert.Null(Totp.Accept(Secret, code, now, used));
        Assert.Null(Totp.Accept(Secret, Totp.CodeOf(Secret, used - 1), now, used));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("１２３４５６")]
    [InlineData(null)]
    public void Accept_NotSixDigits_IsRefused(string? typed) => Assert.Null(Totp.Accept(Secret, typed, DateTimeOffset.UnixEpoch.AddYears(50), 0));

    [Fact]
    public void Accept_WithSpaces_IsAccepted()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_658_710_800);
        var code = Totp.CodeOf(Secret, Totp.StepOf(now));
        Assert.NotNull(Totp.Accept(Secret, $" {code[..3]} {code[3..]} ", now, 0));
    }

    [Theory]
    [InlineData("nui-song-thac-ho", "lan.ht", true)]
    [InlineData("ngan", "lan.ht", false)]
    [InlineData("lan.ht-suoi-rung", "lan.ht", false)]
    [InlineData("matkhau123456", "lan.ht", false)]
    [InlineData("aaaaaaaaaaaaaaaa", "lan.ht", false)]
    [InlineData("password-nui-song-thac", "lan.ht", true)]
    public void Fits_LongAndNotGuessable_IsAccepted(string password, string userName, bool fits) => Assert.Equal(fits, PasswordRules.Fits(password, userName));
}
