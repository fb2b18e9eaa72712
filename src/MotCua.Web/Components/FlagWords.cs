using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>Words of the signs of integrity.</summary>
public static class FlagWords
{
    /// <summary>Name of the kind.</summary>
    public static string Name(FlagKind kind) => kind switch
    {
        FlagKind.SessionBurst => "Nộp dồn dập trong một phiên đăng nhập",
        FlagKind.AccountBurst => "Nộp dồn dập từ một tài khoản",
        FlagKind.NetworkBurst => "Nộp dồn dập từ một mạng",
        FlagKind.AfterVisit => "Nộp trực tuyến ngay sau khi đến quầy",
        FlagKind.FewRatings => "Hài lòng 100 % với quá ít đánh giá",
        FlagKind.RatingsFromOneSource => "Hài lòng 100 % từ một nguồn",
        FlagKind.SelfFromOffice => "Ghi tự nộp nhưng gửi từ mạng của cán bộ, người hỗ trợ",
        _ => "Một mạng nộp cho nhiều người, đều ghi tự nộp",
    };

    /// <summary>What was counted, by which threshold.</summary>
    public static string Method(IntegrityFlagRow flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag.Kind switch
        {
            FlagKind.SessionBurst => $"Đếm hồ sơ trực tuyến gửi trong cùng một phiên đăng nhập, trong {flag.Minutes} phút; là dấu hiệu từ {flag.Threshold} hồ sơ.",
            FlagKind.AccountBurst => $"Đếm hồ sơ trực tuyến gửi từ cùng một tài khoản, trong {flag.Minutes} phút; là dấu hiệu từ {flag.Threshold} hồ sơ.",
            FlagKind.NetworkBurst => $"Đếm hồ sơ trực tuyến gửi từ cùng một mạng, trong {flag.Minutes} phút; là dấu hiệu từ {flag.Threshold} hồ sơ.",
            FlagKind.AfterVisit => $"Đếm hồ sơ trực tuyến gửi trong {flag.Minutes} phút sau khi chính người đó nộp hoặc nhận kết quả tại quầy của cùng đơn vị; là dấu hiệu từ {flag.Threshold} hồ sơ trong ngày.",
            FlagKind.FewRatings => $"Mọi đánh giá của hồ sơ tiếp nhận trong tháng đều hài lòng, nhưng ít hơn {flag.Threshold} đánh giá trong khi nhiều hồ sơ đã xong.",
            FlagKind.RatingsFromOneSource => $"Mọi đánh giá của hồ sơ tiếp nhận trong tháng đều hài lòng, trong đó từ {flag.Threshold} đánh giá trở lên thuộc hồ sơ của cùng một tài khoản nộp.",
            FlagKind.SelfFromOffice => $"Đếm hồ sơ ghi là tự nộp, gửi trong ngày từ mạng mà cán bộ hoặc người hỗ trợ cũng đăng nhập trong ngày đó; là dấu hiệu từ {flag.Threshold} hồ sơ.",
            _ => $"Đếm số người khác nhau có hồ sơ ghi là tự nộp, gửi trong ngày từ cùng một mạng không phải của cơ quan; là dấu hiệu từ {flag.Threshold} người.",
        };
    }

    /// <summary>What is counted.</summary>
    public static string Things(FlagKind kind) => kind switch { FlagKind.FewRatings or FlagKind.RatingsFromOneSource => "đánh giá", FlagKind.ManyPeopleAsSelf => "người", _ => "hồ sơ" };

    /// <summary>The day, or the month.</summary>
    public static string When(IntegrityFlagRow flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag.Kind is FlagKind.FewRatings or FlagKind.RatingsFromOneSource ? $"tháng {flag.Day.Month}/{flag.Day.Year}" : Say.Date(flag.Day);
    }

    /// <summary>State, with a sign.</summary>
    public static string State(IntegrityFlagRow flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return flag.Conclusion is { } c ? $"✓ {Conclusion(c)}" : "● Mới";
    }

    /// <summary>Name of a conclusion.</summary>
    public static string Conclusion(FlagConclusion conclusion) => conclusion switch
    {
        FlagConclusion.Explained => "Có lý do chính đáng",
        FlagConclusion.Corrected => "Đã yêu cầu chấn chỉnh",
        _ => "Chuyển thanh tra làm rõ",
    };
}
