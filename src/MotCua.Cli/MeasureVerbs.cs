using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Kernel;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Cli;

/// <summary><c>motcua measures</c>, <c>measures list</c>, <c>rebuild measures</c>.</summary>
public static class MeasureVerbs
{
    private static readonly string[] Header = ["indicator", "variant", "unit", "from", "to", "numerator", "denominator", "value", "target", "verdict"];

    /// <summary><c>motcua measures</c>.</summary>
    public static Verb Measures { get; } = new(
        "measures",
        "--from yyyy-MM-dd --to yyyy-MM-dd [--indicator MÃ]… [--unit MÃ]… [--scope own] [--format json|csv]",
        """
        In các chỉ tiêu của kế hoạch theo đơn vị và toàn tỉnh (province): tử số, mẫu số, giá trị chưa làm tròn, chỉ tiêu được giao, đánh giá.
        Huyện gồm cả các xã; --scope own chỉ tính riêng UBND huyện. Số liệu như ở cuối ngày --to.
        """,
        """
        Prints the plan's indicators by unit and for the province: numerator, denominator, unrounded value, target, verdict.
        A district includes its communes; --scope own gives the committee alone. Everything is as at the end of --to.
        """,
        ["from=", "to=", "indicator=", "unit=", "scope=", "format="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            var format = call.Arguments.Optional("format") ?? "json";
            if (format is not ("json" or "csv")) throw new UsageException($"--format là json hoặc csv; đã nhận «{format}».");
            var asked = Question(call);
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var question = await ResolveAsync(call, services, asked, ct);
                await CheckUnitsAsync(services, question, ct);
                await services.GetRequiredService<ProjectMeasures>().DrainAsync(ct);
                var plan = question with { Indicators = [.. question.Indicators.Where(i => i.Subject != IndicatorSubject.Points)] };
                var index = question with { Indicators = [.. question.Indicators.Where(i => i.Subject == IndicatorSubject.Points)] };
                IReadOnlyList<Measure> rows =
                [
                    .. await services.GetRequiredService<MeasureQueries>().RowsAsync(plan, ct),
                    .. await services.GetRequiredService<IndexMeasures>().RowsAsync(index, ct),
                ];
                await WriteAsync(call, format, rows, ct);
                return ExitCode.Done;
            }, ct);
        });

    /// <summary><c>motcua measures list</c>.</summary>
    public static Verb List { get; } = new(
        "measures list",
        "--indicator MÃ --unit MÃ --from yyyy-MM-dd --to yyyy-MM-dd --part numerator|denominator [--scope own]",
        "In danh sách đứng sau một con số, mỗi dòng «đơn vị,mã» (mã hồ sơ; với ct1, ct2 là mã thủ tục), đã sắp xếp; số dòng bằng con số.",
        "Prints what stands behind a figure, one line unit,code each (dossier numbers; procedure codes for ct1 and ct2), sorted; as many lines as the figure says.",
        ["from=", "to=", "indicator=", "unit=", "scope=", "part="],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            call.Arguments.Required("indicator");
            call.Arguments.Required("unit");
            var part = call.Arguments.Required("part") switch
            {
                "numerator" => MeasurePart.Numerator,
                "denominator" => MeasurePart.Denominator,
                var other => throw new UsageException($"--part là numerator hoặc denominator; đã nhận «{other}»."),
            };
            var asked = Question(call);
            if (IndexIndicators.Find(call.Arguments.Required("indicator")) is not null) throw new UsageException("measures list chỉ dùng cho ct1, ct2, ct3, các biến thể và chỉ tiêu tự định nghĩa.");
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var question = await ResolveAsync(call, services, asked, ct);
                await CheckUnitsAsync(services, question, ct);
                await services.GetRequiredService<ProjectMeasures>().DrainAsync(ct);
                var lines = await services.GetRequiredService<MeasureQueries>().ListAsync(question, part, ct);
                foreach (var (unit, code) in lines)
                {
                    await call.Out.WriteLineAsync(CsvText.Row([unit, code]));
                }

                await services.GetRequiredService<RecordExportHandler>().HandleAsync(new RecordExport(RecordExportHandler.Measures, new
                {
                    indicator = question.Indicators[0].Code,
                    unit = question.Units![0],
                    from = question.From,
                    to = question.To,
                    part = call.Arguments.Required("part"),
                    own = question.IsOwnOnly,
                    account = Environment.UserName,
                }, lines.Count), Actor.System("motcua-measures"), ct);

                return ExitCode.Done;
            }, ct);
        });

    /// <summary><c>motcua rebuild measures</c>.</summary>
    public static Verb Rebuild { get; } = new(
        "rebuild measures",
        "",
        "Tính lại từ đầu mọi số liệu chỉ tiêu từ hồ sơ; kết quả phải bằng số liệu đang có.",
        "Recomputes all facts and rollups from the dossiers; the result equals what incremental work gives.",
        [],
        (call, ct) =>
        {
            call.Arguments.NoPositions();
            return DatabaseVerb.RunAsync(call, async services =>
            {
                var count = await services.GetRequiredService<RebuildMeasures>().HandleAsync(new Progress(call.Error, "hồ sơ", null).Tell, ct);
                await call.Error.WriteLineAsync($"Đã tính lại số liệu của {count} hồ sơ.");
                return ExitCode.Done;
            }, ct);
        });

    private static MeasureQuestion Question(VerbCall call)
    {
        var (from, to) = (call.Arguments.RequiredDate("from"), call.Arguments.RequiredDate("to"));
        if (to < from) throw new UsageException("--to phải từ --from trở đi.");
        if (call.Arguments.Optional("scope") is { } scope and not "own") throw new UsageException($"--scope chỉ nhận own; đã nhận «{scope}».");
        var units = call.Arguments.All("unit");
        return new MeasureQuestion(from, to, [], units.Count == 0 ? null : units, call.Arguments.Optional("scope") == "own");
    }

    /// <summary>The definitions asked for, those defined without code included; all of them when none is named.</summary>
    private static async Task<MeasureQuestion> ResolveAsync(VerbCall call, IServiceProvider services, MeasureQuestion question, CancellationToken ct)
    {
        var catalogue = services.GetRequiredService<IndicatorCatalogue>();
        var found = new List<IndicatorDefinition>();
        foreach (var code in call.Arguments.All("indicator"))
        {
            if (await catalogue.FindAsync(code, question.To, ct) is { } indicator)
            {
                found.Add(indicator);
                continue;
            }

            if ((await catalogue.ConfiguredCodesAsync(ct)).Contains(code)) throw new UsageException($"Chỉ tiêu «{code}» chưa hoặc không còn được dùng ở ngày {Day(question.To)}.");
            var known = (await catalogue.AllAsync(question.To, ct)).Concat(IndexIndicators.All).Select(i => i.Code);
            throw new UsageException($"Không có chỉ tiêu «{code}»; các mã: {string.Join(", ", known)}.");
        }

        return question with { Indicators = found.Count > 0 ? found : await catalogue.AllAsync(question.To, ct) };
    }

    private static async Task CheckUnitsAsync(IServiceProvider services, MeasureQuestion question, CancellationToken ct)
    {
        var unknown = await services.GetRequiredService<MeasureQueries>().UnknownUnitsAsync(question.Units ?? [], ct);
        if (unknown.Count > 0) throw new UsageException($"Không có đơn vị «{unknown[0]}»; dùng org_key của organisations.csv hoặc province.");
    }

    private static async Task WriteAsync(VerbCall call, string format, IReadOnlyList<Measure> rows, CancellationToken ct)
    {
        if (format == "csv")
        {
            await using var csv = new CsvText(call.Out);
            await csv.WriteAsync(ct, Header);
            foreach (var r in rows)
            {
                await csv.WriteAsync(ct, r.Indicator.Code, r.Indicator.Version, r.Unit, Day(r.From), Day(r.To), Text(r.HasCounts ? r.Counts.Numerator : null), Text(r.HasCounts ? r.Counts.Denominator : null), Text(r.Value), Text(r.Target), r.Attainment.Word());
            }

            return;
        }

        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = false }))
        {
            json.WriteStartArray();
            foreach (var r in rows) Write(json, r);
            json.WriteEndArray();
        }

        await call.Out.WriteLineAsync(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, Measure r)
    {
        json.WriteStartObject();
        json.WriteString("indicator", r.Indicator.Code);
        json.WriteString("variant", r.Indicator.Version);
        json.WriteString("unit", r.Unit);
        json.WriteString("from", Day(r.From));
        json.WriteString("to", Day(r.To));
        if (r.HasCounts)
        {
            json.WriteNumber("numerator", r.Counts.Numerator);
            json.WriteNumber("denominator", r.Counts.Denominator);
        }
        else
        {
            json.WriteNull("numerator");
            json.WriteNull("denominator");
        }

        if (r.Value is { } value) json.WriteNumber("value", value);
        else json.WriteNull("value");
        if (r.Target is { } target) json.WriteNumber("target", target);
        else json.WriteNull("target");
        json.WriteString("verdict", r.Attainment.Word());
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
