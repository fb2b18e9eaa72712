using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.App.Kernel;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>
/// A dossier as the import format states it (contracts, import dossiers): the same for a row of a file and for what is stored, so that comparing the
/// two tells whether a row changes anything.
/// </summary>
public sealed record DossierLine
{
    /// <summary>Columns in the order of the export.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "code", "procedure", "receiving_unit", "handling_unit", "channel", "assisted_by", "submitted_at", "accepted_at", "due_at", "first_due_at", "finished_at", "returned_at", "state", "outcome",
        "supplement_count", "supplement_days", "fee_vnd", "paid_online", "e_result", "components_digitised", "reused", "eid_verified", "satisfaction", "applicant_kind", "applicant_commune",
    ];

    /// <summary>Columns that must be in the header.</summary>
    public static readonly IReadOnlyList<string> Required = ["code", "procedure", "receiving_unit", "channel", "accepted_at", "state"];

    private const int LongestCode = 60;

    private static readonly DateTimeOffset Earliest = ProvinceTime.StartOf(new DateOnly(2000, 1, 1));

    /// <summary>Dossier number, or submission code when never accepted.</summary>
    public required string Code { get; init; }

    /// <summary>Procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>Receiving unit.</summary>
    public required string ReceivingUnit { get; init; }

    /// <summary>Handling unit.</summary>
    public required string HandlingUnit { get; init; }

    /// <summary>Channel.</summary>
    public Channel Channel { get; init; }

    /// <summary>Helped by.</summary>
    public AssistedBy AssistedBy { get; init; }

    /// <summary>Sent, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Accepted, UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Due, UTC; null also when it is to be computed.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>First promise, UTC.</summary>
    public DateTimeOffset? FirstDueAt { get; init; }

    /// <summary>Finished, stopped, refused, withdrawn, or the supplement asked, UTC (<see cref="Dossier.StatedEnd"/>).</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Result handed over, UTC.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>State.</summary>
    public DossierState State { get; init; }

    /// <summary>Outcome.</summary>
    public DossierOutcome? Outcome { get; init; }

    /// <summary>Supplements after acceptance.</summary>
    public int SupplementCount { get; init; }

    /// <summary>Working days spent on them.</summary>
    public int SupplementDays { get; init; }

    /// <summary>Fee, đồng.</summary>
    public long FeeVnd { get; init; }

    /// <summary>Paid online.</summary>
    public bool IsPaidOnline { get; init; }

    /// <summary>Has an electronic result.</summary>
    public bool HasElectronicResult { get; init; }

    /// <summary>Components digitised.</summary>
    public bool IsDigitised { get; init; }

    /// <summary>Papers reused.</summary>
    public bool IsReused { get; init; }

    /// <summary>Verified e-ID.</summary>
    public bool IsEidVerified { get; init; }

    /// <summary>1…3.</summary>
    public int? Satisfaction { get; init; }

    /// <summary>Person or organisation.</summary>
    public ApplicantKind ApplicantKind { get; init; } = ApplicantKind.Person;

    /// <summary>Five digits, or empty.</summary>
    public string ApplicantCommune { get; init; } = "";

    /// <summary>What is stored, in the terms of the format.</summary>
    public static DossierLine Of(Dossier d) => new()
    {
        Code = d.Code,
        Procedure = d.ProcedureCode,
        ReceivingUnit = d.ReceivingUnit,
        HandlingUnit = d.HandlingUnit,
        Channel = d.Channel,
        AssistedBy = d.AssistedBy,
        SubmittedAt = d.SubmittedAt,
        AcceptedAt = d.AcceptedAt,
        DueAt = d.DueComputed ? null : d.DueAt,
        FirstDueAt = d.FirstDueAt,
        FinishedAt = d.StatedEnd,
        ReturnedAt = d.ReturnedAt,
        State = d.State,
        Outcome = d.Outcome,
        SupplementCount = d.SupplementCount,
        SupplementDays = d.SupplementDays + (int)Math.Round(d.SupplementMinutes / 480m, MidpointRounding.AwayFromZero),
        FeeVnd = d.FeeVnd,
        IsPaidOnline = d.PaidOnline,
        HasElectronicResult = d.HasElectronicResult,
        IsDigitised = d.ComponentsDigitised,
        IsReused = d.Reused,
        IsEidVerified = d.EidVerified,
        Satisfaction = d.Satisfaction,
        ApplicantKind = d.ApplicantKind,
        ApplicantCommune = d.ApplicantCommune,
    };

    /// <summary>Reads and checks a row by itself.</summary>
    /// <exception cref="RejectionException">A value does not fit.</exception>
    public static DossierLine Read(ImportTable row, DateTimeOffset now)
    {
        var code = row["code"];
        if (code.Length is 0 or > LongestCode || code.Any(char.IsControl)) throw new RejectionException("code", code.Length == 0 ? "Thiếu mã hồ sơ." : $"Mã hồ sơ dài quá {LongestCode} ký tự hoặc có ký tự lạ.");
        var receiving = Need(row, "receiving_unit", "Thiếu đơn vị tiếp nhận.");
        var line = new DossierLine
        {
            Code = code,
            Procedure = Need(row, "procedure", "Thiếu mã thủ tục."),
            ReceivingUnit = receiving,
            HandlingUnit = row["handling_unit"] is { Length: > 0 } handling ? handling : receiving,
            Channel = ImportWords.Channel(row["channel"]),
            AssistedBy = ImportWords.Assistance(row["assisted_by"]),
            SubmittedAt = Instant(row, "submitted_at", now),
            AcceptedAt = Instant(row, "accepted_at", now),
            DueAt = Instant(row, "due_at", null),
            FirstDueAt = Instant(row, "first_due_at", null),
            FinishedAt = Instant(row, "finished_at", now),
            ReturnedAt = Instant(row, "returned_at", now),
            State = int.TryParse(row["state"], NumberStyles.None, CultureInfo.InvariantCulture, out var state) && state is >= 1 and <= 10
                ? (DossierState)state : throw new RejectionException("state", $"Trạng thái «{row["state"]}» không thuộc 1…10."),
            Outcome = row["outcome"] switch
            {
                "" => null,
                "granted" => DossierOutcome.Granted,
                "refused" => DossierOutcome.Refused,
                var other => throw new RejectionException("outcome", $"Kết quả «{other}» phải là granted, refused hoặc để trống."),
            },
            SupplementCount = (int)Count(row, "supplement_count", 10_000),
            SupplementDays = (int)Count(row, "supplement_days", 10_000),
            FeeVnd = Count(row, "fee_vnd", 1_000_000_000_000),
            IsPaidOnline = Flag(row, "paid_online"),
            HasElectronicResult = Flag(row, "e_result"),
            IsDigitised = Flag(row, "components_digitised"),
            IsReused = Flag(row, "reused"),
            IsEidVerified = Flag(row, "eid_verified"),
            Satisfaction = row["satisfaction"] switch { "" => null, "1" => 1, "2" => 2, "3" => 3, var other => throw new RejectionException("satisfaction", $"Mức hài lòng «{other}» phải là 1, 2, 3 hoặc để trống.") },
            ApplicantKind = row["applicant_kind"] switch
            {
                "" or "person" => ApplicantKind.Person,
                "organisation" => ApplicantKind.Organisation,
                var other => throw new RejectionException("applicant_kind", $"Loại người nộp «{other}» phải là person hoặc organisation."),
            },
            ApplicantCommune = row["applicant_commune"] is var commune && (commune.Length == 0 || (commune.Length == 5 && commune.All(char.IsAsciiDigit)))
                ? commune : throw new RejectionException("applicant_commune", $"Mã xã «{commune}» phải có 5 chữ số."),
        };
        line.CheckOrder();
        return line;
    }

    /// <summary>The row of the export.</summary>
    public IReadOnlyList<string?> Fields() =>
    [
        Code, Procedure, ReceivingUnit, HandlingUnit, ImportWords.Of(Channel), ImportWords.Of(AssistedBy), Text(SubmittedAt), Text(AcceptedAt), Text(DueAt), Text(FirstDueAt), Text(FinishedAt), Text(ReturnedAt),
        Number((int)State), Outcome switch { DossierOutcome.Granted => "granted", DossierOutcome.Refused => "refused", _ => "" }, Number(SupplementCount), Number(SupplementDays), Number(FeeVnd),
        Bit(IsPaidOnline), Bit(HasElectronicResult), Bit(IsDigitised), Bit(IsReused), Bit(IsEidVerified), Satisfaction is { } s ? Number(s) : "",
        ApplicantKind == ApplicantKind.Organisation ? "organisation" : "person", ApplicantCommune,
    ];

    /// <summary>Digest of the whole content: another one for another content.</summary>
    public UInt128 Digest() => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Fields()))));

    private void CheckOrder()
    {
        foreach (var (column, at) in new[] { ("submitted_at", SubmittedAt), ("accepted_at", AcceptedAt), ("finished_at", FinishedAt), ("returned_at", ReturnedAt) })
        {
            if (at < Earliest) throw new RejectionException(column, "Thời điểm trước năm 2000: kiểm tra lại ngày.");
        }

        if (ReturnedAt < AcceptedAt) throw new RejectionException("returned_at", "Trả kết quả trước khi tiếp nhận.");
        if (AcceptedAt is null && State is not (DossierState.Submitted or DossierState.NotAccepted or DossierState.AwaitingSupplement or DossierState.Withdrawn))
        {
            throw new RejectionException("accepted_at", $"Thiếu thời điểm tiếp nhận ở trạng thái {(int)State}.");
        }

        if (FinishedAt < AcceptedAt) throw new RejectionException("finished_at", "Xử lý xong trước khi tiếp nhận.");
        if (State == DossierState.Finished && FinishedAt is null) throw new RejectionException("finished_at", "Trạng thái 9 phải có thời điểm xử lý xong.");
        if (State == DossierState.Returned && ReturnedAt is null) throw new RejectionException("returned_at", "Trạng thái 10 phải có thời điểm trả kết quả.");
    }

    private static string Need(ImportTable row, string column, string reason) => row[column] is { Length: > 0 } text ? text : throw new RejectionException(column, reason);

    private static DateTimeOffset? Instant(ImportTable row, string column, DateTimeOffset? notAfter)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (!InstantText.TryParse(text, out var at)) throw new RejectionException(column, $"«{text}» không phải thời điểm ISO 8601 có múi giờ hoặc yyyy-MM-dd HH:mm.");
        return at > notAfter ? throw new RejectionException(column, $"Thời điểm {text} ở tương lai.") : DossierChain.Cut(at);
    }

    private static long Count(ImportTable row, string column, long most)
    {
        var text = row[column];
        if (text.Length == 0) return 0;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || count > most) throw new RejectionException(column, $"«{text}» phải là số nguyên.");
        return count < 0 ? throw new RejectionException(column, $"{text} là số âm.") : count;
    }

    private static bool Flag(ImportTable row, string column) => row[column] switch
    {
        "" or "0" => false,
        "1" => true,
        var other => throw new RejectionException(column, $"«{other}» phải là 0 hoặc 1."),
    };

    private static string Text(DateTimeOffset? at) => at is { } instant ? InstantText.Local(instant) : "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Bit(bool flag) => flag ? "1" : "0";
}

