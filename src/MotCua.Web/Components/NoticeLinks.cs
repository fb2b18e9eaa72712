namespace MotCua.Web.Components;

/// <summary>Where a notice to officers leads, from what it says it is about.</summary>
public static class NoticeLinks
{
    /// <summary>Address and words; null when the notice leads nowhere.</summary>
    public static (string Href, string Text)? Of(string about) => about?.Split(':') switch
    {
        ["forecast", { Length: > 0 } unit, var period] => (Links.BoardUnit(unit, period) + "#du-bao", "Xem dự báo của đơn vị"),
        ["forecast", _, var period] => (Links.Forecasts(period, null, null), "Xem dự báo của mọi đơn vị"),
        _ => null,
    };
}
