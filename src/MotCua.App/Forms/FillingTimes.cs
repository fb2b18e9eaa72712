using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;

namespace MotCua.App.Forms;

/// <summary>Remembers the number of questions of each form for a while, so that a page seldom asks the database.</summary>
public sealed class FillingTimeMemory(TimeProvider clock)
{
    private static readonly TimeSpan For = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (int Questions, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>Questions of a procedure's form, when known a moment ago; 0 = it has no form of its own.</summary>
    public int? Find(string code) => _known.TryGetValue(code, out var known) && clock.GetUtcNow() - known.At < For ? known.Questions : null;

    /// <summary>Remembers.</summary>
    public void Keep(string code, int questions) => _known[code] = (questions, clock.GetUtcNow());
}

/// <summary>Estimates how long filling and attaching take, for the page of a procedure.</summary>
public sealed class FillingTimes(MotCuaDb db, FillingTimeMemory memory)
{
    /// <summary>Minutes, rounded up to five: a third of a minute a question, two minutes a paper to photograph or scan.</summary>
    public async Task<int> MinutesAsync(string code, IReadOnlyList<PaperLine> papers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var questions = memory.Find(code);
        if (questions is null)
        {
            var definition = await db.FormVersions.AsNoTracking().Where(f => f.ProcedureCode == code && !f.IsGenerated)
                .OrderByDescending(f => f.Version).Select(f => f.Definition).FirstOrDefaultAsync(ct) ?? "";
            questions = Count(definition);
            memory.Keep(code, questions.Value);
        }

        return Estimate(questions.Value, papers.Count(p => !p.IsForm));
    }

    /// <summary>The estimate; a generated form asks about twelve questions.</summary>
    public static int Estimate(int questions, int papers) => (int)Math.Ceiling((((questions == 0 ? 12 : questions) / 3.0) + (2 * papers)) / 5.0) * 5;

    private static int Count(string definition)
    {
        var count = 0;
        for (var at = 0; (at = definition.IndexOf("\"kind\"", at, StringComparison.Ordinal)) >= 0; at++)
        {
            count++;
        }

        return count;
    }
}
