using QRCoder;

namespace MotCua.App.Accounts;

/// <summary>The QR that an authenticator application reads.</summary>
public static class TotpPicture
{
    /// <summary>SVG of the address; black on white, with its quiet zone.</summary>
    public static string Svg(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        var svg = picture.GetGraphic(new System.Drawing.Size(220, 220), "#0b0c0c", "#ffffff", drawQuietZones: true, sizingMode: SvgQRCode.SizingMode.WidthHeightAttribute);
        return svg.Replace("<svg ", "<svg role=\"img\" aria-label=\"Mã QR để cài đặt ứng dụng xác thực\" ", StringComparison.Ordinal);
    }
}
