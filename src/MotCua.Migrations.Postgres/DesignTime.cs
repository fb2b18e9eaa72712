using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MotCua.App.Data;

namespace MotCua.Migrations.Postgres;

/// <summary>Lets <c>dotnet dev.cs db add</c> make migrations without a running host.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<MotCuaDb>
{
    /// <inheritdoc />
    public MotCuaDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<MotCuaDb>();
        new DatabaseChoice(true, "Host=localhost;Database=motcua", false).Configure(builder);
        return new MotCuaDb(builder.Options);
    }
}
