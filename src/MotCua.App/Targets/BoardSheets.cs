using System.Collections.Concurrent;
using System.Globalization;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A figure of the board with how far it is from its target and how it went.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Distance">To the target; null without target or denominator.</param>
/// <param name="Change">Percentage points since a week ago, counted the same way from the first day of the period; null when there was no figure then.</param>
/// <param name="Trend">The figure of each of the last months, by itself.</param>
public sealed record BoardCell(Measure Figure, TargetDistance? Distance, decimal? Change, IReadOnlyList<Ratio> Trend);

/// <summary>A row of the board.</summary>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="Name">Name of the unit.</param>
/// <param name="Group">Name of its group.</param>
/// <param name="GroupCode">Key of its group.</param>
/// <param name="Cells">One for each indicator.</param>
public sealed record BoardLine(string Unit, string Name, string Group, string GroupCode, IReadOnlyList<BoardCell> Cells)
{
    /// <summary>True when any figure is below its target.</summary>
    public bool MissesAny => Cells.Any(c => c.Figure.Attainment == Attainment.NotMet);
}

/// <summary>The board with distances, changes and trends.</summary>
/// <param name="Board">The figures.</param>
/// <param name="Province">The province's row.</param>
/// <param name="Lines">The units in the plan's order.</param>
/// <param name="Months">The months of the trends.</param>
/// <param name="WeekAgo">Up to which day the figures of a week ago count; null when the period is over, or began within the week.</param>
public sealed record BoardSheet(TargetBoard Board, BoardLine Province, IReadOnlyList<BoardLine> Lines, IReadOnlyList<DaySpan> Months, DateOnly? WeekAgo);

/// <summary>Trends read within the last minute: months that are over do not change from second to second.</summary>
public sealed class TrendCache(TimeProvider clock)
{
    /// <summary>How long a trend is shown again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const int Most = 64;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, TrendSheet Sheet)> _sheets = new(StringComparer.Ordinal);

    internal async Task<TrendSheet> GetAsync(TrendQuestion question, Func<Task<TrendSheet>> read)
    {
        var key = string.Create(CultureInfo.InvariantCulture,
            $"{string.Join(',', question.Spans.Select(s => $"{s.From.DayNumber}-{s.To.DayNumber}"))} {string.Join(',', question.Indicators.Select(i => i.Code))} {question.IsOwnOnly} {(question.Units is null ? "*" : string.Join(',', question.Units))}");
        var now = clock.GetUtcNow();
        if (_sheets.TryGetValue(key, out var kept) && now - kept.At < Freshness) return kept.Sheet;
        var sheet = await read();
        if (_sheets.Count >= Most) _sheets.Clear();
        _sheets[key] = (now, sheet);
        return sheet;
    }
}

/// <summary>The board as its page shows it.</summary>
public sealed class BoardSheets(TargetBoards boards, MeasureTrends trends, TrendCache cache, TimeProvider clock)
{
    /// <summary>How many months a trend shows.</summary>
    public const int TrendMonths = 12;

    /// <summary>The board of the period; figures at most two seconds old, trends a minute.</summary>
    public async Task<BoardSheet> ForAsync(MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var board = await boards.ForAsync(question, ct);
        var weekAgo = question.From <= today && today <= question.To && today.AddDays(-7) >= question.From ? today.AddDays(-7) : (DateOnly?)null;
        var before = weekAgo is { } day ? (await boards.ForAsync(question with { To = day }, ct)).Rows.ToDictionary(r => r.Unit, r => r.Figures, StringComparer.Ordinal) : [];
        var trend = await TrendAsync(new TrendQuestion(TrendQuestion.Months(LastDay(question, today), TrendMonths), question.Indicators, question.Units, question.IsOwnOnly), ct);
        BoardLine Line(BoardRow row, string group, string code) => new(row.Unit, row.Name, group, code, [.. row.Figures.Select((figure, n) => new BoardCell(
            figure,
            TargetDistance.Of(figure.Counts, figure.Target),
            before.TryGetValue(row.Unit, out var then) && then[n].Counts.Percent is { } old && figure.Counts.Percent is { } now ? now - old : null,
            trend.Of(figure.Indicator, row.Unit)))]);
        return new BoardSheet(board, Line(board.Province, "", ""), [.. board.Groups.SelectMany(g => g.Rows.Select(r => Line(r, g.Name, g.Code)))], trend.Spans, weekAgo);
    }

    /// <summary>Figures at several points of time, at most a minute old.</summary>
    public Task<TrendSheet> TrendAsync(TrendQuestion question, CancellationToken ct) => cache.GetAsync(question, () => trends.ReadAsync(question, ct));

    /// <summary>The last day of the period that has come: figures and trends end there.</summary>
    public static DateOnly LastDay(MeasureQuestion question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.To < today || question.From > today ? question.To : today;
    }
}
