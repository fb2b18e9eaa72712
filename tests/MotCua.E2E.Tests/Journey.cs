using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using MotCua.Domain.Accounts;

namespace MotCua.E2E.Tests;

/// <summary>One person's browser on the portal. Every page it passes is looked at by axe; no finding of any impact is allowed.</summary>
public sealed class Journey : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly RunningPortal _portal;
    private readonly IBrowserContext _context;
    private readonly bool _script;

    private readonly IPage _eyes;

    private Journey(RunningPortal portal, IBrowserContext context, IPage page, IPage eyes, bool script) => (_portal, _context, Page, _eyes, _script) = (portal, context, page, eyes, script);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>A fresh browser: a phone of 360 px or a desk of 1280 px, with or without JavaScript.</summary>
    public static async Task<Journey> BeginAsync(RunningPortal portal, bool script, bool phone)
    {
        Assert.SkipWhen(portal.Browser is null, "Chromium is not here");
        var context = await portal.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = script,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = phone ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var eyes = page;
        if (!script)
        {
            // axe is a script itself: what the person sees is shown to it in a browser that runs scripts
            var looking = await portal.Browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = page.ViewportSize is { } size ? new ViewportSize { Width = size.Width, Height = size.Height } : null, Locale = "vi-VN" });
            eyes = await looking.NewPageAsync();
        }

        return new Journey(portal, context, page, eyes, script);
    }

    /// <summary>Opens a local address.</summary>
    public async Task OpenAsync(string address)
    {
        var response = await Page.GotoAsync(address.StartsWith("http", StringComparison.Ordinal) ? address : _portal.Portal + address);
        Assert.True(response!.Ok, $"{address}: {response.Status}");
        Assert.True(address.Contains("/dang-nhap", StringComparison.Ordinal) || !Page.Url.Contains("/dang-nhap", StringComparison.Ordinal), $"{address} asks to sign in: {Page.Url}");
        await LookAsync();
    }

    /// <summary>Opens the address again until it shows the words: what a job beside the portal brings within seconds.</summary>
    public async Task WaitForAsync(string address, string words)
    {
        for (var attempt = 0; attempt < 40; attempt++)
        {
            await Page.GotoAsync(_portal.Portal + address);
            if ((await Page.Locator("body").InnerTextAsync()).Contains(words, StringComparison.Ordinal))
            {
                break;
            }

            await Task.Delay(500);
        }

        await LookAsync();
        await SeesAsync(words);
    }

    /// <summary>Waits until the page is loaded. The event can pass before it is waited for: then the page itself is asked.</summary>
    private async Task SettleAsync()
    {
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.Load, new PageWaitForLoadStateOptions { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            Assert.Equal("complete", await Page.EvaluateAsync<string>("document.readyState"));
        }
    }

    /// <summary>Makes the window this wide.</summary>
    public Task WidenAsync(int width) => Page.SetViewportSizeAsync(width, width < 600 ? 740 : 900);

    /// <summary>Presses a button or link by its visible words, and looks at the page that comes.</summary>
    public async Task PressAsync(string words, bool exact = true)
    {
        var button = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words, Exact = exact });
        var target = await button.CountAsync() > 0 ? button : Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words, Exact = exact });
        await target.First.ClickAsync();
        await SettleAsync();
        await LookAsync();
    }

    /// <summary>Presses the element at the selector, and looks at the page that comes.</summary>
    public async Task PressAtAsync(string selector)
    {
        await Page.Locator(selector).First.ClickAsync();
        await SettleAsync();
        await LookAsync();
    }

    /// <summary>Fills fields by name: a radio or checkbox is checked, a list is chosen from, the rest is typed.</summary>
    public async Task AnswerAsync(params (string Name, string Value)[] answers)
    {
        foreach (var (name, value) in answers)
        {
            var field = Page.Locator($"main [name=\"{name}\"]").First;
            switch (await field.EvaluateAsync<string>("e => e.type"))
            {
                case "radio" or "checkbox":
                    await Page.Locator($"main [name=\"{name}\"][value=\"{value}\"]").CheckAsync();
                    break;
                case "select-one":
                    await field.SelectOptionAsync(value);
                    break;
                default:
                    await field.FillAsync(value);
                    break;
            }
        }
    }

    /// <summary>Types into the field with the label.</summary>
    public Task TypeAsync(string label, string text) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.FillAsync(text);

    /// <summary>Chooses the radio or checkbox with the label.</summary>
    public Task ChooseAsync(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();

    /// <summary>The page's heading.</summary>
    public async Task<string> HeadingAsync() => (await Page.Locator("h1").First.InnerTextAsync()).Trim();

    /// <summary>Asserts that the page shows the words.</summary>
    public async Task SeesAsync(string words) => Assert.Contains(words, (await Page.Locator("body").InnerTextAsync()).Replace('\u00a0', ' '), StringComparison.OrdinalIgnoreCase);

    /// <summary>Signs in a demo citizen at the stand-in of the identity provider.</summary>
    public async Task SignInAsCitizenAsync(string name)
    {
        await OpenAsync("/dang-nhap");
        await Page.Locator("main button[type=submit], main a.govuk-button").First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name }).First.ClickAsync();
        await Page.WaitForURLAsync(u => u.StartsWith(_portal.Portal, StringComparison.Ordinal));
        await LookAsync();
    }

    /// <summary>Signs in a demo officer with password and the code of this moment.</summary>
    public async Task SignInAsOfficerAsync(string userName, string password, string secret)
    {
        await OpenAsync("/can-bo/dang-nhap");
        await Page.Locator("input[name$=UserName]").FillAsync(userName);
        await Page.Locator("input[name$=Password]").FillAsync(password);
        await Page.Locator("main button[type=submit]").First.ClickAsync();
        await Page.Locator("input[name$=Code]").FillAsync(Totp.CodeOf(secret, await _portal.FreshStepAsync(userName)));
        await Page.Locator("main button[type=submit]").First.ClickAsync();
        await SettleAsync();
        Assert.DoesNotContain("/dang-nhap", Page.Url, StringComparison.Ordinal);
        await LookAsync();
    }

    /// <summary>axe on the present page; and nothing wider than the window.</summary>
    public async Task LookAsync()
    {
        if (!Page.Url.StartsWith(_portal.Portal, StringComparison.Ordinal))
        {
            return;
        }

        if (!_script)
        {
            var html = await Page.ContentAsync();
            await _eyes.UnrouteAllAsync();
            await _eyes.RouteAsync("**/*", route => route.Request.ResourceType switch
            {
                "document" => route.FulfillAsync(new RouteFulfillOptions { Body = html, ContentType = "text/html; charset=utf-8" }),
                "script" => route.AbortAsync(),
                _ => route.ContinueAsync(),
            });
            await _eyes.GotoAsync(Page.Url);
        }

        await _eyes.EvaluateAsync(Axe);
        var findings = await _eyes.EvaluateAsync<string[]>("""
            () => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v => `${v.id} [${v.impact}] ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))
            """);
        Assert.True(findings.Length == 0, $"{Page.Url} ({(_script ? "" : "no script, ")}axe): {string.Join('\n', findings)}");
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{Page.Url} is {overflow} px wider than the window");
    }

    /// <summary>Writes a picture of the whole page when <c>MOTCUA_SHOTS</c> names a folder.</summary>
    public async Task ShotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("MOTCUA_SHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            var width = Page.ViewportSize!.Width.ToString(CultureInfo.InvariantCulture);
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_eyes != Page)
        {
            await _eyes.Context.CloseAsync();
        }

        await _context.CloseAsync();
    }
}
