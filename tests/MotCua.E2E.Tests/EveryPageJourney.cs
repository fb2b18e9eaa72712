namespace MotCua.E2E.Tests;

/// <summary>Pages that the journeys do not pass, by the role that uses them: nothing for axe to find and nothing wider than a phone.</summary>
public sealed class EveryPageJourney(RunningPortal portal)
{
    public static TheoryData<string, string[]> Pages => new()
    {
        { "mot-cua.tpbk", ["/can-bo", "/can-bo/ho-so", "/can-bo/tiep-nhan", "/can-bo/so-theo-doi", "/can-bo/tai-khoan"] },
        { "quan-tri.tinh", ["/can-bo/quan-tri", "/can-bo/quan-tri/can-bo", "/can-bo/quan-tri/don-vi", "/can-bo/quan-tri/ngay-nghi", "/can-bo/quan-tri/gio-lam-viec", "/can-bo/quan-tri/thu-tuc"] },
        { "van-hanh", ["/can-bo/van-hanh", "/can-bo/van-hanh/luot-truy-cap", "/can-bo/van-hanh/hop-thu-di"] },
        { "thanh-tra", ["/can-bo/nhat-ky", "/can-bo/nhat-ky/chuoi"] },
        { "lanh-dao.tinh", ["/can-bo/bao-cao", "/can-bo/bao-cao/lap", "/can-bo/bao-cao/lich", "/can-bo/chi-tieu", "/can-bo/chi-tieu/du-bao", "/can-bo/chi-tieu/du-bao?ct=ct2", "/can-bo/chi-tieu/don-vi/tp-bac-kan", "/can-bo/thong-bao", "/can-bo/chi-tieu?xep=ct3", "/can-bo/chi-tieu/theo-thang", "/can-bo/chi-tieu/ban-do", "/can-bo/chi-tieu/don-vi/xa-01840", "/can-bo/chi-tieu/thu-tuc/1.004873", "/can-bo/chi-tieu/vi-sao", "/can-bo/chi-tieu/ban-in", "/can-bo/chi-tieu/dau-hieu"] },
        { "ke-hoach.stttt", ["/can-bo/chi-tieu/viec-nen-lam", "/can-bo/chi-tieu/viec-nen-lam?don-vi=stp", "/can-bo/chi-tieu/viec-nen-lam/ngay-cong", "/can-bo/chi-tieu/viec-nen-lam/du-kien-thuc-te", "/can-bo/ke-hoach/nhiem-vu", "/can-bo/ke-hoach/nhiem-vu/giao", "/can-bo/ke-hoach/van-ban", "/can-bo/ke-hoach/van-ban/soan"] },
        { "ke-hoach", ["/can-bo/chi-tieu/bo-chi-so-766", "/can-bo/chi-tieu/bo-chi-so-766/don-vi/tp-bac-kan", "/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?tu=2022-01-01&den=2030-12-31", "/can-bo/chi-tieu/bo-chi-so-766/so-lieu"] },
        { "ke-hoach", ["/can-bo/ke-hoach", "/can-bo/ke-hoach/dvctt-2022", "/can-bo/ke-hoach/lap-moi", "/can-bo/ke-hoach/dvctt-2022/dieu-chinh", "/can-bo/ke-hoach/dvctt-2022/quyet-dinh?ban=1", "/can-bo/ke-hoach/so-sanh", "/can-bo/chi-tieu/chot-so", "/can-bo/chi-tieu/chot-so/2022-07", "/can-bo/chi-tieu/dinh-nghia", "/can-bo/chi-tieu/dinh-nghia/soan"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task OfficersPages_OnAPhoneAndAtADesk_HaveNoAccessibilityFinding(string officer, string[] pages)
    {
        await using var journey = await Journey.BeginAsync(portal, script: true, phone: false);
        await journey.SignInAsOfficerAsync(officer, "nui-ho-ba-be-2022", "MFZGK3TFORXXE43FMNZGK5BR");
        foreach (var page in pages)
        {
            await LookAtBothAsync(journey, page);
        }
    }

    /// <summary>A draft without JavaScript: begun, edited, its faults told at the box, compared, on paper.</summary>
    [Fact]
    public async Task ADraftOfAPlan_OnAPhoneAndAtADesk_HasNoAccessibilityFinding()
    {
        await using var journey = await Journey.BeginAsync(portal, script: false, phone: false);
        await journey.SignInAsOfficerAsync("ke-hoach", "nui-ho-ba-be-2022", "MFZGK3TFORXXE43FMNZGK5BR");
        await journey.OpenAsync("/can-bo/ke-hoach/lap-moi");
        await journey.Page.Locator("main form button").Last.ClickAsync();
        await journey.LookAsync();
        await journey.Page.Locator("#n0-ct1").FillAsync("120");
        await journey.Page.Locator("main button[value=luu]").Last.ClickAsync();
        await journey.LookAsync();
        await journey.WidenAsync(360);
        await journey.LookAsync();
        await journey.Page.Locator("#n0-ct1").FillAsync("99");
        await journey.Page.Locator("main button[value=luu]").Last.ClickAsync();
        await journey.LookAsync();
        var draft = new Uri(journey.Page.Url).AbsolutePath;
        await LookAtBothAsync(journey, draft);
        await LookAtBothAsync(journey, "/can-bo/ke-hoach/van-ban-giao/" + draft.Split('/')[^1]);
    }

    [Fact]
    public async Task ACitizensPages_OnAPhoneAndAtADesk_HaveNoAccessibilityFinding()
    {
        await using var journey = await Journey.BeginAsync(portal, script: true, phone: false);
        await journey.SignInAsCitizenAsync("Triệu Tiến Phú");
        foreach (var page in new[] { "/ho-so-cua-toi", "/hop-thu", "/tai-khoan", "/thu-tuc/1.013225", "/thu-tuc/1.013225/nop-o-dau", "/nop-ho-so/1.013225", "/thu-tuc/danh-muc", "/chi-tieu", "/du-lieu-mo" })
        {
            await LookAtBothAsync(journey, page);
        }
    }

    private static async Task LookAtBothAsync(Journey journey, string page)
    {
        await journey.WidenAsync(1280);
        await journey.OpenAsync(page);
        await journey.ShotAsync("trang" + page.Replace('/', '-'));
        await journey.WidenAsync(360);
        await journey.LookAsync();
        await journey.ShotAsync("trang" + page.Replace('/', '-'));
    }
}
