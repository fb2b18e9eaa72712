using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web;

namespace MotCua.Bench;

/// <summary>What an officer opens all day, and what a stranger may look up, with a thousand and with a hundred thousand dossiers.</summary>
internal static class ListsBench
{
    public static async Task RunAsync(Report report, int rounds)
    {
        await using var small = await BenchProvince.StartAsync(1_000);
        await using var large = await BenchProvince.StartAsync(100_000);
        var flat = new Flatness(report, "lists", rounds, small, large);
        Func<BenchProvince, Task> Page(Func<BenchProvince, Actor> who, WorkQuery query) => p => p.Portal.InScopeAsync(s => s.GetRequiredService<WorkLists>().PageAsync(who(p), query, default));
        await flat.MeasureAsync("desk: all", Page(p => p.Desk, new WorkQuery(DossierQueue.All, null, null)));
        await flat.MeasureAsync("desk: waiting for acceptance", Page(p => p.Desk, new WorkQuery(DossierQueue.Incoming, null, null)));
        await flat.MeasureAsync("desk: overdue", Page(p => p.Desk, new WorkQuery(DossierQueue.Overdue, null, null)));
        // Pages of five: among a thousand dossiers a commune has no more, and a page that is not full says nothing
        await flat.MeasureAsync("commune: all", Page(p => p.Handler, new WorkQuery(DossierQueue.All, null, null, 5)));
        await flat.MeasureAsync("commune: mine", Page(p => p.Handler, new WorkQuery(DossierQueue.Mine, null, null, 5)));
        await flat.MeasureAsync("search by identity number", Page(p => p.Desk, new WorkQuery(DossierQueue.All, BenchProvince.Identity, null)));
        await flat.MeasureAsync("search by a name that hundreds share", Page(p => p.Desk, new WorkQuery(DossierQueue.All, "Triệu Thị Lan", null)));
        await flat.MeasureAsync("search by a part of names", Page(p => p.Desk, new WorkQuery(DossierQueue.All, "Thị Lan", null)));
        await flat.MeasureAsync("search by a name that nobody has", Page(p => p.Desk, new WorkQuery(DossierQueue.All, "Vừ Thị Máy", null)));
        await flat.MeasureAsync("public lookup", p => p.Portal.InScopeAsync(s => s.GetRequiredService<PublicLookup>().FindAsync("NH-0000000000", default)));
        await flat.MeasureAsync("page «Hôm nay»", p => p.GetAsync(Links.Staff()));
        await flat.MeasureAsync("page of dossiers", p => p.GetAsync(Links.StaffDossiers()));
    }
}
