using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App;
using MotCua.App.Data;
using MotCua.App.Dossiers;

namespace MotCua.Cli;

/// <summary><c>motcua backup</c> and <c>motcua restore</c>.</summary>
public static class BackupVerbs
{
    /// <summary><c>motcua backup</c>.</summary>
    public static Verb Backup { get; } = new(
        "backup",
        "FILE.zip [--force]",
        """
        Sao lưu cơ sở dữ liệu và các tệp vào một tệp zip có bản kê và mã băm, trong khi cổng vẫn chạy; in một dòng JSON.
        Khóa (var/keys) KHÔNG nằm trong bản sao lưu: phải cất riêng, thiếu khóa thì không đọc lại được số định danh. Tệp đã có thì cần --force.
        """,
        """
        Backs up the database and the files into one zip with a manifest and digests while the portal runs; prints one JSON line.
        The keys (var/keys) are NOT in it: keep them apart; without them identity numbers cannot be read. An existing file needs --force.
        """,
        ["force"],
        (call, ct) =>
        {
            var path = call.Arguments.Single("tệp FILE.zip");
            if (Directory.Exists(path) || Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)) throw new UsageException($"Không ghi được tệp «{path}»: không có thư mục đó, hoặc đó là thư mục.");
            if (!call.Arguments.Has("force") && new FileInfo(path) is { Exists: true, Length: > 0 }) throw new UsageException($"Đã có tệp «{path}»; chọn tên khác hoặc thêm --force.");
            return DatabaseVerb.RunAsync(call, services => GuardAsync(call, async () =>
            {
                var made = await services.GetRequiredService<Backups>().WriteAsync(path, ct);
                await WriteAsync(call, made);
                await call.Error.WriteLineAsync("Bản sao lưu không có khóa: cất riêng thư mục var/keys. / The keys are not in it: keep var/keys apart.");
                return ExitCode.Done;
            }), ct);
        });

    /// <summary><c>motcua restore</c>.</summary>
    public static Verb Restore { get; } = new(
        "restore",
        "FILE.zip [--force]",
        """
        Khôi phục bản sao lưu vào cơ sở dữ liệu và thư mục đang cấu hình, sau khi kiểm mọi mã băm; rồi chứng minh nhật ký như verify-log.
        Dừng cổng trước. Nơi đã có dữ liệu thì từ chối, trừ khi có --force. Khóa không có trong bản sao lưu: chép lại var/keys trước khi mở cổng.
        """,
        """
        Restores a backup into the configured database and folder after checking every digest; then proves the log as verify-log does.
        Stop the portal first. A place with data is refused unless --force. The keys are not in a backup: put var/keys back before starting.
        """,
        ["force"],
        (call, ct) =>
        {
            var path = call.Arguments.Single("tệp FILE.zip");
            if (!File.Exists(path)) throw new UsageException($"Không có tệp «{path}».");
            return DatabaseVerb.RunAsync(call, prepare: false, services => GuardAsync(call, async () =>
            {
                var restored = await services.GetRequiredService<Backups>().RestoreAsync(path, call.Arguments.Has("force"), ct);
                await WriteAsync(call, restored);
                if (!await services.GetRequiredService<FirstStart>().PrepareAsync(ct))
                {
                    await call.Error.WriteLineAsync("Đã khôi phục; lược đồ cũ hơn chương trình: chạy «motcua migrate», rồi «motcua verify-log». / Restored; run «motcua migrate», then «motcua verify-log».");
                    return ExitCode.Done;
                }

                var proof = (await services.GetRequiredService<LogProof>().ProveAsync(null, ct))!;
                await call.Out.WriteLineAsync(proof.ToString());
                await call.Error.WriteLineAsync("Khóa không có trong bản sao lưu: chép lại var/keys trước khi mở cổng. / Put var/keys back before starting the portal.");
                return proof.Broken is null ? ExitCode.Done : ExitCode.Rejected;
            }), ct);
        });

    private static Task WriteAsync(VerbCall call, BackupManifest manifest) => call.Out.WriteLineAsync(JsonSerializer.Serialize(new
    {
        database = manifest.Database,
        made_at = manifest.MadeAt,
        files = manifest.Entries.Count - 1,
        bytes = manifest.Entries.Sum(e => e.Bytes),
    }));

    private static async Task<int> GuardAsync(VerbCall call, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (BackupException refusal)
        {
            await call.Error.WriteLineAsync(refusal.Message);
            return refusal.IsDamage ? ExitCode.Rejected : ExitCode.Usage;
        }
    }
}
