namespace MotCua.Web;

public static partial class Links
{
    private const string IndexPath = "/can-bo/chi-tieu/bo-chi-so-766";

    /// <summary>Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766): province and units.</summary>
    public static string IndexBoard(string? period = null, DateOnly? from = null, DateOnly? to = null) => With(IndexPath, ("ky", period), ("tu", Iso(from)), ("den", Iso(to)));

    /// <summary>The index of a unit, or of the province.</summary>
    public static string IndexUnit(string unit, string? period = null, DateOnly? from = null, DateOnly? to = null) =>
        With(IndexPath + "/don-vi/" + Part(unit), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)));

    /// <summary>A part of the index with the list behind it; <c>mat</c>, <c>dat</c> or <c>tat-ca</c>.</summary>
    public static string IndexPart(string part, string unit, DateOnly from, DateOnly to, string? side = null, string? after = null, bool csv = false) =>
        With(IndexPath + "/thanh-phan/" + Part(part), ("don-vi", unit), ("tu", Iso(from)), ("den", Iso(to)), ("phan", side), ("sau", after), ("handler", csv ? "csv" : null));

    /// <summary>Counts of the index that others supply: what is there, and where it is typed.</summary>
    public static string IndexFigures(string? unit = null, string? period = null) => With(IndexPath + "/so-lieu", ("don-vi", unit), ("ky", period));
}
