using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;

namespace MotCua.App.Targets;

/// <summary>Registers the targets module.</summary>
public static class TargetRegistration
{
    /// <summary>Adds the projector with its background job (run by hosts, not by verbs), the read side and the verbs' handlers.</summary>
    public static IServiceCollection AddTargets(this IServiceCollection services)
    {
        services.AddScoped<FactLedger>();
        services.AddScoped<ImportServicesHandler>();
        services.AddScoped<ProjectMeasures>();
        services.AddScoped<RebuildMeasures>();
        services.AddScoped<MeasureProof>();
        services.AddScoped<MeasureQueries>();
        services.AddScoped<IndexMeasures>();
        services.AddScoped<IndicatorCatalogue>();
        services.AddScoped<PeriodFigures>();
        services.AddScoped<ClosedPeriods>();
        services.AddScoped<ClosingProof>();
        services.AddScoped<ClosePeriodHandler>();
        services.AddScoped<ReopenPeriodHandler>();
        services.AddScoped<IndicatorSheets>();
        services.AddScoped<SaveIndicatorDraftHandler>();
        services.AddScoped<PublishIndicatorHandler>();
        services.AddScoped<EndIndicatorHandler>();
        services.AddScoped<IndexCounts>();
        services.AddScoped<IndexLists>();
        services.AddScoped<IndexSheets>();
        services.AddScoped<ImportFiguresHandler>();
        services.AddScoped<EnterFiguresHandler>();
        services.AddScoped<OpenTables>();
        services.AddSingleton<OpenFileCache>();
        services.AddScoped<OpenFiles>();
        services.AddSingleton<BoardCache>();
        services.AddScoped<PlanContents>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanSheets>();
        services.AddScoped<StartPlanDraftHandler>();
        services.AddScoped<SavePlanDraftHandler>();
        services.AddScoped<MovePlanHandler>();
        services.AddScoped<IssuePlanHandler>();
        services.AddScoped<RecordPlanDecisionHandler>();
        services.AddScoped<TargetBoards>();
        services.AddScoped<MeasureTrends>();
        services.AddSingleton<TrendCache>();
        services.AddScoped<BoardSheets>();
        services.AddScoped<BoardPlaces>();
        services.AddSingleton<ForecastMemory>();
        services.AddScoped<Forecasts>();
        services.AddSingleton(s => s.GetService<IConfiguration>()?.GetSection("MotCua:Warnings").Get<WarningTimes>() ?? new WarningTimes());
        services.AddScoped<WarnOfTargets>();
        services.AddSingleton(s => s.GetService<IConfiguration>()?.GetSection("MotCua:Integrity").Get<MotCua.Domain.Targets.FlagThresholds>() ?? new MotCua.Domain.Targets.FlagThresholds());
        services.AddScoped<FindFlags>();
        services.AddScoped<FlagSheets>();
        services.AddScoped<ReviewFlagHandler>();
        services.AddScoped<TryForecasts>();
        services.AddHostedService<ForecastDaily>();
        services.AddScoped<BoardUnits>();
        services.AddScoped<BoardProcedures>();
        services.AddScoped<WhyCounted>();
        services.AddHostedService<MeasureLoop>();
        services.AddScoped<ReportScopes>();
        services.AddScoped<ReportProcessing>();
        services.AddScoped<IReportAuthor>(s => s.GetRequiredService<ReportProcessing>());
        services.AddScoped<ReportServices>();
        services.AddScoped<IReportAuthor>(s => s.GetRequiredService<ReportServices>());
        services.AddScoped<IReportAuthor, ReportOneStop>();
        services.AddScoped<IReportAuthor, ReportPlan>();
        services.AddScoped<AskForReportHandler>();
        services.AddScoped<ReportRunDesk>();
        services.AddScoped<ReportSheets>();
        services.AddScoped<ReportFigures>();
        services.AddScoped<SubmitReportHandler>();
        services.AddScoped<ReportSchedules>();
        services.AddScoped<ReportMaker>();
        services.AddHostedService<ReportLoop>();
        services.AddPlanWork();
        services.AddScoped<DemoStage>();
        services.AddScoped<DemoSeeding>();
        services.AddScoped<HistorySeeding>();
        return services;
    }
}
