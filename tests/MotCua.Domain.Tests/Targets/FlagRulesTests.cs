using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

public sealed class FlagRulesTests
{
    private static readonly FlagThresholds Limits = new() { BurstMinutes = 30, PerSession = 4, PerAccount = 5, PerNetwork = 6, VisitMinutes = 15, AfterVisits = 2, LeastRatings = 5, EndedForRatings = 10, OneSourcePercent = 60, SelfFromOffice = 3, PeopleAsSelf = 4 };
    private static readonly DateOnly Day = new(2022, 7, 4);
    private static readonly DateTimeOffset Nine = ProvinceTime.At(Day, new TimeOnly(9, 0));

    [Theory]
    [InlineData(3, 5, 0)]
    [InlineData(4, 5, 1)]
    [InlineData(4, 10, 1)]
    [InlineData(4, 11, 0)]
    [InlineData(9, 11, 0)]
    public void Bursts_OfASession_AreSignsWithinTheMinutesOnly(int filings, int minutesApart, int signs)
    {
        var filed = Enumerable.Range(0, filings).Select(i => Filed(Nine.AddMinutes(i * minutesApart), session: "s", account: $"a{i}", network: $"n{i}")).ToList();

        var found = FlagRules.Bursts(filed, Limits).ToList();

        Assert.Equal(signs, found.Count);
        Assert.All(found, f => Assert.Equal((FlagKind.SessionBurst, "stp", Day, "s", 4, 4), (f.Kind, f.Unit, f.Day, f.Source, f.Count, f.Threshold)));
        Assert.All(found, f => Assert.Equal(filed.Take(4).Select(x => x.Dossier), f.Dossiers));
    }

    [Fact]
    public void Bursts_FromOneNetworkAtTwoUnits_AreCountedForEach()
    {
        var filed = Enumerable.Range(0, 12).Select(i => Filed(Nine.AddMinutes(i), network: "n", account: $"a{i}", session: $"s{i}") with { Unit = i % 2 == 0 ? "stp" : "sxd" }).ToList();

        Assert.Equal([(FlagKind.NetworkBurst, "stp", 6), (FlagKind.NetworkBurst, "sxd", 6)], FlagRules.Bursts(filed, Limits).Select(f => (f.Kind, f.Unit, f.Count)).Order());
    }

    [Fact]
    public void Bursts_OfUnknownSources_AreNoSigns() => Assert.Empty(FlagRules.Bursts([.. Enumerable.Range(0, 50).Select(i => Filed(Nine.AddSeconds(i), session: "", account: "", network: ""))], Limits));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(15, 1)]
    [InlineData(16, 0)]
    [InlineData(-1, 0)]
    public void AfterVisits_WithinTheMinutesAfterTheVisit_AreSigns(int minutes, int signs) => Assert.Equal(signs, FlagRules.AfterVisits(
        [new(Guid.NewGuid(), "stp", Nine, Nine.AddMinutes(minutes)), new(Guid.NewGuid(), "stp", Nine, Nine.AddMinutes(minutes)), new(Guid.NewGuid(), "sxd", Nine, Nine.AddMinutes(1))], Limits).Count());

    [Fact]
    public void AfterVisits_OneFilingAfterTwoVisits_CountsOnce()
    {
        var dossier = Guid.NewGuid();
        Assert.Empty(FlagRules.AfterVisits([new(dossier, "stp", Nine, Nine.AddMinutes(2)), new(dossier, "stp", Nine.AddMinutes(1), Nine.AddMinutes(2))], Limits));
    }

    [Theory]
    [InlineData("3333", 10, FlagKind.FewRatings, 4)]
    [InlineData("3333", 9, null, 0)]
    [InlineData("3313", 10, null, 0)]
    [InlineData("33333", 10, FlagKind.RatingsFromOneSource, 3)]
    [InlineData("33323", 10, FlagKind.RatingsFromOneSource, 3)]
    [InlineData("33333333", 10, null, 0)]
    public void Ratings_AllSatisfied_AreSignsWhenFewOrOfOneSource(string scores, int ended, FlagKind? kind, int count)
    {
        // The first three of one source
        var rated = scores.Select((s, i) => new RatedDossier(Guid.Parse($"00000000-0000-0000-0000-00000000000{i}"), "stp", new DateOnly(2022, 7, 1), s - '0', i < 3 ? "a" : $"b{i}")).ToList();

        var found = FlagRules.Ratings(rated, (_, _) => ended, Limits).ToList();

        Assert.Equal(kind, found.SingleOrDefault()?.Kind);
        Assert.Equal(count, found.SingleOrDefault()?.Count ?? 0);
    }

    [Fact]
    public void Assisted_AsSelfFromAnOffice_IsASign()
    {
        var filed = Enumerable.Range(0, 3).Select(i => Filed(Nine.AddHours(i), network: "office", account: $"a{i}")).ToList();

        Assert.Equal((FlagKind.SelfFromOffice, 3), Assert.Single(FlagRules.Assisted(filed, new HashSet<(DateOnly, string)> { (Day, "office") }, Limits).Select(f => (f.Kind, f.Count))));
        Assert.Empty(FlagRules.Assisted(filed, new HashSet<(DateOnly, string)> { (Day.AddDays(1), "office") }, Limits));
        Assert.Empty(FlagRules.Assisted([.. filed.Select(f => f with { IsSelf = false })], new HashSet<(DateOnly, string)> { (Day, "office") }, Limits));
    }

    [Fact]
    public void Assisted_OneNetworkForManyPeople_CountsPeopleNotDossiers()
    {
        var filed = Enumerable.Range(0, 8).Select(i => Filed(Nine.AddMinutes(i * 40), network: "n", account: $"a{i % 4}") with { Applicant = $"p{i % 4}" }).ToList();

        var found = Assert.Single(FlagRules.Assisted(filed, new HashSet<(DateOnly, string)>(), Limits));

        Assert.Equal((FlagKind.ManyPeopleAsSelf, 4, 8), (found.Kind, found.Count, found.Dossiers.Count));
        Assert.Empty(FlagRules.Assisted([.. filed.Select(f => f with { Applicant = "p" })], new HashSet<(DateOnly, string)>(), Limits));
    }

    private static FiledTrace Filed(DateTimeOffset at, string session = "s", string network = "n", string account = "a") => new(Guid.NewGuid(), "stp", at, session, network, account, account, true);
}
