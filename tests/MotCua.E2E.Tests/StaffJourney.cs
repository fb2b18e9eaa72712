namespace MotCua.E2E.Tests;

/// <summary>The officers of a ward: a dossier brought to the counter becomes a result, on the province's data, looked at by axe on every page.</summary>
public sealed class StaffJourney(RunningPortal portal)
{
    private const string Password = "nui-ho-ba-be-2022";
    private const string Secret = "MFZGK3TFORXXE43FMNZGK5BR";

    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(true, false, "ducxuan")]
    [InlineData(false, true, "tpbk")]
    public async Task Counter_AcceptedHandledDecidedDelivered_EndsInAResult(bool script, bool phone, string unit)
    {
        string address;
        await using (var desk = await Journey.BeginAsync(portal, script, phone))
        {
            await desk.SignInAsOfficerAsync("mot-cua." + unit, Password, Secret);
            await desk.OpenAsync("/can-bo");
            await desk.ShotAsync("can-bo-hom-nay");
            await desk.OpenAsync("/can-bo/ho-so");
            await desk.ShotAsync("can-bo-danh-sach");
            await desk.OpenAsync("/can-bo/tiep-nhan");
            await desk.ShotAsync("can-bo-chon-thu-tuc");
            await desk.Page.Locator("main ul a").First.ClickAsync();
            await desk.LookAsync();
            await desk.TypeAsync("Họ và tên, hoặc tên tổ chức", "Triệu Thị Đào");
            await desk.TypeAsync("Số định danh cá nhân, hoặc mã số tổ chức", "006190004321");
            await desk.TypeAsync("Điện thoại", "0912000111");
            await desk.TypeAsync("Số nhà, đường, thôn, tổ dân phố", "Tổ 5");
            await desk.AnswerAsync(("Input.Commune", "01840"));
            await desk.Page.Locator("summary", new() { HasText = "Người đến nộp không phải chủ hồ sơ" }).ClickAsync();
            await desk.AnswerAsync(("Input.BringerName", "Triệu Văn Kim"));
            await desk.AnswerAsync(("Input.Ground", "uy_quyen"));
            await desk.ShotAsync("can-bo-tiep-nhan-chu-ho-so");

            // The mandate's paper is missing: said at the field, nothing typed lost
            await desk.PressAsync("Tiếp tục: tờ khai và giấy tờ");
            await desk.SeesAsync("chọn tư cách nộp thay và ghi giấy tờ");
            await desk.AnswerAsync(("Input.MandatePaper", "Giấy ủy quyền số 12 ngày 03/10/2022"));
            await desk.PressAsync("Tiếp tục: tờ khai và giấy tờ");
            await desk.SeesAsync("bước 2 trong 2");
            if (await desk.Page.Locator("input[name='Input.LimitCase']").CountAsync() > 0) await desk.Page.Locator("input[name='Input.LimitCase']").First.CheckAsync();

            // The paper declaration is scanned instead of being typed
            await desk.Page.Locator("input[name='Input.Declaration'][value='quet']").CheckAsync();
            await desk.Page.Locator("input[name='Declaration.Scan']").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "to-khai.png", MimeType = "image/png", Buffer = Picture });
            if (await desk.Page.Locator("input[name='Papers[0].Originals']").CountAsync() > 0) await desk.Page.Locator("input[name='Papers[0].Originals']").FillAsync("1");
            await desk.ShotAsync("can-bo-tiep-nhan-quay");
            await desk.PressAsync("Ghi nhận");
            await desk.SeesAsync("Đã tiếp nhận và cấp mã hồ sơ");
            await desk.ShotAsync("can-bo-da-tiep-nhan");
            foreach (var person in new[] { "Triệu Thị Đào", "Triệu Văn Kim (theo ủy quyền)", "Giấy ủy quyền số 12" }) await desk.SeesAsync(person);
            address = desk.Page.Url.Split('?')[0];
            await desk.OpenAsync(address + "/yeu-cau-bo-sung");
            await desk.ShotAsync("can-bo-yeu-cau-bo-sung");
        }

        await using (var handler = await Journey.BeginAsync(portal, script, phone))
        {
            await handler.SignInAsOfficerAsync("chuyen-vien." + unit, Password, Secret);
            await handler.OpenAsync(address);
            await handler.PressAsync("Nhận xử lý");
            await handler.ShotAsync("can-bo-ho-so");
            await handler.OpenAsync(address + "/du-thao");
            await handler.ShotAsync("can-bo-du-thao");
            await handler.PressAsync("Lưu dự thảo");
            await handler.SeesAsync("Đã lưu dự thảo kết quả");
            await handler.OpenAsync(address + "/chuyen-buoc");
            await handler.ShotAsync("can-bo-chuyen-buoc");
            await handler.PressAsync("Chuyển");
            await handler.SeesAsync("Đã chuyển bước");
        }

        await using (var leader = await Journey.BeginAsync(portal, script, phone))
        {
            await leader.SignInAsOfficerAsync("lanh-dao." + unit, Password, Secret);
            await leader.OpenAsync(address + "/duyet");
            await leader.ShotAsync("can-bo-duyet");
            await leader.ChooseAsync("Đồng ý giải quyết");
            await leader.PressAsync("Ghi nhận quyết định");
            await leader.SeesAsync("Đã ghi nhận quyết định của lãnh đạo");
            await leader.SeesAsync("Đã duyệt, chờ ban hành");
            await leader.ShotAsync("can-bo-da-duyet");
        }

        await using (var clerk = await Journey.BeginAsync(portal, script, phone))
        {
            await clerk.SignInAsOfficerAsync("van-thu." + unit, Password, Secret);
            await clerk.OpenAsync(address + "/ban-hanh");
            await clerk.ChooseAsync("Đã kiểm tra thể thức, chữ ký, số trang và đã đóng dấu");
            await clerk.ShotAsync("can-bo-ban-hanh");
            await clerk.PressAsync("Ban hành");
            await clerk.SeesAsync("Đã ban hành");
            await clerk.SeesAsync("-KQ1");
        }
    }
}
