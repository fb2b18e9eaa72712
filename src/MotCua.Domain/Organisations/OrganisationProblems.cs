using MotCua.Domain.Kernel;

namespace MotCua.Domain.Organisations;

/// <summary>Refusals of administering units.</summary>
public static class OrganisationProblems
{
    /// <summary>No such unit within reach.</summary>
    public static readonly Problem UnitNotFound = new("ORG-0001", "Không tìm thấy đơn vị trong phạm vi quản trị của bạn.", ProblemKind.NotFound);

    /// <summary>An identifier of a wrong shape (QĐ 20/2020/QĐ-TTg).</summary>
    public static readonly Problem CodeShape = new("ORG-0002", "Mã định danh có dạng H03 hoặc H03.15 (QĐ 20/2020/QĐ-TTg): một chữ hoa, hai chữ số, rồi các nhóm chữ số cách nhau bởi dấu chấm.", ProblemKind.Invalid, "IdentifierCode");

    /// <summary>Another unit has the identifier.</summary>
    public static readonly Problem CodeTaken = new("ORG-0003", "Mã định danh này đang thuộc đơn vị khác. Hai đơn vị không dùng chung mã vì mã hồ sơ sẽ trùng nhau.", ProblemKind.Conflict, "IdentifierCode");

    /// <summary>Only the province's administrator changes identifiers.</summary>
    public static readonly Problem CodeNotYours = new("ORG-0004", "Chỉ quản trị tỉnh được đổi mã định danh của đơn vị.", ProblemKind.Forbidden);

    /// <summary>A replacement says by which decision.</summary>
    public static readonly Problem DecisionMissing = new("ORG-0005", "Nhập số quyết định công bố mã định danh, hoặc đánh dấu mã là tạm thời.", ProblemKind.Invalid, "Decision");

    /// <summary>An address or telephone that is too long.</summary>
    public static readonly Problem ContactTooLong = new("ORG-0006", "Địa chỉ tối đa 300 ký tự, điện thoại tối đa 40, tên bộ phận tối đa 150, thư điện tử tối đa 254 và phải có @.", ProblemKind.Invalid);

    /// <summary>A telephone with letters in it.</summary>
    public static readonly Problem PhoneShape = new("ORG-0007", "Điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, ngoặc, gạch nối; nhiều số thì cách nhau bằng dấu chấm phẩy.", ProblemKind.Invalid, "Phone");
}
