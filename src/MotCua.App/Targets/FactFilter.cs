using System.Collections.Concurrent;
using System.Linq.Expressions;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Conditions as a predicate over facts: the one from which the ledger counts, a rebuild counts anew and a list is read, so that they cannot differ.
/// </summary>
internal static class FactFilter
{
    private const int Most = 256;

    private static readonly ConcurrentDictionary<string, Func<DossierFactRow, bool>> Compiled = new(StringComparer.Ordinal);

    /// <summary>The predicate, translated by both databases.</summary>
    public static Expression<Func<DossierFactRow, bool>> Of(FactConditions c)
    {
        var fact = Expression.Parameter(typeof(DossierFactRow), "f");
        Expression? all = null;
        if (c.Channels.Count > 0) Add(f => c.Channels.Contains(f.Channel));
        if (c.Helpers.Count > 0) Add(f => c.Helpers.Contains(f.AssistedBy));
        if (c.Levels.Count > 0) Add(f => c.Levels.Contains(f.Level));
        if (c.Procedures.Count > 0) Add(f => c.Procedures.Contains(f.ProcedureCode));
        if (c.Digitised is { } digitised) Add(f => f.IsDigitised == digitised);
        if (c.Reused is { } reused) Add(f => f.IsReused == reused);
        if (c.EidVerified is { } eid) Add(f => f.IsEidVerified == eid);
        if (c.Fee is { } fee) Add(f => f.HasFee == fee);
        if (c.PaidOnline is { } paid) Add(f => f.IsPaidOnline == paid);
        if (c.MustHaveEnded) Add(f => f.EndedAt != null);
        if (c.EndedLate == true) Add(f => f.LateAfter != null && f.LateAfter < f.EndedAt);
        if (c.EndedLate == false) Add(f => f.LateAfter == null || f.LateAfter >= f.EndedAt);
        if (c.MustHaveResult) Add(f => f.ResultOn != null);
        if (c.ElectronicResult) Add(f => f.HasElectronicResult);
        return Expression.Lambda<Func<DossierFactRow, bool>>(all ?? Expression.Constant(true), fact);

        void Add(Expression<Func<DossierFactRow, bool>> part)
        {
            var body = new Replaced(part.Parameters[0], fact).Visit(part.Body);
            all = all is null ? body : Expression.AndAlso(all, body);
        }
    }

    /// <summary>The same in memory.</summary>
    public static Func<DossierFactRow, bool> InMemory(FactConditions c)
    {
        if (Compiled.Count > Most) Compiled.Clear();
        return Compiled.GetOrAdd(c.Key, _ => Of(c).Compile());
    }

    /// <summary>Facts of the conditions that were so at the end of the day.</summary>
    public static IQueryable<DossierFactRow> AsAt(this IQueryable<DossierFactRow> facts, FactConditions c, DateOnly to)
    {
        var end = Domain.Kernel.ProvinceTime.StartOf(to.AddDays(1));
        var found = facts.Where(Of(c));
        if (c.MustHaveEnded) found = found.Where(f => f.EndedAt < end);
        if (c.MustHaveResult) found = found.Where(f => f.ResultOn <= to);
        return found;
    }

    /// <summary>Facts that the conditions take today but that were not so at the end of the day yet.</summary>
    public static IQueryable<DossierFactRow> OnlyLater(this IQueryable<DossierFactRow> facts, FactConditions c, DateOnly to)
    {
        var end = Domain.Kernel.ProvinceTime.StartOf(to.AddDays(1));
        var found = facts.Where(Of(c));
        return (c.MustHaveEnded, c.MustHaveResult) switch
        {
            (true, true) => found.Where(f => f.EndedAt >= end || f.ResultOn > to),
            (true, false) => found.Where(f => f.EndedAt >= end),
            (false, true) => found.Where(f => f.ResultOn > to),
            _ => found.Where(f => false),
        };
    }

    private sealed class Replaced(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
