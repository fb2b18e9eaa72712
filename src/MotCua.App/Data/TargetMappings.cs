using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class DossierFactMapping : IEntityTypeConfiguration<DossierFactRow>
{
    public void Configure(EntityTypeBuilder<DossierFactRow> builder)
    {
        builder.HasKey(x => x.DossierId);
        builder.Property(x => x.DossierId).ValueGeneratedNever();
        builder.HasIndex(x => new { x.UnitKey, x.Day, x.Code });
        builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.Day });

        // The statutory reports: what was open when a period began, or has been resolved since
        builder.HasIndex(x => new { x.UnitKey, x.ResolvedAt });

        // As at the end of a past day: what got its result, or became late, only afterwards
        builder.HasIndex(x => new { x.Month, x.ResultOn });
        builder.HasIndex(x => new { x.Month, x.IndexLateAfter });
        builder.HasIndex(x => new { x.Month, x.EndedAt });

        // The few that a part of the index asks for by themselves: people who were not satisfied, and whether an offer was ever paid online
        builder.HasIndex(x => new { x.Month, x.UnitKey }, "ix_dossier_facts_dissatisfied").HasFilter("satisfaction = 1").HasDatabaseName("ix_dossier_facts_dissatisfied");
        builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.Day }, "ix_dossier_facts_paid_online").HasFilter("is_paid_online").HasDatabaseName("ix_dossier_facts_paid_online");
        builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.Day }, "ix_dossier_facts_with_fee").HasFilter("has_fee").HasDatabaseName("ix_dossier_facts_with_fee");
    }
}

internal sealed class RollupDayMapping : IEntityTypeConfiguration<RollupDayRow>
{
    // An offer's days lie side by side
    public void Configure(EntityTypeBuilder<RollupDayRow> builder) => builder.HasKey(x => new { x.UnitKey, x.ProcedureCode, x.Channel, x.Day, x.AssistedBy, x.Level });
}

internal sealed class RollupOfferYearMapping : IEntityTypeConfiguration<RollupOfferYearRow>
{
    public void Configure(EntityTypeBuilder<RollupOfferYearRow> builder)
    {
        builder.HasKey(x => new { x.UnitKey, x.ProcedureCode, x.Year });

        // A board reads the offers of its years, not of all years there are
        builder.HasIndex(x => x.Year);
    }
}

internal sealed class RollupUnitDayMapping : IEntityTypeConfiguration<RollupUnitDayRow>
{
    public void Configure(EntityTypeBuilder<RollupUnitDayRow> builder) => builder.HasKey(x => new { x.Day, x.UnitKey });
}

internal sealed class RollupUnitMonthMapping : IEntityTypeConfiguration<RollupUnitMonthRow>
{
    public void Configure(EntityTypeBuilder<RollupUnitMonthRow> builder) => builder.HasKey(x => new { x.Day, x.UnitKey });
}
