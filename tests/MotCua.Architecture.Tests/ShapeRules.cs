using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Domain.Kernel;

namespace MotCua.Architecture.Tests;

/// <summary>How types are made. Each rule returns what offends it, in words.</summary>
internal static partial class ShapeRules
{
    private static readonly string[] BannedSuffixes = ["Manager", "Helper", "Util", "Utils", "Service", "Dto", "Info", "Base", "Common", "Impl", "Processor"];

    /// <summary>Page models that neither name a policy nor say that anybody may come.</summary>
    public static IReadOnlyList<string> PagesWithoutPolicy(IEnumerable<Type> types) =>
        [.. types.Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
            .Where(t => !t.GetCustomAttributes<AllowAnonymousAttribute>(inherit: true).Any()
                && !t.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Any(a => !string.IsNullOrEmpty(a.Policy)))
            .Select(t => $"{t.FullName} names no policy: [Authorize(Policy = …)] or [AllowAnonymous]")];

    /// <summary>Handlers that do more than one thing, or not as handlers do.</summary>
    public static IReadOnlyList<string> CrookedHandlers(IEnumerable<Type> types) =>
        [.. types.Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) && t is { IsClass: true, IsAbstract: false })
            .Where(t => !IsStraight(t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)))
            .Select(t => $"{t.FullName}: one public method HandleAsync(command, Actor, CancellationToken)")];

    /// <summary>Classes that are neither sealed nor abstract.</summary>
    public static IReadOnlyList<string> OpenClasses(IEnumerable<Type> types) =>
        [.. types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && t.Name != "Program").Select(t => $"{t.FullName} is neither sealed nor abstract")];

    /// <summary>Names that say nothing.</summary>
    public static IReadOnlyList<string> EmptyNames(IEnumerable<Type> types) =>
        [.. types.Where(t => BannedSuffixes.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal)) && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal))
            .Select(t => $"{t.FullName}: name it for what it is or does")];

    /// <summary>Classes that need more than seven things. Records are data and may have more.</summary>
    public static IReadOnlyList<string> NeedyClasses(IEnumerable<Type> types) =>
        [.. types.Where(t => t.IsClass && !IsRecord(t))
            .Where(t => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(c => c.GetParameters().Length > 7))
            .Select(t => $"{t.FullName} has a constructor of more than 7 parameters")];

    /// <summary>Events that can change after they happened, or be something else below.</summary>
    public static IReadOnlyList<string> UnfrozenEvents(IEnumerable<Type> events) =>
        [.. events.Where(t => !t.IsSealed || !IsRecord(t) || t.GetProperties().Any(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))))
            .Select(t => $"{t.FullName} is not a sealed immutable record")];

    /// <summary>Problem codes that are shapeless or given twice, titles that are not Vietnamese.</summary>
    public static IReadOnlyList<string> BadProblems(IEnumerable<Type> types)
    {
        var problems = types.Where(t => t.Name.EndsWith("Problems", StringComparison.Ordinal)).SelectMany(ProblemsOf).ToList();
        return
        [
            .. problems.Where(p => !CodeShape().IsMatch(p.Problem.Code)).Select(p => $"{p.Place}: code {p.Problem.Code} is not ABC-0000"),
            .. problems.Where(p => p.Problem.Title.All(char.IsAscii)).Select(p => $"{p.Place}: title is not Vietnamese"),
            .. problems.GroupBy(p => p.Problem.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} is given to {string.Join(", ", g.Select(p => p.Place))}"),
        ];
    }

    private static IEnumerable<(string Place, Problem Problem)> ProblemsOf(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.FieldType == typeof(Problem))
            .Select(f => ($"{type.Name}.{f.Name}", (Problem)f.GetValue(null)!));

    private static bool IsStraight(MethodInfo[] methods) =>
        methods is [{ Name: "HandleAsync", IsStatic: false } only]
        && only.GetParameters() is [_, { ParameterType: var actor }, { ParameterType: var token }]
        && actor == typeof(Actor) && token == typeof(CancellationToken);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    [GeneratedRegex("^[A-Z]{3,4}-[0-9]{4}$")]
    private static partial Regex CodeShape();
}
