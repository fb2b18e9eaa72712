using System.Reflection;
using System.Runtime.CompilerServices;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace MotCua.Architecture.Tests;

/// <summary>The code under the rules, read once: assemblies by reflection, dependencies by ArchUnitNET (async bodies and attributes included).</summary>
internal static class Code
{
    private static readonly Lazy<IReadOnlyList<IType>> Loaded = new(() =>
        [.. new ArchLoader().LoadAssemblies([.. Projects!, typeof(Code).Assembly]).Build().Types.Where(t => t is not null)]);

    /// <summary>The deployed projects.</summary>
    public static IReadOnlyList<Assembly> Projects { get; } =
        [Assembly.Load("MotCua.Domain"), Assembly.Load("MotCua.App"), Assembly.Load("MotCua.Web"), Assembly.Load("motcua")];

    /// <summary>Hand-written classes, records and enums of the projects.</summary>
    public static IReadOnlyList<System.Type> Types { get; } = [.. Projects.SelectMany(a => a.GetTypes()).Where(IsHandWritten)];

    /// <summary>The types with dependencies below a namespace.</summary>
    public static IReadOnlyList<IType> In(string space) =>
        [.. Loaded.Value.Where(t => t.Namespace.FullName == space || t.Namespace.FullName.StartsWith(space + ".", StringComparison.Ordinal))];

    /// <summary>The canary of a rule, with the compiler's nested types.</summary>
    public static IReadOnlyList<IType> Canary<T>() =>
        [.. Loaded.Value.Where(t => t.FullName == typeof(T).FullName || t.FullName.StartsWith(typeof(T).FullName + "+", StringComparison.Ordinal))];

    private static bool IsHandWritten(System.Type type) =>
        type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("MotCua.", StringComparison.Ordinal) == true
        && type.DeclaringType is null;
}
