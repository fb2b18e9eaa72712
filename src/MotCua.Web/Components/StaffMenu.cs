using MotCua.Web.Security;

namespace MotCua.Web.Components;

/// <summary>The officers' menu: each entry is shown to those who may open it.</summary>
public static class StaffMenu
{
    /// <summary>Entries in order: words, address, icon, permission.</summary>
    public static readonly IReadOnlyList<(string Text, string Href, string Icon, string Policy)> Entries =
    [
        ("Hôm nay", Links.Staff(), "clock", Policies.SeeDossiers),
        ("Hồ sơ", Links.StaffDossiers(), "file", Policies.SeeDossiers),
        ("Tiếp nhận tại quầy", Links.StaffReceive(), "user", Policies.ReceiveDossiers),
        ("Sổ theo dõi", Links.Register(), "book", Policies.SeeDossiers),
        ("Bảng chỉ tiêu", Links.Board(), "chart", Policies.SeeBoard),
        ("Quản trị", Links.Admin(), "work", Policies.ManageUnits),
        ("Nhật ký", Links.Trail(), "book", Policies.SeeTrail),
        ("Vận hành", Links.Operations(), "health", Policies.Operate),
    ];

    /// <summary>Where an officer begins: the first entry that their roles open; without any, their own account.</summary>
    public static string HomeOf(MotCua.Domain.Kernel.Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Entries.Where(e => Policies.Holders[e.Policy].Any(actor.Has)).Select(e => e.Href).FirstOrDefault() ?? Links.StaffAccount();
    }
}
