namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Where a dossier of the procedure goes; a commune known already is offered first.</summary>
    public static string FilingPlace(string procedureCode, string? commune = null) => With($"/nop-ho-so/{Part(procedureCode)}/noi-nop", ("xa", commune));

    /// <summary>Task list of a draft.</summary>
    public static string Draft(Guid draft) => $"/nop-ho-so/nhap/{draft}";

    /// <summary>Task list of a draft that was saved just now.</summary>
    public static string DraftSaved(Guid draft) => Draft(draft) + "?da-luu=1";

    /// <summary>Where a draft goes.</summary>
    public static string DraftPlace(Guid draft) => Draft(draft) + "/noi-nop";

    /// <summary>A page of questions; with what is wrong shown.</summary>
    public static string DraftPage(Guid draft, string page, bool withErrors = false) => With($"{Draft(draft)}/trang/{Part(page)}", ("xem-loi", withErrors ? "1" : null));

    /// <summary>A page of questions reached from the answers to be checked: goes back there.</summary>
    public static string DraftPageFromCheck(Guid draft, string page) => $"{Draft(draft)}/trang/{Part(page)}?tu=kiem-tra";

    /// <summary>A paper of a draft.</summary>
    public static string DraftPaper(Guid draft, string component, bool fromCheck = false) => With($"{Draft(draft)}/giay-to/{Part(component)}", ("tu", fromCheck ? "kiem-tra" : null));

    /// <summary>A file of a draft.</summary>
    public static string DraftFile(Guid draft, Guid file) => $"{Draft(draft)}/tep/{file}";

    /// <summary>Answers to be checked, and sent.</summary>
    public static string DraftCheck(Guid draft) => Draft(draft) + "/kiem-tra";

    /// <summary>Throws a draft away.</summary>
    public static string DraftDiscard(Guid draft) => Draft(draft) + "/xoa";

    /// <summary>Confirmation.</summary>
    public static string Submitted(string code) => "/nop-ho-so/da-nop/" + Part(code);

    /// <summary>Confirmation on paper.</summary>
    public static string SubmittedPrint(string code) => Submitted(code) + "/ban-in";

    /// <summary>Older dossiers of the signed-in person.</summary>
    public static string MyDossiersAfter(Guid key) => With(MyDossiers(), ("sau", key.ToString()));

    /// <summary>A file of one's dossier.</summary>
    public static string MyDossierFile(string code, Guid file) => $"{MyDossier(code)}/tep/{file}";

    /// <summary>All files of one's dossier, as one archive.</summary>
    public static string MyDossierArchive(string code) => MyDossier(code) + "/tai-ve";

    /// <summary>Withdraws a dossier.</summary>
    public static string WithdrawDossier(string code) => MyDossier(code) + "/rut";

    /// <summary>Hộp thư.</summary>
    public static string Inbox(Guid? after = null) => With("/hop-thu", ("sau", after?.ToString()));
}
