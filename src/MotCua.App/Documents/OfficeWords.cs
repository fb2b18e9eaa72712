using System.Globalization;

namespace MotCua.App.Documents;

/// <summary>How official papers write dates.</summary>
public static class OfficeWords
{
    /// <summary><c>ngày 05 tháng 02 năm 2022</c>, days under 10 and the months 1, 2 with a nought (NĐ 30/2020/NĐ-CP Phụ lục I); null = to be filled in.</summary>
    public static string Day(DateOnly? on) => on is not { } d ? "ngày      tháng      năm       "
        : string.Create(CultureInfo.InvariantCulture, $"ngày {d:dd} tháng {(d.Month < 3 ? "0" : "")}{d.Month} năm {d.Year}");

    /// <summary><c>05/02/2022</c>.</summary>
    public static string Date(DateOnly on) => on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
