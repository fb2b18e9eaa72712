using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A dossier opened for one act of one person.</summary>
/// <param name="Dossier">The dossier, tracked.</param>
/// <param name="Act">The act.</param>
public sealed record OpenDossier(Dossier Dossier, Act Act)
{
    /// <summary>Who acts.</summary>
    public Actor Actor => Act.Actor;

    /// <summary>When, UTC.</summary>
    public DateTimeOffset Now => Act.At;
}

/// <summary>What an act left behind.</summary>
/// <param name="Code">The number when there is one, else the submission code.</param>
/// <param name="Version">The version after the act.</param>
public sealed record DossierReceipt(string Code, int Version);

/// <summary>What every act on a dossier needs: opening it for a person, its terms, its route and steps, and saving once.</summary>
public sealed class Workbench(MotCuaDb db, Journal journal, WorkingCalendars calendars, UnitRoutes routes)
{
    /// <summary>
    /// Opens a dossier for an act: there is one, the person may see it (else 404), nobody changed it since the page was shown (else a conflict), and the
    /// person may do this (else forbidden, or not now).
    /// </summary>
    public async Task<Result<OpenDossier>> OpenAsync(string code, int seenVersion, Actor actor, DossierWork work, string processType, CancellationToken ct)
    {
        var dossier = await FindAsync(code, ct);
        if (dossier is null) return DossierProblems.NotFound;
        var rights = DossierAccess.Of(dossier, actor);
        if (!rights.MayRead) return DossierProblems.NotFound;
        if (dossier.Version != seenVersion) return DossierProblems.Stale;
        if (!rights.May(work)) return rights.Works.Count > 0 || rights.IsOwner ? DossierProblems.NotNow : DossierProblems.NotYours;
        return new OpenDossier(dossier, journal.Begin(processType, actor));
    }

    /// <summary>The dossier of a number or submission code, as people type them; tracked.</summary>
    public async Task<Dossier?> FindAsync(string code, CancellationToken ct)
    {
        if (SubmissionCode.TryParse(code, null, out var submission)) return await db.Dossiers.FirstOrDefaultAsync(d => d.SubmissionCode == submission.Value, ct);
        var number = (code ?? "").Trim().ToUpperInvariant();
        return number.Length is 0 or > 80 ? null : await db.Dossiers.FirstOrDefaultAsync(d => d.Number == number || d.SubmissionCode == number, ct);
    }

    /// <summary>What the dossier's procedure version says, for the case it was accepted under or a chosen one.</summary>
    public async Task<Result<ProcedureTerms>> TermsAsync(Dossier dossier, string? limitCase, CancellationToken ct)
    {
        var content = await ContentAsync(dossier.ProcedureVersionId, ct);
        var components = content.Components.Select(c => c.Key).ToList();
        if (dossier.IsAccepted || dossier.Limit.Length > 0)
        {
            return new ProcedureTerms(TimeLimit.Parse(dossier.Limit) is { IsOk: true } kept ? kept.Value : null, components);
        }

        var wanted = string.IsNullOrEmpty(limitCase) ? dossier.LimitCase : limitCase;
        var limit = content.Limits.Count == 1 ? content.Limits[0] : content.Limits.FirstOrDefault(l => l.Case == wanted);
        if (limit is null) return content.Limits.Count == 0 ? new ProcedureTerms(null, components) : DossierProblems.NoLimitCase;
        return new ProcedureTerms(TimeLimit.Parse(limit.Limit) is { IsOk: true } read ? read.Value : null, components);
    }

    /// <summary>The content of a procedure version.</summary>
    public async Task<ProcedureContent> ContentAsync(Guid versionId, CancellationToken ct)
    {
        var json = await db.ProcedureVersions.Where(v => v.Id == versionId).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return string.IsNullOrEmpty(json) ? new ProcedureContent() : JsonSerializer.Deserialize<ProcedureContent>(json, JsonSerializerOptions.Web) ?? new ProcedureContent();
    }

    /// <summary>Working time of the handling unit.</summary>
    public ValueTask<WorkingCalendar> CalendarAsync(Dossier dossier, CancellationToken ct) => calendars.ForAsync(dossier.HandlingUnit, ct);

    /// <summary>Working time of the desk.</summary>
    public ValueTask<WorkingCalendar> DeskCalendarAsync(Dossier dossier, CancellationToken ct) => calendars.ForAsync(dossier.Place, ct);

