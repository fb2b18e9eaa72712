using System.Reflection;
using System.Runtime.CompilerServices;

namespace MotCua.Architecture.Tests;

/// <summary>A stored event must be readable for ever: the shape of each, and of what it holds, is frozen in <c>events.approved.txt</c>.</summary>
public sealed class EventShapeTests
{
    [Fact]
    public void Shapes_AreAsApproved()
    {
        var approved = File.ReadAllLines(ApprovedFile()).Where(l => l.Length > 0).ToList();
        var now = Shapes(Code.Types.Where(t => t.BaseType?.Name == "DossierEvent"));
        Assert.NotEmpty(now);
        Verdict.Clean(approved.Except(now).Select(s => $"stored events of this shape could no longer be read: {s}"));
        Verdict.Clean(now.Except(approved).Select(s => $"new: append this line to events.approved.txt: {s}"));
    }

    [Fact]
    public void Shapes_OfItsCanary_ShowEveryProperty() =>
        Assert.Equal(["MutableEvent(Count: Int32)"], Shapes([typeof(Canaries.MutableEvent)]));

    private static List<string> Shapes(IEnumerable<Type> events)
    {
        var shapes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<Type>(events);
        while (open.TryDequeue(out var type))
        {
            if (!shapes.ContainsKey(type.Name))
            {
                var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.Name is not ("EqualityContract" or "Name")).ToList();
                shapes[type.Name] = $"{type.Name}({string.Join(", ", properties.Select(p => $"{p.Name}: {Say(p.PropertyType)}"))})";
                foreach (var inner in properties.SelectMany(p => Inner(p.PropertyType)).Where(t => t.Namespace?.StartsWith("MotCua", StringComparison.Ordinal) == true && t.IsClass))
                {
                    open.Enqueue(inner);
                }
            }
        }

        return [.. shapes.Values];
    }

    private static IEnumerable<Type> Inner(Type type) => type.IsGenericType ? type.GetGenericArguments() : [type];

    private static string Say(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Say))}>" : type.Name;

    private static string ApprovedFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "events.approved.txt");
}
