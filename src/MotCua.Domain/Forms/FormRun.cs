using System.Globalization;
using MotCua.Domain.Forms.Expressions;

namespace MotCua.Domain.Forms;

/// <summary>
/// Judges answers against a form: what is asked now, what is needed, what is wrong, what is sent. Pure: same form, answers and context give the
/// same view. Each expression is evaluated once for each row, in an order found when the form was read, so the cost grows with the form and not
/// with its square. Never throws, whatever the answers.
/// </summary>
public static class FormRun
{
    /// <summary>The answers as judged.</summary>
    public static FormView Evaluate(FormDefinition definition, FormAnswers answers, FormContext context) =>
        new Run(definition, answers, context).Judge();

    /// <summary>
    /// The answers with what the account already knows put into questions that have no answer yet and name an account field (<c>from</c>), else the
    /// definition's default. The person may change these; questions of kind account are not copied, they always show the account.
    /// </summary>
    public static FormAnswers Prefill(FormDefinition definition, FormAnswers answers, FormContext context)
    {
        foreach (var question in definition.Questions)
        {
            if (question.Group is not null || question.IsComputed || question.Kind is QuestionKind.Account or QuestionKind.Unknown || answers.Values.ContainsKey(question.Id))
            {
                continue;
            }

            var known = question.From is { } field ? context.Account?.GetValueOrDefault(field) : null;
            if (question.Kind == QuestionKind.Address && known is { Length: > 0 } && context.Account?.GetValueOrDefault(AccountFields.Commune) is { Length: > 0 } commune)
            {
                answers = answers.With(question.Id, new ObjectValue(new Dictionary<string, FormValue>(StringComparer.Ordinal)
                {
                    ["street"] = new TextValue(context.Account.GetValueOrDefault(AccountFields.Street) ?? known),
                    ["division"] = new TextValue(commune),
                }));
            }
            else if ((string.IsNullOrEmpty(known) ? question.Default : known) is { Length: > 0 } first)
            {
                answers = answers.With(question.Id, FormInput.Typed(question, first));
            }
        }

        return answers;
    }

    private sealed class Cell
    {
        public bool Visible { get; init; }
        public bool FromAccount { get; set; }
        public FormValue? Value { get; set; }
        public AnswerIssue? Error { get; set; }
    }

    private sealed class Run
    {
        private readonly FormDefinition _definition;
        private readonly FormAnswers _answers;
        private readonly FormContext _context;
        private readonly Cell[][] _cells;
        private readonly ListValue?[] _lists;
        private readonly Dictionary<FormPage, bool> _pages = [];
        private readonly Evaluation _evaluation;
        private readonly List<string> _visible = [];
        private readonly List<string> _required = [];

        public Run(FormDefinition definition, FormAnswers answers, FormContext context)
        {
            _definition = definition;
            _answers = answers;
            _context = context;
            _cells = new Cell[definition.Questions.Count][];
            _lists = new ListValue?[definition.Questions.Count];
            _evaluation = new Evaluation(context.Today, Answer);
        }

        public FormView Judge()
        {
            foreach (var slot in _definition.Order)
            {
                Know(_definition.Questions[slot]);
            }

            var pages = new List<PageView>();
            var values = new Dictionary<string, FormValue>(StringComparer.Ordinal);
            foreach (var page in _definition.Pages.Where(IsVisible))
            {
                pages.Add(View(page, values));
            }

            return new FormView(pages, _visible, _required, new FormAnswers(values), _evaluation.Nodes);
        }

        private void Know(FormQuestion question)
        {
            if (question.Group is not { } group)
            {
                _cells[question.Slot] = [Know(question, _answers.Values.GetValueOrDefault(question.Id), question.Id, 0, IsVisible(question.Page!))];
                return;
            }

            var rows = RowsOf(group);
            var cells = _cells[question.Slot] = new Cell[rows.Count];
            for (var row = 0; row < rows.Count; row++)
            {
                var raw = (rows[row] as ObjectValue)?.Fields.GetValueOrDefault(question.Id);
                cells[row] = Know(question, raw, PathOf(question, row), row, shown: true);
            }
        }

