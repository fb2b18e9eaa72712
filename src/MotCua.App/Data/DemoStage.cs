using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Sets the stage for made-up dossiers: the province as it is, invented people, forms, accounts.</summary>
public sealed class DemoStage(MotCuaDb db, WorkingCalendars calendars, UnitRoutes routes, FilingCatalogue catalogue, PersonalDataVault vault)
{
    /// <summary>Issuer of the accounts of invented people who cannot sign in.</summary>
    private const string Nowhere = "urn:motcua:demo";

    /// <summary>Offers, routes and officers on a day, and the people.</summary>
    internal async Task<(DemoProvince Province, DemoPeople People)> ProvinceAsync(SeedDemoDossiers command, DateOnly on, CancellationToken ct)
    {
        var people = new DemoPeople(await catalogue.PlacesAsync(ct));
        return (await DemoProvince.LoadAsync(db, calendars, routes, command.IsFactsOnly ? null : people, on, ct), people);
    }

    /// <summary>What fills the dossiers; generated forms are stored so that answers name them.</summary>
    internal async Task<DemoContent> ContentAsync(SeedDemoDossiers command, DemoPeople people, DemoProvince province, CancellationToken ct)
    {
        var places = await catalogue.PlacesAsync(ct);
        var procedures = new Dictionary<string, FiledProcedure>(StringComparer.Ordinal);
        foreach (var code in province.Procedures)
        {
            if (await catalogue.FindAsync(code, ct) is not { } procedure) continue;
            await catalogue.EnsureFormStoredAsync(procedure, ct);
            procedures[code] = procedure;
        }

        db.ChangeTracker.Clear();
        var taken = await db.Results.AsNoTracking().Where(r => r.DocumentNumber != null).Select(r => new { r.UnitKey, r.DocumentYear, r.DocumentSymbol, r.DocumentNumber }).ToListAsync(ct);
        return new DemoContent(new DemoAnswers(people, places), procedures, province.Officers, [.. taken.Select(t => (t.UnitKey, t.DocumentYear ?? 0, t.DocumentSymbol, t.DocumentNumber ?? 0))], vault, command.VerifyAddress);
    }

    /// <summary>Accounts of the demo citizens at the issuer: those that are there, the others made as their first signing in would.</summary>
    internal async Task<Dictionary<string, Guid>> AccountsAsync(SeedDemoDossiers command, DemoPeople people, CancellationToken ct)
    {
        var known = await db.Accounts.AsNoTracking().Where(a => a.Issuer == command.Issuer).Select(a => new { a.Subject, a.Id }).ToDictionaryAsync(a => a.Subject, a => a.Id, StringComparer.Ordinal, ct);
        var at = ProvinceTime.StartOf(command.From);
        foreach (var citizen in people.Citizens.Where(c => !known.ContainsKey(c.Subject)))
        {
            var account = citizen.Account(Ids.NewGuid(at), command.Issuer, citizen.Subject, at, vault);
            db.Accounts.Add(account);
            known[citizen.Subject] = account.Id;
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return known;
    }

    /// <summary>The party of a story, and the account of an applicant who is no demo citizen.</summary>
    internal IEnumerable<object> PeopleOf(DemoStory story, Dictionary<string, Guid> accounts)
    {
        yield return story.Person.Party(story.Dossier.Id, vault);
        if (story.Dossier.ApplicantAccountId is { } id && !accounts.ContainsValue(id)) yield return story.Person.Account(id, Nowhere, id.ToString("N"), story.Dossier.SubmittedAt ?? story.Dossier.AcceptedAt!.Value, vault);
    }
}
