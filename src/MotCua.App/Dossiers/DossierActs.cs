using Microsoft.Extensions.DependencyInjection;

namespace MotCua.App.Dossiers;

/// <summary>Registers the acts of officers on dossiers and the pages' read models.</summary>
internal static class DossierActs
{
    public static IServiceCollection AddDossierActs(this IServiceCollection services)
    {
        services.AddScoped<UnitRoutes>();
        services.AddScoped<NumberAllocator>();
        services.AddScoped<Workbench>();
        services.AddScoped<GivenContent>();
        services.AddScoped<ResultIssuing>();
        services.AddScoped<DraftPreviews>();
        services.AddScoped<AcceptDossierHandler>();
        services.AddScoped<GuideDossierHandler>();
        services.AddScoped<RefuseIntakeHandler>();
        services.AddScoped<TakeOverDossierHandler>();
        services.AddScoped<ClaimStepHandler>();
        services.AddScoped<HandOnStepHandler>();
        services.AddScoped<TakeBackStepHandler>();
        services.AddScoped<ReturnStepHandler>();
        services.AddScoped<ProposeSupplementHandler>();
        services.AddScoped<RequestSupplementHandler>();
        services.AddScoped<ReceiveSupplementHandler>();
        services.AddScoped<SendAgainHandler>();
        services.AddScoped<RecordFeeHandler>();
        services.AddScoped<RequestPaymentHandler>();
        services.AddScoped<SettlePaymentHandler>();
        services.AddScoped<WithdrawDossierHandler>();
        services.AddScoped<StopDossierHandler>();
        services.AddScoped<ResumeDossierHandler>();
        services.AddScoped<GiveBackPapersHandler>();
        services.AddScoped<ReappointDossierHandler>();
        services.AddScoped<ReopenDossierHandler>();
        services.AddScoped<DraftResultHandler>();
        services.AddScoped<DiscardResultDraftHandler>();
        services.AddScoped<DecideDossierHandler>();
        services.AddScoped<IssueResultHandler>();
        services.AddScoped<DocumentRegister>();
        services.AddScoped<DeliverResultHandler>();
        services.AddScoped<RevokeResultHandler>();
        services.AddScoped<SupersedeResultHandler>();
        services.AddScoped<DeskDeclarations>();
        services.AddScoped<DeskApplicants>();
        services.AddScoped<ReceiveAtDeskHandler>();
        services.AddScoped<DossierClocks>();
        services.AddScoped<AcceptancePreviews>();
        services.AddScoped<DossierSheets>();
        services.AddScoped<TodayBoards>();
        services.AddScoped<WorkLists>();
        services.AddScoped<DossierReading>();
        services.AddScoped<ResultVerification>();
        services.AddScoped<PaperSheets>();
        services.AddScoped<DossierRegisters>();
        services.AddScoped<DeskChoices>();
        return services;
    }
}
