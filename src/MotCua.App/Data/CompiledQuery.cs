using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MotCua.App.Data;

/// <summary>A query of the busiest paths, translated once for each database in the process instead of looked up by its expression at every call.</summary>
/// <typeparam name="TQuery">What EF's compiler gives.</typeparam>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConcurrentDictionary<IModel, TQuery> _compiled = new();

    /// <summary>The query for this context's database.</summary>
    public TQuery For(MotCuaDb db) => _compiled.GetOrAdd(db.Model, static (_, make) => make(), compile);
}
