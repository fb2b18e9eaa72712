namespace MotCua.Domain.Dossiers;

/// <summary>The ten states of the national exchange (QCVN 120:2019). Numbers are the exchange's codes; their order means nothing.</summary>
public enum DossierState
{
    /// <summary>Mới đăng ký: sent, not yet accepted.</summary>
    Submitted = 1,

    /// <summary>Được tiếp nhận.</summary>
    Accepted = 2,

    /// <summary>Không được tiếp nhận.</summary>
    NotAccepted = 3,

    /// <summary>Đang xử lý.</summary>
    Processing = 4,

    /// <summary>Yêu cầu bổ sung giấy tờ.</summary>
    AwaitingSupplement = 5,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    AwaitingPayment = 6,

    /// <summary>Công dân yêu cầu rút hồ sơ.</summary>
    Withdrawn = 7,

    /// <summary>Dừng xử lý.</summary>
    Stopped = 8,

    /// <summary>Đã xử lý xong.</summary>
    Finished = 9,

    /// <summary>Đã trả kết quả.</summary>
    Returned = 10,
}

/// <summary>What the authority decided on a finished dossier.</summary>
public enum DossierOutcome
{
    /// <summary>Đồng ý giải quyết.</summary>
    Granted = 1,

    /// <summary>Từ chối giải quyết, in writing with reasons (NĐ 61/2018 Đ19 k8).</summary>
    Refused = 2,
}

/// <summary>By which way the dossier came (NĐ 61/2018 Đ16). 1-3 are the exchange's codes of <c>KenhThucHien</c>.</summary>
public enum Channel
{
    /// <summary>Trực tiếp tại Bộ phận Một cửa.</summary>
    Counter = 1,

    /// <summary>Trực tuyến: sent from the applicant's own or a mandated session.</summary>
    Online = 2,

    /// <summary>Bưu chính công ích.</summary>
    Post = 3,

    /// <summary>Tiếp nhận lưu động (NĐ 61/2018 Đ14 k5).</summary>
    Mobile = 4,
}

/// <summary>Who helped the applicant to file. Honest channels: helped filing is never shown as self-service.</summary>
public enum AssistedBy
{
    /// <summary>Nobody.</summary>
    Self = 0,

    /// <summary>An officer.</summary>
    Officer = 1,

    /// <summary>Tổ công nghệ số cộng đồng.</summary>
    CommunityTeam = 2,

    /// <summary>Hội, đoàn thể.</summary>
    Association = 3,
}

/// <summary>In which standing the submitter sends a dossier for chủ hồ sơ (NĐ 61/2018 Đ16; BLDS 2015 Đ134-138). The applicant and the submitter are different facts.</summary>
public enum SubmitterStanding
{
    /// <summary>The applicant sent or brought it.</summary>
    Applicant = 0,

    /// <summary>Được ủy quyền bằng văn bản (BLDS Đ138).</summary>
    Authorised = 1,

    /// <summary>Đại diện theo pháp luật của cá nhân: cha mẹ, người giám hộ, người do Tòa án chỉ định (BLDS Đ136).</summary>
    LegalRepresentative = 2,

    /// <summary>Người đại diện theo pháp luật của tổ chức (BLDS Đ137).</summary>
    OrganisationHead = 3,
}

/// <summary>Whether the applicant is a person or an organisation.</summary>
public enum ApplicantKind
{
    /// <summary>Cá nhân.</summary>
    Person = 1,

    /// <summary>Tổ chức, doanh nghiệp.</summary>
    Organisation = 2,
}
