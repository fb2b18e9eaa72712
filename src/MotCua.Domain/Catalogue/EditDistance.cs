namespace MotCua.Domain.Catalogue;

/// <summary>Distance between two words in keystrokes: insert, delete, replace, swap of neighbours (optimal string alignment).</summary>
public static class EditDistance
{
    /// <summary>True when the distance is at most <paramref name="limit"/>.</summary>
    public static bool Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return a.SequenceEqual(b);
        }

        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return false;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                best = Math.Min(best, value);
            }

            if (best > limit)
            {
                return false;
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[b.Length] <= limit;
    }

    /// <summary>How many keystrokes may be wrong in a word of this length: none below 4 letters, one below 8, else two.</summary>
    public static int Tolerance(int length) => length < 4 ? 0 : length < 8 ? 1 : 2;
}
