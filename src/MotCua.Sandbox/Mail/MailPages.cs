using System.Globalization;
using System.Text.Encodings.Web;

namespace MotCua.Sandbox.Mail;

/// <summary>The mails received, as pages.</summary>
internal static class MailPages
{
    public static void MapMail(this WebApplication app)
    {
        app.MapGet("/thu", (Mailbox box, HtmlEncoder html) => Paper.Html(html, "Hộp thư", box.All is { Count: > 0 } mails
            ? $"""
                <div class="scroll"><table><thead><tr><th>Lúc</th><th>Đến</th><th>Tiêu đề</th></tr></thead><tbody>
                {string.Concat(mails.Select(m => $"<tr><td>{When(m.At)}</td><td>{html.Encode(string.Join(", ", m.To))}</td><td><a href=\"/thu/{m.Id}\">{html.Encode(m.Message.Subject ?? "(không có tiêu đề)")}</a></td></tr>"))}
                </tbody></table></div>
                """
            : "<p>Chưa nhận thư nào. Nộp một hồ sơ ở Cổng để có thư xác nhận.</p>", refreshSeconds: 10));
        app.MapGet("/thu/{id:int}", (int id, Mailbox box, HtmlEncoder html) => box.All.FirstOrDefault(m => m.Id == id) is { } mail
            ? Paper.Html(html, mail.Message.Subject ?? "(không có tiêu đề)", $"""
                <p><a href="/thu">Hộp thư</a></p>
                <table><tr><th>Từ</th><td>{html.Encode(mail.Message.From.ToString())}</td></tr><tr><th>Đến</th><td>{html.Encode(string.Join(", ", mail.To))}</td></tr>
                <tr><th>Lúc</th><td>{When(mail.At)}</td></tr></table>
                <pre>{html.Encode(mail.Message.TextBody ?? mail.Message.HtmlBody ?? "")}</pre>
                """)
            : Results.NotFound());
        app.MapGet("/api/thu", (Mailbox box) => box.All.Select(m => new { id = m.Id, at = m.At, to = m.To, subject = m.Message.Subject, text = m.Message.TextBody }));
    }

    private static string When(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);
}
