using System.Collections.Frozen;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>A public procedure as pages show it.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="FieldKey">Key of the field.</param>
/// <param name="FieldName">Field.</param>
/// <param name="OrgKey">Provincial unit in charge.</param>
/// <param name="Levels">Levels: <c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="Audience">For whom.</param>
/// <param name="IsHighVolume">Often asked for.</param>
/// <param name="SortKey">Vietnamese order of the name.</param>
/// <param name="Version">Number of the version in force.</param>
/// <param name="From">In force from.</param>
/// <param name="Content">The version's content.</param>
public sealed record PublicProcedure(
    string Code, string Name, string FieldKey, string FieldName, string OrgKey, IReadOnlyList<string> Levels, Audience Audience, bool IsHighVolume, string SortKey,
    int Version, DateOnly From, ProcedureContent Content)
{
    /// <summary>No new dossiers are taken, or will be; null = as usual.</summary>
    public ProcedureClosing? Closing { get; init; }
}

/// <summary>A procedure that people may look for but cannot file here yet: its name and whose it is, nothing that nobody has checked.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="FieldName">Field.</param>
/// <param name="OrgKey">Unit in charge; empty = unknown.</param>
/// <param name="Levels">Levels; empty = unknown.</param>
/// <param name="IsVertical">An agency of the central line (Công an, Bảo hiểm xã hội) decides.</param>
/// <param name="IsHighVolume">Often asked for.</param>
public sealed record WaitingProcedure(string Code, string Name, string FieldName, string OrgKey, IReadOnlyList<string> Levels, bool IsVertical, bool IsHighVolume);

/// <summary>A service in force: a procedure at a unit.</summary>
/// <param name="UnitKey">Unit.</param>
/// <param name="ProcedureCode">Procedure.</param>
/// <param name="Level">Level of the online service.</param>
/// <param name="IsReviewed">Whether somebody reviewed if it can be toàn trình.</param>
/// <param name="OnlineOnly">Received online only, by decision.</param>
/// <param name="DecisionNo">The decision, or empty.</param>
/// <param name="ReasonCode">Why it is not toàn trình, or empty.</param>
/// <param name="LegalBasis">Legal basis of that, or empty.</param>
public sealed record ServiceOffer(
    string UnitKey, string ProcedureCode, ServiceLevel Level, bool IsReviewed, bool OnlineOnly, string DecisionNo, string ReasonCode, string LegalBasis);

/// <summary>A unit of the province as pages show it.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Short name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="ParentKey">Unit above, or null.</param>
/// <param name="GsoCode">Division it governs, or empty.</param>
/// <param name="Address">Address of its desk; empty = unknown.</param>
/// <param name="Phone">Telephone of its desk; empty = unknown.</param>
/// <param name="Email">E-mail; empty = unknown.</param>
/// <param name="SortKey">Vietnamese order.</param>
public sealed record CatalogueUnit(
    string Key, string Name, string ShortName, string Kind, string Level, string? ParentKey, string GsoCode, string Address, string Phone, string Email, string SortKey)
{
    /// <summary>What its desk is called; empty = the usual name.</summary>
    public string DeskName { get; init; } = "";
}

/// <summary>A division of the province.</summary>
/// <param name="Code">Code.</param>
/// <param name="Level"><c>huyen</c> or <c>xa</c>.</param>
/// <param name="Name">Full name.</param>
/// <param name="ParentCode">Division above.</param>
/// <param name="SortKey">Vietnamese order of its short name.</param>
public sealed record CatalogueDivision(string Code, string Level, string Name, string ParentCode, string SortKey);

/// <summary>A field with the number of its public procedures.</summary>
/// <param name="Key">Key in addresses.</param>
/// <param name="Name">Name.</param>
/// <param name="Count">Public procedures.</param>
public sealed record CatalogueField(string Key, string Name, int Count);

/// <summary>What the public may find, at one moment: immutable, shared by all requests. Made by <see cref="PublicCatalogue"/>.</summary>
public sealed class CataloguePicture
{
    private readonly FrozenDictionary<string, PublicProcedure> _byCode;
    private readonly FrozenDictionary<string, WaitingProcedure> _waiting;
    private readonly FrozenDictionary<string, IReadOnlyList<ServiceOffer>> _byProcedure;
    private readonly FrozenDictionary<string, IReadOnlySet<string>> _codesByUnit;
    private readonly FrozenDictionary<string, CatalogueUnit> _units;
    private readonly FrozenDictionary<string, CatalogueUnit> _unitsByDivision;

