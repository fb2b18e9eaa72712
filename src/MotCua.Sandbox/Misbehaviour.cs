namespace MotCua.Sandbox;

/// <summary>How the stand-ins misbehave at present; set on the first page, by <c>POST /hong</c>, or from code in tests.</summary>
public sealed class Misbehaviour
{
    /// <summary>Kinds and what they do.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        [""] = "Không (chạy đúng)",
        ["cham"] = "Định danh: trả lời chậm 5 giây",
        ["500"] = "Định danh: lỗi 500",
        ["chu-ky"] = "Định danh: chữ ký sai",
        ["nonce"] = "Định danh: nonce sai",
        ["het-han"] = "Định danh: mã thông báo đã hết hạn",
        ["nguoi-nhan"] = "Định danh: mã thông báo cấp cho cổng khác",
        ["thu-tu-choi"] = "Thư: từ chối người nhận (550)",
        ["thu-ban"] = "Thư: tạm bận (451)",
        ["thu-ngat"] = "Thư: ngắt kết nối giữa chừng",
    };

    /// <summary>The present kind; empty = behaves.</summary>
    public string Kind { get; set; } = "";

    /// <summary>In words.</summary>
    public string Name => Kinds.GetValueOrDefault(Kind, "?");
}

internal static class MisbehaviourEndpoints
{
    public static void MapMisbehaviour(this WebApplication app) => app.MapPost("/hong", async (HttpRequest request, Misbehaviour misbehaviour) =>
    {
        var form = await request.ReadFormAsync();
        var kind = form["kieu"].ToString();
        if (!Misbehaviour.Kinds.ContainsKey(kind))
        {
            return Results.BadRequest();
        }

        misbehaviour.Kind = kind;
        return Results.Redirect("/");
    });
}
