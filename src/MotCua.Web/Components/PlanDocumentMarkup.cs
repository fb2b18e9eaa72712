using System.Globalization;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>How documents of the plan are said on pages.</summary>
public static class PlanDocumentMarkup
{
    /// <summary>Kinds, for a filter or a form.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<PlanDocumentKind>().Select(k => new Choice(((int)k).ToString(CultureInfo.InvariantCulture), k.Vietnamese()))];

    /// <summary>Colour of the state.</summary>
    public static string Colour(PlanDocumentState state) => state switch
    {
        PlanDocumentState.Draft => "teal",
        PlanDocumentState.Consulting => "blue",
        PlanDocumentState.Issued => "green",
        PlanDocumentState.Replaced => "yellow",
        _ => "grey",
    };

    /// <summary>572/KH-UBND ngày 08/09/2022; empty while it is not issued.</summary>
    public static string Issued(PlanDocumentRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IssuedNo.Length == 0 ? "" : $"{row.IssuedNo} ngày {Say.Date(row.IssuedOn)}";
    }

    /// <summary>What it is called: its kind and number, or its kind and number in the register.</summary>
    public static string NameOf(PlanDocumentRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IssuedNo.Length > 0 ? $"{row.Kind.Vietnamese()} số {Issued(row)}" : $"{row.Kind.Vietnamese()}, số vào sổ {row.Number}";
    }
}
