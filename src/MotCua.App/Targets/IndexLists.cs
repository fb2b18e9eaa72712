using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which of the dossiers or procedures of a part.</summary>
public enum IndexSide
{
    /// <summary>Those that cost points: in the whole and not in the part.</summary>
    Lost = 1,

    /// <summary>Those that give points.</summary>
    Reached = 2,

    /// <summary>All.</summary>
    Whole = 3,
}

/// <summary>What the list behind a part of the index is of.</summary>
public enum IndexListKind
{
    /// <summary>There is none: the counts are supplied.</summary>
    None = 0,

    /// <summary>Dossiers.</summary>
    Dossiers = 1,

    /// <summary>Procedures of a row of the table.</summary>
    Procedures = 2,
}

/// <summary>Conditions of the index on facts: the same for counts and lists.</summary>
public static class IndexFacts
{
    /// <summary>The instant as at which figures are: the last of the period, or now if that is earlier. UTC.</summary>
    public static DateTimeOffset AsAt(MeasureQuestion question, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        var end = ProvinceTime.StartOf(question.To.AddDays(1));
        return end < now ? end.AddMicroseconds(-1) : now;
    }

    /// <summary>What the list behind a part is of.</summary>
    public static IndexListKind KindOf(IndexPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Code switch
        {
            "2.1" or "3a.3" or "3b.3" or "4.1" or "4.2" or "4.3" or "4.5b" or "5.4" => IndexListKind.Dossiers,
            "1.3" or "3a.1" or "3a.2" or "3b.2" => IndexListKind.Procedures,
            _ => IndexListKind.None,
        };
    }

    /// <summary>The dossiers of a side of a part.</summary>
    /// <param name="facts">Facts of the units and the period.</param>
    /// <param name="part">Code of the part.</param>
    /// <param name="side">Which of them.</param>
    /// <param name="to">Last day of the period.</param>
    /// <param name="at">The instant as at which figures are.</param>
    internal static IQueryable<DossierFactRow> Of(IQueryable<DossierFactRow> facts, string part, IndexSide side, DateOnly to, DateTimeOffset at)
    {
        if (part == "3b.3") facts = facts.Where(f => f.HasFee);
        if (side == IndexSide.Whole) return facts;
        var isReached = side == IndexSide.Reached;
        return part switch
        {
            "2.1" => facts.Where(f => (f.IndexLateAfter == null || f.IndexLateAfter >= at) == isReached),
            "3a.3" => facts.Where(f => (f.Channel == Channel.Online && f.ResultOn != null && f.ResultOn <= to) == isReached),
            "3b.3" => facts.Where(f => f.IsPaidOnline == isReached),
            "4.1" => facts.Where(f => (f.HasElectronicResult && f.ResultOn != null && f.ResultOn <= to) == isReached),
            "4.2" => facts.Where(f => f.IsDigitised == isReached),
            "4.3" => facts.Where(f => f.IsReused == isReached),
            "4.5b" => facts.Where(f => f.IsEidVerified == isReached),
            "5.4" => facts.Where(f => ((f.IndexLateAfter == null || f.IndexLateAfter >= at) && (f.Satisfaction == null || f.Satisfaction != 1)) == isReached),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No list of dossiers"),
        };
    }
}

/// <summary>A line behind a part of the index.</summary>
/// <param name="Unit">Key of the unit, or of the row for procedures.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Code">Dossier number or procedure code.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="Day">Local date of acceptance, for dossiers.</param>
/// <param name="Why">Vietnamese: why it costs points; empty when it does not.</param>
public sealed record IndexLine(string Unit, string UnitName, string Code, string Procedure, DateOnly? Day, string Why);

