namespace MotCua.App.Catalogue;

/// <summary>Says where to go with a procedure that cannot be filed here yet.</summary>
public static class WaitingWords
{
    private const string Police = "congan-tinh";
    private const string SocialInsurance = "bhxh-tinh";

    /// <summary>Who receives it, as one phrase: <c>Bộ phận Một cửa của Ủy ban nhân dân xã nơi bạn ở</c>.</summary>
    public static string Where(WaitingProcedure procedure, CataloguePicture picture)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(picture);
        if (procedure.IsVertical)
        {
            return procedure.OrgKey switch
            {
                Police => "Công an xã, huyện nơi bạn ở hoặc " + Unit(Police, "Công an tỉnh"),
                SocialInsurance => "Bảo hiểm xã hội huyện nơi bạn ở hoặc " + Unit(SocialInsurance, "Bảo hiểm xã hội tỉnh"),
                _ => "cơ quan ngành dọc tại địa phương",
            };
        }

        var centre = picture.Centre?.Name ?? "Trung tâm Phục vụ hành chính công tỉnh";
        if (procedure.OrgKey.Length == 0)
        {
            return "nơi Bộ phận Một cửa xã nơi bạn ở chỉ dẫn (cơ quan nhận chưa được công bố)";
        }

        return procedure.Levels.Count == 0
            ? $"{centre} ({Unit(procedure.OrgKey, "cơ quan phụ trách")}), hoặc hỏi Bộ phận Một cửa xã nơi bạn ở"
            : string.Join(" hoặc ", procedure.Levels.Select(l => l switch
            {
                "xa" => "Bộ phận Một cửa Ủy ban nhân dân xã, phường, thị trấn nơi bạn ở",
                "huyen" => "Bộ phận Một cửa Ủy ban nhân dân huyện, thành phố",
                _ => centre,
            }).Distinct());

        string Unit(string key, string otherwise) => picture.Unit(key)?.Name ?? otherwise;
    }

    /// <summary>The national portal of an agency of the central line, or null.</summary>
    public static string? Portal(WaitingProcedure procedure) => procedure?.OrgKey switch
    {
        Police => "dichvucong.bocongan.gov.vn",
        SocialInsurance => "dichvucong.baohiemxahoi.gov.vn",
        _ => null,
    };
}
