using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Random dossiers, and the naive count that reports are held against: dossier by dossier, from what an export says of it.</summary>
internal static class ReportStage
{
    public static ImportedState[] Random(int seed, int count)
    {
#pragma warning disable CA5394 // A repeatable test
        var random = new Random(seed);
        DossierState[] states = [DossierState.Accepted, DossierState.Processing, DossierState.AwaitingSupplement, DossierState.AwaitingPayment, DossierState.Withdrawn, DossierState.Stopped, DossierState.Finished, DossierState.Returned, DossierState.NotAccepted];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var state = states[random.Next(states.Length)];
            var accepted = SmallProvince.At("2022-03-01 08:00").AddMinutes(random.Next(0, 200_000));
            var isEnded = state is DossierState.Withdrawn or DossierState.Stopped or DossierState.Finished or DossierState.Returned;
            var byHours = random.Next(4) == 0;
            return SmallProvince.State($"n{i}", SmallProvince.Code((char)('a' + random.Next(4))), new[] { "sgddt", "x1", "x3", "pacnam" }[random.Next(4)], (Channel)random.Next(1, 5), accepted, state) with
            {
                FinishedAt = isEnded ? accepted.AddMinutes(random.Next(1, 60_000)) : null,
                DueByHours = byHours,
                DueAt = random.Next(6) == 0 ? null : byHours ? accepted.AddHours(random.Next(1, 48)) : ProvinceTime.At(ProvinceTime.DateOf(accepted).AddDays(random.Next(1, 30)), new TimeOnly(17, 0)),
            };
        })];
#pragma warning restore CA5394
    }

    public static async Task RecordAsync(TestDatabase database, params ImportedState[] states)
    {
        await SmallProvince.RecordAsync(database, states);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(CancellationToken.None));
    }

    public static Dictionary<string, ProcessingCounts> PlainCount(IEnumerable<ImportedState> states, DateOnly from, DateOnly to, DateTimeOffset end)
    {
        var counts = new Dictionary<string, ProcessingCounts>();
        foreach (var s in states.Where(s => s.State is not (DossierState.Submitted or DossierState.NotAccepted)))
        {
            var day = ProvinceTime.DateOf(s.AcceptedAt!.Value);
            var isResolved = s.State is DossierState.Withdrawn or DossierState.Stopped or DossierState.Finished or DossierState.Returned && s.FinishedAt < end;
            if (day > to || (s.State is DossierState.Withdrawn or DossierState.Stopped or DossierState.Finished or DossierState.Returned && s.FinishedAt < ProvinceTime.StartOf(from))) continue;
            var judged = isResolved ? s.FinishedAt!.Value : end.AddTicks(-10);
            var order = s.DueAt is not { } due ? 0 : s.DueByHours ? judged.CompareTo(due) : ProvinceTime.DateOf(judged).CompareTo(ProvinceTime.DateOf(due));
            if (s.DueAt is null && !isResolved) order = -1;
            counts[s.Filing.ProcedureCode] = counts.GetValueOrDefault(s.Filing.ProcedureCode) + new ProcessingCounts(
                1, day >= from && s.Filing.Channel == Channel.Online ? 1 : 0, day >= from && s.Filing.Channel != Channel.Online ? 1 : 0, day < from ? 1 : 0,
                isResolved ? 1 : 0, isResolved && order < 0 ? 1 : 0, isResolved && order == 0 ? 1 : 0, isResolved && order > 0 ? 1 : 0,
                isResolved ? 0 : 1, !isResolved && order <= 0 ? 1 : 0, !isResolved && order > 0 ? 1 : 0);
        }

        return counts;
    }
}
