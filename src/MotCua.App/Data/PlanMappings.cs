using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class PlanMapping : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder) => builder.HasKey(x => x.Code);
}

internal sealed class PlanEditionMapping : IEntityTypeConfiguration<PlanEditionRow>
{
    public void Configure(EntityTypeBuilder<PlanEditionRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Version).IsConcurrencyToken();

        // Two decisions issued at the same time cannot both come next
        builder.HasIndex(x => x.Order).IsUnique();
        builder.HasIndex(x => new { x.PlanCode, x.Number });
        builder.HasIndex(x => x.State);
    }
}

internal sealed class UnitGroupMapping : IEntityTypeConfiguration<UnitGroupRow>
{
    public void Configure(EntityTypeBuilder<UnitGroupRow> builder)
    {
        builder.HasKey(x => x.Code);
        builder.HasIndex(x => new { x.EditionId, x.Key }).IsUnique();
    }
}

internal sealed class UnitGroupMemberMapping : IEntityTypeConfiguration<UnitGroupMemberRow>
{
    public void Configure(EntityTypeBuilder<UnitGroupMemberRow> builder) => builder.HasIndex(x => new { x.GroupCode, x.UnitKey, x.From }).IsUnique();
}

internal sealed class TargetMapping : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> builder) => builder.HasIndex(x => new { x.GroupCode, x.UnitKey, x.Indicator, x.From }).IsUnique();
}
