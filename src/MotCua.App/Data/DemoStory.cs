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

/// <summary>What all stories of one seeding share.</summary>
/// <param name="Seed">Same seed, same stories.</param>
/// <param name="Cap">When the period ends, UTC.</param>
/// <param name="Province">Offers, routes, officers.</param>
/// <param name="People">Applicants.</param>
/// <param name="Number">The next dossier number of an offer at a moment.</param>
/// <param name="Accounts">Accounts of the demo citizens by subject.</param>
internal sealed record DemoTelling(int Seed, DateTimeOffset Cap, DemoProvince Province, DemoPeople People, Func<DemoOffer, DateTimeOffset, string> Number, IReadOnlyDictionary<string, Guid> Accounts);

/// <summary>
/// The life of one made-up dossier, act by act in working time, until it ends, reaches the state it is meant for, or the period ends. Everything comes
/// from the seed, so the same arguments give the same life.
/// </summary>
internal sealed partial class DemoStory
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

    public DemoStory(DemoTelling telling, DemoStarts start, DemoContent? content)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{telling.Seed}/{start.Index}")));
        var (province, people) = (telling.Province, telling.People);
        _random = new Random(BitConverter.ToInt32(bytes, 0));
        _details = new Random(BitConverter.ToInt32(bytes, 8));
        (_province, _cap, _stopAt, _content) = (province, telling.Cap, start.StopAt, content);
        _stage = start.Index / 40 % 3; // those that are meant to be in processing stand at each step of the route
        // Every seventh is a demo citizen's, so that whoever signs in at the stand-in has dossiers of every kind
        _citizen = start.Index % 7 == 3 && people.Citizens.Count > 0 ? people.Citizens[start.Index / 7 % people.Citizens.Count] : null;
        _offer = _citizen is null ? province.Choose(_random, isFavoured: start.StopAt is not null) : province.ChooseFor(_random, _citizen);
        _number = at => telling.Number(_offer, at);
        _now = DossierChain.Cut(start.At.AddSeconds(Draw.Below(_random, 60)));
        Dossier = new Dossier(new Guid(bytes.AsSpan(4, 16)));
        SubmissionCode = CodeOf(bytes);
        var kind = _citizen is { IsOrganisation: true } || (_citizen is null && _offer.Unit.Level != "xa" && !province.HasOwnForm(_offer.Procedure) && Draw.Chance(_random, 0.3)) ? ApplicantKind.Organisation : ApplicantKind.Person;
        var commune = _citizen is not null ? _citizen.Commune
            : _offer.Unit is { Level: "xa", GsoCode.Length: 5 } ? _offer.Unit.GsoCode
            : province.Communes.Count == 0 ? "" : province.Communes[Draw.Below(_random, province.Communes.Count)].Code;
        Person = _citizen ?? people.Make(_details, kind, commune, ProvinceTime.DateOf(start.At).Year);
        _account = _citizen is not null && telling.Accounts.TryGetValue(_citizen.Subject, out var known) ? known : Ids.NewGuid(_now);
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

    private void AnswerRequest(SupplementRequestRow request)
    {
        var key = JsonSerializer.Deserialize<List<AskedItem>>(request.Items, JsonSerializerOptions.Web)?.FirstOrDefault()?.Component;
        if (_content is not null && _offer.Content.Components.FirstOrDefault(c => c.Key == key) is { } component) Give(component, 2);
    }

    private Appointment? Appointment(DateTimeOffset from) => _offer.Limit is { } limit
        ? new Appointment(Deadlines.DueAt(limit, from, _offer.Calendar), limit.Unit == LimitUnit.WorkingHours, limit.ToString())
        : null;

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
