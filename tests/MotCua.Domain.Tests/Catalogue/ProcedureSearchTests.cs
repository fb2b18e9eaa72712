using CsCheck;
using MotCua.Domain.Calendar;
using MotCua.Domain.Catalogue;

namespace MotCua.Domain.Tests.Catalogue;

public sealed class ProcedureSearchTests
{
    private static readonly SearchableProcedure Birth = new("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "stp", ["xa"], Audience.Citizen, true, ["Giấy khai sinh"]);
    private static readonly SearchableProcedure Marriage = new("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", "stp", ["xa"], Audience.Citizen, true, []);
    private static readonly SearchableProcedure House = new("1.013225", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Hoạt động xây dựng", "sxd", ["huyen"], Audience.Both, true, []);
    private static readonly SearchableProcedure Shop = new("1.001612", "Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh", "skhdt", ["huyen"], Audience.Business, false, []);
    private static readonly SearchableProcedure LandBook = new("1.012783", "Cấp đổi Giấy chứng nhận quyền sử dụng đất", "Đất đai", "stnmt", ["tinh"], Audience.Citizen, false, []);

    private static readonly SearchVocabulary Vocabulary = new(
        [new Synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất", ["1.012783"]), new Synonym("đk", "đăng ký", []), new Synonym("cưới", "đăng ký kết hôn", ["1.000894"])],
        [new LifeEvent("sinh-con", "Sinh con", Audience.Citizen, ["1.001193"], []), new LifeEvent("ho-tich", "Hộ tịch", Audience.Citizen, ["1.000894"], ["Hộ tịch"])]);

    private static readonly ProcedureSearch Search = new([Birth, Marriage, House, Shop, LandBook], Vocabulary);

    [Theory]
    [InlineData("đăng ký khai sinh", "1.001193")]
    [InlineData("dang ky khai sinh", "1.001193")]
    [InlineData("DANG KI KHAI SINH", "1.001193")]
    [InlineData("đk khai sinh", "1.001193")]
    [InlineData("khai xinh", "1.001193")] // gõ sai một chữ
    [InlineData("dawng kys khai sinh", "1.001193")] // dấu Telex chưa thành chữ
    [InlineData("khaisinh", "1.001193")] // dính chữ
    [InlineData("sổ đỏ", "1.012783")]
    [InlineData("so do", "1.012783")]
    [InlineData("xin giấy phép xây nhà ở", "1.013225")]
    [InlineData("cuoi vo", "1.000894")]
    [InlineData("1.001612", "1.001612")]
    [InlineData("1001612", "1.001612")]
    [InlineData("1.001612.000.00.00.H03", "1.001612")]
    public void Find_WordsAsPeopleTypeThem_PutsTheProcedureFirst(string text, string code) => Assert.Equal(code, Search.Find(new ProcedureQuery(text))[0].Code);

    [Theory]
    [InlineData("xuất khẩu gạo sang châu âu")]
    [InlineData("9.999999")]
    public void Find_WhatIsNotThere_IsEmpty(string text) => Assert.Empty(Search.Find(new ProcedureQuery(text)));

    [Theory]
    [InlineData("sinh-con", null, null, null, new[] { "1.001193" })]
    [InlineData("ho-tich", null, null, null, new[] { "1.000894", "1.001193" })]
    [InlineData(null, "Hộ tịch", null, null, new[] { "1.000894", "1.001193" })]
    [InlineData(null, null, "huyen", null, new[] { "1.001612", "1.013225" })]
    [InlineData(null, null, null, "stp", new[] { "1.000894", "1.001193" })]
    [InlineData("khong-co", null, null, null, new string[0])]
    public void Find_WithFilter_KeepsOnlyWhatFits(string? life, string? field, string? level, string? org, string[] codes) =>
        Assert.Equal(codes, Search.Find(new ProcedureQuery(null, life, field, level, org)).Select(h => h.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Find_ForBusinesses_LeavesOutWhatIsForCitizensOnly() =>
        Assert.Equal(["1.001612", "1.013225"], Search.Find(new ProcedureQuery(Audience: Audience.Business)).Select(h => h.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Find_WithoutText_PutsWhatPeopleAskForMostFirst() => Assert.Equal(["1.012783", "1.001612"], Search.Find(new ProcedureQuery()).TakeLast(2).Select(h => h.Code));

    [Fact]
    public void Find_LifeEvent_KeepsItsOrder() => Assert.Equal("1.000894", Search.Find(new ProcedureQuery(LifeEvent: "ho-tich"))[0].Code);

    [Fact]
    public void Find_AnyText_NeverThrowsAndIsSortedByScore() =>
        Gen.String[Gen.Char, 0, 60].Sample(text =>
        {
            var hits = Search.Find(new ProcedureQuery(text));
            Assert.Equal(hits.Select(h => h.Score).OrderDescending(), hits.Select(h => h.Score));
        });

    [Theory]
    [InlineData("sinh", "sihn", 1, true)]
    [InlineData("sinh", "xinh", 1, true)]
    [InlineData("sinh", "sin", 1, true)]
    [InlineData("sinh", "tin", 1, false)]
    [InlineData("chungthuc", "chntghc", 2, false)]
    [InlineData("chungthuc", "chugnthcu", 2, true)]
    public void Within_WordsWithMistakes_CountsKeystrokes(string a, string b, int limit, bool within) => Assert.Equal(within, EditDistance.Within(a, b, limit));

    [Fact]
    public void Within_AnyTwoWords_AgreesBothWays() =>
        Gen.Select(Gen.String[Gen.Char['a', 'e'], 0, 8], Gen.String[Gen.Char['a', 'e'], 0, 8], Gen.Int[0, 3])
            .Sample((a, b, limit) => Assert.Equal(EditDistance.Within(a, b, limit), EditDistance.Within(b, a, limit)));

    [Theory]
    [InlineData("1.001193", "1.001193")]
    [InlineData(" 1001193 ", "1.001193")]
    [InlineData("1.001193.000.00.00.H03", "1.001193")]
    [InlineData("1.00119", null)]
    [InlineData("khai sinh", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TryNormalize_Text_GivesTheNationalCode(string? text, string? code) => Assert.Equal(code, ProcedureCode.TryNormalize(text, out var found) ? found : null);

    [Theory]
    [InlineData("Công dân Việt Nam", Audience.Citizen)]
    [InlineData("Doanh nghiệp, Hợp tác xã", Audience.Business)]
    [InlineData("Công dân Việt Nam, Doanh nghiệp", Audience.Both)]
    [InlineData("", Audience.Both)]
    public void AudienceOf_Subjects_IsRead(string subjects, Audience audience) => Assert.Equal(audience, AudienceOf.Subjects(subjects));

    [Fact]
    public void Missing_AProcedureWithNothing_NamesEveryFact()
    {
        var record = new ProcedureRecord { Code = "1.000001", Name = "x" };

        Assert.Equal(Enum.GetValues<MissingFact>(), PublicationReadiness.Missing(record, new HashSet<string> { "stp" }));
        Assert.All(Enum.GetValues<MissingFact>(), f => Assert.NotEmpty(PublicationReadiness.Words(f)));
    }

    [Fact]
    public void Missing_AVerticalProcedure_IsNeverReady()
    {
        var record = new ProcedureRecord
        {
            Code = "1.000001",
            Name = "x",
            OrgKey = "congan-tinh",
            IsVertical = true,
            Levels = ["xa"],
            ExistedBeforeReform = true,
            Completeness = "full",
            Limits = [new RecordedLimit("", TimeLimit.Days(3))],
        };

        Assert.Equal([MissingFact.Unit], PublicationReadiness.Missing(record, new HashSet<string> { "congan-tinh" }));
        Assert.Empty(PublicationReadiness.Missing(record with { IsVertical = false, OrgKey = "stp" }, new HashSet<string> { "stp" }));
    }
}
