using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>
/// The life of one made-up dossier, act by act in working time, until it ends, reaches the state it is meant for, or the period ends. Everything comes
/// from the seed, so the same arguments give the same life.
/// </summary>
internal sealed class DemoStory
{
    private readonly Random _random;
    private readonly DemoOffer _offer;
    private readonly DemoProvince _province;
    private readonly DateTimeOffset _cap;
    private readonly DossierState? _stopAt;
    private readonly Func<DateTimeOffset, string> _number;
    private readonly DemoContent? _content;
    private readonly Random _details;
    private readonly DemoPerson? _citizen;
    private readonly Guid _account;
    private bool _isDigitised;
    private bool _isReused;
    private DemoDraft? _draft;
    private DossierDecided? _decision;
    private bool _isElectronic;
    private readonly int _stage;
    private readonly List<(Act Act, DossierEvent[] Events)> _acts = [];
    private DateTimeOffset _now;
    private DossierStepRow? _step;

    public DemoStory(int seed, DemoStarts start, DateTimeOffset cap, DemoProvince province, DemoPeople people, Func<DemoOffer, DateTimeOffset, string> number, DemoContent? content, IReadOnlyDictionary<string, Guid> accounts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{start.Index}")));
        _random = new Random(BitConverter.ToInt32(bytes, 0));
        _details = new Random(BitConverter.ToInt32(bytes, 8));
        (_province, _cap, _stopAt, _content) = (province, cap, start.StopAt, content);
        _stage = start.Index / 40 % 3; // those that are meant to be in processing stand at each step of the route
        // Every seventh is a demo citizen's, so that whoever signs in at the stand-in has dossiers of every kind
        _citizen = start.Index % 7 == 3 && people.Citizens.Count > 0 ? people.Citizens[start.Index / 7 % people.Citizens.Count] : null;
        _offer = _citizen is null ? province.Choose(_random, isFavoured: start.StopAt is not null) : province.ChooseFor(_random, _citizen);
        _number = at => number(_offer, at);
        _now = DossierChain.Cut(start.At.AddSeconds(Draw.Below(_random, 60)));
        Dossier = new Dossier(new Guid(bytes.AsSpan(4, 16)));
        SubmissionCode = CodeOf(bytes);
        var kind = _citizen is { IsOrganisation: true } || (_citizen is null && _offer.Unit.Level != "xa" && !province.HasOwnForm(_offer.Procedure) && Draw.Chance(_random, 0.3)) ? ApplicantKind.Organisation : ApplicantKind.Person;
        var commune = _citizen is not null ? _citizen.Commune
            : _offer.Unit is { Level: "xa", GsoCode.Length: 5 } ? _offer.Unit.GsoCode
            : province.Communes.Count == 0 ? "" : province.Communes[Draw.Below(_random, province.Communes.Count)].Code;
        Person = _citizen ?? people.Make(_details, kind, commune, ProvinceTime.DateOf(start.At).Year);
        _account = _citizen is not null && accounts.TryGetValue(_citizen.Subject, out var known) ? known : Ids.NewGuid(_now);
    }

    /// <summary>Whose it is.</summary>
    public DemoPerson Person { get; }

    /// <summary>The dossier as it stands when the story ends.</summary>
    public Dossier Dossier { get; }

    /// <summary>Its submission code.</summary>
    public string SubmissionCode { get; }