/// <summary>The dossiers and procedures behind the parts of the index; as many as the counts say.</summary>
public sealed class IndexLists(MotCuaDb db, PublicCatalogue catalogue, TimeProvider clock)
{
    /// <summary>A page of the dossiers behind a part, in the order unit, day, number; from after the given place.</summary>
    public async Task<IReadOnlyList<IndexLine>> DossiersAsync(MeasureQuestion question, IndexPart part, IndexSide side, FactPlace? after, int count, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(part);
        var rows = await UnitRows.LoadAsync(db, question, ct);
        List<string> units = [.. rows.Shown.SelectMany(rows.PartsOf).Distinct().SelectMany(rows.UnitsOf)];
        var at = IndexFacts.AsAt(question, clock.GetUtcNow());
        var facts = IndexFacts.Of(db.DossierFacts.AsNoTracking().Where(f => units.Contains(f.UnitKey) && f.Day >= question.From && f.Day <= question.To), part.Code, side, question.To, at);
        if (after is { } p)
        {
#pragma warning disable CA1309 // Translated to SQL, where text is ordered by its bytes on both databases
            facts = facts.Where(f => string.Compare(f.UnitKey, p.Unit) > 0
                || (f.UnitKey == p.Unit && (f.Day > p.Day || (f.Day == p.Day && string.Compare(f.Code, p.Code) > 0))));
#pragma warning restore CA1309
        }

        var found = await facts.OrderBy(f => f.UnitKey).ThenBy(f => f.Day).ThenBy(f => f.Code).Take(count).ToListAsync(ct);
        var ids = side == IndexSide.Lost ? found.ConvertAll(f => f.DossierId) : [];
        var asked = ids.Count == 0 ? [] : await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id) && d.SupplementCount > 1).Select(d => d.Id).ToListAsync(ct);
        var (names, titles) = (await NamesAsync([.. found.Select(f => f.UnitKey).Distinct()], ct), await TitlesAsync([.. found.Select(f => f.ProcedureCode).Distinct()], ct));
        return [.. found.Select(f => new IndexLine(f.UnitKey, names.GetValueOrDefault(f.UnitKey, f.UnitKey), f.Code, titles.GetValueOrDefault(f.ProcedureCode, f.ProcedureCode), f.Day, side == IndexSide.Lost ? Why(part.Code, f, asked.Contains(f.DossierId), question.To, at) : ""))];
    }

    /// <summary>The procedures behind a part, by row and code; each as often as the counts count it.</summary>
    public async Task<IReadOnlyList<IndexLine>> ProceduresAsync(MeasureQuestion question, IndexPart part, IndexSide side, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(part);
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var picture = await catalogue.PictureAsync(ct);
        var services = await ServicePicture.LoadAsync(db, rows, question with { Indicators = [Indicators.Ct2] }, ct);
        Func<string, (IReadOnlyList<string> Whole, IReadOnlyList<string> Reached)> of;
        switch (part.Code)
        {
            case "1.3":
                var lists = new CatalogueLists(picture);
                of = row => (lists.Of(rows, row), lists.CompleteOf(rows, row));
                break;
            case "3a.1":
                of = row => ([.. services.OffersOf(row).Select(o => o.Code)], [.. services.OffersOf(row).Where(o => o.IsOnlineService).Select(o => o.Code)]);
                break;
            case "3a.2":
                of = row => (services.Codes(Indicators.Ct2, row, MeasurePart.Denominator), services.Codes(Indicators.Ct2, row, MeasurePart.Numerator));
                break;
            default:
                var fees = await FeeOffers.LoadAsync(db, question, rows, services, picture, ct);
                of = row => (fees.Of(row), fees.PaidOf(row));
                break;
        }

        List<(string Row, string Code)> found = [.. rows.Shown.SelectMany(rows.PartsOf).Distinct().SelectMany(row =>
        {
            var (whole, reached) = of(row);
            return (side switch { IndexSide.Lost => whole.Except(reached), IndexSide.Reached => reached, _ => whole }).Select(code => (row, code));
        })];
        var (names, titles) = (await NamesAsync([.. found.Select(f => f.Row).Distinct()], ct), await TitlesAsync([.. found.Select(f => f.Code).Distinct()], ct));
        return [.. found.Select(f => new IndexLine(f.Row, names.GetValueOrDefault(f.Row, f.Row), f.Code, titles.GetValueOrDefault(f.Code, f.Code), null, ""))];
    }

    private static string Why(string part, DossierFactRow f, bool isAskedAgain, DateOnly to, DateTimeOffset at)
    {
        var isLate = f.IndexLateAfter is { } bound && bound < at;
        var late = !isLate ? "" : isAskedAgain ? "Yêu cầu bổ sung trên một lần"
            : f.EndedAt is { } end && end <= at ? $"Hạn {Local(f.IndexLateAfter!.Value)}, xong {Local(end)}" : $"Hạn {Local(f.IndexLateAfter!.Value)}, chưa xong";
        return part switch
        {
            "2.1" => late,
            "5.4" => isLate ? late : "Người dân đánh giá chưa hài lòng",
            "3a.3" => f.Channel != Channel.Online ? "Không nộp trực tuyến" : f.ResultOn is null || f.ResultOn > to ? "Nộp trực tuyến, chưa có kết quả điện tử" : "",
            "3b.3" => "Có phí, chưa thanh toán trực tuyến",
            "4.1" => f.EndedAt is null ? "Chưa xong" : "Đã xong, không có kết quả điện tử",
            "4.2" => "Chưa số hóa",
            "4.3" => "Không dùng lại giấy tờ",
            _ => "Chưa xác thực định danh điện tử",
        };
    }

    private static string Local(DateTimeOffset at)
    {
        var (day, time) = (ProvinceTime.DateOf(at), ProvinceTime.TimeOf(at));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time:HH:mm} {day:dd/MM/yyyy}");
    }

    private Task<Dictionary<string, string>> NamesAsync(List<string> keys, CancellationToken ct) =>
        db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);

    private Task<Dictionary<string, string>> TitlesAsync(List<string> codes, CancellationToken ct) =>
        db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
}
