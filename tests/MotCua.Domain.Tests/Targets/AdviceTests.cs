using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>What to do next: every promised gain is the indicator counted anew, dossier by dossier; order, medians, bad input.</summary>
public sealed class AdviceTests
{
    private static readonly IReadOnlyDictionary<string, decimal> Targets = new Dictionary<string, decimal> { ["ct1"] = 100, ["ct2"] = 60, ["ct3"] = 30 };

    private static readonly IReadOnlyDictionary<AdviceKind, decimal> Efforts = new Dictionary<AdviceKind, decimal>
    {
        [AdviceKind.FirstOnline] = 3,
        [AdviceKind.OfferFull] = 10,
        [AdviceKind.OfferService] = 15,
        [AdviceKind.DeskPaper] = 5,
        [AdviceKind.SelfFiling] = 8,
    };

    /// <summary>The worked example of docs/law.md: unit U with ten procedures; a group whose median of all services is 40 %.</summary>
    [Fact]
    public void For_WorkedExample_PromisesWhatTheCountsGive()
    {
        var question = Example();
        Assert.Equal([new(6, 6), new(4, 8), new(20, 99), new(20, 99)], OfferFigures.Moved.Select(i => OfferFigures.Of(question.Offers, i)));
        var items = Advice.For(question);

        // d: 5 on paper, none online; 40 % of 5 are 2. One procedure more of 8, two dossiers more of 99
        var d = items.Single(i => i.Change.Procedure == "d");
        Assert.Equal((AdviceKind.FirstOnline, AdviceBasis.SameGroup, 2L), (d.Kind, d.Basis, d.Moved));
        Assert.Equal([("ct2", new Ratio(4, 8), new Ratio(5, 8)), ("ct3", new Ratio(20, 99), new Ratio(22, 99))], d.Effects.Select(e => (e.Indicator.Code, e.Before, e.After)));
        Assert.Equal((true, false), (d.Effects[0].Reaches, d.Effects[1].Reaches));

        // j: 30 without a service; 40 % are 12: a ninth service with online dossiers
        var j = items.Single(i => i.Change.Procedure == "j");
        Assert.Equal((AdviceKind.OfferService, 12L), (j.Kind, j.Moved));
        Assert.Equal([("ct2", new Ratio(5, 9)), ("ct3", new Ratio(32, 99))], j.Effects.Select(e => (e.Indicator.Code, e.After)));

        // h has 4 of 10 online already, which is the median; e and f had nothing
        Assert.DoesNotContain(items, i => i.Change.Procedure is "e" or "f" or "h");

        // The gap of ct2 is 10 points: what d gains beyond the target is of no use
        Assert.Equal(10m + (200m / 99), d.Useful);
        Assert.Equal(d.Useful / 3, d.UsefulPerDay);
        Assert.Equal(items.OrderByDescending(i => i.UsefulPerDay).Select(i => i.Change.Procedure), items.Select(i => i.Change.Procedure));
    }

    /// <summary>How far down the list a missed target is: counted on the facts after each step, not by adding gains.</summary>
    [Fact]
    public void Reaching_MissedTargets_SaysHowFarDownTheList()
    {
        var question = Example();
        var items = Advice.For(question);
        var reach = Advice.Reaching(question, items);
        Assert.Equal(["ct2", "ct3"], reach.Select(r => r.Indicator.Code));

        // ct2 4/8: d alone makes 5/8; ct3 20/99 needs 30: g 4, d 2, then 4 more of what stands next
        Assert.Equal((1, true, new Ratio(5, 8)), (reach[0].Count, reach[0].IsMet, reach[0].After));
        Assert.True(reach[1].IsMet);
        var steps = items.Where(i => i.Effects.Any(e => e.Indicator == Indicators.Ct3)).Take(reach[1].Count).ToList();
        Assert.Equal(Advice.Together(question, steps).Single(e => e.Indicator == Indicators.Ct3).After, reach[1].After);
        Assert.Equal(Attainment.NotMet, Advice.Together(question, steps.SkipLast(1)).Single(e => e.Indicator == Indicators.Ct3).After.Against(30));
        Assert.Equal(steps.Sum(i => i.EffortDays), reach[1].Days);
        Assert.Empty(Advice.Reaching(Question([]), []));
        var far = Question([Paper("u", "a", 50)]);
        Assert.False(Advice.Reaching(far, Advice.For(far)).Single(r => r.Indicator == Indicators.Ct3).IsMet);
    }

