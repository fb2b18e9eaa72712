namespace MotCua.Domain.Accounts;

/// <summary>How long a session may rest and last.</summary>
/// <param name="Idle">Ends after this time without use.</param>
/// <param name="Absolute">Ends this long after it began, whatever happens.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute);

/// <summary>Lock-out, and the life of sessions.</summary>
public static class SignInRules
{
    /// <summary>Failures in a row that lock an officer's account.</summary>
    public const int FailuresToLock = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>How long the steps of an officer's sign-in may take together.</summary>
    public static readonly TimeSpan StepsTime = TimeSpan.FromMinutes(10);

    /// <summary>How long a confirmation by password and code counts as recent.</summary>
    public static readonly TimeSpan RecentTime = TimeSpan.FromMinutes(15);

    /// <summary>True while the session may be used.</summary>
    public static bool IsAlive(DateTimeOffset startedAt, DateTimeOffset lastSeenAt, DateTimeOffset? endedAt, SessionLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return endedAt is null && now < startedAt + limits.Absolute && now < lastSeenAt + limits.Idle;
    }
}

/// <summary>What a password must be: long rather than odd (NIST SP 800-63B).</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Fewest = 12;

    /// <summary>Most characters, so that hashing stays bounded.</summary>
    public const int Most = 128;

    private static readonly string[] Guessable = ["matkhau", "password", "123456", "qwerty", "abc123", "backan", "admin", "motcua", "iloveyou", "111111"];

    /// <summary>True when the password may be used by the officer.</summary>
    public static bool Fits(string? password, string userName)
    {
        if (password is null || password.Length is < Fewest or > Most || password.Distinct().Count() < 5)
        {
            return false;
        }

        var plain = password.ToLowerInvariant();
        if (userName.Length > 0 && plain.Contains(userName, StringComparison.Ordinal))
        {
            return false;
        }

        // What is left beside a guessable word must carry the length
        return Guessable.Aggregate(plain, (text, word) => text.Replace(word, "", StringComparison.Ordinal)).Length >= Fewest - 4;
    }
}
