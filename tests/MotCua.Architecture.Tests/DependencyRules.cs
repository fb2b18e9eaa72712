using System.Text.RegularExpressions;
using ArchUnitNET.Domain;

namespace MotCua.Architecture.Tests;

/// <summary>Who may use whom. Each rule returns what offends it, in words.</summary>
internal static partial class DependencyRules
{
    /// <summary>The modules in their order: a module uses only itself and those before it (docs/architecture.md).</summary>
    public static readonly string[] Modules =
    [
        "Kernel", "Calendar", "Organisations", "Accounts", "Documents", "Catalogue", "Forms", "Review", "Payments", "Dossiers", "Targets",
        "Feedback", "Outreach", "Notifications", "Exchange",
    ];

    /// <summary>Uses against the order that are agreed: from a module to one type of a later one. Each with its reason and the date of the agreement.</summary>
    public static readonly (string From, string To, string Because)[] Crossings =
    [
        ("Organisations", "MotCua.App.Accounts.AuditTrail", "A change of a unit and its answerable record are one transaction (2026-11-24)"),
    ];

    /// <summary>Assemblies that are not the base class library.</summary>
    public static IReadOnlyList<string> Outside(System.Reflection.Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not "netstandard" and not "mscorlib")];

    /// <summary>Uses of anything below a namespace, but for the exceptions below it.</summary>
    public static IReadOnlyList<string> UsesOf(IEnumerable<IType> types, string banned, params string[] except) =>
        Uses(types, target => target.Namespace?.FullName is { } space && Below(space, banned) && !except.Any(e => Below(space, e)));

    /// <summary>Uses of one type.</summary>
    public static IReadOnlyList<string> UsesOfType(IEnumerable<IType> types, string fullName) => Uses(types, target => target.FullName == fullName);

    /// <summary>Uses of a later module by an earlier one.</summary>
    public static IReadOnlyList<string> AgainstTheOrder(IEnumerable<IType> types) =>
        [.. types.SelectMany(type => type.Dependencies.Select(d => (From: Plain(type.FullName), To: Plain(d.Target.FullName))))
            .Distinct()
            .Where(use => ModuleOf(use.From) is { } from && ModuleOf(use.To) is { } to && Array.IndexOf(Modules, to) > Array.IndexOf(Modules, from)
                && !Crossings.Any(c => c.From == from && c.To == use.To))
            .Select(use => $"{use.From} uses {use.To}: move it, or agree on a crossing in DependencyRules.Crossings")];

    /// <summary>The module of a type's full name, or null.</summary>
    public static string? ModuleOf(string fullName) => Module().Match(fullName) is { Success: true } match && Modules.Contains(match.Groups[1].Value) ? match.Groups[1].Value : null;

    private static IReadOnlyList<string> Uses(IEnumerable<IType> types, Func<IType, bool> banned) =>
        [.. types.SelectMany(type => type.Dependencies.Where(d => banned(d.Target)).Select(d => $"{Plain(type.FullName)} uses {Plain(d.Target.FullName)}")).Distinct()];

    private static bool Below(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);

    // The compiler's nested types (async bodies, lambdas) count as the type around them
    private static string Plain(string fullName) => fullName.Split('+', '/')[0];

    [GeneratedRegex(@"^MotCua\.(?:Domain|App|Architecture\.Tests\.Canaries)\.(\w+)\.")]
    private static partial Regex Module();
}
