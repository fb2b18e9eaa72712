using MotCua.App.Catalogue;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Tests.Catalogue;

/// <summary>The committed questions of people, over the real procedures: at least nine in ten have the answer in the first three.</summary>
public sealed class ProcedureSearchQueriesTests(ITestOutputHelper output)
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    private sealed record Question(string Text, IReadOnlyList<string> Codes, string Scope);

    [Theory]
    [InlineData("public", 150, 0.9)]
    [InlineData("all", 10, 0.9)]
    public void Find_CommittedQueries_AnswerIsInFirstThree(string scope, int atLeast, double share)
    {
        var questions = Questions().Where(q => q.Scope == scope).ToList();
        var search = Search(publicOnly: scope == "public");
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var found = search.Find(new ProcedureQuery(question.Text)).Take(3).Select(h => h.Code).ToList();
            if (!found.Any(question.Codes.Contains))
            {
                wrong.Add($"{question.Text} → {string.Join(" ", found)} (cần {string.Join(" ", question.Codes)})");
            }
        }

        output.WriteLine($"{questions.Count - wrong.Count}/{questions.Count}");
        wrong.ForEach(output.WriteLine);
        Assert.True(questions.Count >= atLeast);
        Assert.True(questions.Count - wrong.Count >= share * questions.Count, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Queries_ExpectedCodes_AreFindableInTheirScope()
    {
        var codes = Codes(publicOnly: true);
        var all = Codes(publicOnly: false);
        foreach (var question in Questions())
        {
            Assert.Contains(question.Codes, c => (question.Scope == "public" ? codes : all).Contains(c));
        }
    }

    [Fact]
    public void Synonyms_EveryCode_IsAKnownProcedure()
    {
        var all = Codes(publicOnly: false);
        var (vocabulary, issues) = SearchFiles.Read(Data);

        Assert.Empty(issues);
        Assert.DoesNotContain(vocabulary.Synonyms.SelectMany(s => s.Codes).Concat(vocabulary.LifeEvents.SelectMany(e => e.Codes)), c => !all.Contains(c));
    }

    [Fact]
    public void LifeEvents_Each_HasAPublicProcedure()
    {
        var search = Search(publicOnly: true);
        foreach (var life in SearchFiles.Read(Data).Vocabulary.LifeEvents)
        {
            Assert.NotEmpty(search.Find(new ProcedureQuery(LifeEvent: life.Key)));
        }
    }

    private static List<Question> Questions()
    {
        var parsed = ReferenceTable.ReadFile(
            Path.Combine(Data, "search", "queries.csv"), "search/queries.csv", ["query", "codes", "scope"],
            r => new Question(r.Required("query"), [.. r.List("codes").Select(c => ProcedureCode.TryNormalize(c, out var code) ? code : throw new FormatException(c))], r.OneOf("scope", "public", "all")));
        Assert.Empty(parsed.Issues);
        return [.. parsed.Rows];
    }

    private static HashSet<string> Codes(bool publicOnly) => [.. Records(publicOnly).Select(r => r.Code)];

    private static IEnumerable<ProcedureRecord> Records(bool publicOnly)
    {
        var units = OrganisationFiles.Organisations(Data).Rows.Where(o => o.InPlan).Select(o => o.Key).ToHashSet();
        return ProcedureFile.ReadFile(Data).Rows.Where(r => !publicOnly || PublicationReadiness.Missing(r, units).Count == 0);
    }

    private static ProcedureSearch Search(bool publicOnly) => new(
        Records(publicOnly).Select(r => new SearchableProcedure(r.Code, r.Name, r.Field, r.OrgKey, r.Levels, r.Audience, r.IsHighVolume, r.Results)),
        SearchFiles.Read(Data).Vocabulary);
}
