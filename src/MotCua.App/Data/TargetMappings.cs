using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class PlanMapping : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder) => builder.HasKey(x => x.Code);
}

internal sealed class UnitGroupMapping : IEntityTypeConfiguration<UnitGroupRow>
{
    public void Configure(EntityTypeBuilder<UnitGroupRow> builder) => builder.HasKey(x => x.Code);
}

internal sealed class UnitGroupMemberMapping : IEntityTypeConfiguration<UnitGroupMemberRow>
{
    public void Configure(EntityTypeBuilder<UnitGroupMemberRow> builder) => builder.HasIndex(x => new { x.GroupCode, x.UnitKey, x.From }).IsUnique();
}

internal sealed class TargetMapping : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder) => builder.HasIndex(x => new { x.GroupCode, x.Indicator, x.From }).IsUnique();
}

internal sealed class DossierFactMapping : IEntityTypeConfiguration<DossierFactRow>
{
    public void Configure(EntityTypeBuilder<DossierFactRow> builder)
    {
        builder.HasKey(x => x.DossierId);
        builder.Property(x => x.DossierId).ValueGeneratedNever();
        builder.HasIndex(x => new { x.UnitKey, x.Day, x.Code });
        builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.Day });

        // As at the end of a past day: what got its result, or became late, only afterwards
        builder.HasIndex(x => new { x.Month, x.ResultOn });
        builder.HasIndex(x => new { x.Month, x.IndexLateAfter });
    }
}

internal sealed class RollupDayMapping : IEntityTypeConfiguration<RollupDayRow>
{
    public void Configure(EntityTypeBuilder<RollupDayRow> builder)
    {
        builder.HasKey(x => new { x.Day, x.UnitKey, x.ProcedureCode, x.Channel, x.AssistedBy, x.Level });
    }
}

internal sealed class RollupMonthMapping : IEntityTypeConfiguration<RollupMonthRow>
{
    public void Configure(EntityTypeBuilder<RollupMonthRow> builder)
    {
        builder.HasKey(x => new { x.Day, x.UnitKey, x.ProcedureCode, x.Channel, x.AssistedBy, x.Level });
    }
}
