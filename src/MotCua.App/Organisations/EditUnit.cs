using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Organisations;

namespace MotCua.App.Organisations;

/// <summary>Change a unit's contact and identifier.</summary>
/// <param name="UnitKey">The unit.</param>
/// <param name="Address">Address of its one-stop desk.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail.</param>
/// <param name="DeskName">What its one-stop desk is called; empty = the usual name.</param>
/// <param name="IdentifierCode">Mã định danh; empty = none yet.</param>
/// <param name="IsProvisional">The identifier was not read in an official decision.</param>
/// <param name="Decision">Decision in which it was read.</param>
public sealed record EditUnit(string UnitKey, string Address, string Phone, string Email, string DeskName, string IdentifierCode, bool IsProvisional, string Decision);

/// <summary>Edits units. Numbers given under an earlier identifier stay as they are.</summary>
public sealed partial class EditUnitHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The identifier is the province administrator's; contacts also the unit's administrator's.</summary>
    public async Task<Result<Done>> HandleAsync(EditUnit command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var unit = await db.Units.FirstOrDefaultAsync(u => u.Key == command.UnitKey, ct);
        var isProvince = actor.Has(Role.ProvinceAdministrator);
        if (unit is null || !(isProvince || actor.Has(Role.UnitAdministrator, unit.Key) || (unit.ParentKey is { } parent && actor.Has(Role.UnitAdministrator, parent))))
        {
            return OrganisationProblems.UnitNotFound;
        }

        var (address, phone, email, desk, code) = (command.Address.Trim(), command.Phone.Trim(), command.Email.Trim(), command.DeskName.Trim(), command.IdentifierCode.Trim().ToUpperInvariant());
        if (address.Length > 300 || phone.Length > 40 || email.Length > 254 || desk.Length > 150 || (email.Length > 0 && !email.Contains('@', StringComparison.Ordinal)))
        {
            return OrganisationProblems.ContactTooLong;
        }

        if (phone.Length > 0 && !Telephone().IsMatch(phone))
        {
            return OrganisationProblems.PhoneShape;
        }

        if (code != unit.IdentifierCode || command.IsProvisional != unit.IdentifierProvisional)
        {
            if (!isProvince)
            {
                return OrganisationProblems.CodeNotYours;
            }

            if (code.Length > 0 && !Shape().IsMatch(code))
            {
                return OrganisationProblems.CodeShape;
            }

            if (code.Length > 0 && await db.Units.AnyAsync(u => u.Key != unit.Key && u.IdentifierCode == code && u.Until == null, ct))
            {
                return OrganisationProblems.CodeTaken;
            }

            if (code.Length > 0 && !command.IsProvisional && command.Decision.Trim().Length == 0)
            {
                return OrganisationProblems.DecisionMissing;
            }

            audit.Record(actor, "UnitIdentifierChanged", unit.Key, new { from = unit.IdentifierCode, to = code, provisional = command.IsProvisional, decision = command.Decision.Trim() });
            (unit.IdentifierCode, unit.IdentifierProvisional) = (code, command.IsProvisional && code.Length > 0);
            unit.ChangedAt = clock.GetUtcNow();
        }

        if ((address, phone, email, desk) != (unit.Address, unit.Phone, unit.Email, unit.DeskName))
        {
            audit.Record(actor, "UnitContactChanged", unit.Key, new { address, phone, email, desk });
            (unit.Address, unit.Phone, unit.Email, unit.DeskName, unit.ChangedAt) = (address, phone, email, desk, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        return Done.Value;
    }

    [GeneratedRegex(@"^[A-Z][0-9]{2}(\.[0-9]{1,3}){0,3}$")]
    private static partial Regex Shape();

    // One or more numbers as they are printed on a door: 0209 3870 000; 1900 1234; (0209) 3 870 000 - 0912.345.678
    [GeneratedRegex(@"^(?=(?:.*\d){4})[\d\s().+;,/\-]+$")]
    private static partial Regex Telephone();
}
