using System.Globalization;
using MotCua.App.Accounts;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>An invented applicant.</summary>
/// <param name="Subject">Subject of the account at the stand-in of the identity provider; empty for people who cannot sign in.</param>
/// <param name="Name">Name of the person or organisation.</param>
/// <param name="Gender"><c>m</c> or <c>f</c>; of the head for an organisation.</param>
/// <param name="BirthOn">Date of birth.</param>
/// <param name="Identity">Identity or registration number.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail, or empty.</param>
/// <param name="Address">Whole address.</param>
/// <param name="Commune">Commune code.</param>
/// <param name="EthnicGroup">Name of the ethnic group.</param>
/// <param name="Level">Assurance level of the account.</param>
/// <param name="Head">Name of whoever represents the organisation; empty for a person.</param>
internal sealed record DemoPerson(
    string Subject, string Name, string Gender, DateOnly BirthOn, string Identity, string Phone, string Email, string Address, string Commune, string EthnicGroup, string Level, string Head)
{
    /// <summary>True for an organisation.</summary>
    public bool IsOrganisation => Head.Length > 0;

    /// <summary>The party of a dossier.</summary>
    public DossierPartyRow Party(Guid dossierId, PersonalDataVault vault) => new()
    {
        DossierId = dossierId,
        Name = Name,
        NameFolded = SearchText.Fold(Name),
        IdentityCipher = vault.Seal(Identity),
        IdentityIndex = vault.Index(Identity),
        Phone = Phone,
        PhoneIndex = vault.Index(Phone),
        Email = Email,
        Address = Address,
        BirthOn = IsOrganisation ? null : BirthOn,
        SubmitterName = Head,
        MandateGround = IsOrganisation ? "phap_nhan" : "",
    };

    /// <summary>The account, as the identity provider would say it.</summary>
    public AccountRow Account(Guid id, string issuer, string subject, DateTimeOffset at, PersonalDataVault vault) => new()
    {
        Id = id,
        Issuer = issuer,
        Subject = subject,
        AssuranceLevel = Level,
        FullName = Name,
        IdentityCipher = vault.Seal(Identity),
        IdentityIndex = vault.Index(Identity),
        BirthOn = IsOrganisation ? null : BirthOn,
        Gender = IsOrganisation ? "" : Gender == "m" ? "nam" : "nu",
        Phone = Phone,
        Email = Email,
        Address = Address,
        CommuneCode = Commune,
        IsOrganisation = IsOrganisation,
        CreatedAt = at,
        LastSignInAt = at,
    };
}

/// <summary>
/// Invented people of Bắc Kạn from <c>data/demo/vietnamese-names.csv</c>, in the shares of its ethnic groups, and the demo citizens who can sign in at the stand-in of the
/// identity provider. Numbers are made up; they agree with sex and year of birth.
/// </summary>
internal sealed class DemoPeople
{
    private static readonly (string Group, int Share)[] Groups = [("Tày", 53), ("Dao", 17), ("Kinh", 14), ("Nùng", 9), ("HMông", 6), ("Sán Chay", 1)];
    private static readonly string[] Villages = ["Nà Làng", "Bản Cải", "Khuổi Dủm", "Pác Cốp", "Nà Pẻn", "Bản Chang", "Khuổi Cuồng", "Nà Đeng", "Lủng Pảng", "Cốc Xả", "Nà Ngàn", "Bản Đồn", "Khuổi Sla", "Phja Khao", "Nà Vài", "Cốc Lùng"];

    private readonly Dictionary<string, List<(string Text, int UpTo)>> _families;
    private readonly Dictionary<string, List<(string Text, int UpTo)>> _middles;
    private readonly Dictionary<string, List<(string Text, int UpTo)>> _givens;
    private readonly FilingPlaces _places;

