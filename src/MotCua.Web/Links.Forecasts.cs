namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Forecasts of all units.</summary>
    public static string Forecasts() => Board() + "/du-bao";

    /// <summary>Forecasts of all units in a period, for an indicator, as of a past day.</summary>
    public static string Forecasts(string? period, DateOnly? from, DateOnly? to, string? indicator = null, DateOnly? asAt = null) =>
        With(Forecasts(), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)), ("ct", indicator), ("ngay", Iso(asAt)));

    /// <summary>An officer's notices, after one of them.</summary>
    public static string StaffNotices(Guid? after = null, bool isKept = false) => With(Staff() + "/thong-bao", ("sau", after?.ToString("N")), ("da-luu", isKept ? "true" : null));

    /// <summary>Signs of integrity of a period.</summary>
    public static string Flags(DateOnly? from = null, DateOnly? to = null, string? unit = null, string? state = null, int page = 0) =>
        With(Board() + "/dau-hieu", ("tu", Iso(from)), ("den", Iso(to)), ("don-vi", unit), ("trang-thai", state), ("trang", page > 0 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));

    /// <summary>A sign.</summary>
    public static string Flag(Guid id, bool isDone = false) => With(Board() + "/dau-hieu/" + id.ToString("N"), ("xong", isDone ? "true" : null));
}
