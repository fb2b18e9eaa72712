using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Forms;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary><c>motcua seed demo</c> by the contract.</summary>
public sealed class SeedVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task SeedDemo_SameArguments_SameBytesAllStatesAndAnIntactLog(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "120", "--seed", "7")).Exit);
        var first = (await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out;
        Assert.Equal(121, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("ok 120 chains", (await CommandLine.RunAsync(database, "verify-log")).Out, StringComparison.Ordinal);
        await using (var db = database.NewContext())
        {
            Assert.Equal(10, await db.Dossiers.Select(d => d.State).Distinct().CountAsync(Ct));
            Assert.Equal(120, await db.DossierParties.CountAsync(Ct));
            Assert.True(await db.DossierSteps.AnyAsync(Ct));
            Assert.True(await db.DossierDocuments.AnyAsync(Ct));
            await WholeAsync(database, db);
        }

        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "120", "--seed", "7")).Exit);
        Assert.Equal(first, (await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out);

        await using var other = await TestDatabase.CreateLoadedAsync(kind == DatabaseKind.Sqlite && TestDatabase.HasPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        await CommandLine.RunAsync(other, "seed", "demo", "--dossiers", "120", "--seed", "7");
        Assert.Equal(first, (await CommandLine.RunAsync(other, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out);
    }

    /// <summary>Everybody who opens one sees a real dossier: answers that the form accepts, files that open, results that verify, officers with names, notices.</summary>
    private static async Task WholeAsync(TestDatabase database, MotCuaDb db)
    {
        Assert.Equal(120, await db.DossierAnswers.CountAsync(Ct));
        var vault = database.Services.GetRequiredService<PersonalDataVault>();
        var places = await database.UseAsync<FilingCatalogue, FilingPlaces>(c => c.PlacesAsync(Ct).AsTask());
        var answered = await db.DossierAnswers.AsNoTracking().ToListAsync(Ct);
        var forms = (await db.FormVersions.AsNoTracking().Where(f => db.DossierAnswers.Any(a => a.FormVersionId == f.Id)).ToListAsync(Ct)).ToDictionary(f => f.Id, f => FormDefinition.Read(f.Definition, ReferenceLists.Shipped.Options).Definition!);
        foreach (var row in answered)
        {
            var form = forms[row.FormVersionId];
            Assert.True(FormAnswers.TryParse(vault.Unseal(row.AnswersCipher), out var answers, out var error), error);
            var account = form.Questions.Where(q => q.Kind == QuestionKind.Account && q.From is not null).DistinctBy(q => q.From).ToDictionary(q => q.From!, q => (answers.Get(q.Id) as TextValue)?.Value ?? "", StringComparer.Ordinal);
            var view = FormRun.Evaluate(form, answers, new FormContext(ProvinceTime.DateOf(row.At), account, code => places.Division(code)?.Name ?? ReferenceLists.Shipped.DivisionName(code)));
            Assert.True(view.Valid, $"{form.Id}: {string.Join("; ", view.Errors.Select(e => e.Question + " " + e.Message))}");
        }

        var files = await db.StoredFiles.AsNoTracking().ToListAsync(Ct);
        Assert.Contains(files, f => f.MediaType == "image/jpeg");
        await database.UseAsync<FileStore>(async store =>
        {
            foreach (var file in files)
            {
                Assert.True(file.Pages > 0 && store.IsDurable(file), file.Name);
                await using var content = store.Open(file.Id)!;
                Assert.Equal(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Ct)));
            }
        });
        Assert.DoesNotContain(await db.DossierDocuments.AsNoTracking().Where(d => d.Way == "upload").ToListAsync(Ct), d => d.FileId is null);

        var results = await db.Results.AsNoTracking().Where(r => r.State == ResultState.Issued).ToListAsync(Ct);
        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.True(r.Code.EndsWith("-KQ1", StringComparison.Ordinal) && r.DocumentNumber > 0 && r.StampedBy.Length > 0));
        Assert.NotNull(await database.UseAsync<ResultVerification, VerifiedResult?>(v => v.FindAsync(results[0].VerifyToken, Ct)));
        var issued = (await db.DossierEvents.AsNoTracking().Where(e => e.Name == nameof(ResultIssued)).ToListAsync(Ct)).Select(e => (ResultIssued)DossierChain.Read(e.Payload)).ToDictionary(e => e.ResultId, e => e.FileDigest);
        Assert.All(results, r => Assert.Equal(r.Sha256, issued[r.Id]));

        var named = (await db.Officers.AsNoTracking().Select(o => o.Id).ToListAsync(Ct)).Select(i => i.ToString("N")).ToHashSet(StringComparer.Ordinal);
        Assert.All(await db.DossierEvents.AsNoTracking().Where(e => e.ActorKind == (int)ActorKind.Officer).Select(e => e.ActorId).Distinct().ToListAsync(Ct), id => Assert.Contains(id, named));
        Assert.True(await db.InboxMessages.AnyAsync(Ct));
        Assert.True(await db.Dossiers.AnyAsync(d => db.Accounts.Any(a => a.Id == d.ApplicantAccountId && a.Subject == "tai"), Ct));

        // Work for every role: a leader has a draft to decide on, a clerk a decision to issue
        Assert.True(await db.Dossiers.AnyAsync(d => d.State == DossierState.Processing && d.StepRole == nameof(Role.UnitLeader) && db.Results.Any(r => r.DossierId == d.Id && r.State == ResultState.Draft), Ct));
        Assert.True(await db.Dossiers.AnyAsync(d => d.State == DossierState.Processing && d.StepRole == nameof(Role.Clerk) && d.DecidedOutcome != null, Ct));
    }

    [Fact]
    public async Task SeedDemo_BeforeTheProvincesData_SaysFromWhen()
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Sqlite);
        var run = await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "5", "--from", "2021-12-31", "--to", "2022-03-01");
        Assert.Equal(2, run.Exit);
        Assert.Contains("2022-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task SeedDemo_FactsOnly_MakesNobodyAndTheFiguresAgreeWithARebuild(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "700", "--facts-only")).Exit);
        await using (var db = database.NewContext())
        {
            Assert.Equal(700, await db.Dossiers.CountAsync(Ct));
            Assert.False(await db.DossierParties.AnyAsync(Ct));
            Assert.False(await db.Officers.AnyAsync(Ct) || await db.Accounts.AnyAsync(Ct) || await db.StoredFiles.AnyAsync(Ct));
            Assert.False(await db.Set<DirtyDossierRow>().AnyAsync(Ct));
        }

        string[] measures = ["measures", "--from", "2022-01-01", "--to", "2022-11-17", "--format", "csv"];
        var before = (await CommandLine.RunAsync(database, measures)).Out;
        await CommandLine.RunAsync(database, "rebuild", "measures");
        Assert.Equal(before, (await CommandLine.RunAsync(database, measures)).Out);
    }
}
