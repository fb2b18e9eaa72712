#pragma warning disable CS9113, CA1812, CA1852 // canaries are never made
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Kernel;

// Deliberate offenders: every rule must report its own, or the rule is blind.
namespace MotCua.Architecture.Tests.Canaries
{
    internal sealed class PageThatQueries
    {
        public static async Task<int> CountAsync(DbContext db) => await Task.Run(async () => (await db.Database.GetAppliedMigrationsAsync()).Count());
    }

    internal sealed class HandlerThatKnowsHttp
    {
        public static string Read(object context) => ((HttpContext)context).Request.Path;
    }

    internal sealed class PageWithoutPolicyModel : PageModel;

    internal sealed class TalkativeHandler
    {
        public Task HandleAsync(string command, Actor actor, CancellationToken ct) => Task.CompletedTask;

        public void AlsoThis()
        {
        }
    }

    internal sealed class ForgetfulHandler
    {
        public Task HandleAsync(string command, CancellationToken ct) => Task.CompletedTask;
    }

    internal class OpenClass;

    internal sealed class ThingManager;

    internal sealed class ManyNeeds(int a, int b, int c, int d, int e, int f, int g, int h);

    internal sealed record MutableEvent
    {
        public int Count { get; set; }
    }

    internal static class CanaryProblems
    {
        public static readonly Problem First = new("CAN-0001", "Chọn thủ tục khác.");
        public static readonly Problem Again = new("CAN-0001", "Nhập lại ngày sinh.");
        public static readonly Problem Shapeless = new("Canary1", "Nhập lại số điện thoại.");
        public static readonly Problem English = new("CAN-0002", "Invalid input");
    }
}

namespace MotCua.Architecture.Tests.Canaries.Dossiers
{
    internal sealed class LaterThing;
}

namespace MotCua.Architecture.Tests.Canaries.Calendar
{
    internal sealed class EarlyThing
    {
        public static object Make() => new Dossiers.LaterThing();
    }
}
