using MotCua.Domain.Kernel;

namespace MotCua.TestKit;

/// <summary>Makes the people of a test: <c>A.Officer(Role.DeskOfficer, "stp")</c>.</summary>
public static class A
{
    /// <summary>An officer who holds one role for one unit.</summary>
    public static Actor Officer(Role role, string unitKey) => new(ActorKind.Officer, $"{role}@{unitKey}", "Nông Thị Hà", [new Grant(role, unitKey)]);

    /// <summary>A citizen signed in with the national e-ID.</summary>
    public static Actor Citizen(Guid? account = null) => new(ActorKind.Citizen, (account ?? Guid.NewGuid()).ToString(), "Nguyễn Văn An", []);
}
