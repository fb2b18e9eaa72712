namespace MotCua.Sandbox;

internal static class Entry
{
    private static Task Main(string[] args) => SandboxHost.Build(args).RunAsync();
}
