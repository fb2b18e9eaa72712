using System.Globalization;
using Microsoft.AspNetCore.Html;
using MotCua.App.Documents;

namespace MotCua.Web.Components;

/// <summary>An official paper on a page: the same data as its files.</summary>
public static class OfficeMarkup
{
    /// <summary>The whole paper, its head without quốc hiệu; headings begin at level 2.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="open">Where a count of a table of the body leads, from its row and column, from 0; null = nowhere.</param>
    public static IHtmlContent Render(OfficePaper paper, Func<int, int, string?>? open = null)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var m = new Markup().Open("div", ("class", "mc-office"));
        if (paper.Head is { } head)
        {
            m.Open("div", ("class", "mc-office__head"));
            m.ElementIfAny("p", head.Form, ("class", "mc-office__form")).ElementIfAny("p", head.Kind is { } kind ? PaperText.Capitals(kind) : null, ("class", "mc-office__kind"))
                .ElementIfAny("p", head.Subject, ("class", "mc-office__subject"));
            foreach (var under in head.Under) m.Element("p", under, ("class", "mc-office__under"));
            m.Close("div");
        }

        foreach (var block in paper.Body) Block(m, block, open);
        foreach (var annex in paper.Annexes)
        {
            m.Element("h2", $"{annex.Label}. {annex.Title}", ("class", "govuk-heading-m mc-office__annex")).ElementIfAny("p", annex.Attached, ("class", "govuk-body mc-muted"));
            foreach (var block in annex.Body) Block(m, block);
        }

        return m.Close("div");
    }

    private static void Block(Markup m, OfficeBlock block, Func<int, int, string?>? open = null)
    {
        switch (block)
        {
            case OfficeHeading h:
                var level = "h" + (Math.Clamp(h.Level, 1, 3) + 1).ToString(CultureInfo.InvariantCulture);
                m.Element(level, h.Text, ("class", h.Level == 1 ? "govuk-heading-m" : "govuk-heading-s"));
                break;
            case OfficeParagraph p:
                m.Element("p", p.Text, ("class", FieldMarkup.Classes("govuk-body", p.IsNote ? "mc-muted mc-office__note" : null, p.IsStrong ? "govuk-!-font-weight-bold" : null)));
                break;
            case OfficeBullets list:
                m.Open("ul", ("class", "govuk-list govuk-list--bullet"));
                foreach (var item in list.Items) m.Element("li", item);
                m.Close("ul");
                break;
            case OfficeTable table:
                Table(m, table, open);
                break;
            default:
                throw new InvalidOperationException($"No way to show {block.GetType().Name}.");
        }
    }

    private static void Table(Markup m, OfficeTable table, Func<int, int, string?>? open)
    {
        var caption = table.Caption ?? table.Name ?? "Bảng số liệu";
        m.Open("div", ("class", "mc-scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0"))
            .Open("table", ("class", "govuk-table mc-table--dense mc-office__table"))
            .Open("caption", ("class", "govuk-table__caption govuk-table__caption--s")).Text(table.Unit is { } unit ? $"{caption} ({unit})" : caption).Close("caption").Open("thead");
        var cells = OfficeHeads.Of(table.Columns);
        for (var r = 0; r < OfficeHeads.DepthOf(table.Columns); r++)
        {
            m.Open("tr");
            foreach (var c in cells.Where(c => c.Row == r))
            {
                m.Element("th", c.Text, ("scope", c.Columns > 1 ? "colgroup" : "col"), ("colspan", Span(c.Columns)), ("rowspan", Span(c.Rows)));
            }

            m.Close("tr");
        }

        if (table.Columns.Any(c => c.Mark is not null))
        {
            m.Open("tr", ("class", "mc-office__marks"));
            foreach (var column in table.Columns) m.Element("td", column.Mark ?? "");
            m.Close("tr");
        }

        m.Close("thead").Open("tbody");
        for (var r = 0; r < table.Rows.Count; r++) Row(m, table, r, open);
        m.Close("tbody").Close("table").Close("div");
    }

    private static void Row(Markup m, OfficeTable table, int number, Func<int, int, string?>? open)
    {
        var row = table.Rows[number];
        if (row.Kind == OfficeRowKind.Section)
        {
            m.Open("tr", ("class", "mc-office__section")).Element("th", row.Cells[0].Shown, ("scope", "colgroup"), ("colspan", Span(table.Columns.Count))).Close("tr");
            return;
        }

        // The first column of text says what the row is of
        var name = 0;
        while (name < table.Columns.Count - 1 && (table.Columns[name].IsCentred || row.Cells[name].Kind != OfficeKind.Text)) name++;
        m.Open("tr", ("class", row.Kind == OfficeRowKind.Total ? "mc-office__total" : null));
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var cell = row.Cells[c];
            if (c == name) m.Element("th", cell.Shown, ("scope", "row"));
            else if (cell is { Kind: OfficeKind.Whole, Number: > 0 } && open?.Invoke(number, c) is { } address) m.Open("td", ("class", "num")).Element("a", cell.Shown, ("class", "govuk-link"), ("href", address)).Close("td");
            else m.Element("td", cell.Shown, ("class", cell.IsNumber && !table.Columns[c].IsCentred ? "num" : null));
        }

        m.Close("tr");
    }

    private static string? Span(int count) => count > 1 ? count.ToString(CultureInfo.InvariantCulture) : null;
}