    [Fact]
    public void For_EligibleButNotFull_MovesCt1Alone()
    {
        var question = Question([Offer("u", "a", 3) with { Eligible = true, Accepted = 4, OfServices = 4, Online = 4, OnlineOfServices = 4 }, Offer("u", "b", 4) with { Eligible = true }]);
        var item = Assert.Single(Advice.For(question));
        Assert.Equal((AdviceKind.OfferFull, AdviceBasis.LevelAlone, 0L), (item.Kind, item.Basis, item.Moved));
        var effect = Assert.Single(item.Effects);
        Assert.Equal((Indicators.Ct1, new Ratio(1, 2), new Ratio(2, 2), true), (effect.Indicator, effect.Before, effect.After, effect.Reaches));
    }

    /// <summary>Without a unit to compare with, one dossier is promised and no more.</summary>
    [Fact]
    public void For_NobodyToCompareWith_PromisesTheFirstDossier()
    {
        var item = Assert.Single(Advice.For(Question([Paper("u", "a", 50)])));
        Assert.Equal((AdviceBasis.FirstDossier, 1L), (item.Basis, item.Moved));
        Assert.Equal([new Ratio(1, 1), new Ratio(1, 50)], item.Effects.Where(e => e.Indicator != Indicators.Ct3Self).Select(e => e.After));
    }

    /// <summary>The median of the same procedure comes before that of the group; an odd unit moves no median.</summary>
    [Fact]
    public void For_PeersOfTheSameProcedure_GiveTheShare()
    {
        var question = Question([Paper("u", "a", 10)], [[Part("p1", "a", 10, 2)], [Part("p2", "a", 10, 3)], [Part("p3", "a", 10, 10)]]);
        var item = Assert.Single(Advice.For(question));
        Assert.Equal((AdviceBasis.SameProcedure, 0.3m, 3L), (item.Basis, item.Change.OnlineShare, item.Moved));
    }

    /// <summary>Desks of a district are held against desks of their level; communes below the median get advice, too small ones none.</summary>
    [Fact]
    public void For_District_NamesTheDesksBelowTheirLike()
    {
        var question = Question([Part("x1", "a", 20, 10), Part("x2", "a", 20, 2), Part("x3", "a", 4, 0)], [[Part("y1", "a", 20, 8), Part("y2", "a", 20, 12)]], communes: ["x1", "x2", "x3", "y1", "y2"]);
        var items = Advice.For(question);
        var desk = Assert.Single(items, i => i.Kind == AdviceKind.DeskPaper);
        Assert.Equal(("x2", 0.5m, 8L), (desk.Change.Unit, desk.Change.OnlineShare, desk.Moved));
        Assert.Equal([new Ratio(20, 44)], desk.Effects.Where(e => e.Indicator == Indicators.Ct3).Select(e => e.After));
    }

    [Fact]
    public void For_CommuneWhereFewSendByThemselves_CountsTheHelpedFirst()
    {
        var helped = Part("x1", "a", 20, 10) with { SelfOnlineOfServices = 2 };
        var question = Question([helped, Part("x2", "a", 20, 16) with { SelfOnlineOfServices = 16 }], [[Part("y1", "a", 20, 8) with { SelfOnlineOfServices = 8 }]], communes: ["x1", "x2", "y1"]);
        var item = Assert.Single(Advice.For(question), i => i.Kind == AdviceKind.SelfFiling);

        // Median of the others 60 %: 12 of 20; 8 were helped online, 2 came with paper
        Assert.Equal(("x1", 2L), (item.Change.Unit, item.Moved));
        Assert.Equal([("ct3", new Ratio(28, 40)), ("ct3.self", new Ratio(28, 40))], item.Effects.Select(e => (e.Indicator.Code, e.After)));
        Assert.Null(item.Effects[1].Target);
    }

    [Fact]
    public void For_NothingThere_IsEmpty()
    {
        Assert.Empty(Advice.For(Question([])));
        Assert.Empty(Advice.For(Question([Offer("u", "a", 3), Offer("u", "b", 2)])));
        Assert.Empty(Advice.For(Question([Part("u", "a", 10, 10) with { SelfOnlineOfServices = 10 }])));
    }

