using System.Text.Encodings.Web;
using System.Text.Unicode;
using MotCua.Sandbox.Identity;
using MotCua.Sandbox.Mail;
using MotCua.Sandbox.Officers;

namespace MotCua.Sandbox;

/// <summary>The stand-ins of the national systems, for demonstration and tests only: an identity provider, a mail server, codes of the demo officers.</summary>
public static class SandboxHost
{
    /// <summary>Builds the host. Settings: <c>Sandbox:SmtpPort</c> (default 2525, 0 = a free one), <c>Portal:Url</c> (whose addresses are let back to).</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Misbehaviour>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<Provider>();
        services.AddSingleton<Mailbox>();
        services.AddSingleton<MailServer>();
        services.AddHostedService(s => s.GetRequiredService<MailServer>());

        var app = builder.Build();
        app.MapGet("/", (Misbehaviour misbehaviour, MailServer mail, HtmlEncoder html) => Paper.Html(html, "Môi trường thử", Home(misbehaviour, mail)));
        app.MapGet("/healthz/live", () => "ok");
        app.MapMisbehaviour();
        app.MapProvider();
        app.MapMail();
        app.MapOfficers();
        return app;
    }

    private static string Home(Misbehaviour misbehaviour, MailServer mail) => $"""
        <p>Các hệ thống quốc gia dưới đây là bản thay thế chạy trên máy này, chỉ để trình diễn và kiểm thử. Không có dữ liệu thật.</p>
        <ul class="list">
          <li><a href="/dinh-danh">Định danh điện tử</a> (thay cho VNeID, Cổng DVCQG): chín người, tổ chức mẫu, OpenID Connect</li>
          <li><a href="/thu">Hộp thư</a> (thay cho máy chủ thư): cổng SMTP {mail.Port}</li>
          <li><a href="/can-bo-mau">Tài khoản cán bộ mẫu</a> và mã xác thực hiện thời</li>
        </ul>
        <h2>Làm hỏng có chủ ý</h2>
        <p>Đang bật: <strong>{misbehaviour.Name}</strong></p>
        <form method="post" action="/hong">
          {string.Concat(Misbehaviour.Kinds.Select(k => $"<label><input type=\"radio\" name=\"kieu\" value=\"{k.Key}\"{(k.Key == misbehaviour.Kind ? " checked" : "")}> {k.Value}</label>"))}
          <button>Áp dụng</button>
        </form>
        <form method="post" action="/dinh-danh/doi-khoa"><button>Đổi khóa ký của hệ thống định danh</button></form>
        """;
}
