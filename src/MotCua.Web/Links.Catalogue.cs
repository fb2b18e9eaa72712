using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Procedures that fit a wish, the page after a code.</summary>
    public static string Find(ProcedureWish wish, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return With("/thu-tuc", ("q", wish.Text), ("viec", wish.LifeEvent), ("linh-vuc", wish.Field), ("cap", wish.Level), ("don-vi", wish.Unit), ("doi-tuong", AudienceKey(wish.Audience)), ("sau", after));
    }

    /// <summary>All ways into the catalogue: life events, fields, units.</summary>
    public static string Browse() => "/thu-tuc/danh-muc";

    /// <summary>What fits while somebody types, for scripts.</summary>
    public static string SuggestProcedures() => "/thu-tuc/goi-y";

    /// <summary>Where to file a procedure.</summary>
    public static string WhereToFile(string code) => "/thu-tuc/" + Part(code) + "/nop-o-dau";

    /// <summary>Key of an audience in addresses.</summary>
    public static string? AudienceKey(Audience? audience) => audience switch { Audience.Citizen => "cong-dan", Audience.Business => "doanh-nghiep", _ => null };
}
