using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>Words of figures.</summary>
public static class MeasureWords
{
    /// <summary>The target that most rows of a group have: the group's, where some unit has one of its own.</summary>
    public static decimal? Usual(IEnumerable<decimal?> targets) => targets.GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();

    /// <summary>The value with two decimals; words when there is none.</summary>
    public static string Value(Measure m) => m.Counts.Percent is { } p ? Percent(p) : m.Attainment == Attainment.NotEnoughData ? "Chưa đủ dữ liệu" : "Không áp dụng";

    /// <summary>Percent with two decimals and a comma (law rule 37).</summary>
    public static string Percent(decimal p) => p.ToString("0.00", Say.Vietnamese) + " %";

    /// <summary>How far from the target: percentage points, and what is missing when it is below.</summary>
    public static string Distance(BoardCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Distance is not { } distance) return "";
        var points = Charts.ChartWords.Signed(distance.Points) + " điểm";
        return distance.Missing == 0 ? points : $"{points}, thiếu {Say.Count(distance.Missing)} {Things(cell.Figure.Indicator)}";
    }

    /// <summary>The change since a week ago with an arrow; empty when there was no figure then.</summary>
    public static string Change(decimal? points) => points switch
    {
        null => "",
        { } p when Math.Abs(p) < 0.005m => "không đổi / 7 ngày",
        { } p => $"{(p > 0 ? "▲" : "▼")} {Math.Abs(p).ToString("0.00", Say.Vietnamese)} / 7 ngày",
    };

    /// <summary>What the indicator counts.</summary>
    public static string Things(IndicatorDefinition indicator) => indicator is { Subject: IndicatorSubject.Procedures } ? "thủ tục" : "hồ sơ";

    /// <summary>Percent as in a target: 12,5 %; «chưa giao» without one.</summary>
    public static string Target(decimal? target) => target is { } t ? t.ToString("0.##", Say.Vietnamese) + " %" : "chưa giao";

    /// <summary><c>good</c>, <c>bad</c>, <c>neutral</c>.</summary>
    public static string Tone(Measure m) => m.Attainment switch { Attainment.Met => "good", Attainment.NotMet => "bad", _ => "neutral" };
}

/// <summary>
/// A figure in a cell of the board: <c>&lt;mc-measure of="m" own="false" /&gt;</c>. Value, counts that open to their lists, verdict with a sign. With
/// <c>cell</c> instead of <c>of</c> also the distance to the target, the change since a week ago and the line of the last months.
/// </summary>
[HtmlTargetElement("mc-measure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeasureTagHelper : TagHelper
{
    /// <summary>The figure.</summary>
    public Measure? Of { get; set; }

    /// <summary>The figure with distance, change and trend.</summary>
    public BoardCell? Cell { get; set; }

    /// <summary>The months of the trend.</summary>
    public IReadOnlyList<DaySpan> Months { get; set; } = [];

    /// <summary>Name of the unit, for those who hear the trend.</summary>
    public string Unit { get; set; } = "";

    /// <summary>Says the target in the cell, where rows of several groups stand together.</summary>
    public bool WithTarget { get; set; }

    /// <summary>A district's committee without its communes.</summary>
    public bool Own { get; set; }

    private Measure Figure => Cell?.Figure ?? Of ?? throw new InvalidOperationException("mc-measure needs a figure");

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var about = $"{Figure.Indicator.ShortName}: ";
        var m = new Markup();
        if (Cell is not null)
        {
            m.Open("div", ("class", "mc-cell"));
            Side(m, Cell);
        }

        m.Open("span", ("class", "mc-measure"));
        m.Element("span", Figure.Counts.Percent is { } percent ? MeasureWords.Percent(percent) : "–", ("class", "mc-measure__value"));
        m.Open("span", ("class", "mc-measure__parts"));
        Part(m, Figure.Counts.Numerator, true, about + "tử số");
        m.Text(" / ");
        Part(m, Figure.Counts.Denominator, false, about + "mẫu số");
        m.Close("span");
        m.Element("span", $"{Figure.Attainment.Symbol()} {Figure.Attainment.Vietnamese()}", ("class", $"mc-measure__verdict mc-measure__verdict--{MeasureWords.Tone(Figure)}"));
        // The period is closed: what the figure would be now stands under it
        if (Figure.Live is { } live && live.Counts != Figure.Counts) m.Element("span", $"nay {Say.Count(live.Counts.Numerator)} / {Say.Count(live.Counts.Denominator)}{(live.Counts.Percent is { } now ? " = " + MeasureWords.Percent(now) : "")}", ("class", "mc-muted"));
        m.Close("span");
        if (Cell is not null)
        {
            More(m, Cell);
            m.Close("div");
        }

        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(m);
    }

    private void Side(Markup m, BoardCell cell) => m.Open("span", ("class", "mc-cell__side"))
        .Raw(Charts.Sparkline.Render($"{Unit}, {Figure.Indicator.ShortName}", Months, cell.Trend, Figure.Indicator.TargetCode == "ct2" ? null : Figure.Target))
        .ElementIfAny("span", MeasureWords.Change(cell.Change), ("class", "mc-cell__change")).Close("span");

    private void More(Markup m, BoardCell cell)
    {
        m.Open("span", ("class", "mc-cell__more"));
        if (WithTarget && Figure.Target is not null) m.Text($"chỉ tiêu {MeasureWords.Target(Figure.Target)}: ");
        m.Text(MeasureWords.Distance(cell)).Close("span");
    }

    private void Part(Markup m, long count, bool isNumerator, string about)
    {
        if (count == 0)
        {
            m.Text("0");
            return;
        }

        m.Element("a", Say.Count(count), ("href", Links.BoardList(Figure.Indicator.Code, Figure.Unit, Figure.From, Figure.To, isNumerator, Own)), ("title", about), ("class", "govuk-link"));
    }
}
