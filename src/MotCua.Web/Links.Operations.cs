using MotCua.App.Accounts;
using MotCua.App.Data;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Operators' page: health, outbox, jobs, seals.</summary>
    public static string Operations() => "/can-bo/van-hanh";

    /// <summary>Entries of the outbox in a state, the page after a key.</summary>
    public static string OperationsOutbox(OutboxState state = OutboxState.Parked, Guid? after = null) =>
        With("/can-bo/van-hanh/hop-thu-di", ("trang-thai", state == OutboxState.Pending ? "dang-cho" : null), ("sau", after?.ToString("N")));

    /// <summary>Auditors' page: rows of the trail by subject, officer, unit, act and day; the page before a key.</summary>
    public static string Trail(TrailFilter? filter = null, Guid? before = null) => With(
        "/can-bo/nhat-ky", ("khoa", filter?.Key), ("canBo", filter?.Officer), ("donVi", filter?.Unit), ("viec", filter?.Action), ("ngay", Iso(filter?.Day)), ("truoc", before?.ToString("N")));

    /// <summary>What an officer did.</summary>
    public static string TrailOf(Guid officer) => Trail(new TrailFilter(Officer: officer.ToString("N")));

    /// <summary>Auditors' page of a dossier's chain; the code goes in the form.</summary>
    public static string TrailChain() => "/can-bo/nhat-ky/chuoi";

    /// <summary>Whether the portal is ready, for machines.</summary>
    public static string Ready() => "/healthz/ready";

    /// <summary>Description of the public interfaces.</summary>
    public static string OpenApi() => "/api/v1/openapi.json";
}
