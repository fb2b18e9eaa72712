namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Việc nên làm: of a unit, or of all units, in a period.</summary>
    public static string Advice(string? unit = null, string? period = null, DateOnly? from = null, DateOnly? to = null) =>
        With("/can-bo/chi-tieu/viec-nen-lam", ("don-vi", unit), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)));

    /// <summary>Dự kiến so với thực tế of tasks made of advice.</summary>
    public static string AdviceOutcomes(string? unit = null) => With("/can-bo/chi-tieu/viec-nen-lam/du-kien-thuc-te", ("don-vi", unit));

    /// <summary>Working days of each kind of advice.</summary>
    public static string AdviceEfforts() => "/can-bo/chi-tieu/viec-nen-lam/ngay-cong";
}
