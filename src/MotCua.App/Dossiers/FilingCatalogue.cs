using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Forms;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A procedure as it can be filed today.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="State">Publication.</param>
/// <param name="VersionId">Version in force.</param>
/// <param name="Content">Its content.</param>
/// <param name="FormVersionId">Form that a new draft gets.</param>
/// <param name="Form">That form.</param>
/// <param name="IsFormGenerated">True when the procedure has no form of its own.</param>
/// <param name="Services">Services in force today by offering unit.</param>
public sealed record FiledProcedure(
    string Code, string Name, PublicationState State, Guid VersionId, ProcedureContent Content, Guid FormVersionId, FormDefinition Form, bool IsFormGenerated,
    FrozenDictionary<string, ServiceRow> Services)
{
    /// <summary>What is asked of every filing of it, beside its form.</summary>
    public FormDefinition Questions { get; } = FilingQuestions.For([.. Content.Limits.Select(l => new FilingCase(l.Case, l.CaseText, l.Limit))]);

    /// <summary>No new dossiers are taken, or will be; null = as usual.</summary>
    public ProcedureClosing? Closing { get; init; }

    /// <summary>The local day on which this is how it stands.</summary>
    public DateOnly Today { get; init; }

    /// <summary>True when no new dossiers are taken today, at any unit.</summary>
    public bool IsClosed => Closing?.IsInForce(Today) == true;

    /// <summary>Why it cannot be filed now, with what a person can do.</summary>
    public Problem Refusal => IsClosed ? DossierProblems.ProcedureClosed.Saying($"{Closing!.Sentence(Today)} {Closing.Advice(Today)}") : DossierProblems.ProcedureClosed;

    /// <summary>True when the unit takes the procedure online today.</summary>
    public bool IsOpenAt(string unitKey) => !IsClosed && State == PublicationState.Published && Services.TryGetValue(unitKey, out var service) && IsOnline(service);

    /// <summary>Units that take it online today.</summary>
    public IEnumerable<string> OpenUnits => !IsClosed && State == PublicationState.Published ? Services.Values.Where(IsOnline).Select(s => s.UnitKey) : [];

    private static bool IsOnline(ServiceRow service) => service.Level is ServiceLevel.Partial or ServiceLevel.Full && service.Status is ServiceStatus.Open or ServiceStatus.Closing;
}

/// <summary>What filing needs of units and divisions, today.</summary>
/// <param name="Units">Units in force by key.</param>
/// <param name="Divisions">Divisions in force by code, in Vietnamese order.</param>
public sealed record FilingPlaces(FrozenDictionary<string, UnitRow> Units, IReadOnlyList<DivisionRow> Divisions)
{
    private readonly FrozenDictionary<string, DivisionRow> _byCode = Divisions.DistinctBy(d => d.Code).ToFrozenDictionary(d => d.Code, StringComparer.Ordinal);

    /// <summary>The unit, or null.</summary>
    public UnitRow? Unit(string key) => Units.GetValueOrDefault(key);

    /// <summary>Name of the unit; the key itself when unknown.</summary>
    public string NameOf(string key) => Units.TryGetValue(key, out var unit) ? unit.Name : key;

    /// <summary>The division, or null.</summary>
    public DivisionRow? Division(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Name of a division as addresses are written, up to its province: "Xã Dương Quang, thành phố Bắc Kạn, tỉnh Bắc Kạn"; null when unknown.</summary>
    public string? FullName(string code)
    {
        var name = "";
        for (var (next, steps) = (Division(code), 0); next is not null && steps < 4; next = Division(next.ParentCode ?? ""), steps++)
        {
            name += name.Length == 0 ? next.Name : ", " + char.ToLowerInvariant(next.Name[0]) + next.Name[1..];
        }

        return name.Length == 0 ? null : name;
    }

    /// <summary>The desk where a unit's dossiers are received: the province's Centre for its agencies, the committee itself below.</summary>
    public string DeskOf(string unitKey) => Unit(unitKey) is { Level: "tinh", Kind: not "mot-cua" } && Centre is { } centre ? centre : unitKey;

    private string? Centre { get; } = Units.Values.Where(u => u is { Kind: "mot-cua", Level: "tinh" }).Select(u => u.Key).FirstOrDefault();
}

/// <summary>
/// What filing asks of the catalogue, kept in memory for <see cref="Freshness"/>; versions and forms, which never change, for good. So that a
/// submission asks the database once and writes once.
/// </summary>
public sealed class FilingCache(TimeProvider clock)
{
    /// <summary>How long another node's change may go unseen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, FiledProcedure Procedure)> _procedures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, ProcedureContent> _contents = new();
    private readonly ConcurrentDictionary<Guid, FormDefinition> _forms = new();
    private (DateTimeOffset At, FilingPlaces Places)? _places;

    /// <summary>Makes the next question read the database: after a change of services or units.</summary>
    public void Forget()
    {
        _procedures.Clear();
        _places = null;
    }

    internal FiledProcedure? Procedure(string code) => _procedures.TryGetValue(code, out var kept) && IsFresh(kept.At) ? kept.Procedure : null;

    internal FiledProcedure Keep(FiledProcedure procedure)
    {
        _procedures[procedure.Code] = (clock.GetUtcNow(), procedure);
        return procedure;
    }

    internal FilingPlaces? Places => _places is { } kept && IsFresh(kept.At) ? kept.Places : null;

    internal FilingPlaces Keep(FilingPlaces places)
    {
        _places = (clock.GetUtcNow(), places);
        return places;
    }

