using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Data;

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.HasIndex(x => new { x.AccountId, x.Id });
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Ignore(x => x.Code);
        builder.Ignore(x => x.IsAccepted);
        builder.Property(x => x.Version).IsConcurrencyToken();
        builder.HasIndex(x => x.SubmissionCode).IsUnique();
        builder.HasIndex(x => x.Number).IsUnique();
        builder.HasIndex(x => new { x.ApplicantAccountId, x.Id });
        builder.HasIndex(x => new { x.SubmitterAccountId, x.Id });

        // Work lists: each lane of a list (WorkLanes) is a run of one of these. A filter keeps out of an index what its lists never show
        builder.HasIndex(x => new { x.Place, x.AcceptanceDueAt, x.Id }).HasFilter("state = 1");
        builder.HasIndex(x => new { x.Place, x.State, x.DueAt, x.Id });
        builder.HasIndex(x => new { x.Place, x.Id });
        builder.HasIndex(x => new { x.ReceivingUnit, x.AcceptanceDueAt, x.Id }).HasFilter("state = 1 AND receiving_unit <> place");
        builder.HasIndex(x => new { x.ReceivingUnit, x.State, x.DueAt, x.Id }).HasFilter("receiving_unit <> place");
        builder.HasIndex(x => new { x.ReceivingUnit, x.Id }).HasFilter("receiving_unit <> place");
        builder.HasIndex(x => new { x.HandlingUnit, x.State, x.DueAt, x.Id });
        builder.HasIndex(x => new { x.HandlingUnit, x.Id });
        builder.HasIndex(x => new { x.StepUnit, x.State, x.DueAt, x.Id }).HasFilter("step_unit <> ''");
        builder.HasIndex(x => new { x.StepUnit, x.Id }).HasFilter("step_unit <> ''");
        builder.HasIndex(x => new { x.StepOfficerId, x.State, x.DueAt, x.Id }).HasFilter("step_officer_id IS NOT NULL");
        builder.HasIndex(x => new { x.ReceivingUnit, x.AcceptedAt });
    }
}

internal sealed class DossierPartyMapping : IEntityTypeConfiguration<DossierPartyRow>
{
    public void Configure(EntityTypeBuilder<DossierPartyRow> builder)
    {
        builder.HasKey(x => x.DossierId);
        builder.Property(x => x.DossierId).ValueGeneratedNever();
        builder.HasIndex(x => x.IdentityIndex);
        builder.HasIndex(x => x.PhoneIndex);

        // A name that many share is found newest first, page by page
        builder.HasIndex(x => new { x.NameFolded, x.DossierId });
    }
}

internal sealed class DossierAnswersMapping : IEntityTypeConfiguration<DossierAnswersRow>
{
    public void Configure(EntityTypeBuilder<DossierAnswersRow> builder) => builder.HasKey(x => new { x.DossierId, x.Round });
}

internal sealed class DossierDocumentMapping : IEntityTypeConfiguration<DossierDocumentRow>
{
    public void Configure(EntityTypeBuilder<DossierDocumentRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class DossierEventMapping : IEntityTypeConfiguration<DossierEventRow>
{
    public void Configure(EntityTypeBuilder<DossierEventRow> builder) => builder.HasKey(x => new { x.DossierId, x.Seq });
}

internal sealed class DossierNoteMapping : IEntityTypeConfiguration<DossierNoteRow>
{
    public void Configure(EntityTypeBuilder<DossierNoteRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class DossierStepMapping : IEntityTypeConfiguration<DossierStepRow>
{
    public void Configure(EntityTypeBuilder<DossierStepRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class SupplementRequestMapping : IEntityTypeConfiguration<SupplementRequestRow>
{
    public void Configure(EntityTypeBuilder<SupplementRequestRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class ResultMapping : IEntityTypeConfiguration<ResultRow>
{
    public void Configure(EntityTypeBuilder<ResultRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
        builder.HasIndex(x => x.Code);
        builder.HasIndex(x => x.VerifyToken).IsUnique();
        // A number of a unit's register is given once a year; rows without a number do not meet
        builder.HasIndex(x => new { x.UnitKey, x.DocumentYear, x.DocumentSymbol, x.DocumentNumber }).IsUnique();
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class DossierReadMapping : IEntityTypeConfiguration<DossierReadRow>
{
    public void Configure(EntityTypeBuilder<DossierReadRow> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.DossierId, x.Id });
    }
}

internal sealed class NumberCounterMapping : IEntityTypeConfiguration<NumberCounterRow>
{
    public void Configure(EntityTypeBuilder<NumberCounterRow> builder) => builder.HasKey(x => new { x.Prefix, x.Day });
}

internal sealed class DirtyDossierMapping : IEntityTypeConfiguration<DirtyDossierRow>
{
    public void Configure(EntityTypeBuilder<DirtyDossierRow> builder) => builder.Property(x => x.Id).ValueGeneratedNever();
}
