namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Officers' work list.</summary>
    public static string StaffQueue(string queue, string? sealedWords = null, string? state = null, string? channel = null, string? after = null) =>
        With("/can-bo/ho-so", ("hang", queue), ("tim", sealedWords), ("trangThai", state), ("kenh", channel), ("sau", after));

    /// <summary>What was sent when the session ended, to be sent again.</summary>
    public static string StaffResend() => "/can-bo/gui-lai";

    /// <summary>One dossier, after an act that is told in a banner.</summary>
    public static string StaffDossierDone(string code, string done) => With(StaffDossier(code), ("xong", done));

    /// <summary>The page of an act on a dossier.</summary>
    public static string StaffAct(string code, string act) => StaffDossier(code) + "/" + act;

    /// <summary>A file of a dossier.</summary>
    public static string StaffFile(string code, Guid file) => StaffDossier(code) + "/tep/" + file.ToString("N");

    /// <summary>A draft result as PDF.</summary>
    public static string StaffDraft(string code, Guid result) => StaffDossier(code) + "/xem-du-thao/" + result.ToString("N");

    /// <summary>Revoke or replace a result.</summary>
    public static string StaffResult(string code, Guid result) => StaffDossier(code) + "/ket-qua/" + result.ToString("N");

    /// <summary>Receive at the desk: choose the procedure.</summary>
    public static string StaffReceive(string? words = null) => With("/can-bo/tiep-nhan", ("q", words));

    /// <summary>Receive at the desk: one procedure.</summary>
    public static string StaffReceiveProcedure(string code) => "/can-bo/tiep-nhan/" + Part(code);

    /// <summary>What the QR of a result opens, with <c>{0}</c> for its token.</summary>
    public static string VerifyPattern() => Verify() + "/{0}";
}
