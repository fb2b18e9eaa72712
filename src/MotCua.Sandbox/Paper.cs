using System.Text.Encodings.Web;

namespace MotCua.Sandbox;

/// <summary>The plain page of every stand-in; its banner says that nothing here is real.</summary>
internal static class Paper
{
    private const string Style = """
        body{font:17px/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;margin:0;color:#0b0c0c;background:#fff}
        .banner{background:#594d00;color:#fff;padding:.6rem 1rem;font-weight:700;letter-spacing:.03em}
        main{max-width:60rem;margin:0 auto;padding:1rem}
        h1{font-size:1.7rem;line-height:1.25;margin:.6rem 0 1rem}h2{font-size:1.25rem;margin:1.6rem 0 .5rem}
        a{color:#1a5276}a:focus,button:focus,input:focus{outline:3px solid #fd0;outline-offset:0;background:#fd0;color:#0b0c0c}
        .list li{margin:.35rem 0}.people{list-style:none;padding:0;display:grid;gap:.6rem}
        .person{width:100%;text-align:left;font:inherit;padding:.75rem 1rem;border:1px solid #b1b4b6;border-left:6px solid #1a5276;background:#fff;cursor:pointer;color:#0b0c0c}
        .person:hover{background:#f3f2f1}.person strong{display:block}.person span{color:#505a5f;font-size:.95rem}
        button{font:inherit;padding:.5rem .9rem;border:0;background:#1a5276;color:#fff;cursor:pointer;margin:.5rem 0}
        label{display:block;margin:.25rem 0}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.45rem .6rem .45rem 0;border-bottom:1px solid #b1b4b6;vertical-align:top}
        code{font-size:1.05em}.code{font-size:1.35rem;font-weight:700;letter-spacing:.12em;white-space:nowrap}
        .scroll{overflow-x:auto}pre{white-space:pre-wrap;border:1px solid #b1b4b6;padding:1rem;background:#f8f8f8}
        """;

    public static IResult Html(HtmlEncoder html, string title, string body, int status = 200, int? refreshSeconds = null) => Results.Content(
        $"""
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="robots" content="noindex">{(refreshSeconds is { } s ? $"<meta http-equiv=\"refresh\" content=\"{s}\">" : "")}
        <title>{html.Encode(title)} - Môi trường thử</title><style>{Style}</style></head>
        <body><div class="banner" role="note">MÔI TRƯỜNG THỬ: không phải hệ thống thật, không nhập thông tin thật</div>
        <main><h1>{html.Encode(title)}</h1>{body}</main></body></html>
        """, "text/html; charset=utf-8", System.Text.Encoding.UTF8, status);
}
