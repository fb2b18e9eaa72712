using System.Text.Encodings.Web;
using MotCua.Domain.Accounts;

namespace MotCua.Sandbox.Officers;

/// <summary>The demo officers with their present codes, so that a demonstration needs no telephone. Reads <c>data/demo/officers.csv</c>.</summary>
internal static class OfficerPages
{
    public static void MapOfficers(this WebApplication app)
    {
        var officers = DemoOfficer.Read(Path.Combine(AppContext.BaseDirectory, "data", "demo", "officers.csv"));
        app.MapGet("/can-bo-mau", (HtmlEncoder html, TimeProvider clock, IConfiguration configuration) =>
        {
            var now = clock.GetUtcNow();
            var left = Totp.StepSeconds - (int)(now.ToUnixTimeSeconds() % Totp.StepSeconds);
            var rows = string.Concat(officers.Select(o => $"""
                <tr><td><code>{html.Encode(o.UserName)}</code><br>{html.Encode(o.DisplayName)}, {html.Encode(o.Title)}</td>
                <td><span class="code">{Totp.CodeOf(o.TotpSecret, Totp.StepOf(now))}</span></td></tr>
                """));
            var portal = configuration["Portal:Url"] is { Length: > 0 } url ? $"<p><a href=\"{html.Encode(url)}/can-bo/dang-nhap\">Đến trang đăng nhập cán bộ</a></p>" : "";
            return Paper.Html(html, "Tài khoản cán bộ mẫu", $"""
                <p>Mã đổi sau {left} giây (trang tự tải lại). Mỗi mã chỉ dùng được một lần cho mỗi tài khoản.</p>
                <p>Mật khẩu chung: {string.Join(", ", officers.Select(o => $"<code>{html.Encode(o.Password)}</code>").Distinct())}</p>{portal}
                <div class="scroll"><table><thead><tr><th>Tài khoản</th><th>Mã xác thực</th></tr></thead><tbody>{rows}</tbody></table></div>
                """, refreshSeconds: left + 1);
        });
    }

    private sealed record DemoOfficer(string UserName, string DisplayName, string Title, string Password, string TotpSecret)
    {
        public static IReadOnlyList<DemoOfficer> Read(string file) => !File.Exists(file) ? [] :
        [
            .. File.ReadLines(file).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(c => new DemoOfficer(c[0], c[1], c[2], c[5], c[6])),
        ];
    }
}
