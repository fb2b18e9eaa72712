using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A condition of a figure, and the dossier's own fact.</summary>
/// <param name="Condition">What must be so.</param>
/// <param name="Holds">Whether it is.</param>
/// <param name="Fact">The fact behind it; no personal data.</param>
public sealed record WhyLine(string Condition, bool Holds, string Fact);

/// <summary>Why a dossier counts in a figure, or does not.</summary>
/// <param name="Code">What the dossier is called.</param>
/// <param name="Procedure">Code of its procedure.</param>
/// <param name="ProcedureName">Name of its procedure.</param>
/// <param name="Row">Key of the row of the board that was asked about.</param>
/// <param name="RowName">Its name.</param>
/// <param name="Below">Conditions of the denominator.</param>
/// <param name="Above">Further conditions of the numerator.</param>
/// <param name="MayOpen">The reader may open the dossier itself.</param>
/// <param name="IsBehind">It changed a moment ago: the figures follow within two seconds.</param>
public sealed record WhyAnswer(
    string Code, string Procedure, string ProcedureName, string Row, string RowName, IReadOnlyList<WhyLine> Below, IReadOnlyList<WhyLine> Above, bool MayOpen, bool IsBehind)
{
    /// <summary>Counts in the denominator.</summary>
    public bool IsBelow => Below.All(l => l.Holds);

    /// <summary>Counts in the numerator.</summary>
    public bool IsAbove => IsBelow && Above.All(l => l.Holds);
}

/// <summary>
/// «Vì sao không được tính»: holds a dossier against each condition of a figure by itself. The conditions are those of <see cref="MeasureQueries"/>; a test
/// compares the answers with the lists. It tells days, units, channel and levels, nothing of a person.
/// </summary>
public sealed class WhyCounted(MotCuaDb db, DossierReading reading, TimeProvider clock)
{
    private const string ByOffers = "CT2 đếm thủ tục: mỗi thủ tục một lần, dù có bao nhiêu hồ sơ";

    /// <summary>Answers for one indicator of dossiers, or CT2; null when there is no such dossier.</summary>
    /// <param name="code">Dossier number or submission code.</param>
    /// <param name="question">One indicator, the period, and the row asked about; without a row, the unit of the plan that the dossier falls to.</param>
    /// <param name="actor">Who asks; officers who may see the board.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<WhyAnswer?> AskAsync(string code, MeasureQuestion question, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(actor);
        var key = (code ?? "").Trim().ToUpperInvariant();
        if (key.Length is 0 or > 64) return null;
        var d = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(x => x.Number == key || x.SubmissionCode == key, ct);
        if (d is null) return null;
        await reading.RecordAsync(d.Id, actor, "why", ct);

        var indicator = question.Indicators.Single();
        var procedure = await db.Procedures.AsNoTracking().Where(p => p.Code == d.ProcedureCode).Select(p => new { p.Name, p.IsVertical }).FirstOrDefaultAsync(ct);
        var units = await db.Units.AsNoTracking().Select(u => new { u.Key, Name = u.ShortName != "" ? u.ShortName : u.Name, u.Level, u.ParentKey, u.InPlan }).ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        var handling = units.GetValueOrDefault(d.HandlingUnit);
        var row = question.Units?.Single() ?? (handling is { Level: "xa", ParentKey: { } parent } ? parent : d.HandlingUnit);
        var rows = await UnitRows.LoadAsync(db, question with { Units = [row] }, ct);
        string NameOf(string unit) => unit == MeasureQueries.Province ? "Toàn tỉnh" : units.TryGetValue(unit, out var u) ? u.Name : unit;
        var isInRow = rows.PartsOf(row).Any(part => rows.UnitsOf(part).Contains(d.HandlingUnit));

        var services = await db.Services.AsNoTracking().Where(s => s.UnitKey == d.HandlingUnit && s.ProcedureCode == d.ProcedureCode && s.Status != ServiceStatus.Closed)
            .Select(s => new OfferedLevel(s.Level, s.Status, s.From, s.Until, s.EligibleFull, s.DecisionNo)).ToListAsync(ct);
        OfferedLevel? InForce(DateOnly on) => services.Find(s => s.From <= on && (s.Until is not { } until || on < until));
        var day = d.AcceptedAt is { } accepted ? ProvinceTime.DateOf(accepted) : (DateOnly?)null;
        var onDay = day is { } at ? InForce(at) : null;
        var isPast = d.State is not (DossierState.Submitted or DossierState.NotAccepted);
        var (from, to) = (question.From, question.To);

