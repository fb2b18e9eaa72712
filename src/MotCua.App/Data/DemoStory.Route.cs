using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>The way of a made-up dossier through the route of its unit.</summary>
internal sealed partial class DemoStory
{
    private bool TakeOver()
    {
        var route = _province.RouteOf(_offer.Unit);
        if (route.Count == 0) return false;
        Enter(route[0], isHeld: true);
        Do("DossierTakingOver", Role.Handler, id => new DossierTakenOver(_step!.Id, _step.Number, _step.Role, _step.UnitKey, id));
        return true;
    }

    /// <summary>The steps of the route, the decision and the return of the result.</summary>
    private void Work()
    {
        var route = _province.RouteOf(_offer.Unit);
        var due = Dossier.DueAt ?? _offer.Calendar.AddWorkingTime(_now, TimeSpan.FromHours(40));
        var available = Math.Max(1, _offer.Calendar.WorkingTimeBetween(_now, due < _now ? _now : due).TotalHours);
        var hours = Stops(DossierState.Processing) ? available * 0.2 : available * (Draw.Chance(_random, 0.1) ? Draw.Between(_random, 1.05, 1.9) : Draw.Between(_random, 0.25, 0.93));
        for (var i = 0; i < route.Count; i++)
        {
            var (step, next) = (route[i], i + 1 < route.Count ? route[i + 1] : null);
            if (!Wait(hours * (double)step.Share)) return;
            if (Stops(DossierState.Processing) && i == _stage) return;
            if (step.Role == nameof(Role.UnitLeader) && route.Skip(i + 1).All(s => s.Role == nameof(Role.Clerk)))
            {
                Decide(next);
                if (next is null) break;
            }
            else if (next is null)
            {
                break;
            }
            else
            {
                if (step.Role == nameof(Role.Handler)) Draft();
                var role = Enum.Parse<Role>(step.Role);
                var (from, claimed) = (_step!.Id, Claimed(role));
                Leave("handed-on");
                Enter(next, isHeld: Draw.Chance(_random, 0.6));
                Record("StepHandingOn", Officer(role), [.. claimed, new StepHandedOn(from, _step.Id, _step.Number, _step.Role, _step.UnitKey, _step.OfficerId)]);
            }
        }

        if (Dossier.IsDecided) Issue();
        if (Stops(DossierState.Finished) || !Wait(Draw.Between(_random, 0.5, 20))) return;
        var delivery = new DeliveryRow { Id = Ids.NewGuid(_now), DossierId = Dossier.Id, Way = Dossier.HasElectronicResult && Dossier.Channel == Channel.Online ? "online" : "counter", Recipient = Person.IsOrganisation ? Person.Head : Person.Name, At = _now };
        Rows.Add(delivery);
        Do("ResultDelivering", Role.DeskOfficer, id => new DossierReturned(delivery.Way, delivery.Id, id));
    }

    private void Draft()
    {
        if (_content is null || _draft is not null) return;
        _draft = _content.Draft(Dossier, _offer, Person, _province.OfficerOf(_offer.Unit.Key, Role.Handler), _now);
        Rows.AddRange([_draft.Row, _draft.Text]);
    }

    /// <summary>The leader decides; where the clerk follows, what the leader decided waits.</summary>
    private void Decide(RouteStep? clerk)
    {
        var leader = _province.OfficerOf(_offer.Unit.Key, Role.UnitLeader);
        var isGranted = !Draw.Chance(_random, 0.05);
        _isElectronic = Draw.Chance(_random, Dossier.Channel == Channel.Online ? 0.8 : 0.35);
        var outcome = isGranted ? DossierOutcome.Granted : DossierOutcome.Refused;
        Guid? note = isGranted ? null : Note(leader, nameof(DossierFinished), "Hồ sơ không đáp ứng điều kiện theo quy định của thủ tục.", isForApplicant: clerk is null);
        if (!isGranted) DropDraft();
        _decision = new DossierDecided(outcome, isGranted ? null : "khong-du-dieu-kien", note, leader);
        if (clerk is null)
        {
            Leave("finished");
            Finish("DossierDeciding", Role.UnitLeader, []);
            return;
        }

        var (from, claimed) = (_step!.Id, Claimed(Role.UnitLeader));
        Leave("handed-on");
        Enter(clerk, isHeld: Draw.Chance(_random, 0.6));
        Record("DossierDeciding", Officer(Role.UnitLeader), [.. claimed, _decision, new StepHandedOn(from, _step.Id, _step.Number, _step.Role, _step.UnitKey, _step.OfficerId)]);
    }

