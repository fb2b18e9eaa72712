using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>
/// A row of Biểu II.06a/VPCP/KSTT «Tình hình, kết quả giải quyết TTHC» (TT 02/2017/TT-VPCP, TT 01/2020/TT-VPCP): columns (3) to (13). Every column is
/// counted by itself, so that <see cref="Check"/> can find a miscount.
/// </summary>
/// <param name="Received">(3) Tiếp nhận, tổng số.</param>
/// <param name="Online">(4) Tiếp nhận trong kỳ, trực tuyến.</param>
/// <param name="Direct">(5) Tiếp nhận trong kỳ, trực tiếp hoặc qua dịch vụ bưu chính.</param>
/// <param name="Carried">(6) Từ kỳ trước: accepted before the period and not resolved before its first moment.</param>
/// <param name="Resolved">(7) Đã giải quyết, tổng số: resolved in the period.</param>
/// <param name="Early">(8) Trước hạn.</param>
/// <param name="OnTime">(9) Đúng hạn; a dossier without a limit is here.</param>
/// <param name="Late">(10) Quá hạn.</param>
/// <param name="Open">(11) Đang giải quyết, tổng số: at the end of the period.</param>
/// <param name="OpenInTime">(12) Trong hạn.</param>
/// <param name="OpenLate">(13) Quá hạn.</param>
public readonly record struct ProcessingCounts(
    long Received, long Online, long Direct, long Carried, long Resolved, long Early, long OnTime, long Late, long Open, long OpenInTime, long OpenLate)
{
    /// <summary>Columns (3) to (13) in order.</summary>
    public IReadOnlyList<long> Columns => [Received, Online, Direct, Carried, Resolved, Early, OnTime, Late, Open, OpenInTime, OpenLate];

    /// <summary>True when nothing happened: «không phát sinh».</summary>
    public bool IsEmpty => Columns.All(c => c == 0);

    /// <summary>Share of the resolved that was not late, percent, unrounded; null when nothing was resolved.</summary>
    public decimal? InTimePercent => Resolved == 0 ? null : 100m * (Early + OnTime) / Resolved;

    /// <summary>The sum of two rows.</summary>
    public static ProcessingCounts operator +(ProcessingCounts a, ProcessingCounts b) => new(
        a.Received + b.Received, a.Online + b.Online, a.Direct + b.Direct, a.Carried + b.Carried, a.Resolved + b.Resolved, a.Early + b.Early, a.OnTime + b.OnTime, a.Late + b.Late,
        a.Open + b.Open, a.OpenInTime + b.OpenInTime, a.OpenLate + b.OpenLate);

    /// <summary>The identities of the form: (3) = (4) + (5) + (6), (7) = (8) + (9) + (10), (11) = (12) + (13), (3) = (7) + (11); no count below zero. Null when all hold.</summary>
    /// <param name="row">Name of the row, for the sentence.</param>
    public Problem? Check(string row)
    {
        if (Columns.Any(c => c < 0)) return ReportProblems.Identity.Saying($"Dòng «{row}» có số âm. Báo cáo không được lập; hãy báo bộ phận vận hành chạy đối chiếu số liệu.");
        var broken = (Received == Online + Direct + Carried, Resolved == Early + OnTime + Late, Open == OpenInTime + OpenLate, Received == Resolved + Open) switch
        {
            (false, _, _, _) => $"cột (3) = {Received} khác (4) + (5) + (6) = {Online + Direct + Carried}",
            (_, false, _, _) => $"cột (7) = {Resolved} khác (8) + (9) + (10) = {Early + OnTime + Late}",
            (_, _, false, _) => $"cột (11) = {Open} khác (12) + (13) = {OpenInTime + OpenLate}",
            (_, _, _, false) => $"cột (3) = {Received} khác (7) + (11) = {Resolved + Open}",
            _ => null,
        };
        return broken is null ? null : ReportProblems.Identity.Saying($"Dòng «{row}»: {broken}. Báo cáo không được lập; hãy báo bộ phận vận hành chạy đối chiếu số liệu.");
    }
}
