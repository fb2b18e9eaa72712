using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.App.Forms;
using MotCua.App.Notifications;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Data;

/// <summary>The one schema of MotCua, on PostgreSQL and SQLite alike. Mapping is in <c>*Mapping.cs</c> of each module's rows.</summary>
public sealed class MotCuaDb(DbContextOptions<MotCuaDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<HolidayRow> Holidays => Set<HolidayRow>();

    public DbSet<WorkingHoursRow> WorkingHours => Set<WorkingHoursRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<UnitVersionRow> UnitVersions => Set<UnitVersionRow>();

    public DbSet<DivisionRow> Divisions => Set<DivisionRow>();

    public DbSet<OfficerRow> Officers => Set<OfficerRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<AuditRow> Audits => Set<AuditRow>();

    public DbSet<StoredFileRow> StoredFiles => Set<StoredFileRow>();

    public DbSet<ProcedureRow> Procedures => Set<ProcedureRow>();

    public DbSet<ProcedureVersionRow> ProcedureVersions => Set<ProcedureVersionRow>();

    public DbSet<ServiceRow> Services => Set<ServiceRow>();

    public DbSet<ProcedureClosingRow> ProcedureClosings => Set<ProcedureClosingRow>();

    public DbSet<RouteRow> Routes => Set<RouteRow>();

    public DbSet<FormVersionRow> FormVersions => Set<FormVersionRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<DossierPartyRow> DossierParties => Set<DossierPartyRow>();

    public DbSet<DossierAnswersRow> DossierAnswers => Set<DossierAnswersRow>();

    public DbSet<DossierDocumentRow> DossierDocuments => Set<DossierDocumentRow>();

    public DbSet<DossierEventRow> DossierEvents => Set<DossierEventRow>();

    public DbSet<DossierNoteRow> DossierNotes => Set<DossierNoteRow>();

    public DbSet<DossierStepRow> DossierSteps => Set<DossierStepRow>();

    public DbSet<SupplementRequestRow> SupplementRequests => Set<SupplementRequestRow>();

    public DbSet<ResultRow> Results => Set<ResultRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<DossierReadRow> DossierReads => Set<DossierReadRow>();

    public DbSet<NumberCounterRow> NumberCounters => Set<NumberCounterRow>();

    public DbSet<LogRootRow> LogRoots => Set<LogRootRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<PlanEditionRow> PlanEditions => Set<PlanEditionRow>();

    public DbSet<UnitGroupRow> UnitGroups => Set<UnitGroupRow>();

    public DbSet<UnitGroupMemberRow> UnitGroupMembers => Set<UnitGroupMemberRow>();

    public DbSet<TargetRow> Targets => Set<TargetRow>();

    public DbSet<DossierFactRow> DossierFacts => Set<DossierFactRow>();

    public DbSet<RollupDayRow> RollupDays => Set<RollupDayRow>();

    public DbSet<RollupOfferYearRow> RollupOfferYears => Set<RollupOfferYearRow>();

    public DbSet<RollupOfferMonthRow> RollupOfferMonths => Set<RollupOfferMonthRow>();

    public DbSet<RollupUnitDayRow> RollupUnitDays => Set<RollupUnitDayRow>();

    public DbSet<RollupUnitMonthRow> RollupUnitMonths => Set<RollupUnitMonthRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<ReportRunRow> ReportRuns => Set<ReportRunRow>();

    public DbSet<ReportPieceRow> ReportPieces => Set<ReportPieceRow>();

    public DbSet<ReportScheduleRow> ReportSchedules => Set<ReportScheduleRow>();

    public DbSet<IndexFigureRow> IndexFigures => Set<IndexFigureRow>();

    public DbSet<PublishedFigureRow> PublishedFigures => Set<PublishedFigureRow>();

    public DbSet<PageVisitRow> PageVisits => Set<PageVisitRow>();

    public DbSet<SearchMissRow> SearchMisses => Set<SearchMissRow>();

    public DbSet<SearchMissMarkRow> SearchMissMarks => Set<SearchMissMarkRow>();

    public DbSet<FormStepRow> FormSteps => Set<FormStepRow>();
    public DbSet<IndicatorVersionRow> IndicatorVersions => Set<IndicatorVersionRow>();

    public DbSet<FactCriterionRow> FactCriteria => Set<FactCriterionRow>();

    public DbSet<CriterionDayRow> CriterionDays => Set<CriterionDayRow>();

    public DbSet<CriterionMonthRow> CriterionMonths => Set<CriterionMonthRow>();

    public DbSet<CriterionOfferRow> CriterionOffers => Set<CriterionOfferRow>();

    public DbSet<PeriodClosingRow> PeriodClosings => Set<PeriodClosingRow>();

    public DbSet<FrozenFigureRow> FrozenFigures => Set<FrozenFigureRow>();

    public DbSet<RestatementRow> Restatements => Set<RestatementRow>();
    public DbSet<ForecastTrialRow> ForecastTrials => Set<ForecastTrialRow>();

    public DbSet<SubmissionTraceRow> SubmissionTraces => Set<SubmissionTraceRow>();

    public DbSet<OfficerNetworkRow> OfficerNetworks => Set<OfficerNetworkRow>();

    public DbSet<IntegrityFlagRow> IntegrityFlags => Set<IntegrityFlagRow>();

    public DbSet<IntegrityFlagDossierRow> IntegrityFlagDossiers => Set<IntegrityFlagDossierRow>();

    public DbSet<WarningRunRow> WarningRuns => Set<WarningRunRow>();

    public DbSet<TargetWarningRow> TargetWarnings => Set<TargetWarningRow>();

    public DbSet<DirtyDossierRow> DirtyDossiers => Set<DirtyDossierRow>();

    public DbSet<PlanTaskRow> PlanTasks => Set<PlanTaskRow>();

    public DbSet<PlanTaskAdviceRow> PlanTaskAdvice => Set<PlanTaskAdviceRow>();

    public DbSet<PlanTaskEffectRow> PlanTaskEffects => Set<PlanTaskEffectRow>();

    public DbSet<TaskEffortRow> TaskEfforts => Set<TaskEffortRow>();

    public DbSet<PlanDocumentRow> PlanDocuments => Set<PlanDocumentRow>();

    public DbSet<PlanOpinionRow> PlanOpinions => Set<PlanOpinionRow>();

    public DbSet<PlanEntryRow> PlanEntries => Set<PlanEntryRow>();

    public DbSet<PlanFileRow> PlanFiles => Set<PlanFileRow>();

    public DbSet<InboxMessageRow> InboxMessages => Set<InboxMessageRow>();

    public DbSet<OfficerMessageRow> OfficerMessages => Set<OfficerMessageRow>();

    public DbSet<OfficerAddressRow> OfficerAddresses => Set<OfficerAddressRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<JobLeaseRow> JobLeases => Set<JobLeaseRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True on PostgreSQL.</summary>
    public bool IsPostgres => Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MotCuaDb).Assembly);
        if (IsPostgres)
        {
            // A part of a name is found among a million as among a thousand; SQLite reads them all
            modelBuilder.HasPostgresExtension("pg_trgm");
            modelBuilder.Entity<DossierPartyRow>().HasIndex(x => x.NameFolded, "ix_dossier_parties_name_trigrams").HasDatabaseName("ix_dossier_parties_name_trigrams").HasMethod("gin").HasOperators("gin_trgm_ops");
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (IsPostgres)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();

            // Bytes order text alike on both databases; people's order is in the sort keys
            configurationBuilder.Properties<string>().UseCollation("C");
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
        }
    }
}
