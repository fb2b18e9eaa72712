using System.Collections.Concurrent;
using MimeKit;

namespace MotCua.Sandbox.Mail;

/// <summary>A received mail.</summary>
/// <param name="Id">Number.</param>
/// <param name="At">When.</param>
/// <param name="From">Envelope sender.</param>
/// <param name="To">Envelope recipients.</param>
/// <param name="Message">The message.</param>
public sealed record ReceivedMail(int Id, DateTimeOffset At, string From, IReadOnlyList<string> To, MimeMessage Message);

/// <summary>The last 500 mails, newest first; gone when the program ends.</summary>
public sealed class Mailbox(TimeProvider clock)
{
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private int _last;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReceivedMail> All => [.. _mails.Reverse()];

    /// <summary>Keeps a mail.</summary>
    public void Add(string from, IReadOnlyList<string> to, byte[] raw)
    {
        using var stream = new MemoryStream(raw);
        _mails.Enqueue(new ReceivedMail(Interlocked.Increment(ref _last), clock.GetUtcNow(), from, to, MimeMessage.Load(stream)));
        while (_mails.Count > 500)
        {
            _mails.TryDequeue(out _);
        }
    }
}
