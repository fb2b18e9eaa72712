using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Accounts;
using MotCua.App.Dossiers;
using MotCua.App.Targets;

namespace MotCua.App.Data;

internal sealed class SubmissionTraceMapping : IEntityTypeConfiguration<SubmissionTraceRow>
{
    public void Configure(EntityTypeBuilder<SubmissionTraceRow> builder)
    {
        builder.HasKey(x => x.DossierId);
        builder.Property(x => x.DossierId).ValueGeneratedNever();
        builder.HasIndex(x => x.At);
    }
}

internal sealed class OfficerNetworkMapping : IEntityTypeConfiguration<OfficerNetworkRow>
{
    public void Configure(EntityTypeBuilder<OfficerNetworkRow> builder) => builder.HasKey(x => new { x.Day, x.NetworkTag, x.UnitKey });
}

internal sealed class IntegrityFlagMapping : IEntityTypeConfiguration<IntegrityFlagRow>
{
    public void Configure(EntityTypeBuilder<IntegrityFlagRow> builder)
    {
        builder.HasIndex(x => new { x.Kind, x.UnitKey, x.Day, x.Source }).IsUnique();
        builder.HasIndex(x => new { x.Day, x.UnitKey });
    }
}

internal sealed class IntegrityFlagDossierMapping : IEntityTypeConfiguration<IntegrityFlagDossierRow>
{
    public void Configure(EntityTypeBuilder<IntegrityFlagDossierRow> builder)
    {
        builder.HasKey(x => new { x.FlagId, x.DossierId });
        builder.HasIndex(x => x.DossierId);
    }
}
