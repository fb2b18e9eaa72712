using Microsoft.Extensions.DependencyInjection;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Targets;

namespace MotCua.Cli;

/// <summary>Verbs of operation: <c>migrate</c>, <c>verify-log</c>, <c>seal-log</c>, <c>reconcile</c>.</summary>
public static class OperationVerbs
{
    /// <summary><c>motcua migrate</c>.</summary>
    public static Verb Migrate { get; } = new(
        "migrate",
        "",
        "Tạo hoặc nâng lược đồ của cơ sở dữ liệu đang cấu hình rồi nạp dữ liệu tham chiếu; chạy lại không đổi gì.",
        "Creates or upgrades the schema of the configured database and loads the reference data; running it again changes nothing.",
        [],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            return DatabaseVerb.RunAsync(call, prepare: false, async services =>
            {
                var loaded = await services.GetRequiredService<FirstStart>().MigrateAsync(ct);
                foreach (var issue in loaded.Issues)
                {
                    await call.Error.WriteLineAsync(issue.ToString());
                }

                foreach (var change in loaded.Changes)
                {
                    await call.Error.WriteLineAsync(change.ToString());
                }

                var added = loaded.Added.Where(a => a.Value > 0).Select(a => FormattableString.Invariant($"{a.Key} {a.Value}"));
                await call.Error.WriteLineAsync(loaded.ChangedNothing
                    ? "Cơ sở dữ liệu đã đủ, không có gì thay đổi. / Nothing to do."
                    : $"Đã nâng lược đồ và nạp: {string.Join(", ", added.Append(FormattableString.Invariant($"đổi {loaded.Changes.Count(c => c.IsApplied)}")))}. / Migrated and loaded.");
                return loaded.Issues.Count == 0 ? ExitCode.Done : ExitCode.Rejected;
            }, ct);
        });

    /// <summary><c>motcua verify-log</c>.</summary>
    public static Verb VerifyLog { get; } = new(
        "verify-log",
        "[--dossier MÃ-HỒ-SƠ]",
        "Chứng minh nhật ký còn nguyên: chuỗi băm, trạng thái bằng phát lại, gốc đã ký; in một dòng «ok N chains, M events» hoặc «broken …» (mã thoát 1).",
        "Proves the log: chains, state equals replay, signed roots; prints one line, ok or broken (exit 1).",
        ["dossier="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            var code = call.Arguments.Optional("dossier");
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var report = await services.GetRequiredService<LogProof>().ProveAsync(code, ct);
                if (report is null)
                {
                    throw new UsageException($"Không có hồ sơ «{code}».");
                }

                await call.Out.WriteLineAsync(report.ToString());
                return report.Broken is null ? ExitCode.Done : ExitCode.Rejected;
            }, ct);
        });

    /// <summary><c>motcua seal-log</c>.</summary>
    public static Verb SealLog { get; } = new(
        "seal-log",
        "",
        "Ký gốc của mọi chuỗi nhật ký ngay bây giờ (mỗi đêm hệ thống tự làm); in gốc.",
        "Signs the root of all chains now (the system does it every night); prints the root.",
        [],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var root = await services.GetRequiredService<LogRoots>().SealAsync(ct);
                await call.Out.WriteLineAsync(FormattableString.Invariant($"{root.Root} {root.ChainCount} chains, {root.EventCount} events, key {root.KeyId}"));
                return ExitCode.Done;
            }, ct);
        });

    /// <summary><c>motcua reconcile</c>.</summary>
    public static Verb Reconcile { get; } = new(
        "reconcile",
        "",
        "Kiểm tra hồ sơ đã tiếp nhận đều có nơi xử lý, có người giữ, đủ tệp, số liệu tổng hợp khớp với hồ sơ, số đã chốt còn nguyên và đúng chữ ký; in mỗi lỗi một dòng «mã<TAB>quy tắc», có lỗi thì mã thoát 1.",
        "Checks that what was accepted is routed and owned, that the figures are those of the dossiers and that closed periods are as they were signed; prints a line per finding, exit 1 when there is one.",
        [],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var findings = await services.GetRequiredService<Reconciliation>().FindAsync(ct);
                foreach (var finding in findings)
                {
                    await call.Out.WriteLineAsync($"{finding.Code}\t{finding.Rule}");
                }

                var units = await services.GetRequiredService<MeasureProof>().FindAsync(ct);
                foreach (var unit in units)
                {
                    await call.Out.WriteLineAsync($"{unit}\tSố liệu tổng hợp không khớp với hồ sơ: chạy motcua rebuild measures");
                }

                var closings = await services.GetRequiredService<ClosingProof>().FindAsync(ct);
                foreach (var (period, fault) in closings)
                {
                    await call.Out.WriteLineAsync($"{period}\t{fault}");
                }

                var count = findings.Count + units.Count + closings.Count;
                await call.Error.WriteLineAsync(count == 0 ? "Không có sai lệch. / Nothing found." : $"{count} sai lệch.");
                return count == 0 ? ExitCode.Done : ExitCode.Rejected;
            }, ct);
        });
}