    internal ProcedureContent? Content(Guid version) => _contents.GetValueOrDefault(version);

    internal ProcedureContent Keep(Guid version, ProcedureContent content) => _contents.GetOrAdd(version, content);

    internal FormDefinition? Form(Guid version) => _forms.GetValueOrDefault(version);

    internal FormDefinition Keep(Guid version, FormDefinition form) => _forms.GetOrAdd(version, form);

    private bool IsFresh(DateTimeOffset at) => clock.GetUtcNow() - at < Freshness;
}

/// <summary>Answers what filing asks of procedures, forms, units and divisions.</summary>
public sealed class FilingCatalogue(MotCuaDb db, FilingCache cache, ProcedureClosings closings, TimeProvider clock)
{
    /// <summary>The procedure, or null when there is none of that code. Closed and unpublished ones are found too.</summary>
    public async ValueTask<FiledProcedure?> FindAsync(string code, CancellationToken ct)
    {
        if (cache.Procedure(code) is { } kept) return kept;
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var row = await db.Procedures.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, ct);
        if (row is null) return null;
        var content = await ContentAsync(row.CurrentVersionId, ct);
        var services = await db.Services.AsNoTracking().Where(s => s.ProcedureCode == code && s.From <= today && (s.Until == null || s.Until > today)).ToListAsync(ct);
        var published = await db.FormVersions.AsNoTracking().Where(f => f.ProcedureCode == code && !f.IsGenerated && f.From <= today && (f.Until == null || f.Until > today))
            .OrderByDescending(f => f.Version).Select(f => f.Id).FirstOrDefaultAsync(ct);
        var (formId, form) = published != Guid.Empty && await FormAsync(published, ct) is { } own ? (published, own) : Generate(row, content);
        var byUnit = services.GroupBy(s => s.UnitKey).Select(g => g.MaxBy(s => s.From)!).ToFrozenDictionary(s => s.UnitKey, StringComparer.Ordinal);
        return cache.Keep(new FiledProcedure(row.Code, row.Name, row.State, row.CurrentVersionId, content, formId, form, formId != published, byUnit)
        {
            Closing = await closings.PresentAsync(code, ct),
            Today = today,
        });
    }

    /// <summary>Content of a procedure version; empty when there is none.</summary>
    public async ValueTask<ProcedureContent> ContentAsync(Guid versionId, CancellationToken ct)
    {
        if (cache.Content(versionId) is { } kept) return kept;
        var json = await db.ProcedureVersions.Where(v => v.Id == versionId).Select(v => v.Content).FirstOrDefaultAsync(ct);
        return string.IsNullOrEmpty(json) ? new ProcedureContent() : cache.Keep(versionId, ProcedureContents.Read(json));
    }

    /// <summary>A stored form, or null.</summary>
    public async ValueTask<FormDefinition?> FormAsync(Guid versionId, CancellationToken ct)
    {
        if (cache.Form(versionId) is { } kept) return kept;
        var json = await db.FormVersions.Where(f => f.Id == versionId).Select(f => f.Definition).FirstOrDefaultAsync(ct);
        return json is null || FormDefinition.Read(json, ReferenceLists.Shipped.Options).Definition is not { } form ? null : cache.Keep(versionId, form);
    }

    /// <summary>Units and divisions in force today.</summary>
    public async ValueTask<FilingPlaces> PlacesAsync(CancellationToken ct)
    {
        if (cache.Places is { } kept) return kept;
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var units = await db.Units.AsNoTracking().Where(u => u.From <= today && (u.Until == null || u.Until > today)).ToListAsync(ct);
        var divisions = await db.Divisions.AsNoTracking().Where(d => d.From <= today && (d.Until == null || d.Until > today)).OrderBy(d => d.SortKey).ToListAsync(ct);
        return cache.Keep(new FilingPlaces(units.ToFrozenDictionary(u => u.Key, StringComparer.Ordinal), divisions));
    }

    /// <summary>Stores the generated form of a procedure, so that a dossier names exactly the form it answered.</summary>
    public async Task EnsureFormStoredAsync(FiledProcedure procedure, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        if (!procedure.IsFormGenerated || await db.FormVersions.AnyAsync(f => f.Id == procedure.FormVersionId, ct)) return;
        var last = await db.FormVersions.Where(f => f.FormCode == procedure.Form.Id).MaxAsync(f => (int?)f.Version, ct) ?? 0;
        var row = new FormVersionRow
        {
            Id = procedure.FormVersionId,
            FormCode = procedure.Form.Id,
            ProcedureCode = procedure.Code,
            Version = last + 1,
            Definition = procedure.Form.Json,
            DefinitionHash = procedure.Form.Hash,
            From = ProvinceTime.DateOf(clock.GetUtcNow()),
            IsGenerated = true,
        };
        db.FormVersions.Add(row);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            // Somebody else began the first draft of this procedure at the same moment: the row is the same
            db.Entry(row).State = EntityState.Detached;
        }
    }

    private (Guid Id, FormDefinition Form) Generate(ProcedureRow row, ProcedureContent content)
    {
        var components = content.Components.Where(c => !c.IsForm).Select(c => new FormComponent(c.Name, !c.IsRequired)).ToList();
        var form = GeneratedForm.For(new ProcedureSummary(row.Code, row.Name, components, content.Results.Count > 0 ? content.Results[0] : null), withPapers: false);
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Code} {form.Hash}")).AsSpan(0, 16));
        return (id, cache.Keep(id, form));
    }
}
