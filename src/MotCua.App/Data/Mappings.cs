using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Documents;
using MotCua.App.Forms;
using MotCua.App.Notifications;
using MotCua.App.Organisations;

namespace MotCua.App.Data;

internal sealed class HolidayMapping : IEntityTypeConfiguration<HolidayRow>
{
    public void Configure(EntityTypeBuilder<HolidayRow> builder) => builder.HasKey(x => new { x.Date, x.Kind });
}

internal sealed class WorkingHoursMapping : IEntityTypeConfiguration<WorkingHoursRow>
{
    public void Configure(EntityTypeBuilder<WorkingHoursRow> builder) => builder.HasIndex(x => new { x.UnitKey, x.From }).IsUnique();
}

internal sealed class UnitMapping : IEntityTypeConfiguration<UnitRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder)
    {
        builder.HasKey(x => x.Key);
        builder.HasIndex(x => x.ParentKey);
        builder.HasIndex(x => x.GsoCode);
    }
}

internal sealed class DivisionMapping : IEntityTypeConfiguration<DivisionRow>
{
    public void Configure(EntityTypeBuilder<DivisionRow> builder)
    {
        builder.HasKey(x => new { x.Code, x.From });
        builder.HasIndex(x => x.ParentCode);
    }
}

internal sealed class OfficerMapping : IEntityTypeConfiguration<OfficerRow>
{
    public void Configure(EntityTypeBuilder<OfficerRow> builder)
    {
        builder.HasIndex(x => x.UserName).IsUnique();
        builder.Property(x => x.Version).IsConcurrencyToken();
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<GrantRow>
{
    public void Configure(EntityTypeBuilder<GrantRow> builder)
    {
        builder.HasIndex(x => x.OfficerId);
        builder.HasIndex(x => x.UnitKey);
    }
}

internal sealed class AccountMapping : IEntityTypeConfiguration<AccountRow>
{
    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.HasIndex(x => new { x.Issuer, x.Subject }).IsUnique();
        builder.HasIndex(x => x.IdentityIndex);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.HasIndex(x => x.HolderId);
        builder.HasIndex(x => x.LastSeenAt);
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.HasIndex(x => new { x.Subject, x.Id });
        builder.HasIndex(x => new { x.Actor, x.Id });
        builder.HasIndex(x => new { x.Action, x.Id });
        builder.HasIndex(x => x.At);
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFileRow>
{
    public void Configure(EntityTypeBuilder<StoredFileRow> builder)
    {
        builder.HasIndex(x => x.DraftId);
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class ProcedureMapping : IEntityTypeConfiguration<ProcedureRow>
{
    public void Configure(EntityTypeBuilder<ProcedureRow> builder)
    {
        builder.HasKey(x => x.Code);
        builder.HasIndex(x => new { x.State, x.SortKey });
        builder.HasIndex(x => x.FieldKey);
    }
}

internal sealed class ProcedureVersionMapping : IEntityTypeConfiguration<ProcedureVersionRow>
{
    public void Configure(EntityTypeBuilder<ProcedureVersionRow> builder) => builder.HasIndex(x => new { x.Code, x.Number }).IsUnique();
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<ServiceRow>
{
    public void Configure(EntityTypeBuilder<ServiceRow> builder)
    {
        builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.From }).IsUnique();
        builder.HasIndex(x => x.ProcedureCode);
    }
}

internal sealed class ProcedureClosingMapping : IEntityTypeConfiguration<ProcedureClosingRow>
{
    public void Configure(EntityTypeBuilder<ProcedureClosingRow> builder) => builder.HasIndex(x => new { x.ProcedureCode, x.From });
}

internal sealed class UnitVersionMapping : IEntityTypeConfiguration<UnitVersionRow>
{
    public void Configure(EntityTypeBuilder<UnitVersionRow> builder) => builder.HasIndex(x => new { x.UnitKey, x.From }).IsUnique();
}

internal sealed class RouteMapping : IEntityTypeConfiguration<RouteRow>
{
    public void Configure(EntityTypeBuilder<RouteRow> builder) => builder.HasIndex(x => new { x.UnitKey, x.ProcedureCode, x.From }).IsUnique();
}

internal sealed class FormVersionMapping : IEntityTypeConfiguration<FormVersionRow>
{
    public void Configure(EntityTypeBuilder<FormVersionRow> builder)
    {
        builder.HasIndex(x => new { x.FormCode, x.Version }).IsUnique();
        builder.HasIndex(x => x.ProcedureCode);
    }
}

internal sealed class InboxMessageMapping : IEntityTypeConfiguration<InboxMessageRow>
{
    public void Configure(EntityTypeBuilder<InboxMessageRow> builder)
    {
        builder.HasIndex(x => new { x.AccountId, x.Id });
        builder.HasIndex(x => new { x.OutboxId, x.AccountId }).IsUnique();
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.HasIndex(x => new { x.State, x.NextAttemptAt });
        builder.HasIndex(x => x.DossierId);
    }
}

internal sealed class JobLeaseMapping : IEntityTypeConfiguration<JobLeaseRow>
{
    public void Configure(EntityTypeBuilder<JobLeaseRow> builder) => builder.HasKey(x => x.Name);
}
