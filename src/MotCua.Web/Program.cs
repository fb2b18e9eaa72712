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
// The database is looked at while the pages are put in order: a start on two processors takes the longer of the two
var ready = Task.Run(app.PrepareDatabaseAsync);
app.UsePortal();
await ready;
await app.RunAsync();

/// <summary>The portal's host; visible to its tests.</summary>
public partial class Program;
