using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>What the partial <c>_Term</c> shows; posted as <c>Term.…</c>.</summary>
/// <param name="Term">What was typed.</param>
/// <param name="Roles">Roles to choose from.</param>
/// <param name="Units">Units to choose from.</param>
public sealed record TermForm(TermInput Term, IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Units);
