using System.Globalization;
using System.Text.Json;

namespace MotCua.Domain.Forms;

/// <summary>A value of an answer or of an expression. A missing value is a null reference.</summary>
public abstract class FormValue
{
    private protected FormValue()
    {
    }

    /// <summary>True for what a person would call "nothing filled in": blank text, an empty list.</summary>
    public virtual bool IsBlank => false;

    /// <summary>The value as people read it (Vietnamese date order, no thousand separators); empty for objects.</summary>
    public virtual string Display => "";

    /// <summary>The value from a JSON element; null for JSON null and for what no answer can be (numbers outside decimal).</summary>
    public static FormValue? FromJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True:
                return BoolValue.True;
            case JsonValueKind.False:
                return BoolValue.False;
            case JsonValueKind.Number:
                return element.TryGetDecimal(out var number) ? new NumberValue(number) : new TextValue(element.GetRawText());
            case JsonValueKind.String:
                return new TextValue(element.GetString() ?? "");
            case JsonValueKind.Array:
                return new ListValue([.. element.EnumerateArray().Select(e => FromJson(e) ?? TextValue.Empty)]);
            case JsonValueKind.Object:
                var fields = new Dictionary<string, FormValue>(StringComparer.Ordinal);
                foreach (var property in element.EnumerateObject())
                {
                    if (FromJson(property.Value) is { } value)
                    {
                        fields[property.Name] = value;
                    }
                }

                return new ObjectValue(fields);
            default:
                return null;
        }
    }

    /// <summary>Writes the value as JSON; dates as <c>yyyy-MM-dd</c>.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    /// <summary>True when both are the same value of the same type.</summary>
    public abstract bool SameAs(FormValue other);
}

/// <summary>Yes or no.</summary>
public sealed class BoolValue : FormValue
{
    /// <summary>Yes.</summary>
    public static readonly BoolValue True = new(true);

    /// <summary>No.</summary>
    public static readonly BoolValue False = new(false);

    private BoolValue(bool value) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc />
    public override string Display => Value ? "Có" : "Không";

    /// <summary>The value object of a flag.</summary>
    public static BoolValue Of(bool value) => value ? True : False;

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer) => writer.WriteBooleanValue(Value);

    /// <inheritdoc />
    public override bool SameAs(FormValue other) => other is BoolValue b && b.Value == Value;
}

/// <summary>A number, or an amount in đồng.</summary>
public sealed class NumberValue(decimal value) : FormValue
{
    /// <summary>The value.</summary>
    public decimal Value { get; } = value;

    /// <inheritdoc />
    public override string Display => Value.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Normal(Value));

    /// <inheritdoc />
    public override bool SameAs(FormValue other) => other is NumberValue n && n.Value == Value;

    /// <summary>Without trailing zeros, so that 2.0 and 2 are written alike.</summary>
    private static decimal Normal(decimal value) => value / 1.000000000000000000000000000000000m;
}

/// <summary>Text.</summary>
public sealed class TextValue(string value) : FormValue
{
    /// <summary>No text.</summary>
    public static readonly TextValue Empty = new("");

    /// <summary>The value; half characters (lone surrogates) are replaced, so that it can always be written.</summary>
    public string Value { get; } = Whole(value);

    /// <inheritdoc />
    public override bool IsBlank => string.IsNullOrWhiteSpace(Value);

    /// <inheritdoc />
    public override string Display => Value;

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <inheritdoc />
    public override bool SameAs(FormValue other) => other is TextValue t && string.Equals(t.Value, Value, StringComparison.Ordinal);

    private static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(r => r.ToString())) : text;
}

/// <summary>A date without time, in the province's calendar.</summary>
public sealed class DateValue(DateOnly value) : FormValue
{
    /// <summary>The value.</summary>
    public DateOnly Value { get; } = value;

    /// <inheritdoc />
    public override string Display => Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override bool SameAs(FormValue other) => other is DateValue d && d.Value == Value;
}

/// <summary>Several values: chosen options, files, or the rows of a group.</summary>
public sealed class ListValue(IReadOnlyList<FormValue> items) : FormValue
{
    /// <summary>No items.</summary>
    public static readonly ListValue Empty = new([]);

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<FormValue> Items { get; } = items;

    /// <inheritdoc />
    public override bool IsBlank => Items.Count == 0;

    /// <inheritdoc />
    public override string Display => string.Join("; ", Items.Select(i => i.Display));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in Items)
        {
            item.Write(writer);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc />
    public override bool SameAs(FormValue other) =>
        other is ListValue l && l.Items.Count == Items.Count && Items.Zip(l.Items).All(p => p.First.SameAs(p.Second));
}

/// <summary>Named parts: the three boxes of a date that is not one yet, an address, a row of a group.</summary>
public sealed class ObjectValue(IReadOnlyDictionary<string, FormValue> fields) : FormValue
{
    /// <summary>The parts by name.</summary>
    public IReadOnlyDictionary<string, FormValue> Fields { get; } = fields;

    /// <inheritdoc />
    public override bool IsBlank => Fields.Values.All(v => v.IsBlank);

    /// <inheritdoc />
    public override string Display => string.Join(", ", Fields.Values.Where(v => !v.IsBlank).Select(v => v.Display));

    /// <summary>The text of a part; empty when there is none or it is no text.</summary>
    public string Text(string name) => Fields.GetValueOrDefault(name) switch
    {
        TextValue t => t.Value,
        NumberValue n => n.Display,
        _ => "",
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            value.Write(writer);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc />
    public override bool SameAs(FormValue other) =>
        other is ObjectValue o && o.Fields.Count == Fields.Count
        && Fields.All(f => o.Fields.TryGetValue(f.Key, out var v) && v.SameAs(f.Value));
}
