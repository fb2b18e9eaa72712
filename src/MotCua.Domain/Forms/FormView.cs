namespace MotCua.Domain.Forms;

/// <summary>An error that blocks sending, or a warning that does not.</summary>
/// <param name="Question">Path of the question, such as <c>con[0].ho_ten</c>.</param>
/// <param name="Code">One of <see cref="AnswerCodes"/>.</param>
/// <param name="Message">Vietnamese sentence that says how to mend it.</param>
/// <param name="Part">The box it is about: <c>day</c>, <c>month</c>, <c>year</c>, <c>division</c>, <c>street</c>; null for the whole.</param>
public sealed record AnswerIssue(string Question, string Code, string Message, string? Part = null);

/// <summary>A visible question with its answer as judged.</summary>
/// <param name="Question">The question.</param>
/// <param name="Path">Its path.</param>
/// <param name="Required">True when an answer is needed now.</param>
/// <param name="ReadOnly">True when the person does not fill it in: computed, from the account, or of an unknown kind.</param>
/// <param name="Value">The typed value; null when missing or not of the kind.</param>
/// <param name="Display">The value as people read it: labels of options, names of divisions, dd/MM/yyyy; empty when missing.</param>
/// <param name="Errors">Errors on the answer.</param>
/// <param name="Warnings">Warnings on the answer.</param>
/// <param name="Rows">For a group: the visible questions of each row; empty otherwise.</param>
public sealed record QuestionView(
    FormQuestion Question,
    string Path,
    bool Required,
    bool ReadOnly,
    FormValue? Value,
    string Display,
    IReadOnlyList<AnswerIssue> Errors,
    IReadOnlyList<AnswerIssue> Warnings,
    IReadOnlyList<IReadOnlyList<QuestionView>> Rows);

/// <summary>How far a page is, for the task list.</summary>
public enum PageProgress
{
    /// <summary>No question answered.</summary>
    NotStarted = 0,

    /// <summary>Something is answered, something is missing or wrong.</summary>
    InProgress = 1,

    /// <summary>Nothing is missing, nothing is wrong.</summary>
    Done = 2,
}

/// <summary>A visible page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Questions">Its visible questions.</param>
/// <param name="Errors">Errors on the page, rows of groups included, in order.</param>
/// <param name="Warnings">Warnings on the page.</param>
/// <param name="Progress">How far it is.</param>
public sealed record PageView(
    FormPage Page,
    IReadOnlyList<QuestionView> Questions,
    IReadOnlyList<AnswerIssue> Errors,
    IReadOnlyList<AnswerIssue> Warnings,
    PageProgress Progress);

/// <summary>Answers as judged against a form on a day.</summary>
public sealed class FormView
{
    internal FormView(
        IReadOnlyList<PageView> pages,
        IReadOnlyList<string> visible,
        IReadOnlyList<string> required,
        FormAnswers values,
        int evaluatedNodes)
    {
        Pages = pages;
        Visible = visible;
        Required = required;
        Errors = [.. pages.SelectMany(p => p.Errors)];
        Warnings = [.. pages.SelectMany(p => p.Warnings)];
        Values = values;
        EvaluatedNodes = evaluatedNodes;
    }

    /// <summary>Visible pages in order.</summary>
    public IReadOnlyList<PageView> Pages { get; }

    /// <summary>Paths of visible questions, in order.</summary>
    public IReadOnlyList<string> Visible { get; }

    /// <summary>Paths of questions that need an answer now, in order.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Errors in order of the form.</summary>
    public IReadOnlyList<AnswerIssue> Errors { get; }

    /// <summary>Warnings in order of the form; they never block.</summary>
    public IReadOnlyList<AnswerIssue> Warnings { get; }

    /// <summary>Typed, normalised values of visible questions: what is sent.</summary>
    public FormAnswers Values { get; }

    /// <summary>True when there is no error.</summary>
    public bool Valid => Errors.Count == 0;

    /// <summary>Nodes of expressions evaluated: the cost, independent of the machine.</summary>
    public int EvaluatedNodes { get; }

    /// <summary>The visible page, or null when there is none or it is hidden.</summary>
    public PageView? Page(string id) => Pages.FirstOrDefault(p => string.Equals(p.Page.Id, id, StringComparison.Ordinal));

    /// <summary>The next visible page after the given one (also when that one is hidden now), or null at the end.</summary>
    public PageView? After(FormDefinition definition, string pageId) =>
        definition.Pages.SkipWhile(p => !string.Equals(p.Id, pageId, StringComparison.Ordinal)).Skip(1).Select(p => Page(p.Id)).FirstOrDefault(p => p is not null);

    /// <summary>
    /// Paths of questions on the page that were not asked before and are now, without an answer yet: after a post the page is shown once more for
    /// them, and their missing answers are no errors yet (the way without JavaScript).
    /// </summary>
    public IReadOnlyList<string> Revealed(string pageId, FormView before)
    {
        if (Page(pageId) is not { } page)
        {
            return [];
        }

        var known = before.Visible.ToHashSet(StringComparer.Ordinal);
        return [.. page.Questions.SelectMany(q => q.Rows.SelectMany(r => r).Prepend(q))
            .Where(q => !q.ReadOnly && q.Value is null && !known.Contains(q.Path))
            .Select(q => q.Path)];
    }
}
