using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MotCua.App;
using MotCua.App.Data;

namespace MotCua.Cli;

/// <summary>Runs verbs that need the database: configuration from the environment, an embedded database made ready first.</summary>
internal static class DatabaseVerb
{
    /// <summary>Runs in a scope of the application; a database that is away gives exit code 3.</summary>
    public static Task<int> RunAsync(VerbCall call, Func<IServiceProvider, Task<int>> run, CancellationToken ct) => RunAsync(call, prepare: true, run, ct);

    /// <summary>Runs in a scope of the application, without readying the database when told not to.</summary>
    public static async Task<int> RunAsync(VerbCall call, bool prepare, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(call.Clock);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        try
        {
            services.AddMotCuaApp(configuration);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            await call.Error.WriteLineAsync("Không dùng được cơ sở dữ liệu đã cấu hình: kiểm tra ConnectionStrings__MotCua và MOTCUA_HOME. / The configured database cannot be used.");
            await call.Error.WriteLineAsync(e.Message);
            return ExitCode.Unreachable;
        }

        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        try
        {
            if (prepare && !await scope.ServiceProvider.GetRequiredService<FirstStart>().PrepareAsync(ct))
            {
                await call.Error.WriteLineAsync("Cơ sở dữ liệu chưa có lược đồ mới nhất: chạy «motcua migrate» trước. / The schema is behind: run «motcua migrate» first.");
                return ExitCode.Unreachable;
            }

            return await run(scope.ServiceProvider);
        }
        catch (Exception e) when (DatabaseFaults.IsUnavailable(e))
        {
            await call.Error.WriteLineAsync("Không kết nối được cơ sở dữ liệu; kiểm tra ConnectionStrings__MotCua và máy chủ. / The database is not reachable.");
            return ExitCode.Unreachable;
        }
    }
}
