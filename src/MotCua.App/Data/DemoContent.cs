using System.Globalization;
using System.Security.Cryptography;
using MotCua.App.Dossiers;
using MotCua.App.Documents;
using MotCua.App.Notifications;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Notifications;

namespace MotCua.App.Data;

/// <summary>A draft of a made-up dossier's result, issued later or not.</summary>
/// <param name="Row">Row.</param>
/// <param name="Text">Its text.</param>
internal sealed record DemoDraft(ResultRow Row, DossierNoteRow Text);

/// <summary>
/// What fills a made-up dossier: answers, files, results, notices. Files are kept at once; rows are given back. Numbers of documents follow the day of the year, so that a unit's
/// register stays in order however the stories are told.
/// </summary>
internal sealed class DemoContent(DemoAnswers answers, Dictionary<string, FiledProcedure> procedures, Dictionary<string, DemoOfficerName> officerNames, HashSet<(string, int, string, int)> taken, PersonalDataVault vault, string verifyAddress)
{
    private const int NumbersADay = 20;

    private readonly List<(Guid Id, byte[] Content)> _files = [];
    private readonly List<(ResultRow Row, StoredFileRow File, Task<byte[]> Paper)> _papers = [];

    /// <summary>Keeps the files before the rows are written; the papers of results, made beside, get their digests.</summary>
    public async Task KeepFilesAsync(FileStore store, CancellationToken ct)
    {
        foreach (var (row, file, making) in _papers)
        {
            var paper = DemoPaper.Of(await making, "application/pdf", 1);
            (row.Sha256, file.Sha256, file.Size) = (paper.Sha256, paper.Sha256, paper.Content.Length);
            _files.Add((file.Id, paper.Content));
        }

        _papers.Clear();
        foreach (var (id, content) in _files) await store.KeepAsync(id, content, ct);
        _files.Clear();
    }

    /// <summary>The answers of a dossier's e-form, or null when none fit.</summary>
    public DossierAnswersRow? Answers(Guid dossierId, string procedureCode, DemoPerson person, DateTimeOffset at, Random random, out string digest)
    {
        digest = "";
        if (!procedures.TryGetValue(procedureCode, out var procedure)) return null;
        var made = answers.Make(procedure.Form, person, procedure.Name, ProvinceTime.DateOf(at), random);
        if (made is null) return null;
        var json = made.ToJson();
        digest = vault.Digest(json);
        return new DossierAnswersRow { DossierId = dossierId, Round = 1, FormVersionId = procedure.FormVersionId, AnswersCipher = vault.Seal(json), At = at };
    }

    /// <summary>A true file for a component.</summary>
    public StoredFileRow File(string componentName, string owner, Guid dossierId, DateTimeOffset at)
    {
        var paper = DemoFiles.For(componentName);
        var row = DemoFiles.Row(paper, componentName, owner, dossierId, at);
        _files.Add((row.Id, paper.Content));
        return row;
    }

    /// <summary>A draft as a handler hands it to the leader.</summary>
    public DemoDraft Draft(Dossier dossier, DemoOffer offer, DemoPerson person, string handler, DateTimeOffset at)
    {
        var id = Ids.NewGuid(at);
        var name = procedures.TryGetValue(dossier.ProcedureCode, out var procedure) ? procedure.Name : dossier.ProcedureCode;
        var title = TitleOf(offer, name);
        var who = person.IsOrganisation ? $"{person.Name}, mã số {person.Identity}, người đại diện {person.Head}" : $"ông (bà) {person.Name}, sinh ngày {person.BirthOn:dd/MM/yyyy}, số định danh {person.Identity}";
        var text = $"Căn cứ hồ sơ số {dossier.Number} về thủ tục «{name}»;\nXét đề nghị của {who}, địa chỉ {person.Address},\n{offer.Unit.Name} giải quyết như sau: đồng ý cấp «{title}» cho người có tên trên.";
        var token = Convert.ToHexStringLower(SHA256.HashData(dossier.Id.ToByteArray()).AsSpan(0, 12));
        return new DemoDraft(
            new ResultRow { Id = id, DossierId = dossier.Id, VerifyToken = token, Title = title, State = ResultState.Draft, DraftedBy = handler, UnitKey = offer.Unit.Key },
            new DossierNoteRow { Id = id, DossierId = dossier.Id, Kind = DraftResultHandler.TextKind, Text = text, At = at, AuthorId = handler });
    }

