using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using MotCua.App.Data;

namespace MotCua.Migrations.Sqlite;

/// <summary>Lets <c>dotnet dev.cs db add</c> make migrations without a running host.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<MotCuaDb>
{
    /// <inheritdoc />
    public MotCuaDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<MotCuaDb>();
        new DatabaseChoice(false, "Data Source=design.db", true).Configure(builder);
        return new MotCuaDb(builder.Options);
    }
}
