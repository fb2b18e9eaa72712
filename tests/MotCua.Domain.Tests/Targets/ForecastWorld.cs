using MotCua.Domain.Calendar;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>
/// A made-up group of units over two years and a half: weekdays, months and Tết, overdispersed days, a share that grows, wanders and jumps. What it knows
/// of its own making the forecast does not.
/// </summary>
internal sealed class ForecastWorld
{
    public static readonly DateOnly First = new(2022, 1, 1);
    public static readonly DateOnly Last = new(2024, 6, 30);

    private ForecastWorld(IReadOnlyList<DayCounts> units, DayCounts group) => (Units, Group) = (units, group);

    public static ForecastCalendar Calendar { get; } = ForecastCalendar.Of(new WorkingCalendar(new ProvinceHolidays([], [])), First, Last);

    public static ILookup<string, OfferDays> NoPeers { get; } = Array.Empty<OfferDays>().ToLookup(o => o.Code);

    public IReadOnlyList<DayCounts> Units { get; }

    public DayCounts Group { get; }

    /// <summary>The 18 months from 2023-01, each with the one before: 54 points at which to cut.</summary>
    public static IReadOnlyList<(DaySpan Period, DaySpan Before)> Months { get; } =
        [.. Enumerable.Range(0, 18).Select(i => (Month(new DateOnly(2023, 1, 1).AddMonths(i)), Month(new DateOnly(2023, 1, 1).AddMonths(i - 1))))];

    /// <summary>Quarters beginning with each of 16 months, each with the one before.</summary>
    public static IReadOnlyList<(DaySpan Period, DaySpan Before)> Quarters { get; } =
        [.. Enumerable.Range(0, 16).Select(i => new DateOnly(2023, 1, 1).AddMonths(i)).Select(d => (new DaySpan(d, d.AddMonths(3).AddDays(-1)), new DaySpan(d.AddMonths(-3), d.AddDays(-1))))];

    /// <param name="seed">Same seed, same world.</param>
    /// <param name="units">How many.</param>
    /// <param name="isCalm">True: a share that neither grows nor wanders nor jumps.</param>
    public static ForecastWorld Make(int seed, int units = 8, bool isCalm = false)
    {
        var random = new Random(seed);
        var group = new DayCounts(First, Last);
        var made = new List<DayCounts>();
        var weekdays = new double[7];
        for (var i = 0; i < 7; i++) weekdays[i] = 0.75 + (random.NextDouble() * 0.5);
        var months = new double[13];
        for (var i = 0; i < 13; i++) months[i] = 0.75 + (random.NextDouble() * 0.5);
        for (var u = 0; u < units; u++)
        {
            var counts = new DayCounts(First, Last);
            var rate = 3 * Math.Pow(20, random.NextDouble());
            // Logit of the share: where it starts, what it grows a year, how it wanders, when it jumps
            var logit = -2 + (random.NextDouble() * 2);
            var growth = isCalm ? 0 : random.NextDouble() * 1.2;
            var wander = isCalm ? 0 : 0.02 + (random.NextDouble() * 0.04);
            var level = 1.0;
            foreach (var day in Calendar.Open)
            {
                if (!isCalm && random.NextDouble() < 1.0 / 170) logit += (random.NextDouble() - 0.3) * 1.2;
                if (random.NextDouble() < 1.0 / 150) level *= 0.7 + (random.NextDouble() * 0.7);
                logit += (growth / 250) + (wander * Normal(random));
                var tet = new WorkingCalendar(new ProvinceHolidays([], [])).NewYearOf(day.Year)!.Value.DayNumber - day.DayNumber;
                var season = months[day.Month] * (tet is > 0 and < 10 ? 0.5 : tet is < 0 and > -14 ? 0.6 : 1);
                var mean = rate * level * season * weekdays[(int)day.DayOfWeek] * Math.Exp((0.25 * Normal(random)) - 0.03);
                var below = Poisson(random, mean);
                var share = 1 / (1 + Math.Exp(-(logit + ((isCalm ? 0.05 : 0.25) * Normal(random)))));
                var above = 0;
                for (var k = 0; k < below; k++) above += random.NextDouble() < share ? 1 : 0;
                counts.Add(day, above, below);
                group.Add(day, above, below);
            }

            made.Add(counts);
        }

        return new ForecastWorld(made, group);
    }

    /// <summary>Services of a unit: a few that people often send online, many that they seldom or never do, a rate that grows and wanders.</summary>
    public static IReadOnlyList<OfferDays> MakeOffers(int seed, int count, bool areAlike = false)
    {
        var random = new Random(seed);
        var (common, offers) = (0.0, new List<(List<DateOnly> Online, List<DateOnly> Any, double Rate)>());
        for (var i = 0; i < count; i++) offers.Add(([], [], areAlike ? Math.Exp(-2.8 + (0.25 * Normal(random))) : Math.Exp(-4.2 + (1.9 * Normal(random)))));
        foreach (var day in Calendar.Open)
        {
            common += (0.8 / 250 * (seed % 3)) + (0.03 * Normal(random)) - (0.01 * common);
            foreach (var (online, any, rate) in offers)
            {
                var has = random.NextDouble() < 1 - Math.Exp(-rate * Math.Exp(common));
                if (has) online.Add(day);
                if (has || random.NextDouble() < 1 - Math.Exp(-rate * 1.5)) any.Add(day);
            }
        }

        return [.. offers.Select((o, i) => new OfferDays($"1.{i:000000}", o.Online, o.Any))];
    }

    private static DaySpan Month(DateOnly first) => new(first, first.AddMonths(1).AddDays(-1));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Poisson(Random random, double mean)
    {
        if (mean > 40) return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
        var (limit, product, count) = (Math.Exp(-mean), 1.0, -1);
        do
        {
            product *= random.NextDouble();
            count++;
        }
        while (product > limit);
        return count;
    }
}