/// <summary>Words of the import format.</summary>
internal static class ImportWords
{
    public static Channel Channel(string word) => word switch
    {
        "online" => Domain.Dossiers.Channel.Online,
        "counter" => Domain.Dossiers.Channel.Counter,
        "post" => Domain.Dossiers.Channel.Post,
        "mobile" => Domain.Dossiers.Channel.Mobile,
        "" => throw new RejectionException("channel", "Thiếu hình thức nộp: online, counter, post hoặc mobile."),
        _ => throw new RejectionException("channel", $"Hình thức nộp «{word}» phải là online, counter, post hoặc mobile."),
    };

    public static AssistedBy Assistance(string word) => word switch
    {
        "" => AssistedBy.Self,
        "officer" => AssistedBy.Officer,
        "community_team" => AssistedBy.CommunityTeam,
        "association" => AssistedBy.Association,
        _ => throw new RejectionException("assisted_by", $"Người hỗ trợ «{word}» phải là officer, community_team, association hoặc để trống."),
    };

    public static string Of(Channel channel) => channel switch
    {
        Domain.Dossiers.Channel.Online => "online",
        Domain.Dossiers.Channel.Post => "post",
        Domain.Dossiers.Channel.Mobile => "mobile",
        _ => "counter",
    };

    public static string Of(AssistedBy assisted) => assisted switch
    {
        AssistedBy.Officer => "officer",
        AssistedBy.CommunityTeam => "community_team",
        AssistedBy.Association => "association",
        _ => "",
    };
}
