using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Targets in force for a unit, percent; null = none.</summary>
internal sealed record DemoGoals(decimal? Services, decimal? Dossiers);

/// <summary>
/// A history of many made-up dossiers as an older system would state them: over the real offers, growing, with seasons and the quiet weeks of Tết, each unit
/// with habits of its own around its targets, so that some meet them and some do not. The same seed tells the same history.
/// </summary>
internal sealed class DemoHistory
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly double[] Seasons = [0.9, 0.75, 1.1, 1.05, 1.0, 1.1, 1.05, 1.15, 1.05, 1.0, 0.95, 0.9];
    private static readonly Dictionary<string, double> LevelShares = new(StringComparer.Ordinal) { ["tinh"] = 0.3, ["huyen"] = 0.2, ["xa"] = 0.5 };

    private readonly List<Habit> _habits = [];
    private readonly double[] _upTo;
    private readonly SeedDemoDossiers _command;
    private readonly DateTimeOffset _cap;
    private readonly WorkingCalendar _calendar;
    private readonly Dictionary<(string Limit, WorkingCalendar Calendar, DateOnly Day), DateTimeOffset> _dues = [];
    private readonly IReadOnlyList<string> _communes;
    private readonly Random _random;

    public DemoHistory(SeedDemoDossiers command, DateTimeOffset cap, DemoProvince province, WorkingCalendar calendar, Func<string, DemoGoals> goalsOf)
    {
        (_command, _cap, _calendar, _random) = (command, cap, calendar, new Random(command.Seed));
        _communes = [.. province.Communes.Select(c => c.Code)];
        foreach (var offer in province.Offers) _habits.Add(new Habit(offer, goalsOf(offer.Unit.Key)));
        var totals = _habits.GroupBy(h => h.Offer.Unit.Level).ToDictionary(g => g.Key, g => g.Sum(h => h.Weight), StringComparer.Ordinal);
        _upTo = new double[_habits.Count];
        var sum = 0.0;
        for (var i = 0; i < _habits.Count; i++) _upTo[i] = sum += _habits[i].Weight / totals[_habits[i].Offer.Unit.Level] * LevelShares.GetValueOrDefault(_habits[i].Offer.Unit.Level, 0.1);
    }

    /// <summary>The dossiers in order of acceptance, one after the other.</summary>
    /// <param name="number">Gives the next number of an offer's unit at a moment.</param>
    public IEnumerable<ImportedState> Tell(Func<DemoOffer, DateTimeOffset, string> number)
    {
        var index = 0;
        foreach (var (day, count, progress) in Days())
        {
            var sessions = _calendar.Day(day).Sessions;
            var minutes = new int[count];
            for (var i = 0; i < count; i++) minutes[i] = Draw.Below(_random, sessions.Sum(s => (int)(s.Closes - s.Opens).TotalMinutes) * 60);
            Array.Sort(minutes);
            foreach (var second in minutes)
            {
                var at = At(day, sessions, second);
                if (at > _cap) at = _cap.AddSeconds(-1 - Draw.Below(_random, 600));
                yield return One(index++, at, progress, number);
            }
        }
    }

    /// <summary>Code of a dossier of a history; another than that of a told one.</summary>
    public static string CodeOf(int seed, int index)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"history/{seed}/{index}")));
        return string.Create(13, bytes, (span, b) =>
        {
            "NH-".CopyTo(span);
            for (var i = 0; i < 10; i++) span[3 + i] = Alphabet[b[i] % 32];
        });
    }

    /// <summary>Working days with their number of dossiers: all of them together exactly as many as asked for.</summary>
    private IEnumerable<(DateOnly Day, int Count, double Progress)> Days()
    {
        var last = ProvinceTime.DateOf(_cap);
        var length = Math.Max(1, last.DayNumber - _command.From.DayNumber);
        var days = new List<(DateOnly Day, double Weight)>();
        for (var day = _command.From; day <= last; day = day.AddDays(1))
        {
            if (_calendar.IsOpen(day)) days.Add((day, Seasons[day.Month - 1] * (0.75 + (0.5 * (day.DayNumber - _command.From.DayNumber) / length)) * OfWeek(day.DayOfWeek) * OfTet(day)));
        }

        if (days.Count == 0) days.Add((last, 1));
        var total = days.Sum(d => d.Weight);
        var (given, sum) = (0, 0.0);
        foreach (var (day, weight) in days)
        {
            sum += weight;
            var until = (int)Math.Round(_command.Count * sum / total, MidpointRounding.AwayFromZero);
            if (until > given) yield return (day, until - given, (double)(day.DayNumber - _command.From.DayNumber) / length);
            given = until;
        }
    }

    private static double OfWeek(DayOfWeek day) => day switch { DayOfWeek.Monday => 1.3, DayOfWeek.Friday => 0.85, DayOfWeek.Saturday => 0.4, _ => 1 };

    private double OfTet(DateOnly day) => _calendar.NewYearOf(day.Year) is { } tet && day.DayNumber - tet.DayNumber is >= -7 and <= 14 ? 0.4 : 1;

    private static DateTimeOffset At(DateOnly day, IReadOnlyList<Session> sessions, int second)
    {
        foreach (var s in sessions)
        {
            var length = (int)(s.Closes - s.Opens).TotalSeconds;
            if (second < length) return ProvinceTime.At(day, s.Opens.Add(TimeSpan.FromSeconds(second)));
            second -= length;
        }

        return ProvinceTime.At(day, new TimeOnly(8, 0));
    }

    private ImportedState One(int index, DateTimeOffset at, double progress, Func<DemoOffer, DateTimeOffset, string> number)
    {
        var found = Array.BinarySearch(_upTo, Draw.Between(_random, 0, _upTo[^1]));
        var habit = _habits[Math.Min(_habits.Count - 1, found < 0 ? ~found : found)];
        var offer = habit.Offer;
        var channel = Draw.Chance(_random, habit.OnlineAt(progress)) ? Channel.Online : Draw.Below(_random, 100) switch { < 93 => Channel.Counter, < 98 => Channel.Post, _ => Channel.Mobile };
        var isOnline = channel == Channel.Online;
        var helper = !isOnline ? AssistedBy.Self : Draw.Below(_random, 100) switch { < 72 => AssistedBy.Self, < 88 => AssistedBy.CommunityTeam, < 95 => AssistedBy.Officer, _ => AssistedBy.Association };
        var sent = isOnline ? at.AddMinutes(-5 - Draw.Below(_random, 200)) : at;
        var kind = offer.Unit.Level != "xa" && Draw.Chance(_random, 0.25) ? ApplicantKind.Organisation : ApplicantKind.Person;
        var commune = offer.Unit is { Level: "xa", GsoCode.Length: 5 } ? offer.Unit.GsoCode : _communes.Count == 0 ? "" : _communes[Draw.Below(_random, _communes.Count)];
        var filing = new Filing(offer.Procedure, offer.VersionId, offer.LimitCase, offer.Unit.Key, offer.Unit.Key, offer.Desk, channel, helper);
        var state = new ImportedState(CodeOf(_command.Seed, index), null, DossierState.Submitted, null, filing, sent, null, null, null, false, false, "", null, null, 0, 0, 0, false, false, false, false, false, null, kind, commune);
        if (isOnline && (_cap - at).TotalHours < 30 && Draw.Chance(_random, 0.3)) return state;
        if (Draw.Chance(_random, 0.008)) return state with { State = DossierState.NotAccepted };

        var due = DueOf(offer, at);
        var limit = due - at ?? TimeSpan.FromDays(3);
        var late = Draw.Chance(_random, habit.Late);
        var end = late && due is { } bound ? bound.AddHours(20 + Draw.Below(_random, 200)) : at + (limit * Draw.Between(_random, 0.15, 0.9));
        if (end <= at) end = at.AddMinutes(10);
        var fee = offer.FeeVnd > 0 ? offer.FeeVnd : 0;
        state = state with
        {
            Number = number(offer, at),
            AcceptedAt = at,
            FirstDueAt = due,
            DueAt = due,
            DueByHours = offer.Limit is { Unit: LimitUnit.WorkingHours },
            Limit = due is null ? "" : offer.Limit?.ToString() ?? "",
            FeeVnd = fee,
            PaidOnline = fee > 0 && isOnline && Draw.Chance(_random, habit.Paid),
            ComponentsDigitised = isOnline || Draw.Chance(_random, habit.Digitised),
            Reused = Draw.Chance(_random, habit.Reused),
            EidVerified = isOnline && Draw.Chance(_random, 0.85),
        };
        if (Draw.Chance(_random, 0.05)) state = state with { SupplementCount = 1, SupplementDays = 1 + Draw.Below(_random, 6) };
        return end > _cap ? Open(state, at) : Ended(state, habit, end);
    }

    private ImportedState Open(ImportedState state, DateTimeOffset at) => Draw.Below(_random, 100) switch
    {
        < 4 => state with { State = DossierState.AwaitingSupplement, SupplementCount = 1, FinishedAt = Least(at.AddHours(3), _cap) },
        < 6 when state.FeeVnd > 0 => state with { State = DossierState.AwaitingPayment },
        < 20 when (_cap - at).TotalHours < 24 => state with { State = DossierState.Accepted },
        _ => state with { State = DossierState.Processing },
    };

    private ImportedState Ended(ImportedState state, Habit habit, DateTimeOffset end)
    {
        var dice = Draw.Below(_random, 1000);
        if (dice < 12) return state with { State = DossierState.Withdrawn, FinishedAt = end };
        if (dice < 18) return state with { State = DossierState.Stopped, FinishedAt = end };
        var isRefused = dice < 40;
        state = state with { Outcome = isRefused ? DossierOutcome.Refused : DossierOutcome.Granted, FinishedAt = end, HasElectronicResult = Draw.Chance(_random, state.Filing.Channel == Channel.Online ? habit.Electronic : habit.Electronic * 0.4) };
        var returned = end.AddHours(1 + Draw.Below(_random, 40));
        if (returned > _cap) return state with { State = DossierState.Finished };
        return state with { State = DossierState.Returned, ReturnedAt = returned, Satisfaction = Draw.Chance(_random, 0.25) ? Draw.Below(_random, 100) switch { < 4 => 1, < 30 => 2, _ => 3 } : null };
    }

    private DateTimeOffset? DueOf(DemoOffer offer, DateTimeOffset at)
    {
        if (offer.Limit is not { } limit) return null;
        if (limit.Unit is LimitUnit.WorkingHours or LimitUnit.SameDay) return Deadlines.DueAt(limit, at, offer.Calendar);
        // A limit in days ends at the same moment for all of a day
        var key = (limit.ToString(), offer.Calendar, ProvinceTime.DateOf(at));
        if (!_dues.TryGetValue(key, out var due)) _dues[key] = due = Deadlines.DueAt(limit, at, offer.Calendar);
        return due;
    }

    private static DateTimeOffset Least(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    /// <summary>How an offer goes: how often, and how its unit works.</summary>
    private sealed class Habit
    {
        private readonly double _online;

        public Habit(DemoOffer offer, DemoGoals goals)
        {
            Offer = offer;
            var (unit, own) = (offer.Unit.Key, $"{offer.Unit.Key}/{offer.Procedure}");
            Weight = (0.2 + (3 * Math.Pow(Hash("size", unit), 2))) * (0.05 + (4 * Math.Pow(Hash("often", offer.Procedure), 5)));
            var dossiers = (double)(goals.Dossiers ?? 15) / 100;
            var services = (double)(goals.Services ?? 50) / 100;
            // Some procedures never went online there
            var open = Math.Min(1, services * (0.85 + (0.5 * Hash("open", unit))));
            var share = Math.Min(0.97, dossiers * (0.8 + (0.6 * Hash("online", unit))) / Math.Max(0.4, open));
            _online = Hash("never", own) < open ? Math.Min(0.98, share * (0.7 + (0.6 * Hash("offer", own)))) : 0;
            Late = 0.02 + (0.16 * Math.Pow(Hash("late", unit), 2));
            Paid = 0.2 + (0.7 * Hash("paid", unit));
            Digitised = 0.2 + (0.6 * Hash("digitised", unit));
            Reused = 0.02 + (0.3 * Hash("reused", unit));
            Electronic = 0.35 + (0.6 * Hash("electronic", unit));
        }

        public DemoOffer Offer { get; }

        public double Weight { get; }

        public double Late { get; }

        public double Paid { get; }

        public double Digitised { get; }

        public double Reused { get; }

        public double Electronic { get; }

        /// <summary>Share sent online, growing from the beginning (0) to the end (1).</summary>
        public double OnlineAt(double progress) => _online * (0.6 + (0.55 * progress));

        private static double Hash(string of, string key) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{of}/{key}")), 0) / 4294967296.0;
    }
}
