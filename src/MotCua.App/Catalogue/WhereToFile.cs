using MotCua.App.Calendar;
using MotCua.Domain.Calendar;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>A desk where a dossier is received.</summary>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="Desk">Name of the desk.</param>
/// <param name="Authority">The authority in whose name it receives.</param>
/// <param name="Address">Address; empty = unknown.</param>
/// <param name="Directions">Where that is, in words, when the address is unknown.</param>
/// <param name="Phone">Telephone; empty = unknown.</param>
/// <param name="Email">E-mail; empty = unknown.</param>
/// <param name="Weekday">Hours from Monday to Friday.</param>
/// <param name="Saturday">Hours on Saturday; empty = closed.</param>
/// <param name="OpenNow">Open at this moment.</param>
/// <param name="OpensAt">When it opens next; null when open now.</param>
/// <param name="IsOffered">False when the unit has closed this service.</param>
/// <param name="Service">The online service at this desk.</param>
public sealed record FilingDesk(
    string Level, string Desk, string Authority, string Address, string Directions, string Phone, string Email, string Weekday, string Saturday, bool OpenNow,
    DateTimeOffset? OpensAt, bool IsOffered, ServiceLine Service);

/// <summary>What is to be filed.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="Levels">Levels that resolve it.</param>
/// <param name="OrgKey">Provincial unit in charge.</param>
/// <param name="MayFile">False for one that is received at the desk only, because the province has not published it yet.</param>
public sealed record FiledProcedure(string Code, string Name, IReadOnlyList<string> Levels, string OrgKey, bool MayFile)
{
    /// <summary>Announced closing; null = none.</summary>
    public ProcedureClosing? Closing { get; private init; }

    /// <summary>The procedure of this code with a known level and a receiver in the province, or null.</summary>
    public static FiledProcedure? Of(CataloguePicture picture, string code)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return picture.Find(code) is { } open ? new FiledProcedure(open.Code, open.Name, open.Levels, open.OrgKey, true) { Closing = open.Closing }
            : picture.FindWaiting(code) is { IsVertical: false, OrgKey.Length: > 0, Levels.Count: > 0 } waiting ? new FiledProcedure(waiting.Code, waiting.Name, waiting.Levels, waiting.OrgKey, false)
            : null;
    }
}

/// <summary>Answers "nộp ở đâu": the level of the procedure and the address of the person give the desk.</summary>
public sealed class WhereToFile(PublicCatalogue catalogue, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>True when the answer depends on where the person lives or does business.</summary>
    public static bool NeedsAddress(IReadOnlyList<string> levels) => levels.Contains("huyen") || levels.Contains("xa");

    /// <summary>The desks for a procedure and a commune; without a commune only those that serve the whole province.</summary>
    public async Task<IReadOnlyList<FilingDesk>> AnswerAsync(FiledProcedure procedure, string? communeCode, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        var picture = await catalogue.PictureAsync(ct);
        var commune = communeCode is null ? null : picture.Divisions.FirstOrDefault(d => d.Level == "xa" && d.Code == communeCode);
        var desks = new List<FilingDesk>(3);
        foreach (var level in procedure.Levels)
        {
            var authority = level switch
            {
                "tinh" => picture.Unit(procedure.OrgKey),
                "huyen" when commune is not null => picture.UnitOfDivision(commune.ParentCode),
                "xa" when commune is not null => picture.UnitOfDivision(commune.Code),
                _ => null,
            };
            if (authority is not null)
            {
                desks.Add(await DeskAsync(picture, procedure, level, authority, ct));
            }
        }

        return desks;
    }

    private async Task<FilingDesk> DeskAsync(CataloguePicture picture, FiledProcedure procedure, string level, CatalogueUnit authority, CancellationToken ct)
    {
        // Units of the province receive at the province's Centre (NĐ 61/2018 Điều 8)
        var place = level == "tinh" && picture.Centre is { } centre ? centre : authority;
        var calendar = await calendars.ForAsync(place.Key, ct);
        var now = clock.GetUtcNow();
        var hours = calendar.HoursOn(ProvinceTime.DateOf(now));
        var open = calendar.IsWorking(now);
        var service = picture.ServicesOf(procedure.Code).FirstOrDefault(s => s.UnitKey == authority.Key);
        return new FilingDesk(
            level,
            place.DeskName.Length > 0 ? place.DeskName : level == "tinh" ? place.Name : "Bộ phận Tiếp nhận và Trả kết quả (Một cửa)",
            authority.Name,
            place.Address,
            level == "tinh" ? "" : "Tại trụ sở " + authority.Name + (picture.Unit(authority.ParentKey) is { Level: "huyen" } above ? $", {above.Name.Replace("Ủy ban nhân dân ", "", StringComparison.Ordinal)}" : ""),
            place.Phone, place.Email, Words(hours.Weekday), Words(hours.Saturday), open, open ? null : calendar.WorkingMoment(now),
            !procedure.MayFile || (service is not null && procedure.Closing?.IsInForce(ProvinceTime.DateOf(now)) != true), ProcedureWords.Service(service is null ? [] : [service]));
    }

    private static string Words(IReadOnlyList<Session> sessions) =>
        string.Join(" và ", sessions.Select(s => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{s.Opens:HH\\:mm}–{s.Closes:HH\\:mm}")));
}
