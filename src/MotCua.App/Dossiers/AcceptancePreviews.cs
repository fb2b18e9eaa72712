using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>When a dossier would be due if it were accepted now, for one case of its procedure.</summary>
/// <param name="Case">Key of the case; empty when there is one limit.</param>
/// <param name="CaseText">The case in words.</param>
/// <param name="Limit">The limit in words.</param>
/// <param name="DueAt">Due, UTC.</param>
/// <param name="Lines">Why, day by day.</param>
public sealed record AcceptancePreview(string Case, string CaseText, string Limit, DateTimeOffset DueAt, IReadOnlyList<string> Lines);

/// <summary>Previews of the appointment, before acceptance.</summary>
public sealed class AcceptancePreviews(Workbench bench, Calendar.WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>One preview for each limit of the version.</summary>
    public async Task<IReadOnlyList<AcceptancePreview>> OfAsync(Dossier dossier, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var content = await bench.ContentAsync(dossier.ProcedureVersionId, ct);
        return await OfAsync(content, dossier.HandlingUnit, ct);
    }

    /// <summary>One preview for each limit of a content at a unit.</summary>
    public async Task<IReadOnlyList<AcceptancePreview>> OfAsync(Catalogue.ProcedureContent content, string unitKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        var calendar = await calendars.ForAsync(unitKey, ct);
        var previews = new List<AcceptancePreview>();
        foreach (var limit in content.Limits)
        {
            if (TimeLimit.Parse(limit.Limit) is not { IsOk: true, Value: var read }) continue;
            var why = Deadlines.Explain(read, clock.GetUtcNow(), calendar);
            previews.Add(new AcceptancePreview(limit.Case, limit.CaseText.Length > 0 ? limit.CaseText : read.Vietnamese, read.Vietnamese, why.DueAt, [.. why.Lines.Select(l => l.ToString())]));
        }

        return previews;
    }
}
