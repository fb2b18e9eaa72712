using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A page of the register that is asked for.</summary>
/// <param name="Unit">Unit whose book it is.</param>
/// <param name="From">First local day of receipt.</param>
/// <param name="To">Last local day of receipt, inclusive.</param>
/// <param name="After">Number of the last dossier of the page before, or null for the first page.</param>
public sealed record RegisterWish(string Unit, DateOnly From, DateOnly To, string? After);

/// <summary>A line of Sổ theo dõi hồ sơ (Mẫu 06).</summary>
/// <param name="Number">Mã hồ sơ.</param>
/// <param name="Procedure">Tên thủ tục.</param>
/// <param name="Applicant">Chủ hồ sơ.</param>
/// <param name="Address">Address.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="HandlingUnit">Cơ quan chủ trì giải quyết.</param>
/// <param name="AcceptedAt">Nhận hồ sơ, UTC.</param>
/// <param name="DueAt">Hẹn trả kết quả, UTC.</param>
/// <param name="ReturnedAt">Trả kết quả, UTC.</param>
/// <param name="Way">Phương thức nhận kết quả, or empty.</param>
/// <param name="Recipient">Who received the result, or empty.</param>
/// <param name="Note">State, when not yet returned.</param>
public sealed record RegisterLine(
    string Number, string Procedure, string Applicant, string Address, string Phone, string HandlingUnit, DateTimeOffset AcceptedAt, DateTimeOffset? DueAt, DateTimeOffset? ReturnedAt, string Way, string Recipient, string Note);

/// <summary>A page of the register.</summary>
/// <param name="UnitName">Whose book.</param>
/// <param name="Lines">At most <see cref="DossierRegisters.PageSize"/>.</param>
/// <param name="Next">Where the next page begins, or null at the end.</param>
public sealed record RegisterPage(string UnitName, IReadOnlyList<RegisterLine> Lines, string? Next);

/// <summary>Sổ theo dõi hồ sơ, Mẫu 06 of TT 01/2018: what a unit received in a period, in order of receipt. Each line read is recorded.</summary>
public sealed class DossierRegisters(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Most lines of a page.</summary>
    public const int PageSize = 500;

    private static readonly Role[] Readers = [Role.DeskOfficer, Role.Handler, Role.UnitLeader, Role.Clerk];

    /// <summary>Units whose book the officer may open: key and name, in Vietnamese order.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> UnitsAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var keys = actor.UnitsFor(Readers);
        var units = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).Select(u => new { u.Key, u.Name }).ToListAsync(ct);
        return [.. units.OrderBy(u => VietnameseOrder.Key(u.Name), StringComparer.Ordinal).Select(u => new KeyValuePair<string, string>(u.Key, u.Name))];
    }

    /// <summary>The page, or null when the officer may not open that book.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="what"><c>print</c> or <c>export</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RegisterPage?> FindAsync(RegisterWish wish, Actor actor, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.Kind != ActorKind.Officer || !actor.UnitsFor(Readers).Contains(wish.Unit)) return null;
        var name = await db.Units.Where(u => u.Key == wish.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? wish.Unit;
        var (from, until) = (ProvinceTime.StartOf(wish.From), ProvinceTime.StartOf(wish.To.AddDays(1)));
        var book = DossierAccess.Visible(db.Dossiers.AsNoTracking(), actor)
            .Where(d => (d.ReceivingUnit == wish.Unit || d.Place == wish.Unit) && d.Number != null && d.AcceptedAt >= from && d.AcceptedAt < until);
        if (wish.After is { Length: > 0 } after)
        {
            var last = await book.Where(d => d.Number == after).Select(d => new { d.Id, d.AcceptedAt }).FirstOrDefaultAsync(ct);
            if (last is null) return new RegisterPage(name, [], null);
            book = book.Where(d => d.AcceptedAt > last.AcceptedAt || (d.AcceptedAt == last.AcceptedAt && d.Id.CompareTo(last.Id) > 0));
        }

        var found = await book.OrderBy(d => d.AcceptedAt).ThenBy(d => d.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = found.Take(PageSize).ToList();
        var lines = await LinesAsync(page, ct);
        await RecordAsync(page, actor, what, ct);
        return new RegisterPage(name, lines, found.Count > PageSize ? page[^1].Number : null);
    }

    private async Task<IReadOnlyList<RegisterLine>> LinesAsync(List<Dossier> page, CancellationToken ct)
    {
        var ids = page.ConvertAll(d => d.Id);
        var codes = page.Select(d => d.ProcedureCode).Distinct().ToList();
        var keys = page.Select(d => d.HandlingUnit).Distinct().ToList();
        var parties = await db.DossierParties.AsNoTracking().Where(p => ids.Contains(p.DossierId)).ToDictionaryAsync(p => p.DossierId, ct);
        var procedures = await db.Procedures.Where(p => codes.Contains(p.Code)).Select(p => new { p.Code, p.Name }).ToDictionaryAsync(p => p.Code, p => p.Name, ct);
        var units = await db.Units.Where(u => keys.Contains(u.Key)).Select(u => new { u.Key, u.Name }).ToDictionaryAsync(u => u.Key, u => u.Name, ct);
        var deliveries = (await db.Deliveries.AsNoTracking().Where(x => ids.Contains(x.DossierId)).ToListAsync(ct)).GroupBy(x => x.DossierId).ToDictionary(g => g.Key, g => g.MaxBy(x => x.At)!);
        return page.ConvertAll(d =>
        {
            var party = parties.GetValueOrDefault(d.Id);
            var delivery = deliveries.GetValueOrDefault(d.Id);
            return new RegisterLine(
                d.Number!, procedures.GetValueOrDefault(d.ProcedureCode) ?? d.ProcedureCode, party?.Name ?? "", party?.Address ?? "", party?.Phone ?? "", units.GetValueOrDefault(d.HandlingUnit) ?? d.HandlingUnit,
                d.AcceptedAt!.Value, d.DueAt, d.ReturnedAt, DossierWords.Delivery(delivery?.Way), delivery?.Recipient ?? "", d.ReturnedAt is null ? DossierWords.State(d.State, true) : "");
        });
    }

    private async Task RecordAsync(List<Dossier> page, Actor actor, string what, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.DossierReads.AddRange(page.Select(d => new DossierReadRow { Id = Ids.NewGuid(now), DossierId = d.Id, OfficerId = actor.Id, At = now, What = what }));
        await db.SaveChangesAsync(ct);
    }
}
