using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;

namespace MotCua.Web.Pages.Staff;

/// <summary>What an officer types to receive a dossier; kept as typed through every answer of the page.</summary>
public sealed class ReceiveTyping
{
    /// <summary>Person or organisation.</summary>
    public string? Kind { get; set; }

    /// <summary>Identity number.</summary>
    public string? Identity { get; set; }

    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Street, hamlet, group.</summary>
    public string? Street { get; set; }

    /// <summary>Commune's code.</summary>
    public string? Commune { get; set; }

    /// <summary>Name of who came, when another.</summary>
    public string? BringerName { get; set; }

    /// <summary>Their identity number.</summary>
    public string? BringerIdentity { get; set; }

    /// <summary>Ground on which they act.</summary>
    public string? Ground { get; set; }

    /// <summary>Paper of the mandate.</summary>
    public string? MandatePaper { get; set; }

    /// <summary>Channel's number.</summary>
    public string? Channel { get; set; }

    /// <summary>Receiving unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Place of receipt.</summary>
    public string? Place { get; set; }

    /// <summary>Case of the limit.</summary>
    public string? LimitCase { get; set; }

    /// <summary><c>nhap</c> types the declaration, <c>quet</c> keeps a scan of it.</summary>
    public string? Declaration { get; set; }

    /// <summary>The desk's answer.</summary>
    public string? Answer { get; set; }

    /// <summary>Fee due, as typed.</summary>
    public string? FeeVnd { get; set; }

    /// <summary>Fee taken, as typed.</summary>
    public string? TakenVnd { get; set; }

    /// <summary>Number of the receipt.</summary>
    public string? ReceiptNumber { get; set; }

    /// <summary>What is missing, or why it is refused.</summary>
    public string? Missing { get; set; }

    /// <summary>To which component it belongs.</summary>
    public string? MissingComponent { get; set; }

    /// <summary>Legal ground of a guidance.</summary>
    public string? LegalGround { get; set; }

    /// <summary>Ground of a refusal.</summary>
    public string? RefusalGround { get; set; }

    /// <summary>The applicant, with a date of birth that could be read.</summary>
    public DeskApplicant Applicant(DateOnly? birthOn) => new(
        Text(Name), Kind == "2" ? ApplicantKind.Organisation : ApplicantKind.Person, Text(Identity), birthOn, PhoneNumber.Normalise(Text(Phone)) ?? Text(Phone), Text(Email), Text(Street), Text(Commune));

    /// <summary>Who came.</summary>
    public DeskBringer Bringer() => new(Text(BringerName), Text(BringerIdentity), Text(Ground), Text(MandatePaper));

    private static string Text(string? typed) => typed?.Trim() ?? "";
}

/// <summary>A scan beside the components: made durable when the page is sent, so that nothing chosen is lost.</summary>
public sealed class ScanInput
{
    /// <summary>Chosen now.</summary>
    public IFormFile? Scan { get; set; }

    /// <summary>Durable already.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Its name.</summary>
    public string? FileName { get; set; }
}
