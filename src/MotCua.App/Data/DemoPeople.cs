using System.Globalization;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Invented applicants from <c>data/demo/vietnamese-names.csv</c>; telephone and identity numbers are made up.</summary>
internal sealed class DemoPeople
{
    private readonly List<(string Text, int UpTo)> _families;
    private readonly Dictionary<string, List<(string Text, int UpTo)>> _middles;
    private readonly Dictionary<string, List<(string Text, int UpTo)>> _givens;

    public DemoPeople()
    {
        var rows = ReferenceTable.ReadFile(
            Path.Combine(AppContext.BaseDirectory, "data", "demo", "vietnamese-names.csv"), "demo/vietnamese-names.csv", ["part", "value"],
            r => (Part: r["part"], Value: r.Required("value"), Gender: r["gender"], Weight: r["weight"].Length == 0 ? 1 : Math.Max(1, r.Whole("weight")))).Rows;
        _families = Pile(rows.Where(r => r.Part == "family").Select(r => (r.Value, r.Weight)));
        _middles = ByGender("middle");
        _givens = ByGender("given");
        Dictionary<string, List<(string, int)>> ByGender(string part) => new(StringComparer.Ordinal)
        {
            ["m"] = Pile(rows.Where(r => r.Part == part && (r.Gender is "m" or "")).Select(r => (r.Value, r.Weight))),
            ["f"] = Pile(rows.Where(r => r.Part == part && (r.Gender is "f" or "")).Select(r => (r.Value, r.Weight))),
        };
    }

    /// <summary>The party of a dossier.</summary>
    public DossierPartyRow Make(Random random, Dossier dossier, IReadOnlyList<DivisionRow> communes, PersonalDataVault vault)
    {
        var gender = Draw.Chance(random, 0.5) ? "m" : "f";
        var person = $"{Pick(random, _families, "Nông")} {Pick(random, _middles[gender], gender == "m" ? "Văn" : "Thị")} {Pick(random, _givens[gender], "An")}";
        var commune = communes.FirstOrDefault(c => c.Code == dossier.ApplicantCommune);
        var isOrganisation = dossier.ApplicantKind == ApplicantKind.Organisation;
        var name = isOrganisation ? $"{(Draw.Chance(random, 0.6) ? "Công ty TNHH" : "Hợp tác xã")} {Pick(random, _givens["m"], "An")} {Pick(random, _givens["f"], "Bình")}" : person;
        var year = 1950 + Draw.Below(random, 55);
        var identity = isOrganisation
            ? string.Create(CultureInfo.InvariantCulture, $"4700{Draw.Below(random, 1_000_000):000000}")
            : string.Create(CultureInfo.InvariantCulture, $"006{(year >= 2000 ? 2 : 0) + (gender == "f" ? 1 : 0)}{year % 100:00}{Draw.Below(random, 1_000_000):000000}");
        var phone = string.Create(CultureInfo.InvariantCulture, $"09{Draw.Below(random, 100_000_000):00000000}");
        var helped = dossier.Channel != Channel.Online && Draw.Chance(random, 0.15);
        return new DossierPartyRow
        {
            DossierId = dossier.Id,
            Name = name,
            NameFolded = SearchText.Fold(name),
            IdentityCipher = vault.Seal(identity),
            IdentityIndex = vault.Index(identity),
            Phone = phone,
            PhoneIndex = vault.Index(phone),
            Address = commune is null ? "Tỉnh Bắc Kạn" : $"{commune.Name}, tỉnh Bắc Kạn",
            SubmitterName = isOrganisation || helped ? $"{Pick(random, _families, "Hà")} {Pick(random, _middles["f"], "Thị")} {Pick(random, _givens["f"], "Mai")}" : "",
        };
    }

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
