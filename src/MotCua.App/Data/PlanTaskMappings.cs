using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class PlanTaskMapping : IEntityTypeConfiguration<PlanTaskRow>
{
    public void Configure(EntityTypeBuilder<PlanTaskRow> builder)
    {
        builder.Ignore(x => x.CoUnitKeys);
        builder.HasIndex(x => new { x.PlanCode, x.Number }).IsUnique();
        builder.HasIndex(x => new { x.SortOn, x.Number, x.Id });
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}

internal sealed class PlanEntryMapping : IEntityTypeConfiguration<PlanEntryRow>
{
    public void Configure(EntityTypeBuilder<PlanEntryRow> builder) => builder.HasIndex(x => new { x.SubjectId, x.Version }).IsUnique();
}

internal sealed class PlanFileMapping : IEntityTypeConfiguration<PlanFileRow>
{
    public void Configure(EntityTypeBuilder<PlanFileRow> builder)
    {
        builder.HasKey(x => x.FileId);
        builder.HasIndex(x => x.SubjectId);
    }
}

internal sealed class RollupOfferMonthMapping : IEntityTypeConfiguration<RollupOfferMonthRow>
{
    public void Configure(EntityTypeBuilder<RollupOfferMonthRow> builder) => builder.HasKey(x => new { x.UnitKey, x.ProcedureCode, x.Day });
}

internal sealed class PlanTaskAdviceMapping : IEntityTypeConfiguration<PlanTaskAdviceRow>
{
    public void Configure(EntityTypeBuilder<PlanTaskAdviceRow> builder)
    {
        builder.HasKey(x => x.TaskId);
        builder.HasIndex(x => x.UnitKey);
    }
}

internal sealed class PlanTaskEffectMapping : IEntityTypeConfiguration<PlanTaskEffectRow>
{
    public void Configure(EntityTypeBuilder<PlanTaskEffectRow> builder) => builder.HasKey(x => new { x.TaskId, x.Indicator });
}

internal sealed class TaskEffortMapping : IEntityTypeConfiguration<TaskEffortRow>
{
    public void Configure(EntityTypeBuilder<TaskEffortRow> builder) => builder.HasIndex(x => new { x.Kind, x.From }).IsUnique();
}
