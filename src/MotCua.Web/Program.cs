using MotCua.App;
using MotCua.App.Exchange;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMotCuaApp(builder.Configuration);
builder.Services.AddMotCuaJobs();
builder.AddPages();
builder.AddSecurity();

var app = builder.Build();
app.UsePortal();
await app.PrepareDatabaseAsync();
await app.RunAsync();

/// <summary>The portal's host; visible to its tests.</summary>
public partial class Program;
