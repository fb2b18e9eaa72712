using MotCua.App.Data;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Operators' page: health, outbox, jobs, seals.</summary>
    public static string Operations() => "/can-bo/van-hanh";

    /// <summary>Entries of the outbox in a state, the page after a key.</summary>
    public static string OperationsOutbox(OutboxState state = OutboxState.Parked, Guid? after = null) =>
        With("/can-bo/van-hanh/hop-thu-di", ("trang-thai", state == OutboxState.Pending ? "dang-cho" : null), ("sau", after?.ToString("N")));

    /// <summary>Auditors' page: rows by key, a dossier's chain by code.</summary>
    public static string Trail(string? key = null, Guid? before = null) => With("/can-bo/nhat-ky", ("khoa", key), ("truoc", before?.ToString("N")));

    /// <summary>Auditors' page of a dossier's chain; the code goes in the form.</summary>
    public static string TrailChain() => "/can-bo/nhat-ky/chuoi";

    /// <summary>Whether the portal is ready, for machines.</summary>
    public static string Ready() => "/healthz/ready";

    /// <summary>Description of the public interfaces.</summary>
    public static string OpenApi() => "/api/v1/openapi.json";
}
