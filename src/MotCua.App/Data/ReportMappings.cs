using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class ReportMapping : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.Template, x.Period, x.Scope, x.Revision }).IsUnique();
        builder.HasIndex(x => x.MadeAt);
    }
}

internal sealed class ReportRunMapping : IEntityTypeConfiguration<ReportRunRow>
{
    public void Configure(EntityTypeBuilder<ReportRunRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.State).IsConcurrencyToken(); // whoever stops it wins
        builder.HasIndex(x => new { x.State, x.AskedAt });
    }
}

internal sealed class ReportPieceMapping : IEntityTypeConfiguration<ReportPieceRow>
{
    public void Configure(EntityTypeBuilder<ReportPieceRow> builder) => builder.HasKey(x => new { x.RunId, x.Number });
}

internal sealed class ReportScheduleMapping : IEntityTypeConfiguration<ReportScheduleRow>
{
    public void Configure(EntityTypeBuilder<ReportScheduleRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.Template, x.Kind, x.Cut, x.Scope }).IsUnique();
    }
}