        private Cell Know(FormQuestion question, FormValue? raw, string path, int row, bool shown)
        {
            var cell = new Cell { Visible = shown && (question.Visible is null || _evaluation.Holds(question.Visible, row)) };
            if (!cell.Visible)
            {
                return cell;
            }

            if (question.Compute is { } compute)
            {
                cell.Value = _evaluation.Evaluate(compute, row);
                return cell;
            }

            if (question.Kind == QuestionKind.Account && _context.Account?.GetValueOrDefault(question.From ?? question.Id) is { Length: > 0 } known)
            {
                raw = new TextValue(known);
                cell.FromAccount = true;
            }

            var read = AnswerReading.Read(question, raw, path, _context);
            cell.Value = read.Value;
            cell.Error = read.Error;
            return cell;
        }

        private bool IsVisible(FormPage page)
        {
            if (!_pages.TryGetValue(page, out var visible))
            {
                _pages[page] = visible = page.Visible is null || _evaluation.Holds(page.Visible, 0);
            }

            return visible;
        }

        private IReadOnlyList<FormValue> RowsOf(FormQuestion group)
        {
            var items = (_cells[group.Slot][0].Value as ListValue)?.Items ?? [];
            var most = Math.Min(FormLimits.Rows, group.MaxRows);
            return items.Count <= most ? items : [.. items.Take(most)];
        }

        private FormValue? Answer(AnswerReference reference, int row)
        {
            var slot = reference.Question.Slot;
            var cells = _cells[slot];
            switch (reference.Reach)
            {
                case Reach.AllRows:
                    return _cells[reference.Question.Group!.Slot][0].Value is null
                        ? null
                        : _lists[slot] ??= new ListValue([.. cells.Select(c => c.Value).OfType<FormValue>()]);
                case Reach.OwnRow:
                    return row < cells.Length ? cells[row].Value : null;
                case Reach.GivenRow:
                    return reference.Row < cells.Length ? cells[reference.Row].Value : null;
                default:
                    return cells[0].Value;
            }
        }

        private PageView View(FormPage page, Dictionary<string, FormValue> values)
        {
            var questions = new List<QuestionView>();
            foreach (var question in page.Questions.Where(q => _cells[q.Slot][0].Visible))
            {
                questions.Add(question.Kind == QuestionKind.Group ? Group(question, values) : Question(question, question.Id, 0, values));
            }

            var all = questions.SelectMany(q => q.Rows.SelectMany(r => r).Prepend(q)).ToList();
            var errors = all.SelectMany(q => q.Errors).ToList();
            var answered = all.Any(q => !q.ReadOnly && q.Question.Kind != QuestionKind.Group && IsTouched(q.Path));
            return new PageView(page, questions, errors, [.. all.SelectMany(q => q.Warnings)], Progress(errors.Count == 0, answered, all));
        }

        private bool IsTouched(string path) => _answers.Get(path) is { IsBlank: false };

        private static PageProgress Progress(bool sound, bool answered, List<QuestionView> all)
        {
            if (!sound)
            {
                return answered ? PageProgress.InProgress : PageProgress.NotStarted;
            }

            return answered || all.All(q => q.ReadOnly) ? PageProgress.Done : PageProgress.NotStarted;
        }

        private QuestionView Question(FormQuestion question, string path, int row, Dictionary<string, FormValue> values)
        {
            var cell = _cells[question.Slot][row];
            _visible.Add(path);
            var readOnly = question.IsComputed || question.Kind == QuestionKind.Unknown || cell.FromAccount;
            var asked = !question.IsComputed && question.Kind != QuestionKind.Unknown;
            var required = asked && (question.Required is { } condition ? _evaluation.Holds(condition, row) : question.Kind == QuestionKind.Declaration);
            if (required)
            {
                _required.Add(path);
            }

            var errors = new List<AnswerIssue>();
            var unfilled = cell.Value is null or { IsBlank: true } || (question.Kind == QuestionKind.Declaration && cell.Value is BoolValue { Value: false });
            if (cell.Error is { } error)
            {
                errors.Add(error);
            }
            else if (unfilled && required)
            {
                errors.Add(AnswerDemands.Missing(question, path));
            }

            if (cell.Value is { } value && question.Kind != QuestionKind.Unknown && !unfilled)
            {
                AnswerDemands.Bounds(question, path, value, Bound(question.Min, row), Bound(question.Max, row), errors);
                Check(question, path, row, errors);
            }

            if (cell.Value is { IsBlank: false } sent)
            {
                values[question.Id] = sent;
            }

            return new QuestionView(question, path, required, readOnly, cell.Value, AnswerReading.Display(question, cell.Value, _context), errors, Oddities(question, path, row), []);
        }

