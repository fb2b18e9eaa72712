using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class IndicatorVersionMapping : IEntityTypeConfiguration<IndicatorVersionRow>
{
    public void Configure(EntityTypeBuilder<IndicatorVersionRow> builder)
    {
        builder.HasIndex(x => new { x.Code, x.Number }).IsUnique();
        builder.Property(x => x.Revision).IsConcurrencyToken();
        builder.Ignore(x => x.Formula).Ignore(x => x.Definition);
    }
}

internal sealed class FactCriterionMapping : IEntityTypeConfiguration<FactCriterionRow>
{
    public void Configure(EntityTypeBuilder<FactCriterionRow> builder) => builder.HasKey(x => x.Key);
}

internal sealed class CriterionDayMapping : IEntityTypeConfiguration<CriterionDayRow>
{
    public void Configure(EntityTypeBuilder<CriterionDayRow> builder) => builder.HasKey(x => new { x.Criterion, x.Day, x.UnitKey });
}

internal sealed class CriterionMonthMapping : IEntityTypeConfiguration<CriterionMonthRow>
{
    public void Configure(EntityTypeBuilder<CriterionMonthRow> builder) => builder.HasKey(x => new { x.Criterion, x.Day, x.UnitKey });
}

internal sealed class CriterionOfferMapping : IEntityTypeConfiguration<CriterionOfferRow>
{
    public void Configure(EntityTypeBuilder<CriterionOfferRow> builder)
    {
        builder.HasKey(x => new { x.Criterion, x.Year, x.UnitKey, x.ProcedureCode });
        builder.Ignore(x => x.Words).Ignore(x => x.IsEmpty);
    }
}
