using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Notifications;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class ForecastTrialMapping : IEntityTypeConfiguration<ForecastTrialRow>
{
    public void Configure(EntityTypeBuilder<ForecastTrialRow> builder) => builder.HasKey(x => new { x.UnitKey, x.Indicator, x.Kind });
}

internal sealed class WarningRunMapping : IEntityTypeConfiguration<WarningRunRow>
{
    public void Configure(EntityTypeBuilder<WarningRunRow> builder) => builder.HasKey(x => new { x.PeriodKey, x.Lead });
}

internal sealed class TargetWarningMapping : IEntityTypeConfiguration<TargetWarningRow>
{
    public void Configure(EntityTypeBuilder<TargetWarningRow> builder) => builder.HasIndex(x => new { x.PeriodKey, x.Lead, x.UnitKey, x.Indicator }).IsUnique();
}

internal sealed class OfficerMessageMapping : IEntityTypeConfiguration<OfficerMessageRow>
{
    public void Configure(EntityTypeBuilder<OfficerMessageRow> builder)
    {
        builder.HasIndex(x => new { x.OfficerId, x.Id });
        builder.HasIndex(x => new { x.OutboxId, x.OfficerId }).IsUnique();
    }
}

internal sealed class OfficerAddressMapping : IEntityTypeConfiguration<OfficerAddressRow>
{
    public void Configure(EntityTypeBuilder<OfficerAddressRow> builder)
    {
        builder.HasKey(x => x.OfficerId);
        builder.Property(x => x.OfficerId).ValueGeneratedNever();
    }
}
