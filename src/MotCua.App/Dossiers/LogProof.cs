using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>What a proof of the log found.</summary>
/// <param name="Chains">Chains read.</param>
/// <param name="Events">Events read.</param>
/// <param name="Broken">The first break, or null.</param>
public sealed record LogProofReport(int Chains, long Events, LogBreak? Broken)
{
    /// <summary>The one line of <c>motcua verify-log</c>.</summary>
    public override string ToString() => Broken is null
        ? FormattableString.Invariant($"ok {Chains} chains, {Events} events")
        : FormattableString.Invariant($"broken {Broken.Dossier} seq {Broken.Seq} expected {Broken.Expected} found {Broken.Found}");
}

/// <summary>Where a chain does not hold.</summary>
/// <param name="Dossier">Number or submission code, or the root's date.</param>
/// <param name="Seq">Event.</param>
/// <param name="Expected">The hash that should be there.</param>
/// <param name="Found">The hash or word that is.</param>
public sealed record LogBreak(string Dossier, int Seq, string Expected, string Found);

/// <summary>
/// Proves the log: each chain whole, each state row equal to the replay of its chain, no chain shorter than the last signed root says (ADR 0002).
/// Reads in pages; the cost grows with the log, memory does not.
/// </summary>
public sealed class LogProof(MotCuaDb db, LogRoots roots)
{
    private const int PageSize = 500;

    /// <summary>Proves one dossier, or all.</summary>
    /// <param name="code">Dossier number or submission code; null = all, with the roots.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The report, or null when there is no such dossier.</returns>
    public async Task<LogProofReport?> ProveAsync(string? code, CancellationToken ct)
    {
        var query = db.Dossiers.AsNoTracking();
        if (code is not null)
        {
            query = query.Where(d => d.Number == code || d.SubmissionCode == code);
        }

        var (chains, events) = (0, 0L);
        Guid? after = null;
        while (true)
        {
            var page = await (after is { } id ? query.Where(d => d.Id.CompareTo(id) > 0) : query).OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
            if (page.Count == 0)
            {
                break;
            }

            after = page[^1].Id;
            var ids = page.ConvertAll(d => d.Id);
            var rows = (await db.DossierEvents.AsNoTracking().Where(e => ids.Contains(e.DossierId)).ToListAsync(ct)).ToLookup(e => e.DossierId);
            foreach (var dossier in page)
            {
                chains++;
                if (Check(dossier, [.. rows[dossier.Id].OrderBy(e => e.Seq)]) is { } broken)
                {
                    return new LogProofReport(chains, events, broken);
                }

                events += dossier.Version;
            }
        }

        if (code is not null && chains == 0)
        {
            return null;
        }

        var missing = code is null ? await FindOrphanAsync(ct) ?? await roots.FindShortenedAsync(ct) : null;
        return new LogProofReport(chains, events, missing);
    }

    /// <summary>Events whose dossier was taken away behind the log's back.</summary>
    private async Task<LogBreak?> FindOrphanAsync(CancellationToken ct)
    {
        var orphan = await db.DossierEvents.AsNoTracking().Where(e => !db.Dossiers.Any(d => d.Id == e.DossierId)).Select(e => new { e.DossierId, e.Seq, e.Hash }).FirstOrDefaultAsync(ct);
        return orphan is null ? null : new LogBreak(orphan.DossierId.ToString("N"), orphan.Seq, orphan.Hash, "missing");
    }

    private static LogBreak? Check(Dossier dossier, IReadOnlyList<DossierEventRow> rows)
    {
        var head = DossierChain.Start;
        var replay = new Dossier(dossier.Id);
        var seq = 0;
        foreach (var row in rows)
        {
            seq++;
            var expected = DossierChain.Hash(head, new ChainedEvent(row.DossierId, row.Seq, row.At, row.ActorKind, row.ActorId, row.ProcessId, row.ProcessType, row.Payload));
            if (row.Seq != seq || row.PreviousHash != head || row.Hash != expected)
            {
                return new LogBreak(dossier.Code, seq, expected, row.Hash);
            }

            // The kind of the event stands in a column of its own, which readers ask by and the hash does not cover
            var happened = DossierChain.Read(row.Payload);
            if (row.Name != happened.Name)
            {
                return new LogBreak(dossier.Code, seq, expected, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{row.Name}\n{row.Payload}"))));
            }

            replay.Apply(happened, row.At);
            head = row.Hash;
        }

        var (kept, replayed) = (Fingerprint(dossier), Fingerprint(replay));
        return seq != dossier.Version || kept != replayed ? new LogBreak(dossier.Code, Math.Max(seq, dossier.Version), replayed, kept) : null;
    }

    /// <summary>Digest of the whole present state, so that a row changed behind the log's back shows.</summary>
    public static string Fingerprint(Dossier dossier)
    {
        var text = new StringBuilder();
        foreach (var property in typeof(Dossier).GetProperties().Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(property.Name).Append('=').Append(property.GetValue(dossier) switch
            {
                DateTimeOffset at => (at.UtcTicks / 10).ToString(System.Globalization.CultureInfo.InvariantCulture),
                IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var other => other?.ToString(),
            }).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
