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
        ("Báo cáo", Links.Reports(), "file", Policies.SeeReports),
        ("Kế hoạch", Links.Plans(), "seal", Policies.SeeBoard),
        ("Thông báo", Links.StaffNotices(), "bell", Policies.Officer),
        ("Quản trị", Links.Admin(), "work", Policies.ManageUnits),
        ("Nhật ký", Links.Trail(), "book", Policies.SeeTrail),
        ("Vận hành", Links.Operations(), "health", Policies.Operate),
    ];

    /// <summary>What a role is for comes before what it may also look at: an auditor begins at the trail, not at the board.</summary>
    private static readonly IReadOnlyList<(string Policy, Func<string> Home)> Homes =
    [
        (Policies.SeeDossiers, Links.Staff),
        (Policies.ManageUnits, Links.Admin),
        (Policies.Operate, Links.Operations),
        (Policies.SeeTrail, () => Links.Trail()),
        (Policies.SeeBoard, Links.Board),
    ];

    /// <summary>Where an officer begins: the place of their own work; without any, their own account.</summary>
    public static string HomeOf(MotCua.Domain.Kernel.Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return Homes.Where(h => Policies.Holders[h.Policy].Any(actor.Has)).Select(h => h.Home()).FirstOrDefault() ?? Links.StaffAccount();
    }
}