    private void Issue()
    {
        var claimed = Claimed(Role.Clerk);
        Leave("finished");
        foreach (var note in Rows.OfType<DossierNoteRow>().Where(n => n.Id == _decision!.NoteId)) note.IsForApplicant = true;
        Finish("ResultIssuing", Role.Clerk, claimed);
    }

    private void Finish(string act, Role role, IReadOnlyList<DossierEvent> before)
    {
        var officer = Officer(role);
        var finished = new DossierFinished(_decision!.Outcome, _decision.GroundCode, _decision.NoteId, officer.Id, _isElectronic);
        if (_decision.Outcome != DossierOutcome.Granted || !_isElectronic) DropDraft();
        if (_draft is null || _content is null)
        {
            Record(act, officer, [.. before, finished]);
            return;
        }

        var (file, number) = _content.Issue(_draft, Dossier, _offer, _decision.OfficerId, role == Role.Clerk ? officer.Id : "", _now);
        Rows.Add(file);
        DossierEvent[] numbered = number.Length > 0 ? [new DocumentNumbered(_draft.Row.Id, number, officer.Id)] : [];
        Record(act, officer, [.. before, finished, new ResultIssued(_draft.Row.Id, _draft.Row.Code, "", officer.Id), .. numbered]);
    }

    // A result on paper, or a refusal: nothing electronic is issued
    private void DropDraft()
    {
        if (_draft is null) return;
        Rows.Remove(_draft.Row);
        Rows.Remove(_draft.Text);
        _draft = null;
    }

    /// <summary>Whoever works on a step that nobody holds has claimed it.</summary>
    private DossierEvent[] Claimed(Role role)
    {
        if (_step is not { OfficerId: null } step) return [];
        step.OfficerId = _province.OfficerOf(_offer.Unit.Key, role);
        return [new StepClaimed(step.Id, step.OfficerId)];
    }

    private StepHandedOn GoOn()
    {
        var route = _province.RouteOf(_offer.Unit);
        var from = Dossier.StepId ?? Guid.Empty;
        Enter(route[Math.Max(0, Dossier.StepNumber - 1)], isHeld: true);
        return new StepHandedOn(from, _step!.Id, _step.Number, _step.Role, _step.UnitKey, _step.OfficerId);
    }

    private void Enter(RouteStep step, bool isHeld)
    {
        var unit = step.Role == nameof(Role.DeskOfficer) ? _offer.Desk : _offer.Unit.Key;
        var officer = step.Role == nameof(Role.DeskOfficer) ? _province.DeskOfficerOf(_offer) : _province.OfficerOf(unit, Enum.Parse<Role>(step.Role));
        var hours = _offer.Limit?.InWorkingHours ?? 80m;
        _step = new DossierStepRow
        {
            Id = Ids.NewGuid(_now),
            DossierId = Dossier.Id,
            Number = step.Number,
            Name = step.Name,
            Role = step.Role,
            UnitKey = unit,
            OfficerId = isHeld ? officer : null,
            StartedAt = _now,
            DueAt = _offer.Limit is null ? null : StepClock.DueAt(_now, hours * step.Share, _offer.Calendar),
        };
        Rows.Add(_step);
    }

    private void Leave(string ending)
    {
        if (_step is { EndedAt: null } step) (step.EndedAt, step.Ending) = (_now, ending);
    }
}
