using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class PlanDocumentMapping : IEntityTypeConfiguration<PlanDocumentRow>
{
    public void Configure(EntityTypeBuilder<PlanDocumentRow> builder)
    {
        builder.HasIndex(x => x.Number).IsUnique();
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}

internal sealed class PlanOpinionMapping : IEntityTypeConfiguration<PlanOpinionRow>
{
    public void Configure(EntityTypeBuilder<PlanOpinionRow> builder) => builder.HasIndex(x => new { x.DocumentId, x.Version }).IsUnique();
}
