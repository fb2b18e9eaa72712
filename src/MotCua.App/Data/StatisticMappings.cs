using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Exchange;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class IndexFigureMapping : IEntityTypeConfiguration<IndexFigureRow>
{
    public void Configure(EntityTypeBuilder<IndexFigureRow> builder) => builder.HasKey(x => new { x.Column, x.UnitKey, x.From, x.To });
}

internal sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigureRow>
{
    public void Configure(EntityTypeBuilder<PublishedFigureRow> builder) => builder.HasIndex(x => new { x.UnitKey, x.From });
}

internal sealed class PageVisitMapping : IEntityTypeConfiguration<PageVisitRow>
{
    public void Configure(EntityTypeBuilder<PageVisitRow> builder) => builder.HasKey(x => new { x.Day, x.Page, x.Screen });
}

internal sealed class SearchMissMapping : IEntityTypeConfiguration<SearchMissRow>
{
    public void Configure(EntityTypeBuilder<SearchMissRow> builder) => builder.HasKey(x => new { x.Day, x.Words });
}

internal sealed class SearchMissMarkMapping : IEntityTypeConfiguration<SearchMissMarkRow>
{
    public void Configure(EntityTypeBuilder<SearchMissMarkRow> builder)
    {
        builder.HasKey(x => new { x.Hash, x.Day });
        builder.HasIndex(x => x.Day);
    }
}

internal sealed class FormStepMapping : IEntityTypeConfiguration<FormStepRow>
{
    public void Configure(EntityTypeBuilder<FormStepRow> builder) => builder.HasKey(x => new { x.Day, x.ProcedureCode, x.Page, x.Screen });
}
