using MotCua.Domain.Forms.Expressions;

namespace MotCua.Domain.Forms;

/// <summary>
/// The order in which answers become known: a question after everything its visibility and its computation look at. Found once per definition and
/// without recursion, so that a chain of thousands of computed questions costs one pass and no stack.
/// </summary>
internal static class DependencyOrder
{
    /// <summary>Slots in order; a circle adds a fault and its questions are left out.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<FormQuestion> questions, List<DefinitionFault> faults, Func<FormQuestion, string> pathOf)
    {
        var pageNeeds = new Dictionary<FormPage, HashSet<int>>();
        var waiting = new int[questions.Count];
        var dependents = new List<int>[questions.Count];
        for (var i = 0; i < questions.Count; i++)
        {
            dependents[i] = [];
        }

        foreach (var question in questions)
        {
            var needs = new HashSet<int>();
            Collect(question.Visible, needs);
            Collect(question.Compute, needs);
            if (question.Group is { } group)
            {
                needs.Add(group.Slot);
            }
            else if (question.Page is { Visible: { } visible } page)
            {
                if (!pageNeeds.TryGetValue(page, out var ofPage))
                {
                    pageNeeds[page] = ofPage = [];
                    Collect(visible, ofPage);
                }

                needs.UnionWith(ofPage);
            }

            waiting[question.Slot] = needs.Count;
            foreach (var need in needs)
            {
                dependents[need].Add(question.Slot);
            }
        }

        var order = new List<int>(questions.Count);
        var ready = new PriorityQueue<int, int>();
        for (var i = 0; i < waiting.Length; i++)
        {
            if (waiting[i] == 0)
            {
                ready.Enqueue(i, i);
            }
        }

        while (ready.TryDequeue(out var slot, out _))
        {
            order.Add(slot);
            foreach (var dependent in dependents[slot])
            {
                if (--waiting[dependent] == 0)
                {
                    ready.Enqueue(dependent, dependent);
                }
            }
        }

        if (order.Count < questions.Count && questions.FirstOrDefault(q => waiting[q.Slot] > 0) is { } stuck)
        {
            faults.Add(new DefinitionFault(pathOf(stuck), $"Câu hỏi \"{stuck.Id}\" phụ thuộc vòng tròn: điều kiện hiện hoặc phép tính của nó, qua các câu hỏi khác, lại cần chính nó."));
        }

        return order;
    }

    private static void Collect(Expression? expression, HashSet<int> into)
    {
        switch (expression)
        {
            case AnswerReference reference:
                into.Add(reference.Question.Slot);
                break;
            case Operation operation:
                foreach (var operand in operation.Operands)
                {
                    Collect(operand, into);
                }

                break;
        }
    }
}
