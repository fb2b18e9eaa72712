namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Báo cáo: the catalogue and the made ones.</summary>
    public static string Reports(string? template = null, Guid? before = null) => With("/can-bo/bao-cao", ("mau", template), ("truoc", before?.ToString("N")));

    /// <summary>Ask for a report.</summary>
    public static string ReportNew(string? template = null, string? period = null, string? scope = null) => With("/can-bo/bao-cao/lap", ("mau", template), ("ky", period), ("don-vi", scope));

    /// <summary>How far the making of a report is.</summary>
    public static string ReportRun(Guid run) => "/can-bo/bao-cao/dang-lap/" + run.ToString("N");

    /// <summary>A made report.</summary>
    public static string Report(Guid report, string? done = null) => With("/can-bo/bao-cao/" + report.ToString("N"), ("xong", done));

    /// <summary>A made report as a file: <c>xlsx</c>, <c>pdf</c> or <c>docx</c>.</summary>
    public static string ReportFile(Guid report, string format) => With(Report(report), ("handler", "tep"), ("dang", format));

    /// <summary>The dossiers behind a figure of a made report.</summary>
    public static string ReportBehind(Guid report, int row, int column, string? after = null, bool csv = false) =>
        With(Report(report) + "/doi-chieu", ("dong", row.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("cot", column.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("sau", after), ("handler", csv ? "csv" : null));

    /// <summary>Schedules of reports.</summary>
    public static string ReportSchedules(string? done = null) => With("/can-bo/bao-cao/lich", ("xong", done));
}
