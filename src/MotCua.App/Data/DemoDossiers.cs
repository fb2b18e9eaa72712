using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Made-up dossiers over the real units and procedures.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Same seed, same dossiers.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="IsFactsOnly">True: without people, papers and history, as if imported (<see cref="HistorySeeding"/>); for boards with meaning, and for measuring.</param>
/// <param name="Issuer">Issuer at which the demo citizens sign in.</param>
/// <param name="VerifyAddress">Absolute address of verification with <c>{0}</c> for the token; printed as QR.</param>
public sealed record SeedDemoDossiers(int Count, int Seed, DateOnly From, DateOnly To, bool IsFactsOnly, string Issuer, string VerifyAddress);

/// <summary>Seeds demo dossiers; those that are there already are left as they are.</summary>
public sealed class DemoSeeding(MotCuaDb db, RowWriter writer, FactLedger ledger, WorkingCalendars calendars, DemoStage stage, FileStore files, TimeProvider clock)
{
    /// <summary>So many of the latest get answers, files, results and notices; earlier ones their people and history only, so that a large demo stays small on the disk.</summary>
    public const int MostWhole = 2_000;

    private const int BatchSize = 500;

    private readonly Dictionary<(string Prefix, DateOnly Day), int> _ordinals = [];

    /// <summary>Seeds.</summary>
    /// <returns>How many were added; null when no published procedure is offered, so that there is nothing to make them over.</returns>
    public async Task<int?> HandleAsync(SeedDemoDossiers command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var now = DossierChain.Cut(clock.GetUtcNow());
        var end = ProvinceTime.StartOf(command.To.AddDays(1)).AddSeconds(-1);
        var cap = end < now ? end : now;
        var (province, people) = await stage.ProvinceAsync(command, ProvinceTime.DateOf(cap), ct);
        if (province.IsEmpty) return null;
        foreach (var counter in await db.NumberCounters.AsNoTracking().Where(c => c.Day >= command.From && c.Day <= command.To).ToListAsync(ct)) _ordinals[(counter.Prefix, counter.Day)] = counter.Last;
        var content = await stage.ContentAsync(command, people, province, ct);
        var accounts = await stage.AccountsAsync(command, people, ct);
        var calendar = await calendars.ForAsync("*", ct);
        var starts = DemoStarts.Of(command, cap, calendar);
        var telling = new DemoTelling(command.Seed, cap, province, people, Number, accounts);
        var (added, told) = (0, 0);
        foreach (var chunk in starts.Chunk(BatchSize))
        {
            var codes = chunk.Select(s => DemoStory.CodeOf(command.Seed, s.Index)).ToList();
            var there = (await db.Dossiers.AsNoTracking().Where(d => codes.Contains(d.SubmissionCode)).Select(d => d.SubmissionCode).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var stories = new List<DemoStory>(chunk.Length);
            foreach (var start in chunk)
            {
                var isWhole = told++ >= starts.Count - MostWhole;
                if (there.Contains(DemoStory.CodeOf(command.Seed, start.Index))) continue;
                var story = new DemoStory(telling, start, isWhole ? content : null);
                story.Tell();
                if (story.Dossier.Version > 0) stories.Add(story);
            }

            await content.KeepFilesAsync(files, ct);
            await SaveAsync(stories, province, accounts, ct);
            added += stories.Count;
        }

        return added;
    }

    private string Number(DemoOffer offer, DateTimeOffset at)
    {
        var key = (offer.Prefix, ProvinceTime.DateOf(at));
        var ordinal = _ordinals[key] = _ordinals.GetValueOrDefault(key) + 1;
        return DossierNumber.For(key.Prefix, key.Item2, ordinal).Value;
    }

    private async Task SaveAsync(List<DemoStory> stories, DemoProvince province, Dictionary<string, Guid> accounts, CancellationToken ct)
    {
        if (stories.Count == 0) return;
        var rows = province.TakeMade();
        var dossiers = new List<Dossier>(stories.Count);
        foreach (var story in stories)
        {
            dossiers.Add(story.Dossier);
            rows.AddRange(story.Sealed());
            rows.AddRange(story.Rows);
            rows.AddRange(stage.PeopleOf(story, accounts));
        }

        rows.AddRange(dossiers);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        await writer.WriteAsync(rows, [], ct);
        var counters = dossiers.Where(d => d.Number is not null).Select(d => d.Number!.Split('-')).GroupBy(p => (p[0], p[1]))
            .Select(g => new NumberCounterRow { Prefix = g.Key.Item1, Day = DateOnly.ParseExact("20" + g.Key.Item2, "yyyyMMdd", CultureInfo.InvariantCulture), Last = g.Max(p => int.Parse(p[2], CultureInfo.InvariantCulture)) });
        await BulkRows.RaiseAsync(db, [.. counters], ct);
        await ledger.ApplyAsync(dossiers, ct);
        await transaction.CommitAsync(ct);
    }
}

/// <summary>When each made-up dossier begins, in order of time.</summary>
/// <param name="Index">Which one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="StopAt">The state it is meant to show at the end, or null.</param>
internal sealed record DemoStarts(int Index, DateTimeOffset At, DossierState? StopAt)
{
    private const int LastDays = 21;

    /// <summary>Draws them: a third in the last three weeks, so that open work is there; one of each state among the first of every forty.</summary>
    public static IReadOnlyList<DemoStarts> Of(SeedDemoDossiers command, DateTimeOffset cap, Domain.Calendar.WorkingCalendar calendar)
    {
        var random = new Random(command.Seed);
        var last = ProvinceTime.DateOf(cap);
        var days = Math.Max(1, last.DayNumber - command.From.DayNumber + 1);
        var starts = new List<DemoStarts>(command.Count);
        for (var i = 0; i < command.Count; i++)
        {
            DossierState? stopAt = i % 40 < 10 && i < 400 ? (DossierState)((i % 40) + 1) : null;
            var back = stopAt is not null ? 1 + Draw.Below(random, Math.Min(days, 8)) : Draw.Chance(random, 0.33) ? Draw.Below(random, Math.Min(days, LastDays)) : Draw.Below(random, days);
            if (stopAt is DossierState.AwaitingSupplement or DossierState.AwaitingPayment or DossierState.Withdrawn or DossierState.Stopped) back = Math.Min(days - 1, 5 + Draw.Below(random, 6));
            if (stopAt is DossierState.Submitted) back = Draw.Below(random, Math.Min(days, 2));
            if (stopAt is DossierState.Finished or DossierState.Returned) back = Math.Min(days - 1, 25 + Draw.Below(random, 20));
            var day = last.AddDays(-back);
            if (day < command.From) day = command.From;
            if (!calendar.IsOpen(day)) day = day.AddDays(-1) >= command.From && calendar.IsOpen(day.AddDays(-1)) ? day.AddDays(-1) : calendar.OnOrAfter(day);
            var minutes = Draw.Below(random, 480);
            var at = calendar.AddWorkingTime(ProvinceTime.StartOf(day), TimeSpan.FromMinutes(minutes + 1));
            // The sender's seconds come on top
            if (at > cap.AddMinutes(-1)) at = cap.AddMinutes(-1 - Draw.Below(random, 300));
            starts.Add(new DemoStarts(i, at, stopAt));
        }

        return [.. starts.OrderBy(s => s.At).ThenBy(s => s.Index)];
    }
}