        var basis = new List<WhyLine>
        {
            new("Hồ sơ đã được tiếp nhận", d.AcceptedAt is not null, d.AcceptedAt is { } when ? $"Tiếp nhận lúc {ProvinceTime.Local(when).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture)}" : "Chưa được tiếp nhận nên chưa có ngày tiếp nhận"),
            new("Không ở trạng thái mới đăng ký hoặc không được tiếp nhận", isPast, $"Trạng thái hiện nay: {DossierWords.State(d.State, d.IsAccepted)}"),
            new("Không phải thủ tục ngành dọc", procedure is not { IsVertical: true }, procedure is { IsVertical: true } ? "Thủ tục của cơ quan ngành dọc: không tính cho 27 đơn vị" : "Thủ tục thuộc thẩm quyền của tỉnh"),
            new($"Ngày tiếp nhận từ {Day(from)} đến {Day(to)}", day >= from && day <= to, day is { } local ? $"Ngày tiếp nhận theo giờ Việt Nam: {Day(local)}" : "Chưa có ngày tiếp nhận"),
            new($"Đơn vị giải quyết thuộc dòng «{NameOf(row)}»{(question.IsOwnOnly ? ", riêng UBND huyện" : "")}", isInRow, $"Đơn vị giải quyết: {NameOf(d.HandlingUnit)}"),
        };
        var service = new WhyLine("Trong ngày tiếp nhận, thủ tục là dịch vụ công trực tuyến (toàn trình hoặc một phần) của đơn vị", onDay?.Level >= ServiceLevel.Partial, LevelWords(onDay, day));
        var online = new WhyLine("Nộp trực tuyến: từ tài khoản của người dân hoặc phiên được ủy quyền", d.Channel == Channel.Online, $"Hình thức nộp: {DossierWords.Channel(d.Channel)}{(d.Channel == Channel.Online ? "" : ". Hồ sơ cán bộ nhập tại quầy, gửi bưu chính hoặc qua điểm lưu động không phải trực tuyến")}");

        IReadOnlyList<WhyLine> below;
        var above = new List<WhyLine>();
        if (indicator.Subject == IndicatorSubject.Procedures)
        {
            var last = InForce(to);
            var closed = await db.ProcedureClosings.AsNoTracking().AnyAsync(c => c.ProcedureCode == d.ProcedureCode && !c.IsPause && c.From <= to && (c.Until == null || to < c.Until), ct);
            below = [new("Ngày cuối kỳ, thủ tục là dịch vụ công trực tuyến của đơn vị và không bị bãi bỏ", last?.Level >= ServiceLevel.Partial && !closed && procedure is not { IsVertical: true } && isInRow, $"{LevelWords(last, to)}{(closed ? "; đã dừng hẳn" : "")}. {ByOffers}")];
            above = [.. basis, online];
        }
        else
        {
            below = indicator.Below.Service ? [.. basis, service] : basis;
            if (indicator.Above.Online) above.Add(online);
            if (indicator.Above.Service && !indicator.Below.Service) above.Add(service);
            if (indicator.Above.Self) above.Add(new WhyLine("Người dân, doanh nghiệp tự nộp, không có người hỗ trợ", d.AssistedBy == AssistedBy.Self, $"Người hỗ trợ: {DossierWords.Assisted(d.AssistedBy).ToLower(CultureInfo.GetCultureInfo("vi-VN"))}"));
            if (indicator.Above.Result)
            {
                var result = DossierFact.From(d, 0)?.ResultOn;
                above.Add(new WhyLine($"Đến hết ngày {Day(to)} đã có kết quả điện tử, hoặc không phải trả kết quả", result <= to, result is { } got ? $"Có từ ngày {Day(got)}" : "Chưa có kết quả điện tử"));
            }
        }

        return new WhyAnswer(
            d.Code, d.ProcedureCode, procedure?.Name ?? "", row, NameOf(row), below, above, DossierAccess.Of(d, actor).MayRead, await db.DirtyDossiers.AnyAsync(m => m.DossierId == d.Id, ct));
    }

    /// <summary>The present day, for questions without a period.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    private static string LevelWords(OfferedLevel? service, DateOnly? day) => service is null
        ? $"Đơn vị không cung cấp thủ tục này là dịch vụ công{(day is { } d ? $" ngày {Day(d)}" : "")}"
        : $"Mức độ ngày {Day(day!.Value)}: {service.Level switch { ServiceLevel.Full => "toàn trình", ServiceLevel.Partial => "một phần", _ => "cung cấp thông tin" }}, từ {Day(service.From)}{(service.DecisionNo.Length > 0 ? $" theo {service.DecisionNo}" : "")}";

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
