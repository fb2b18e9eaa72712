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
    private string _head = DossierChain.Start;
    private DateTimeOffset _now;
    private DossierStepRow? _step;

    public DemoStory(int seed, int index, DateTimeOffset start, DateTimeOffset cap, DossierState? stopAt, DemoProvince province, Func<DemoOffer, DateTimeOffset, string> number)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{index}")));
        _random = new Random(BitConverter.ToInt32(bytes, 0));
        (_province, _cap, _stopAt) = (province, cap, stopAt);
        _offer = province.Choose(_random);
        _number = at => number(_offer, at);
        _now = DossierChain.Cut(start.AddSeconds(Draw.Below(_random, 60)));
        Dossier = new Dossier(new Guid(bytes.AsSpan(4, 16)));
        SubmissionCode = CodeOf(bytes);
    }

    /// <summary>The dossier as it stands when the story ends.</summary>
    public Dossier Dossier { get; }

    /// <summary>Its submission code.</summary>
    public string SubmissionCode { get; }

    /// <summary>Rows beside the dossier: events, papers, steps, notes, requests, deliveries.</summary>
    public List<object> Rows { get; } = [];

    /// <summary>The generator, for what is drawn after the story.</summary>
    public Random Random => _random;

    /// <summary>The submission code that a seed and index give.</summary>
    public static string CodeOf(int seed, int index) => CodeOf(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{index}"))));

    /// <summary>Tells it.</summary>
    public void Tell()
    {
        var channel = Draw.Below(_random, 100) switch { < 55 => Channel.Online, < 93 => Channel.Counter, < 98 => Channel.Post, _ => Channel.Mobile };
        var forced = _stopAt is DossierState.Submitted ? Channel.Online : channel;
        if (!Open(forced)) return;
        if (_stopAt is DossierState.Submitted) return;
        if (Dossier.Channel == Channel.Online && !Wait(Draw.Between(_random, 0.2, 7))) return;
        if (_stopAt is DossierState.NotAccepted || (_stopAt is null && Draw.Chance(_random, 0.03)))
        {
            Do("IntakeRefusing", Role.DeskOfficer, id => new IntakeRefused("khong-tham-quyen", Note(nameof(IntakeRefused), "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan; đề nghị nộp tại cơ quan có thẩm quyền."), id));
            return;
        }

        if (_stopAt is null && Dossier.Channel == Channel.Online && Draw.Chance(_random, 0.05) && !Guidance()) return;
        if (!Accept() || Stops(DossierState.Accepted)) return;
        if (!Wait(Draw.Between(_random, 0.3, 5)) || !TakeOver() || Stops(DossierState.Processing)) return;
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
        var assisted = !isOnline ? AssistedBy.Self : Draw.Below(_random, 100) switch { < 78 => AssistedBy.Self, < 92 => AssistedBy.CommunityTeam, _ => AssistedBy.Association };
        var filing = new Filing(_offer.Procedure, _offer.VersionId, _offer.LimitCase, _offer.Unit.Key, _offer.Unit.Key, _offer.Desk, channel, assisted);
        var kind = _offer.Unit.Level != "xa" && Draw.Chance(_random, 0.3) ? ApplicantKind.Organisation : ApplicantKind.Person;
        var commune = _offer.Unit is { Level: "xa", GsoCode.Length: 5 } ? _offer.Unit.GsoCode : _province.Communes.Count == 0 ? "" : _province.Communes[Draw.Below(_random, _province.Communes.Count)].Code;
        var account = Ids.NewGuid(_now);
        var eid = isOnline && Draw.Chance(_random, 0.85);
        if (isOnline)
        {
            var due = AcceptanceClock.DueAt(_now, _offer.Calendar);
            Record("DossierSubmitting", new Actor(ActorKind.Citizen, account.ToString("N"), "", []), new DossierSubmitted(SubmissionCode, filing, account, account, assisted == AssistedBy.Self ? null : "to-cong-nghe-so", "", due, kind, commune, eid));
        }
        else
        {
            Do("DeskReceiving", Role.DeskOfficer, id => new DossierReceivedAtDesk(SubmissionCode, filing, id, "", kind, commune, false));
        }

        foreach (var component in _offer.Content.Components.Where(c => !c.IsForm && (c.IsRequired || Draw.Chance(_random, 0.3))))
        {
            Rows.Add(new DossierDocumentRow
            {
                Id = Ids.NewGuid(_now),
                DossierId = Dossier.Id,
                ComponentKey = component.Key,
                Name = component.Name,
                Way = "paper",
                PaperReason = isOnline ? "Mang bản giấy đến khi nhận kết quả" : component.Copies > 0 ? "Bản sao" : "Bản chính",
                IsDigitised = !isOnline && Draw.Chance(_random, 0.3),
            });
        }

        return true;
    }

    private bool Guidance()
    {
        var respondBy = EndOf(_offer.Calendar.AddWorkingDays(ProvinceTime.DateOf(_now), 10));
        var request = Request(true, respondBy);
        Do("DossierGuiding", Role.DeskOfficer, id => new GuidanceIssued(request.Id, id, respondBy));
        if (Draw.Chance(_random, 0.2) || !Wait(Draw.Between(_random, 4, 40))) return false;
        request.AnsweredAt = _now;
        Record("DossierSendingAgain", Applicant(), new DossierSentAgain("", AcceptanceClock.DueAt(_now, _offer.Calendar)));
        return Wait(Draw.Between(_random, 0.3, 6));
    }

    private bool Accept()
    {
        if (_now > _cap) return false;
        var number = _number(_now);
        var due = Appointment(_now);
        var isDesk = Dossier.Channel != Channel.Online;
        Do("DossierAccepting", Role.DeskOfficer, id => new DossierAccepted(number, due, id, _offer.FeeVnd, isDesk && Draw.Chance(_random, 0.35), Draw.Chance(_random, 0.12)));
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
            Record("DossierWithdrawing", Applicant(), new DossierWithdrawn(Note(nameof(DossierWithdrawn), "Xin rút hồ sơ để nộp lại sau.")));
            return false;
        }

        Do("DossierStopping", Role.UnitLeader, id => new DossierStopped("quyet-dinh", Note(nameof(DossierStopped), "Dừng giải quyết theo đề nghị của cơ quan thẩm định; lý do ghi tại văn bản kèm theo."), id));
        if (!Stops(DossierState.Stopped) && Draw.Chance(_random, 0.5) && Wait(Draw.Between(_random, 4, 20)))
        {
            Do("PapersGivingBack", Role.DeskOfficer, id => new PapersGivenBack(Note(nameof(PapersGivenBack), "Đã trả lại giấy tờ cho người nộp."), id));
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
        var hours = available * (Draw.Chance(_random, 0.1) ? Draw.Between(_random, 1.05, 1.9) : Draw.Between(_random, 0.25, 0.93));
        foreach (var step in route)
        {
            if (!Wait(hours * (double)step.Share)) return;
            if (step.Number == route[^1].Number) break;
            var next = route[step.Number];
            var from = _step!.Id;
            Leave("handed-on");
            Enter(next, isHeld: Draw.Chance(_random, 0.6));
            Do("StepHandingOn", Enum.Parse<Role>(step.Role), _ => new StepHandedOn(from, _step.Id, _step.Number, _step.Role, _step.UnitKey, _step.OfficerId));
        }

        Leave("finished");
        var isGranted = !Draw.Chance(_random, 0.05);
        Guid? note = isGranted ? null : Note(nameof(DossierFinished), "Hồ sơ không đáp ứng điều kiện theo quy định của thủ tục.");
        var isElectronic = Draw.Chance(_random, Dossier.Channel == Channel.Online ? 0.8 : 0.35);
        Do("DossierDeciding", Role.UnitLeader, id => new DossierFinished(isGranted ? DossierOutcome.Granted : DossierOutcome.Refused, isGranted ? null : "khong-du-dieu-kien", note, id, isElectronic));
        if (Stops(DossierState.Finished) || !Wait(Draw.Between(_random, 0.5, 20))) return;
        var delivery = new DeliveryRow { Id = Ids.NewGuid(_now), DossierId = Dossier.Id, Way = isElectronic && Dossier.Channel == Channel.Online ? "online" : "counter", Recipient = "Chủ hồ sơ", At = _now };
        Rows.Add(delivery);
        Do("ResultDelivering", Role.DeskOfficer, id => new DossierReturned(delivery.Way, delivery.Id, id));
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
        var hours = _offer.Limit?.InWorkingHours ?? 80m;
        _step = new DossierStepRow
        {
            Id = Ids.NewGuid(_now),
            DossierId = Dossier.Id,
            Number = step.Number,
            Name = step.Name,
            Role = step.Role,
            UnitKey = unit,
            OfficerId = isHeld ? _province.HolderOf(unit, step.Role) : null,
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
            OfficerId = _province.OfficerOf(_offer.Desk, nameof(Role.DeskOfficer)),
            AskedAt = _now,
            RespondBy = respondBy,
        };
        Rows.Add(request);
        return request;
    }

    private Guid Note(string kind, string text)
    {
        var note = new DossierNoteRow { Id = Ids.NewGuid(_now), DossierId = Dossier.Id, Kind = kind, Text = text, IsForApplicant = true, At = _now, AuthorId = "can-bo-mau" };
        Rows.Add(note);
        return note.Id;
    }

    private Actor Applicant() => new(ActorKind.Citizen, (Dossier.ApplicantAccountId ?? Dossier.Id).ToString("N"), "", []);

    private void Do(string act, Role role, Func<string, DossierEvent> make)
    {
        var unit = role == Role.DeskOfficer ? _offer.Desk : _offer.Unit.Key;
        var officer = _province.OfficerOf(unit, role.ToString());
        Record(act, new Actor(ActorKind.Officer, officer, "", []), make(officer));
    }

    private void Record(string type, Actor actor, params DossierEvent[] events)
    {
        var rows = Journal.Chain(new Act(Ids.NewGuid(_now), type, actor, _now), Dossier, _head, events);
        Rows.AddRange(rows);
        _head = rows[^1].Hash;
    }

    private static DateTimeOffset EndOf(DateOnly day) => ProvinceTime.StartOf(day.AddDays(1)).AddSeconds(-1);
}