    /// <summary>
    /// Whatever the facts: flipping exactly the promised dossiers and services and counting each indicator from single dossiers gives exactly the promised
    /// figure, for every advice and for the first three together; nothing is lost or made.
    /// </summary>
    [Fact]
    public void For_AnyFacts_PromiseIsTheCountAfterTheChange()
    {
        var dossier = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Bool, (u, p, online, self, on) => new Single($"x{u}", $"p{p}", online, online && self, on));
        var service = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], (level, eligible) => (Level: level < 2 ? 0 : level, Eligible: eligible == 2 ? (bool?)null : eligible == 1));
        Gen.Select(dossier.Array[0, 60], service.Array[20, 20], dossier.Array[0, 40], (dossiers, services, peers) => (dossiers, services, peers)).Sample(w =>
        {
            var world = World.Of(w.dossiers, w.services);
            var peers = World.Of(w.peers, [.. w.services.Select(s => (Level: 3, s.Eligible))]).Facts();
            var question = Question(world.Facts(), [peers], communes: ["x1", "x2", "x3"]);
            var items = Advice.For(question);
            foreach (var item in items)
            {
                var after = item.Change.ApplyTo(question.Offers);
                Check(world, question.Offers, after, item.Effects);
                Assert.Equal(after.Sum(o => o.Online) - question.Offers.Sum(o => o.Online), item.Moved);
                Assert.True(item.Useful <= item.Effects.Sum(e => Math.Max(0, e.Points)));
            }

            var three = items.Take(3).ToList();
            Check(world, question.Offers, three.Aggregate(question.Offers, (row, i) => i.Change.ApplyTo(row)), Advice.Together(question, three));
        }, iter: 2000);
    }

    private static void Check(World world, IReadOnlyList<OfferFacts> before, IReadOnlyList<OfferFacts> after, IReadOnlyList<AdviceEffect> effects)
    {
        var changed = world.Flip(before, after);
        foreach (var indicator in OfferFigures.Moved)
        {
            var promised = effects.FirstOrDefault(e => e.Indicator == indicator)?.After ?? OfferFigures.Of(before, indicator);
            Assert.Equal(changed.Count(indicator), promised);
        }

        foreach (var (old, now) in before.Zip(after))
        {
            Assert.Equal(old.Accepted, now.Accepted);
            Assert.True(now.Online >= old.Online && now.SelfOnlineOfServices >= old.SelfOnlineOfServices && now.SelfOnlineOfServices <= now.OnlineOfServices && now.OnlineOfServices <= now.OfServices && now.OfServices <= now.Accepted);
        }
    }

    private static AdviceQuestion Example()
    {
        (string Code, int Level, long Online, long Direct)[] offers =
            [("a", 4, 12, 8), ("b", 4, 3, 0), ("c", 4, 1, 0), ("d", 4, 0, 5), ("e", 4, 0, 0), ("f", 4, 0, 0), ("g", 3, 0, 10), ("h", 3, 4, 6), ("i", 2, 0, 20), ("j", 2, 0, 30)];
        return Question(
            [.. offers.Select(o => new OfferFacts("u", o.Code)
            {
                Level = o.Level,
                Eligible = o.Level == 4,
                Accepted = o.Online + o.Direct,
                Online = o.Online,
                OfServices = o.Level > 2 ? o.Online + o.Direct : 0,
                OnlineOfServices = o.Online,
                SelfOnlineOfServices = o.Online,
            })],
            [[Part("p1", "z", 10, 4)], [Part("p2", "z", 100, 10)], [Part("p3", "z", 10, 9)]]);
    }

    private static AdviceQuestion Question(IReadOnlyList<OfferFacts> offers, IReadOnlyList<IReadOnlyList<OfferFacts>>? peers = null, string[]? communes = null) =>
        new(offers, peers ?? [], (communes ?? []).ToHashSet(), Targets, Efforts);

    private static OfferFacts Offer(string unit, string procedure, int level) => new(unit, procedure) { Level = level };

    private static OfferFacts Paper(string unit, string procedure, long count) => Part(unit, procedure, count, 0);

    private static OfferFacts Part(string unit, string procedure, long count, long online) =>
        Offer(unit, procedure, 3) with { Accepted = count, OfServices = count, Online = online, OnlineOfServices = online };

    /// <summary>One dossier.</summary>
    private sealed record Single(string Unit, string Procedure, bool Online, bool Self, bool OnService);

    /// <summary>Dossiers one by one, and services: counted without any of the code under test.</summary>
    private sealed record World(IReadOnlyList<Single> Dossiers, IReadOnlyDictionary<(string Unit, string Procedure), (int Level, bool? Eligible)> Services)
    {
        public static World Of(IReadOnlyList<Single> dossiers, (int Level, bool? Eligible)[] services)
        {
            var offers = Enumerable.Range(0, 20).Where(i => services[i].Level > 0).ToDictionary(i => ($"x{i / 5}", $"p{i % 5}"), i => services[i]);
            // On days before it was a service a dossier is none of a service
            return new World([.. dossiers.Select(d => d with { OnService = d.OnService && offers.TryGetValue((d.Unit, d.Procedure), out var s) && s.Level > 2, Self = d.Self })], offers);
        }

        public IReadOnlyList<OfferFacts> Facts() =>
        [
            .. Dossiers.Select(d => (d.Unit, d.Procedure)).Concat(Services.Keys).Distinct().Order().Select(key =>
            {
                var own = Dossiers.Where(d => (d.Unit, d.Procedure) == key).ToList();
                var (level, eligible) = Services.GetValueOrDefault(key);
                return new OfferFacts(key.Unit, key.Procedure)
                {
                    Level = level,
                    Eligible = level > 0 ? eligible : null,
                    Accepted = own.Count,
                    Online = own.Count(d => d.Online),
                    SelfOnline = own.Count(d => d.Self),
                    OfServices = own.Count(d => d.OnService),
                    OnlineOfServices = own.Count(d => d.OnService && d.Online),
                    SelfOnlineOfServices = own.Count(d => d.OnService && d.Self),
                };
            }),
        ];

        public World Flip(IReadOnlyList<OfferFacts> before, IReadOnlyList<OfferFacts> after)
        {
            var dossiers = Dossiers.ToList();
            var services = Services.ToDictionary(s => s.Key, s => s.Value);
            foreach (var (old, now) in before.Zip(after))
            {
                var places = Enumerable.Range(0, dossiers.Count).Where(i => dossiers[i].Unit == old.Unit && dossiers[i].Procedure == old.Procedure).ToList();
                if (now.Level != old.Level) services[(old.Unit, old.Procedure)] = (now.Level, old.Eligible);
                if (now.Level > 2 && old.Level <= 2) places.ForEach(i => dossiers[i] = dossiers[i] with { OnService = true });
                foreach (var i in places.Where(i => dossiers[i].OnService && !dossiers[i].Online).Take((int)(now.Online - old.Online))) dossiers[i] = dossiers[i] with { Online = true };
                var self = places.Count(i => dossiers[i].OnService && dossiers[i].Self);
                foreach (var i in places.Where(i => dossiers[i].OnService && dossiers[i].Online && !dossiers[i].Self).Take((int)now.SelfOnlineOfServices - self)) dossiers[i] = dossiers[i] with { Self = true };
            }

            return new World(dossiers, services);
        }

        public Ratio Count(IndicatorDefinition indicator)
        {
            if (indicator == Indicators.Ct3) return new Ratio(Dossiers.Count(d => d.OnService && d.Online), Dossiers.Count);
            if (indicator == Indicators.Ct3Self) return new Ratio(Dossiers.Count(d => d.OnService && d.Self), Dossiers.Count);
            var (above, below) = (0, 0);
            foreach (var procedure in Services.Keys.Select(k => k.Procedure).Distinct())
            {
                var offers = Services.Where(s => s.Key.Procedure == procedure).ToList();
                var isBelow = indicator == Indicators.Ct1 ? offers.Exists(o => o.Value.Eligible == true) : offers.Exists(o => o.Value.Level > 2);
                var isAbove = indicator == Indicators.Ct1 ? offers.TrueForAll(o => o.Value.Level == 4)
                    : offers.Exists(o => o.Value.Level > 2 && Dossiers.Any(d => d.Online && (d.Unit, d.Procedure) == o.Key));
                below += isBelow ? 1 : 0;
                above += isBelow && isAbove ? 1 : 0;
            }

            return new Ratio(above, below);
        }
    }
}