    public DemoPeople(FilingPlaces places)
    {
        _places = places;
        var rows = ReferenceTable.ReadFile(PathOf("vietnamese-names.csv"), "demo/vietnamese-names.csv", ["part", "value"], r => (
            Part: r["part"], Value: r.Required("value"), Gender: r["gender"], Group: r["ethnic_group"], Weight: decimal.TryParse(r["weight"], NumberStyles.Number, CultureInfo.InvariantCulture, out var w) ? Math.Max(1, (int)(w * 10)) : 1)).Rows;
        _families = Groups.ToDictionary(g => g.Group, g => Pile(rows.Where(r => r.Part == "family" && r.Group == g.Group).Select(r => (r.Value, r.Weight))), StringComparer.Ordinal);
        _middles = ByGender("middle");
        _givens = ByGender("given");
        Citizens = ReferenceTable.ReadFile(PathOf("citizens.csv"), "demo/citizens.csv", ["subject", "name", "commune"], r => new DemoPerson(
            r.Required("subject"),
            r.Required("name"),
            r["gender"] is "f" ? "f" : "m",
            DateOnly.TryParseExact(r["birth_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : new DateOnly(1980, 1, 1),
            r["identity"],
            r["phone"],
            r["email"],
            r["address"],
            r.Required("commune"),
            r["ethnic_group"],
            r["level"],
            r["head"])).Rows;
        Dictionary<string, List<(string, int)>> ByGender(string part) => new(StringComparer.Ordinal)
        {
            ["m"] = Pile(rows.Where(r => r.Part == part && (r.Gender is "m" or "")).Select(r => (r.Value, r.Weight))),
            ["f"] = Pile(rows.Where(r => r.Part == part && (r.Gender is "f" or "")).Select(r => (r.Value, r.Weight))),
        };
    }

    /// <summary>The demo citizens who can sign in.</summary>
    public IReadOnlyList<DemoPerson> Citizens { get; }

    /// <summary>Somebody of a commune.</summary>
    public DemoPerson Make(Random random, ApplicantKind kind, string commune, int latestBirthYear)
    {
        var gender = Draw.Chance(random, 0.5) ? "m" : "f";
        var group = GroupOf(Draw.Below(random, Groups.Sum(g => g.Share)));
        var person = NameOf(random, group, gender);
        var born = BirthOf(random, 1950, latestBirthYear - 20);
        var isOrganisation = kind == ApplicantKind.Organisation;
        var name = isOrganisation ? $"{(Draw.Chance(random, 0.6) ? "Công ty TNHH" : "Hợp tác xã")} {Pick(random, _givens["m"], "An")} {Pick(random, _givens["f"], "Bình")}" : person;
        var identity = isOrganisation ? string.Create(CultureInfo.InvariantCulture, $"4700{Draw.Below(random, 1_000_000):000000}") : IdentityOf(random, gender, born);
        var phone = string.Create(CultureInfo.InvariantCulture, $"09{Draw.Below(random, 100_000_000):00000000}");
        var email = Draw.Chance(random, 0.5) ? SearchText.Fold(name).Replace(' ', '.') + string.Create(CultureInfo.InvariantCulture, $"{Draw.Below(random, 90) + 10}@thu.example") : "";
        return new DemoPerson("", name, gender, born, identity, phone, email, AddressOf(random, commune), commune, group, "LoA2", isOrganisation ? person : "");
    }

    /// <summary>A relative: of the family when blood, of any family of the group else.</summary>
    public (string Name, DateOnly BirthOn, string Identity) Relative(Random random, DemoPerson of, string gender, int fromYear, int toYear, bool isBlood)
    {
        var name = NameOf(random, _families.ContainsKey(of.EthnicGroup) ? of.EthnicGroup : "Tày", gender);
        if (isBlood) name = string.Join(' ', [(of.IsOrganisation ? of.Head : of.Name).Split(' ')[0], .. name.Split(' ').Skip(1)]);
        var born = BirthOf(random, fromYear, toYear);
        return (name, born, IdentityOf(random, gender, born));
    }

    /// <summary>A name for an officer.</summary>
    public string OfficerName(Random random) => NameOf(random, GroupOf(Draw.Below(random, Groups.Sum(g => g.Share))), Draw.Chance(random, 0.55) ? "f" : "m");

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "data", "demo", file);

    private static string GroupOf(int at)
    {
        foreach (var (group, share) in Groups)
        {
            if ((at -= share) < 0) return group;
        }

        return "Tày";
    }

    private string NameOf(Random random, string group, string gender) =>
        $"{Pick(random, _families[group], "Nông")} {Pick(random, _middles[gender], gender == "m" ? "Văn" : "Thị")} {Pick(random, _givens[gender], "An")}";

    private string AddressOf(Random random, string commune)
    {
        var name = _places.FullName(commune);
        if (name is null) return "Tỉnh Bắc Kạn";
        var isTown = name.StartsWith("Phường", StringComparison.Ordinal) || name.StartsWith("Thị trấn", StringComparison.Ordinal);
        var street = isTown ? string.Create(CultureInfo.InvariantCulture, $"Tổ {Draw.Below(random, 14) + 1}") : "Thôn " + Villages[Draw.Below(random, Villages.Length)];
        return $"{street}, {char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    private static DateOnly BirthOf(Random random, int from, int to) => new DateOnly(from, 1, 1).AddDays(Draw.Below(random, Math.Max(1, (to - from) * 365)));

    // 006 = Bắc Kạn; the fourth digit says century and sex, then the year of birth (TT 59/2021 Đ4)
    private static string IdentityOf(Random random, string gender, DateOnly born) =>
        string.Create(CultureInfo.InvariantCulture, $"006{(born.Year >= 2000 ? 2 : 0) + (gender == "f" ? 1 : 0)}{born.Year % 100:00}{Draw.Below(random, 1_000_000):000000}");

    private static List<(string, int)> Pile(IEnumerable<(string Text, int Weight)> parts)
    {
        var pile = new List<(string, int)>();
        var total = 0;
        foreach (var (text, weight) in parts) pile.Add((text, total += weight));
        return pile;
    }

    private static string Pick(Random random, List<(string Text, int UpTo)> pile, string otherwise)
    {
        if (pile.Count == 0) return otherwise;
        var at = Draw.Below(random, pile[^1].UpTo);
        return pile.Find(p => at < p.UpTo).Text;
    }
}
