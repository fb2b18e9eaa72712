using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Work lists with filters, and the officers' search.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class IndexModel(WorkLists lists, SealedWords seal) : PageModel
{
    /// <summary>Queue's word.</summary>
    [BindProperty(SupportsGet = true, Name = "hang")]
    public string? QueueKey { get; set; }

    /// <summary>Words to find, as the address carries them: sealed.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Sealed { get; set; }

    /// <summary>Words to find.</summary>
    public string? Words { get; private set; }

    /// <summary>The sealed words were too old: they must be typed again.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>State's number.</summary>
    [BindProperty(SupportsGet = true, Name = "trangThai")]
    public string? State { get; set; }

    /// <summary>Channel's number.</summary>
    [BindProperty(SupportsGet = true, Name = "kenh")]
    public string? ChannelKey { get; set; }

    /// <summary>Cursor.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>Queue.</summary>
    public DossierQueue Queue => StaffWords.Queue(QueueKey);

    /// <summary>The page of the list.</summary>
    public WorkPage List { get; private set; } = new([], null);

    /// <summary>Address of the first page, when this is not it.</summary>
    public string? First => string.IsNullOrEmpty(After) ? null : Links.StaffQueue(StaffWords.Key(Queue), Sealed, State, ChannelKey);

    /// <summary>Address of the next page.</summary>
    public string? Next => List.Next is { } next ? Links.StaffQueue(StaffWords.Key(Queue), Sealed, State, ChannelKey, next) : null;

    /// <summary>Shows the list; an exact code goes straight to its dossier.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Words = seal.Open(Sealed, User.ToActor().Id);
        IsExpired = Words is null && !string.IsNullOrEmpty(Sealed);
        List = await lists.PageAsync(User.ToActor(), new WorkQuery(Queue, Words, After, 25, Read<DossierState>(State), Read<Channel>(ChannelKey)), ct);
        var isCode = List.Rows.Count == 1 && string.Equals(List.Rows[0].Code, Words?.Trim(), StringComparison.OrdinalIgnoreCase);
        return isCode ? Redirect(Links.StaffDossier(List.Rows[0].Code)) : Page();
    }

    /// <summary>Takes the words typed: names and numbers of people do not go into an address, logs or the history in clear.</summary>
    public IActionResult OnPost(string? q) => Redirect(Links.StaffQueue(StaffWords.Key(Queue), seal.Seal(q, User.ToActor().Id), State, ChannelKey));

    private static T? Read<T>(string? number)
        where T : struct, Enum =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Enum.IsDefined(typeof(T), n) ? (T)Enum.ToObject(typeof(T), n) : null;
}
