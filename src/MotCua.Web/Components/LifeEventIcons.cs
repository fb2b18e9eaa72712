namespace MotCua.Web.Components;

/// <summary>Icons of life events; an unknown key gets that of a paper.</summary>
public static class LifeEventIcons
{
    /// <summary>Name of the icon for a life event.</summary>
    public static string Of(string key) => key switch
    {
        "sinh-con" => "baby",
        "ket-hon" => "heart",
        "qua-doi" => "candle",
        "ho-tich" => "seal",
        "nha-dat" => "land",
        "xay-nha" => "house",
        "hoc-tap" => "book",
        "viec-lam" => "work",
        "suc-khoe" => "health",
        "nguoi-co-cong" => "shield",
        "kinh-doanh" => "shop",
        "dau-tu-xay-dung" => "chart",
        "giao-thong" => "car",
        "nong-lam" => "leaf",
        _ => "file",
    };
}
