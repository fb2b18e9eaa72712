using System.Data.Common;
using System.Net.Sockets;

namespace MotCua.Cli;

/// <summary>Finds the verb, sorts its words, runs it, and turns refusals into exit codes and sentences.</summary>
public static class Dispatcher
{
    /// <summary>Runs one call. Data goes to <paramref name="output"/>, text for people to <paramref name="error"/>; never asks a question.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> words, IReadOnlyList<Verb> verbs, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken ct)
    {
        var verb = Find(words, verbs);
        if (words.Any(w => w is "--help" or "-h" or "-?") || (verb is null && words is ["help", ..]))
        {
            var asked = verb ?? Find([.. words.Where(w => w != "help")], verbs);
            await output.WriteAsync(asked is null ? HelpOfAll(verbs) : HelpOf(asked)).ConfigureAwait(false);
            return ExitCode.Done;
        }

        if (verb is null)
        {
            await error.WriteLineAsync(words.Count == 0 ? "Thiếu tên lệnh. (No verb given.)" : $"Không có lệnh «{words[0]}». (Unknown verb.)").ConfigureAwait(false);
            await error.WriteAsync(HelpOfAll(verbs)).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            var arguments = Arguments.Parse([.. words.Skip(verb.Name.Split(' ').Length)], verb.Options);
            return await verb.RunAsync(new VerbCall(arguments, output, error, clock), ct).ConfigureAwait(false);
        }
        catch (UsageException refusal)
        {
            await error.WriteLineAsync(refusal.Message).ConfigureAwait(false);
            await error.WriteLineAsync($"motcua {verb.Name} {verb.Usage}".TrimEnd()).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync("Không đọc hoặc ghi được tệp; kiểm tra đường dẫn, quyền và chỗ trống trên đĩa. (A file cannot be read or written.)").ConfigureAwait(false);
            await error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return ExitCode.Unreachable;
        }
        catch (Exception failure) when (IsUnreachable(failure))
        {
            await error.WriteLineAsync("Không kết nối được tới cơ sở dữ liệu hoặc hệ thống bên ngoài. Kiểm tra ConnectionStrings__MotCua rồi chạy lại. (Not reachable.)").ConfigureAwait(false);
            await error.WriteLineAsync(failure.GetBaseException().Message).ConfigureAwait(false);
            return ExitCode.Unreachable;
        }
    }

    private static Verb? Find(IReadOnlyList<string> words, IReadOnlyList<Verb> verbs) => verbs
        .Where(v => v.Name.Split(' ') is var name && name.Length <= words.Count && name.SequenceEqual(words.Take(name.Length)))
        .MaxBy(v => v.Name.Length);

    /// <summary>Connection refused, lost or timed out, locked file, wrong password, no such database: not a bug of the verb.</summary>
    private static bool IsUnreachable(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is SocketException or TimeoutException or HttpRequestException) return true;
            if (e is DbException { IsTransient: true }) return true;
            if (e is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 or 26 }) return true;
            if (e is DbException { SqlState: { Length: 5 } state } && (state[..2] is "08" or "28" or "3D" or "53" or "57")) return true;
        }

        return false;
    }

    private static string HelpOf(Verb verb) => $"""
        motcua {$"{verb.Name} {verb.Usage}".TrimEnd()}

        {verb.Vietnamese}

        {verb.English}

        """;

    private static string HelpOfAll(IReadOnlyList<Verb> verbs)
    {
        var text = new StringWriter();
        text.WriteLine("motcua LỆNH [TÙY CHỌN]    công cụ vận hành MotCua; `motcua LỆNH --help` để xem từng lệnh");
        text.WriteLine("motcua VERB [OPTIONS]     operators' tool of MotCua; `motcua VERB --help` for one verb");
        text.WriteLine();
        foreach (var verb in verbs)
        {
            text.WriteLine($"  {verb.Name} {verb.Usage}".TrimEnd());
            text.WriteLine($"      {FirstLine(verb.Vietnamese)}");
            text.WriteLine($"      {FirstLine(verb.English)}");
        }

        text.WriteLine();
        text.WriteLine("Mã thoát / exit codes: 0 xong / done; 1 có dòng bị từ chối hoặc kiểm tra không đạt / rejected rows or a failed check;");
        text.WriteLine("2 gọi sai / wrong usage; 3 không kết nối được / not reachable.");
        return text.ToString();
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