    /// <summary>Rows beside the dossier: events, papers, steps, notes, requests, deliveries.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>The submission code that a seed and index give.</summary>
    public static string CodeOf(int seed, int index) => CodeOf(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{index}"))));

    /// <summary>Tells it.</summary>
    public void Tell()
    {
        var channel = Draw.Below(_random, 100) switch { < 55 => Channel.Online, < 93 => Channel.Counter, < 98 => Channel.Post, _ => Channel.Mobile };
        var forced = _stopAt is DossierState.Submitted || _citizen is not null ? Channel.Online : channel;
        if (!Open(forced)) return;
        Live();
        if (_content is not null) Rows.AddRange([.. _content.Notices(Dossier, _offer, _acts.SelectMany(a => a.Events.Select(e => (e, a.Act.At))).ToList(), _cap), .. Readings()]);
    }

    private void Live()
    {
        if (_stopAt is DossierState.Submitted) return;
        if (Dossier.Channel == Channel.Online && !Wait(Draw.Between(_random, 0.2, 7))) return;
        if (_stopAt is DossierState.NotAccepted || (_stopAt is null && Draw.Chance(_random, 0.03)))
        {
            Do("IntakeRefusing", Role.DeskOfficer, id => new IntakeRefused("khong-tham-quyen", Note(id, nameof(IntakeRefused), "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan; đề nghị nộp tại cơ quan có thẩm quyền."), id));
            return;
        }

        if (_stopAt is null && Dossier.Channel == Channel.Online && Draw.Chance(_random, 0.05) && !Guidance()) return;
        if (!Accept() || Stops(DossierState.Accepted)) return;
        if (!Wait(Draw.Between(_random, 0.3, 5)) || !TakeOver() || (Stops(DossierState.Processing) && _stage == 0)) return;
        if (!Interruptions()) return;
        Work();
    }

    private static string CodeOf(byte[] bytes)
    {
        const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        return "NH-" + string.Concat(bytes.Skip(20).Take(10).Select(b => alphabet[b % 32]));
    }

    private bool Stops(DossierState state) => _stopAt == state;

    /// <summary>Passes working hours; false when the period ended before.</summary>
    private bool Wait(double hours)
    {
        var next = _offer.Calendar.AddWorkingTime(_now, TimeSpan.FromMinutes(Math.Max(1, Math.Round(hours * 60)))).AddSeconds(Draw.Below(_random, 50));
        if (next > _cap) return false;
        _now = DossierChain.Cut(next);
        return true;
    }

    private bool Open(Channel channel)
    {
        if (_now > _cap) return false;
        var isOnline = channel == Channel.Online;
        var assisted = !isOnline || _citizen is not null ? AssistedBy.Self : Draw.Below(_random, 100) switch { < 78 => AssistedBy.Self, < 92 => AssistedBy.CommunityTeam, _ => AssistedBy.Association };
        var filing = new Filing(_offer.Procedure, _offer.VersionId, _offer.LimitCase, _offer.Unit.Key, _offer.Unit.Key, _offer.Desk, channel, assisted);
        var kind = Person.IsOrganisation ? ApplicantKind.Organisation : ApplicantKind.Person;
        var eid = isOnline && (_citizen is not null ? _citizen.Level != "LoA1" : Draw.Chance(_random, 0.85));
        (_isDigitised, _isReused) = (!isOnline && Draw.Chance(_random, 0.35), Draw.Chance(_random, 0.12));
        var digest = "";
        if (_content?.Answers(Dossier.Id, _offer.Procedure, Person, _now, _details, out digest) is { } answers) Rows.Add(answers);
        if (isOnline)
        {
            var due = AcceptanceClock.DueAt(_now, _offer.Calendar);
            Record("DossierSubmitting", new Actor(ActorKind.Citizen, _account.ToString("N"), "", []), new DossierSubmitted(SubmissionCode, filing, _account, _account, assisted == AssistedBy.Self ? null : "to-cong-nghe-so", digest, due, kind, Person.Commune, eid));
        }
        else
        {
            Do("DeskReceiving", Role.DeskOfficer, id => new DossierReceivedAtDesk(SubmissionCode, filing, id, digest, kind, Person.Commune, false));
        }

        foreach (var component in _offer.Content.Components.Where(c => c.IsForm || c.IsRequired || Draw.Chance(_random, 0.3))) Give(component, 1);
        return true;
    }

    /// <summary>A paper for a component: a file of the person's, a paper brought to the desk and perhaps scanned, the electronic form itself.</summary>
    private void Give(ProcedureComponent component, int round)
    {
        var isOnline = Dossier.Channel == Channel.Online;
        var row = new DossierDocumentRow { Id = Ids.NewGuid(_now), DossierId = Dossier.Id, ComponentKey = component.Key, Name = component.Name, Round = round };
        var hasFile = _content is not null && (isOnline ? round > 1 || Draw.Chance(_details, 0.9) : _isDigitised);
        if (isOnline && component.IsForm && _content is not null)
        {
            row.Way = "form";
        }
        else if (isOnline && hasFile)
        {
            row.Way = _isReused && round == 1 && !Rows.OfType<DossierDocumentRow>().Any(d => d.Way == "store") ? "store" : "upload";
        }
        else
        {
            (row.Way, row.PaperReason) = ("paper", isOnline ? "Mang bản giấy đến khi nhận kết quả" : component.Copies > 0 ? "Bản sao" : "Bản chính");
            row.IsDigitised = !isOnline && hasFile;
        }

        Rows.Add(row);
        if (row.Way == "form" || !hasFile) return;
        var owner = isOnline ? "account:" + _account.ToString("N") : "officer:" + _province.DeskOfficerOf(_offer);
        var file = _content!.File(component.Name, owner, Dossier.Id, _now);
        row.FileId = file.Id;
        Rows.Add(file);
    }

    /// <summary>Who opened it: each officer once for each act.</summary>
    private IEnumerable<DossierReadRow> Readings() =>
        _acts.Select(a => a.Act).Where(a => a.Actor.Kind == ActorKind.Officer).Select(a => new DossierReadRow { Id = Ids.NewGuid(a.At), DossierId = Dossier.Id, OfficerId = a.Actor.Id, At = a.At.AddSeconds(-40), What = "sheet" });

    private bool Guidance()
    {
        var respondBy = EndOf(_offer.Calendar.AddWorkingDays(ProvinceTime.DateOf(_now), 10));
        var request = Request(true, respondBy);
        Do("DossierGuiding", Role.DeskOfficer, id => new GuidanceIssued(request.Id, id, respondBy));
        if (Draw.Chance(_random, 0.2) || !Wait(Draw.Between(_random, 4, 40))) return false;
        request.AnsweredAt = _now;
        AnswerRequest(request);
        Record("DossierSendingAgain", Applicant(), new DossierSentAgain("", AcceptanceClock.DueAt(_now, _offer.Calendar)));
        return Wait(Draw.Between(_random, 0.3, 6));
    }

    private bool Accept()
    {
        if (_now > _cap) return false;
        var number = _number(_now);
        var due = Appointment(_now);
        var isDesk = Dossier.Channel != Channel.Online;
        Do("DossierAccepting", Role.DeskOfficer, id => new DossierAccepted(number, due, id, _offer.FeeVnd, isDesk && _isDigitised, _isReused));
        if (_offer.FeeVnd > 0 && Draw.Chance(_random, 0.8))
        {
            var online = Dossier.Channel == Channel.Online && Draw.Chance(_random, 0.6);
            Do("FeeRecording", Role.DeskOfficer, id => new FeeRecorded(_offer.FeeVnd, online, string.Create(CultureInfo.InvariantCulture, $"BL-{Draw.Below(_random, 1_000_000):000000}"), id));
        }

        return true;
    }

    private bool TakeOver()
    {
        var route = _province.RouteOf(_offer.Unit);
        if (route.Count == 0) return false;
        Enter(route[0], isHeld: true);
        Do("DossierTakingOver", Role.Handler, id => new DossierTakenOver(_step!.Id, _step.Number, _step.Role, _step.UnitKey, id));
        return true;
    }

    /// <summary>What may come between: a supplement, a payment, a withdrawal, a stop. False when the story ends there.</summary>
    private bool Interruptions()
    {
        var roll = _stopAt switch
        {
            DossierState.AwaitingSupplement => 0,
            DossierState.AwaitingPayment => 10,
            DossierState.Withdrawn => 14,
            DossierState.Stopped => 17,
            null => Draw.Below(_random, 100),
            _ => 99,
        };
        if (roll >= 19) return true;
        if (!Wait(Draw.Between(_random, 2, 14))) return false;
        if (roll < 10) return Supplement();
        if (roll < 14)
        {
            Leave("interrupted");
            Do("PaymentRequesting", Role.DeskOfficer, id => new PaymentRequested(Math.Max(_offer.FeeVnd, 50_000), "nghia-vu-tai-chinh", id));
            if (Stops(DossierState.AwaitingPayment) || !Wait(Draw.Between(_random, 3, 24))) return false;
            var due = Appointment(_now);
            Record("PaymentSettling", Applicant(), new PaymentSettled(Dossier.FeeVnd, Draw.Chance(_random, 0.5), false, due), GoOn());
            return true;
        }

        Leave("interrupted");
        if (roll < 17)
        {
            Record("DossierWithdrawing", Applicant(), new DossierWithdrawn(Note("", nameof(DossierWithdrawn), "Xin rút hồ sơ để nộp lại sau.")));
            return false;
        }

        Do("DossierStopping", Role.UnitLeader, id => new DossierStopped("quyet-dinh", Note(id, nameof(DossierStopped), "Dừng giải quyết theo đề nghị của cơ quan thẩm định; lý do ghi tại văn bản kèm theo."), id));
        if (!Stops(DossierState.Stopped) && Draw.Chance(_random, 0.5) && Wait(Draw.Between(_random, 4, 20)))
        {
            Do("PapersGivingBack", Role.DeskOfficer, id => new PapersGivenBack(Note(id, nameof(PapersGivenBack), "Đã trả lại giấy tờ cho người nộp."), id));
        }

        return false;
    }

    private bool Supplement()
    {
        var respondBy = EndOf(_offer.Calendar.AddWorkingDays(ProvinceTime.DateOf(_now), 10));
        var request = Request(false, respondBy);
        Leave("interrupted");
        Do("SupplementRequesting", Role.DeskOfficer, id => new SupplementRequested(request.Id, id, respondBy, null));
        if (Stops(DossierState.AwaitingSupplement) || !Wait(Draw.Between(_random, 6, 60))) return false;
        var standstill = new Standstill(Dossier.AskedAt!.Value, _now);
        request.AnsweredAt = _now;
        AnswerRequest(request);
        var waited = (int)_offer.Calendar.WorkingTimeBetween(standstill.From, _now).TotalMinutes;
        var indexDue = _offer.Limit is { } limit ? new IndexClock(limit, Dossier.AcceptedAt!.Value, [standstill]).DueAt(_offer.Calendar) : null;
        Record("SupplementReceiving", Applicant(), new SupplementReceived(request.Id, Appointment(_now), indexDue, waited), GoOn());
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

    private void AnswerRequest(SupplementRequestRow request)
    {
        var key = JsonSerializer.Deserialize<List<AskedItem>>(request.Items, JsonSerializerOptions.Web)?.FirstOrDefault()?.Component;
        if (_content is not null && _offer.Content.Components.FirstOrDefault(c => c.Key == key) is { } component) Give(component, 2);
    }

    private Appointment? Appointment(DateTimeOffset from) => _offer.Limit is { } limit
        ? new Appointment(Deadlines.DueAt(limit, from, _offer.Calendar), limit.Unit == LimitUnit.WorkingHours, limit.ToString())
        : null;

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

    private SupplementRequestRow Request(bool isBefore, DateTimeOffset respondBy)
    {
        var component = _offer.Content.Components.FirstOrDefault(c => !c.IsForm);
        var request = new SupplementRequestRow
        {
            Id = Ids.NewGuid(_now),
            DossierId = Dossier.Id,
            IsBeforeAcceptance = isBefore,
            Items = JsonSerializer.Serialize(component is null ? [] : new[] { new AskedItem(component.Key, "Bản chụp mờ, thiếu trang; đề nghị chụp lại đủ các trang.") }, JsonSerializerOptions.Web),
            Ground = "Nghị định 61/2018/NĐ-CP Điều 17",
            Text = "Đề nghị bổ sung, hoàn thiện hồ sơ theo nội dung trên.",
            OfficerId = _province.DeskOfficerOf(_offer),
            AskedAt = _now,
            RespondBy = respondBy,
        };
        Rows.Add(request);
        return request;
    }

    private Guid Note(string author, string kind, string text, bool isForApplicant = true)
    {
        var note = new DossierNoteRow { Id = Ids.NewGuid(_now), DossierId = Dossier.Id, Kind = kind, Text = text, IsForApplicant = isForApplicant, At = _now, AuthorId = author };
        Rows.Add(note);
        return note.Id;
    }

    private Actor Applicant() => new(ActorKind.Citizen, (Dossier.ApplicantAccountId ?? Dossier.Id).ToString("N"), "", []);

    private Actor Officer(Role role) => new(ActorKind.Officer, role == Role.DeskOfficer ? _province.DeskOfficerOf(_offer) : _province.OfficerOf(_offer.Unit.Key, role), "", []);

    private void Do(string act, Role role, Func<string, DossierEvent> make)
    {
        var officer = Officer(role);
        Record(act, officer, make(officer.Id));
    }

    private void Record(string type, Actor actor, params DossierEvent[] events)
    {
        _acts.Add((new Act(Ids.NewGuid(_now), type, actor, _now), events));
        foreach (var e in events) Dossier.Apply(e, _now);
    }

    /// <summary>Chains the events, once the papers of the results have their digests.</summary>
    public IEnumerable<DossierEventRow> Sealed()
    {
        var (shadow, head) = (new Dossier(Dossier.Id), DossierChain.Start);
        foreach (var (act, events) in _acts)
        {
            var digested = events.Select(e => e is ResultIssued issued && _draft is not null ? issued with { FileDigest = _draft.Row.Sha256 } : e).ToArray();
            foreach (var row in Journal.Chain(act, shadow, head, digested))
            {
                head = row.Hash;
                yield return row;
            }
        }
    }

    private static DateTimeOffset EndOf(DateOnly day) => ProvinceTime.StartOf(day.AddDays(1)).AddSeconds(-1);
}
