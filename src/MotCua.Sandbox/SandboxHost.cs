namespace MotCua.Sandbox;

/// <summary>The stand-ins of the national systems, for demonstration and tests only.</summary>
public static class SandboxHost
{
    /// <summary>Builds the host.</summary>
    public static WebApplication Build(string[] args) => WebApplication.CreateBuilder(args).Build();
}
