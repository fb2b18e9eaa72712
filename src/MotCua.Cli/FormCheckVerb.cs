using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotCua.App.Forms;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary><c>motcua form check</c>: judges a form, and answers to it; reads only the reference data beside the program.</summary>
public static class FormCheckVerb
{
    private const long MostBytes = 16_000_000;

    // To standard output, never into HTML: quotes stay readable
    private static readonly JsonWriterOptions _writing = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of the table.</summary>
    public static Verb Verb { get; } = new(
        "form check",
        "FORM.json [--answers ANSWERS.json] [--today yyyy-MM-dd]",
        """
        Kiểm tra định nghĩa biểu mẫu điện tử và, nếu có, câu trả lời; in một đối tượng JSON.
        Không có --answers thì chỉ xét định nghĩa; visible và required là của biểu mẫu chưa điền. Thoát 0 nếu hợp lệ, 1 nếu không.
        """,
        """
        Checks the definition of an e-form and, when given, answers to it; prints one JSON object.
        Without --answers only the definition is judged; visible and required are those of the empty form. Exit 0 valid, 1 not.
        """,
        ["answers=", "today="],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        var form = call.Arguments.Single("tệp biểu mẫu FORM.json");
        var today = call.Arguments.OptionalDate("today") ?? ProvinceTime.DateOf(call.Clock.GetUtcNow());
        var answersFile = call.Arguments.Optional("answers");
        var json = await ReadAsync(form, ct).ConfigureAwait(false);
        var given = answersFile is null ? null : await ReadAsync(answersFile, ct).ConfigureAwait(false);

        var lists = ReferenceLists.Shipped;
        var reading = FormDefinition.Read(json, lists.Options);
        FormView? view = null;
        IReadOnlyList<AnswerIssue> errors = [];
        if (reading.Definition is { } definition)
        {
            var readable = FormAnswers.TryParse(given ?? "{}", out var answers, out var fault);
            view = FormRun.Evaluate(definition, answers, new FormContext(today, null, lists.DivisionName));
            errors = !readable ? [new AnswerIssue("", AnswerCodes.WrongType, fault)] : given is null ? [] : view.Errors;
        }

        var valid = reading.Faults.Count == 0 && errors.Count == 0;
        await call.Out.WriteLineAsync(Report(valid, reading, view, errors)).ConfigureAwait(false);
        foreach (var fault in reading.Faults)
        {
            await call.Error.WriteLineAsync($"{fault.Path}: {fault.Message}").ConfigureAwait(false);
        }

        foreach (var warning in view?.Warnings ?? [])
        {
            await call.Error.WriteLineAsync($"{warning.Question}: {warning.Message}").ConfigureAwait(false);
        }

        return valid ? ExitCode.Done : ExitCode.Rejected;
    }

    private static string Report(bool valid, FormReading reading, FormView? view, IReadOnlyList<AnswerIssue> errors)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _writing))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", valid);
            writer.WriteStartArray("definition_errors");
            foreach (var fault in reading.Faults)
            {
                writer.WriteStartObject();
                writer.WriteString("path", fault.Path);
                writer.WriteString("message", fault.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            Paths(writer, "visible", view?.Visible ?? []);
            Paths(writer, "required", view?.Required ?? []);
            Issues(writer, "errors", errors);
            writer.WritePropertyName("values");
            (view?.Values ?? FormAnswers.Empty).Write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Paths(Utf8JsonWriter writer, string name, IReadOnlyList<string> paths)
    {
        writer.WriteStartArray(name);
        foreach (var path in paths)
        {
            writer.WriteStringValue(path);
        }

        writer.WriteEndArray();
    }

    private static void Issues(Utf8JsonWriter writer, string name, IReadOnlyList<AnswerIssue> issues)
    {
        writer.WriteStartArray(name);
        foreach (var issue in issues)
        {
            writer.WriteStartObject();
            writer.WriteString("question", issue.Question);
            writer.WriteString("code", issue.Code);
            writer.WriteString("message", issue.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? await File.ReadAllTextAsync(path, ct).ConfigureAwait(false)
                : throw new UsageException($"Tệp «{path}» lớn quá {MostBytes / 1_000_000} MB.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Không đọc được tệp «{path}». Kiểm tra đường dẫn và quyền đọc.", e);
        }
    }
}
