using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotCua.App.Kernel;

namespace MotCua.App.Targets;

/// <summary>Form of a file.</summary>
public enum OpenFormat
{
    /// <summary>RFC 4180, header, UTF-8 without BOM, dot decimals.</summary>
    Csv = 1,

    /// <summary>One array of objects; days are strings.</summary>
    Json = 2,
}

/// <summary>A file of open data.</summary>
/// <param name="Bytes">Content.</param>
/// <param name="Tag">Digest of the content, for ETag: the same on every node.</param>
/// <param name="ChangedAt">When the content was first seen so by this node, UTC, in whole seconds.</param>
/// <param name="MadeAt">When it was made or found unchanged last, UTC.</param>
/// <param name="Rows">Rows in it.</param>
public sealed record OpenFile(ReadOnlyMemory<byte> Bytes, string Tag, DateTimeOffset ChangedAt, DateTimeOffset MadeAt, int Rows);

/// <summary>Holds the files of open data for a while, so that many readers cost one making.</summary>
public sealed class OpenFileCache : IDisposable
{
    private readonly ConcurrentDictionary<(string Set, int Year, OpenFormat Format), OpenFile> _files = new();

    internal SemaphoreSlim One { get; } = new(1, 1);

    internal OpenFile? Find(string set, int year, OpenFormat format) => _files.GetValueOrDefault((set, year, format));

    internal void Keep(string set, int year, OpenFormat format, OpenFile file) => _files[(set, year, format)] = file;

    /// <inheritdoc />
    public void Dispose() => One.Dispose();
}

/// <summary>Writes the tables of open data as files.</summary>
public sealed class OpenFiles(OpenTables tables, OpenFileCache cache, TimeProvider clock)
{
    /// <summary>How long a file is given out before it is made anew.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(15);

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The years of which there are files: the latest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(OpenTables.FirstYear, Math.Max(1, tables.LastDay.Year - OpenTables.FirstYear + 1)).Reverse()];

    /// <summary>The file, or null when there is no such year.</summary>
    /// <param name="set">The table.</param>
    /// <param name="year">Year; null = the latest. Tables that are not by year take none.</param>
    /// <param name="format">Form.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<OpenFile?> FindAsync(OpenSet set, int? year, OpenFormat format, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(set);
        var of = set.IsByYear ? year ?? Years[0] : 0;
        if (set.IsByYear ? !Years.Contains(of) : year is not null) return null;
        if (Fresh(set.Key, of, format) is { } kept) return kept;
        await cache.One.WaitAsync(ct);
        try
        {
            if (Fresh(set.Key, of, format) is { } made) return made;
            var rows = await tables.RowsAsync(set, of, ct);
            Keep(set, of, OpenFormat.Csv, Csv(set, rows), rows.Count);
            Keep(set, of, OpenFormat.Json, Json(set, rows), rows.Count);
            return cache.Find(set.Key, of, format);
        }
        finally
        {
            cache.One.Release();
        }
    }

    /// <summary>What is kept of the latest file of a table without making it: its moment and number of rows.</summary>
    public OpenFile? Known(OpenSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return cache.Find(set.Key, set.IsByYear ? Years[0] : 0, OpenFormat.Csv);
    }

    private OpenFile? Fresh(string set, int year, OpenFormat format) => cache.Find(set, year, format) is { } kept && clock.GetUtcNow() - kept.MadeAt < Freshness ? kept : null;

    private void Keep(OpenSet set, int year, OpenFormat format, byte[] bytes, int rows)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        var now = clock.GetUtcNow();
        var changed = cache.Find(set.Key, year, format) is { } before && before.Tag == tag ? before.ChangedAt : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        cache.Keep(set.Key, year, format, new OpenFile(bytes, tag, changed, now, rows));
    }

    private static byte[] Csv(OpenSet set, IReadOnlyList<object?[]> rows)
    {
        var text = new StringBuilder(CsvText.Row(set.Fields.Select(f => f.Name))).Append('\n');
        foreach (var row in rows) text.Append(CsvText.Row(row.Select(Text))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Json(OpenSet set, IReadOnlyList<object?[]> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WritePropertyName(set.Fields[i].Name);
                    switch (row[i])
                    {
                        case null: json.WriteNullValue(); break;
                        case long n: json.WriteNumberValue(n); break;
                        case decimal d: json.WriteNumberValue(d); break;
                        default: json.WriteStringValue(Text(row[i])); break;
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static string? Text(object? cell) => cell switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
