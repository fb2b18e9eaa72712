using System.Text.Json;
using MotCua.App.Catalogue;
using MotCua.App.Forms;
using MotCua.App.Kernel;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Data;

/// <summary>Reads the e-forms shipped with the program.</summary>
internal static class ReferenceForms
{
    /// <summary>One row for each <c>*.json</c> of the folder whose <c>form</c> is the code of a procedure; no folder, no forms.</summary>
    public static Parsed<FormVersionRow> Read(string folder)
    {
        var rows = new List<FormVersionRow>();
        var issues = new List<FileIssue>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var name = $"forms/{Path.GetFileName(path)}";
            var text = File.ReadAllText(path);
            try
            {
                using var document = JsonDocument.Parse(text);
                var root = document.RootElement;
                var form = root.GetProperty("form").GetString() ?? "";
                var version = root.GetProperty("version") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 1;
                var typed = root.TryGetProperty("procedure", out var named) ? named.GetString() : form;
                if (!ProcedureCode.TryNormalize(typed, out var procedure) && !ProcedureCode.TryNormalize(Path.GetFileNameWithoutExtension(path), out procedure))
                {
                    throw new FormatException($"'{form}' không phải mã thủ tục");
                }

                rows.Add(new FormVersionRow { FormCode = form, ProcedureCode = procedure, Version = version, Definition = text, DefinitionHash = ProcedureContents.Hash(text) });
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                issues.Add(new FileIssue(name, 1, e is FormatException ? e.Message : "không phải biểu mẫu hợp lệ"));
            }
        }

        return new Parsed<FormVersionRow>(rows, issues);
    }
}