        private QuestionView Group(FormQuestion group, Dictionary<string, FormValue> values)
        {
            var cell = _cells[group.Slot][0];
            _visible.Add(group.Id);
            var required = group.MinRows > 0 || (group.Required is { } condition && _evaluation.Holds(condition, 0));
            if (required)
            {
                _required.Add(group.Id);
            }

            var errors = new List<AnswerIssue>();
            var rows = RowsOf(group);
            var count = (cell.Value as ListValue)?.Items.Count ?? 0;
            if (cell.Error is { } error)
            {
                errors.Add(error);
            }
            else
            {
                AnswerDemands.Rows(group, count, required, errors);
            }

            if (count > 0)
            {
                Check(group, group.Id, 0, errors);
            }

            var views = new List<IReadOnlyList<QuestionView>>();
            var sent = new List<FormValue>();
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows[row] is not ObjectValue)
                {
                    errors.Add(new AnswerIssue(string.Create(CultureInfo.InvariantCulture, $"{group.Id}[{row}]"), AnswerCodes.WrongType, $"{group.Short}: mục {row + 1} không đúng kiểu. Hãy xóa mục này và khai lại."));
                }

                var fields = new Dictionary<string, FormValue>(StringComparer.Ordinal);
                var current = row;
                views.Add([.. group.Questions.Where(q => _cells[q.Slot][current].Visible).Select(q => Question(q, PathOf(q, current), current, fields)).ToList()]);
                sent.Add(new ObjectValue(fields));
            }

            if (sent.Count > 0)
            {
                values[group.Id] = new ListValue(sent);
            }

            return new QuestionView(group, group.Id, required, false, cell.Value, string.Create(CultureInfo.InvariantCulture, $"{count} mục"), errors, [], views);
        }

        private FormValue? Bound(Expression? expression, int row) => expression is null ? null : _evaluation.Evaluate(expression, row);

        private void Check(FormQuestion question, string path, int row, List<AnswerIssue> errors)
        {
            foreach (var check in question.Checks)
            {
                if (check.That is { } that && !_evaluation.Holds(that, row))
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.Check, check.Message.Vi));
                }
            }
        }

        private List<AnswerIssue> Oddities(FormQuestion question, string path, int row)
        {
            if (_cells[question.Slot][row].Value is not TextValue number
                || !(question.Kind == QuestionKind.IdentityNumber || (question.Kind == QuestionKind.Account && question.From == AccountFields.IdentityNumber))
                || IdentityNumber.Normalise(number.Value) is not { } digits)
            {
                return [];
            }

            var birth = Beside(question.BirthSlot, row) is DateValue date ? date.Value : (DateOnly?)null;
            var sex = Beside(question.SexSlot, row) is TextValue text ? text.Value : null;
            return [.. IdentityNumber.Oddities(digits, birth, sex).Select(o => new AnswerIssue(path, o.Code, $"{question.Short}: {AnswerReading.Inside(o.Message)}"))];
        }

        private FormValue? Beside(int slot, int row)
        {
            if (slot < 0)
            {
                return null;
            }

            var place = _definition.Questions[slot].Group is null ? 0 : row;
            return place < _cells[slot].Length ? _cells[slot][place].Value : null;
        }

        private static string PathOf(FormQuestion question, int row) =>
            string.Create(CultureInfo.InvariantCulture, $"{question.Group!.Id}[{row}].{question.Id}");
    }
}