    /// <summary>Makes the picture of these rows.</summary>
    public CataloguePicture(
        IReadOnlyList<PublicProcedure> procedures, IReadOnlyList<ServiceOffer> services, IReadOnlyList<CatalogueUnit> units, IReadOnlyList<CatalogueDivision> divisions,
        SearchVocabulary vocabulary, IReadOnlyList<WaitingProcedure> waiting)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        ArgumentNullException.ThrowIfNull(vocabulary);
        Procedures = [.. procedures.OrderBy(p => p.SortKey, StringComparer.Ordinal)];
        Vocabulary = vocabulary;
        Divisions = [.. divisions.OrderBy(d => d.SortKey, StringComparer.Ordinal)];
        Search = new ProcedureSearch(
            [.. procedures.Select(p => new SearchableProcedure(p.Code, p.Name, p.FieldName, p.OrgKey, p.Levels, p.Audience, p.IsHighVolume, p.Content.Results)),
                .. waiting.Select(w => new SearchableProcedure(w.Code, w.Name, w.FieldName, w.OrgKey, w.Levels, Audience.Both, w.IsHighVolume, [], MayFile: false))], vocabulary);
        Spelling = new SpellingHints([.. procedures.Select(p => p.Name), .. waiting.Select(w => w.Name), .. vocabulary.Wordings()]);
        _waiting = waiting.ToFrozenDictionary(w => w.Code, StringComparer.Ordinal);
        _byCode = procedures.ToFrozenDictionary(p => p.Code, StringComparer.Ordinal);
        _byProcedure = services.GroupBy(s => s.ProcedureCode).ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<ServiceOffer>)[.. g], StringComparer.Ordinal);
        _codesByUnit = services.GroupBy(s => s.UnitKey).ToFrozenDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(s => s.ProcedureCode).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _units = units.ToFrozenDictionary(u => u.Key, StringComparer.Ordinal);
        _unitsByDivision = units.Where(u => u.GsoCode.Length > 0 && u.Kind == "ubnd").DistinctBy(u => u.GsoCode).ToFrozenDictionary(u => u.GsoCode, StringComparer.Ordinal);
        Offering = [.. units.Where(u => _codesByUnit.ContainsKey(u.Key)).OrderBy(u => u.SortKey, StringComparer.Ordinal)];
        Fields = [.. procedures.Where(p => p.FieldKey.Length > 0).GroupBy(p => p.FieldKey)
            .Select(g => new CatalogueField(g.Key, g.First().FieldName, g.Count())).OrderBy(f => Domain.Kernel.VietnameseOrder.Key(f.Name), StringComparer.Ordinal)];
        LifeEvents = [.. vocabulary.LifeEvents.Select(e => (Event: e, Count: Search.Find(new ProcedureQuery(LifeEvent: e.Key)).Count)).Where(e => e.Count > 0)];
        Popular = [.. Procedures.Where(p => p.IsHighVolume)];
        Centre = units.FirstOrDefault(u => u.Kind == "mot-cua" && u.Level == "tinh");
    }

    /// <summary>Nothing to find.</summary>
    public static CataloguePicture Empty(SearchVocabulary vocabulary) => new([], [], [], [], vocabulary, []);

    /// <summary>All public procedures, by name.</summary>
    public IReadOnlyList<PublicProcedure> Procedures { get; }

    /// <summary>Procedures that cannot be filed here yet.</summary>
    public IReadOnlyCollection<WaitingProcedure> Waiting => _waiting.Values;

    /// <summary>The index.</summary>
    public ProcedureSearch Search { get; }

    /// <summary>Spelling.</summary>
    public SpellingHints Spelling { get; }

    /// <summary>Language of the search.</summary>
    public SearchVocabulary Vocabulary { get; }

    /// <summary>Divisions of the province in force, by name.</summary>
    public IReadOnlyList<CatalogueDivision> Divisions { get; }

    /// <summary>Units that offer a service, by name.</summary>
    public IReadOnlyList<CatalogueUnit> Offering { get; }

    /// <summary>Fields with public procedures, by name.</summary>
    public IReadOnlyList<CatalogueField> Fields { get; }

    /// <summary>Life events with the number of their public procedures, in the order shown.</summary>
    public IReadOnlyList<(LifeEvent Event, int Count)> LifeEvents { get; }

    /// <summary>What people ask for most, by name.</summary>
    public IReadOnlyList<PublicProcedure> Popular { get; }

    /// <summary>Trung tâm Phục vụ hành chính công, when known.</summary>
    public CatalogueUnit? Centre { get; }

    /// <summary>A public procedure, or null.</summary>
    public PublicProcedure? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>A procedure that cannot be filed here yet, or null.</summary>
    public WaitingProcedure? FindWaiting(string code) => _waiting.GetValueOrDefault(code);

    /// <summary>A unit, or null.</summary>
    public CatalogueUnit? Unit(string? key) => key is null ? null : _units.GetValueOrDefault(key);

    /// <summary>The people's committee of a division, or null.</summary>
    public CatalogueUnit? UnitOfDivision(string code) => _unitsByDivision.GetValueOrDefault(code);

    /// <summary>Services in force of a procedure.</summary>
    public IReadOnlyList<ServiceOffer> ServicesOf(string code) => _byProcedure.GetValueOrDefault(code, []);

    /// <summary>Codes that a unit offers.</summary>
    public IReadOnlySet<string> CodesOf(string unitKey) => _codesByUnit.GetValueOrDefault(unitKey, FrozenSet<string>.Empty);
}