    /// <summary>Issues a draft: written from the template with its code, number and QR, beside the telling. The digest comes with <see cref="KeepFilesAsync"/>.</summary>
    public (StoredFileRow File, string DocumentNumber) Issue(DemoDraft draft, Dossier dossier, DemoOffer offer, string leader, string clerk, DateTimeOffset at)
    {
        var row = draft.Row;
        row.Ordinal = dossier.ResultCount + 1;
        row.Code = DossierNumber.Parse(dossier.Number!, null).ResultCode(row.Ordinal);
        var entry = clerk.Length > 0 ? Entry(offer, ProvinceTime.DateOf(at)) : null;
        var signer = officerNames.GetValueOrDefault(leader);
        var paper = new ResultPaper
        {
            Parent = offer.ParentName,
            Unit = offer.Unit.Name,
            Code = row.Code,
            DocumentNumber = entry?.Printed() ?? "",
            Date = ProvinceTime.DateOf(at),
            Title = row.Title,
            Paragraphs = draft.Text.Text.Split('\n'),
            SignerTitle = signer?.Title ?? "Người có thẩm quyền",
            SignerName = signer?.Name ?? "",
            VerifyAddress = string.Format(CultureInfo.InvariantCulture, verifyAddress, row.VerifyToken),
            IsDraft = false,
        };
        var file = new StoredFileRow
        {
            Id = Ids.NewGuid(at),
            Owner = "officer:" + (clerk.Length > 0 ? clerk : leader),
            DossierId = dossier.Id,
            Name = row.Code + ".pdf",
            MediaType = "application/pdf",
            Pages = 1,
            StoredAt = at,
        };
        _papers.Add((row, file, Task.Run(() => ResultPaper.Write(paper))));
        (row.FileId, row.State, row.IssuedBy, row.StampedBy, row.IssuedAt) = (file.Id, ResultState.Issued, leader, clerk, at);
        if (entry is not null) (row.DocumentNumber, row.DocumentSymbol, row.DocumentYear) = (entry.Number, entry.Symbol, entry.Year);
        return (file, entry?.Printed() ?? "");
    }

    /// <summary>Notices of the events to the applicant's inbox; those older than some days were read.</summary>
    public IEnumerable<InboxMessageRow> Notices(Dossier dossier, DemoOffer offer, IEnumerable<(DossierEvent Event, DateTimeOffset At)> events, DateTimeOffset until)
    {
        if (dossier.ApplicantAccountId is not { } account) yield break;
        var facts = new NoticeFacts(dossier.Code, procedures.TryGetValue(dossier.ProcedureCode, out var procedure) ? procedure.Name : dossier.ProcedureCode, offer.Unit.ShortName);
        foreach (var e in events)
        {
            if (NoticeTexts.For(e.Event, facts) is not { } notice) continue;
            yield return new InboxMessageRow
            {
                Id = Ids.NewGuid(e.At),
                AccountId = account,
                DossierId = dossier.Id,
                Title = notice.Title,
                Text = notice.Text,
                At = e.At,
                ReadAt = until - e.At > TimeSpan.FromDays(3) ? e.At.AddHours(5) : null,
                OutboxId = Ids.NewGuid(e.At),
            };
        }
    }

    private static string TitleOf(DemoOffer offer, string procedureName)
    {
        var title = offer.Content.Results.FirstOrDefault(r => r.Trim().Length is > 3 and < 140)?.Trim().TrimEnd('.') ?? "Kết quả giải quyết: " + (procedureName.Length > 100 ? procedureName[..100] : procedureName);
        return char.ToUpper(title[0], CultureInfo.GetCultureInfo("vi-VN")) + title[1..];
    }

    private DocumentEntry Entry(DemoOffer offer, DateOnly day)
    {
        var symbol = DocumentRegister.SymbolOf(offer.Unit.Abbreviation);
        var number = (day.DayOfYear * NumbersADay) + 1;
        while (!taken.Add((offer.Unit.Key, day.Year, symbol, number))) number++;
        return new DocumentEntry(number, symbol, day.Year);
    }
}
