using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class PeriodClosingMapping : IEntityTypeConfiguration<PeriodClosingRow>
{
    public void Configure(EntityTypeBuilder<PeriodClosingRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.PeriodKey, x.Revision }).IsUnique();
        builder.Ignore(x => x.Head);
    }
}

internal sealed class FrozenFigureMapping : IEntityTypeConfiguration<FrozenFigureRow>
{
    public void Configure(EntityTypeBuilder<FrozenFigureRow> builder)
    {
        builder.HasKey(x => new { x.ClosingId, x.Indicator, x.UnitKey });
        builder.Ignore(x => x.Figure);
    }
}

internal sealed class RestatementMapping : IEntityTypeConfiguration<RestatementRow>
{
    public void Configure(EntityTypeBuilder<RestatementRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.Day);
        builder.HasIndex(x => x.OtherDay);
    }
}