    /// <summary>Keeps free text in a row that can be erased; the event holds its id only.</summary>
    public Guid Note(OpenDossier open, string kind, string text, bool isForApplicant)
    {
        var note = new DossierNoteRow
        {
            Id = Ids.NewGuid(open.Now),
            DossierId = open.Dossier.Id,
            Kind = kind,
            Text = (text ?? "").Trim(),
            IsForApplicant = isForApplicant,
            At = open.Now,
            AuthorId = open.Actor.Id,
        };
        db.DossierNotes.Add(note);
        return note.Id;
    }

    /// <summary>The route of the dossier's handling unit.</summary>
    public async Task<Result<UnitRoute>> RouteAsync(Dossier dossier, CancellationToken ct)
    {
        var on = ProvinceTime.DateOf(dossier.AcceptedAt ?? journal.Begin("", Actor.Stranger).At);
        var route = await routes.ForAsync(dossier.HandlingUnit, dossier.ProcedureCode, on, ct);
        return route is null ? DossierProblems.NoRoute : route;
    }

    /// <summary>A new passage through a step of the route.</summary>
    public StepPlace Place(OpenDossier open, RouteStep step, string? officerId) => new(
        Ids.NewGuid(open.Now), step.Number, step.Role, step.Role == nameof(Role.DeskOfficer) ? open.Dossier.Place : open.Dossier.HandlingUnit, officerId);

    /// <summary>Ends the present passage and begins another, with the step's own clock.</summary>
    public async Task MoveAsync(OpenDossier open, StepPlace place, RouteStep step, string ending, CancellationToken ct)
    {
        await LeaveAsync(open, ending, ct);
        db.DossierSteps.Add(new DossierStepRow
        {
            Id = place.Id,
            DossierId = open.Dossier.Id,
            Number = place.Number,
            Name = step.Name,
            Role = place.Role,
            UnitKey = place.UnitKey,
            OfficerId = place.OfficerId,
            StartedAt = open.Now,
            DueAt = await StepDueAsync(open, step, ct),
        });
    }

    /// <summary>Ends the present passage, when there is one.</summary>
    public async Task LeaveAsync(OpenDossier open, string ending, CancellationToken ct)
    {
        if (open.Dossier.StepId is not { } id) return;
        if ((db.DossierSteps.Local.FirstOrDefault(s => s.Id == id) ?? await db.DossierSteps.FirstOrDefaultAsync(s => s.Id == id, ct)) is { EndedAt: null } row)
        {
            (row.EndedAt, row.Ending) = (open.Now, ending);
        }
    }

    /// <summary>After a supplement, a payment or a stop the route begins, or goes on at the step where it was, with the same holder.</summary>
    public async Task<Result<DossierEvent>> GoOnAsync(OpenDossier open, CancellationToken ct)
    {
        var route = await RouteAsync(open.Dossier, ct);
        if (!route.IsOk) return route.Problem;
        var step = route.Value.Step(open.Dossier.StepNumber) ?? route.Value.First;
        var place = Place(open, step, open.Dossier.StepId is null ? null : open.Dossier.StepOfficerId);
        var resumed = StepDecision.Resume(open.Dossier, place);
        await MoveAsync(open, place, step, "interrupted", ct);
        return resumed;
    }

    /// <summary>Records events that others of the same act follow; nothing is saved yet.</summary>
    public Task RecordAsync(OpenDossier open, CancellationToken ct, params DossierEvent[] events) => journal.RecordAsync(open.Act, open.Dossier, ct, events);

    /// <summary>Records the events and saves once; a change by somebody else meanwhile is a conflict.</summary>
    public async Task<Result<DossierReceipt>> CommitAsync(OpenDossier open, CancellationToken ct, params DossierEvent[] events)
    {
        await journal.RecordAsync(open.Act, open.Dossier, ct, events);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsStale(e) || DatabaseFaults.IsUniqueViolation(e))
        {
            return DossierProblems.Stale;
        }

        return new DossierReceipt(open.Dossier.Code, open.Dossier.Version);
    }

    private async Task<DateTimeOffset?> StepDueAsync(OpenDossier open, RouteStep step, CancellationToken ct)
    {
        if (TimeLimit.Parse(open.Dossier.Limit) is not { IsOk: true, Value: var limit }) return null;
        var calendar = await CalendarAsync(open.Dossier, ct);
        var hours = limit.InWorkingHours ?? (decimal)calendar.WorkingTimeBetween(open.Now, Deadlines.DueAt(limit, open.Now, calendar)).TotalHours;
        return StepClock.DueAt(open.Now, hours * step.Share, calendar);
    }
}
