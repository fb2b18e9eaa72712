using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>
/// A procedure takes no new dossiers for a time (tạm dừng) or from a day on (đóng), by a decision. Dossiers already sent go on by the law in force;
/// drafts are kept. Never edited: taking it back ends it.
/// </summary>
/// <param name="From">First local day without new dossiers.</param>
/// <param name="Until">First local day on which they are taken again; null = no end is known.</param>
/// <param name="IsPause">True = tạm dừng, to be taken up again; false = đóng.</param>
/// <param name="Reason">Why, as the public reads it.</param>
/// <param name="Decision">Number and date of the decision, or the ground.</param>
public sealed record ProcedureClosing(DateOnly From, DateOnly? Until, bool IsPause, string Reason, string Decision)
{
    /// <summary>True when no new dossiers are taken on the day.</summary>
    public bool IsInForce(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>True when it has not begun on the day but will.</summary>
    public bool IsAhead(DateOnly day) => day < From && (Until is null || From < Until);

    /// <summary>What the public reads: since or from when, until when, by what decision, why.</summary>
    /// <param name="today">The local day on which it is read.</param>
    public string Sentence(DateOnly today)
    {
        var verb = IsPause ? "tạm dừng tiếp nhận" : "dừng tiếp nhận";
        var when = Until is { } until ? $"từ ngày {Day(From)} đến hết ngày {Day(until.AddDays(-1))}" : $"từ ngày {Day(From)}";
        var reason = Reason.EndsWith('.') ? Reason : Reason + ".";
        return $"Thủ tục này {(today < From ? "sẽ " : "")}{verb} hồ sơ mới {when} ({Decision}). Lý do: {reason}";
    }

    /// <summary>What a person with a draft can do.</summary>
    /// <param name="today">The local day on which it is read.</param>
    public string Advice(DateOnly today) => (today < From, IsPause, Until) switch
    {
        (true, _, _) => $"Muốn nộp, hãy nộp trước ngày {Day(From)}. Hồ sơ đã nộp vẫn được giải quyết bình thường.",
        (_, true, { } until) => $"Bản nháp và tệp của bạn vẫn được giữ; bạn sửa tiếp được và nộp từ ngày {Day(until)}. Hồ sơ đã nộp vẫn được giải quyết bình thường.",
        (_, true, null) => "Bản nháp và tệp của bạn vẫn được giữ; bạn sửa tiếp được và nộp khi thủ tục được tiếp nhận lại. Hồ sơ đã nộp vẫn được giải quyết bình thường.",
        _ => "Bản nháp và tệp của bạn vẫn được giữ để xem lại. Hãy hỏi Bộ phận Một cửa về thủ tục thay thế. Hồ sơ đã nộp vẫn được giải quyết bình thường.",
    };

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>May a procedure be closed or opened again, and how.</summary>
public static class ProcedureClosingDecision
{
    /// <summary>Longest reason and decision, characters.</summary>
    public const int MostText = 300;

    /// <summary>Closes from a day on; never from a day that has passed, so that nobody's filing becomes forbidden afterwards.</summary>
    /// <param name="isPublished">The procedure is công khai.</param>
    /// <param name="known">Its closings.</param>
    /// <param name="asked">The closing asked for.</param>
    /// <param name="takesResponsibility">The administrator answers for it.</param>
    /// <param name="today">The local day.</param>
    public static Result<ProcedureClosing> Close(bool isPublished, IReadOnlyList<ProcedureClosing> known, ProcedureClosing asked, bool takesResponsibility, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(asked);
        if (!isPublished) return CatalogueProblems.NotPublished;
        if (asked.From < today) return CatalogueProblems.ClosingInThePast;
        if (asked.Until is { } until && until <= asked.From) return CatalogueProblems.ClosingEndsBefore;
        if (asked.Until is not null && !asked.IsPause) return CatalogueProblems.ClosingForGood;
        if (asked.Reason.Trim().Length is 0 or > MostText) return CatalogueProblems.ClosingReason;
        if (asked.Decision.Trim().Length is 0 or > MostText) return CatalogueProblems.ClosingDecisionMissing;
        if (!takesResponsibility) return CatalogueProblems.NoResponsibility;
        if (known.Any(k => k.IsInForce(today) || k.IsAhead(today))) return CatalogueProblems.AlreadyClosed;
        return asked with { Reason = asked.Reason.Trim(), Decision = asked.Decision.Trim() };
    }

    /// <summary>Takes new dossiers again from a day on; a closing still ahead is called off.</summary>
    /// <param name="closing">The closing in force or ahead.</param>
    /// <param name="from">First local day on which they are taken again.</param>
    /// <param name="decision">Number and date of the decision, or the ground.</param>
    /// <param name="takesResponsibility">The administrator answers for it.</param>
    /// <param name="today">The local day.</param>
    public static Result<ProcedureClosing> Reopen(ProcedureClosing? closing, DateOnly from, string decision, bool takesResponsibility, DateOnly today)
    {
        if (closing is null || !(closing.IsInForce(today) || closing.IsAhead(today))) return CatalogueProblems.NotClosed;
        if (from < today) return CatalogueProblems.ReopeningInThePast;
        if (string.IsNullOrWhiteSpace(decision) || decision.Trim().Length > MostText) return CatalogueProblems.ClosingDecisionMissing;
        if (!takesResponsibility) return CatalogueProblems.NoResponsibility;
        // Called off before it began: its end is its beginning, it was never in force
        return closing with { Until = from < closing.From ? closing.From : from };
    }
}
