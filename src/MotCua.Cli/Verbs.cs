namespace MotCua.Cli;

/// <summary>The table of verbs, in the order of the help text.</summary>
public static class Verbs
{
    /// <summary>Every verb; a new verb is one line here and one file of its own.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        DeadlineVerb.Verb,
        FormCheckVerb.Verb,
        OperationVerbs.Migrate,
        ImportServicesVerb.Verb,
        ImportFiguresVerb.Verb,
        AccountVerbs.CreateAdmin,
        AccountVerbs.SeedAccounts,
        OperationVerbs.VerifyLog,
        OperationVerbs.SealLog,
        OperationVerbs.Reconcile,
        BackupVerbs.Backup,
        BackupVerbs.Restore,
        ImportVerbs.Dossiers,
        ImportVerbs.Export,
        SeedVerbs.Demo,
        MeasureVerbs.Measures,
        MeasureVerbs.List,
        MeasureVerbs.Rebuild,
        IndexScoreVerb.Verb,
    ];
}
