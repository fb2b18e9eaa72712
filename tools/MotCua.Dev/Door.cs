namespace MotCua.Dev;

/// <summary>The verbs of <c>dotnet dev.cs</c>.</summary>
public static class Door
{
    private const string Help = """
        dotnet dev.cs VERB

          run       start the portal with its stand-ins and 300 demo dossiers     [--port 5080] [--sandbox-port 5081] [--home var] [--dossiers 300] [--history 20000]
          test      build everything and run every test on both databases         [--only Domain,App] [--no-build]
          check     the fast part of test: format, licences, Domain, Architecture
          licences  judge the licence of every restored package against licences.allow.json
          bench     run a benchmark in Release                                     submit | board | lists | forms | start | import | rebuild | scale | all
          db        add NAME: add a migration to both providers
          seed      load reference data and demo dossiers into the configured database
          shots     write a screenshot of every page to artifacts/shots
          doctor    say what this machine has and lacks
        """;

    /// <summary>Runs one verb.</summary>
    /// <param name="args">The verb and its options.</param>
    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> OpenAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var stop = new StopSignal();
        var verb = args.Length == 0 ? "help" : args[0];
        var options = new Options(args.Skip(1));
        try
        {
            return verb switch
            {
                "run" => await RunVerb.RunAsync(options, stop.Token),
                "test" => await TestVerb.RunAsync(options, checkOnly: false, stop.Token),
                "check" => await TestVerb.RunAsync(options, checkOnly: true, stop.Token),
                "licences" => await LicencesVerb.RunAsync(stop.Token),
                "bench" => await Verbs.BenchAsync(options, stop.Token),
                "db" => await Verbs.DatabaseAsync(options, stop.Token),
                "seed" => await Verbs.SeedAsync(options, stop.Token),
                "shots" => await Verbs.ShotsAsync(stop.Token),
                "doctor" => await Verbs.DoctorAsync(stop.Token),
                "help" or "--help" or "-h" => Say(Help, 0),
                _ => Say($"No verb \"{verb}\".\n\n{Help}", 2),
            };
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return 130;
        }
        catch (CommandFailedException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return 1;
        }
    }

    private static int Say(string text, int exit)
    {
        Console.WriteLine(text);
        return exit;
    }
}
