namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>The question «vì sao» as its form shows it.</summary>
/// <param name="Code">What was typed.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Unit">Row of the board; empty = the dossier's own.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Error">What is wrong with the code, or null.</param>
public sealed record WhyForm(string Code, string Indicator, string Unit, DateOnly From, DateOnly To, string? Error = null);
