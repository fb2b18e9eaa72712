using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Init : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    assurance_level = table.Column<string>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", nullable: false),
                    identity_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    identity_index = table.Column<string>(type: "TEXT", nullable: false),
                    birth_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    gender = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    is_organisation = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_sign_in_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "criterion_days",
                columns: table => new
                {
                    criterion = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion_days", x => new { x.criterion, x.day, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "criterion_months",
                columns: table => new
                {
                    criterion = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion_months", x => new { x.criterion, x.day, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "criterion_offers",
                columns: table => new
                {
                    criterion = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    days1 = table.Column<long>(type: "INTEGER", nullable: false),
                    days2 = table.Column<long>(type: "INTEGER", nullable: false),
                    days3 = table.Column<long>(type: "INTEGER", nullable: false),
                    days4 = table.Column<long>(type: "INTEGER", nullable: false),
                    days5 = table.Column<long>(type: "INTEGER", nullable: false),
                    days6 = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criterion_offers", x => new { x.criterion, x.year, x.unit_key, x.procedure_code });
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    mandate = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dirty_dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dirty_dossiers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "divisions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", nullable: true),
                    province_code = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_divisions", x => new { x.code, x.from });
                });

            migrationBuilder.CreateTable(
                name: "dossier_answers",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    form_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_answers", x => new { x.dossier_id, x.round });
                });

            migrationBuilder.CreateTable(
                name: "dossier_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    component_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    paper_reason = table.Column<string>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    is_digitised = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_events",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    process_type = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_events", x => new { x.dossier_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "dossier_facts",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    assisted_by = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    late_after = table.Column<long>(type: "INTEGER", nullable: true),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    early_before = table.Column<long>(type: "INTEGER", nullable: true),
                    index_late_after = table.Column<long>(type: "INTEGER", nullable: true),
                    result_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    has_electronic_result = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_digitised = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_reused = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_eid_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_fee = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_paid_online = table.Column<bool>(type: "INTEGER", nullable: false),
                    satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    days_taken = table.Column<int>(type: "INTEGER", nullable: true),
                    dossier_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_facts", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    is_for_applicant = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_parties",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false),
                    identity_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    identity_index = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    phone_index = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    birth_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    submitter_name = table.Column<string>(type: "TEXT", nullable: false),
                    submitter_identity_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    mandate_ground = table.Column<string>(type: "TEXT", nullable: false),
                    mandate_paper = table.Column<string>(type: "TEXT", nullable: false),
                    helper_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_parties", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_reads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_reads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ending = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dossiers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission_code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    limit_case = table.Column<string>(type: "TEXT", nullable: false),
                    receiving_unit = table.Column<string>(type: "TEXT", nullable: false),
                    handling_unit = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    assisted_by = table.Column<int>(type: "INTEGER", nullable: false),
                    standing = table.Column<int>(type: "INTEGER", nullable: false),
                    desk_declaration = table.Column<int>(type: "INTEGER", nullable: false),
                    assistant_id = table.Column<string>(type: "TEXT", nullable: true),
                    applicant_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    submitter_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    applicant_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    applicant_commune = table.Column<string>(type: "TEXT", nullable: false),
                    eid_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    acceptance_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    first_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    index_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_by_hours = table.Column<bool>(type: "INTEGER", nullable: false),
                    due_computed = table.Column<bool>(type: "INTEGER", nullable: false),
                    limit = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    respond_by = table.Column<long>(type: "INTEGER", nullable: true),
                    supplement_count = table.Column<int>(type: "INTEGER", nullable: false),
                    guidance_count = table.Column<int>(type: "INTEGER", nullable: false),
                    supplement_days = table.Column<int>(type: "INTEGER", nullable: false),
                    supplement_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    reappointment_count = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    step_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    step_number = table.Column<int>(type: "INTEGER", nullable: false),
                    step_role = table.Column<string>(type: "TEXT", nullable: false),
                    step_unit = table.Column<string>(type: "TEXT", nullable: false),
                    step_officer_id = table.Column<string>(type: "TEXT", nullable: true),
                    fee_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_vnd = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_online = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_electronic_result = table.Column<bool>(type: "INTEGER", nullable: false),
                    result_count = table.Column<int>(type: "INTEGER", nullable: false),
                    components_digitised = table.Column<bool>(type: "INTEGER", nullable: false),
                    reused = table.Column<bool>(type: "INTEGER", nullable: false),
                    satisfaction = table.Column<int>(type: "INTEGER", nullable: true),
                    is_imported = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossiers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    form_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    supplement_of = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fact_criteria",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    counts_dossiers = table.Column<bool>(type: "INTEGER", nullable: false),
                    keeps_offers = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_criteria", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "forecast_trials",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<double>(type: "REAL", nullable: false),
                    naive_error = table.Column<double>(type: "REAL", nullable: false),
                    held = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forecast_trials", x => new { x.unit_key, x.indicator, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "form_steps",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false),
                    screen = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    reached = table.Column<int>(type: "INTEGER", nullable: false),
                    passed = table.Column<int>(type: "INTEGER", nullable: false),
                    came_back = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_steps", x => new { x.day, x.procedure_code, x.page, x.screen });
                });

            migrationBuilder.CreateTable(
                name: "form_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_code = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    definition = table.Column<string>(type: "TEXT", nullable: false),
                    definition_hash = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_generated = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frozen_figures",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: true),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    points = table.Column<decimal>(type: "TEXT", nullable: true),
                    target = table.Column<decimal>(type: "TEXT", nullable: true),
                    attainment = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_frozen_figures", x => new { x.closing_id, x.indicator, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision_no = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holidays",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    office_closed = table.Column<bool>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holidays", x => new { x.date, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outbox_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "index_figures",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_index_figures", x => new { x.column, x.unit_key, x.from, x.to });
                });

            migrationBuilder.CreateTable(
                name: "indicator_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    target_code = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<int>(type: "INTEGER", nullable: false),
                    above = table.Column<string>(type: "TEXT", nullable: false),
                    below = table.Column<string>(type: "TEXT", nullable: false),
                    offered = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    drafted_by = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integrity_flag_dossiers",
                columns: table => new
                {
                    flag_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integrity_flag_dossiers", x => new { x.flag_id, x.dossier_id });
                });

            migrationBuilder.CreateTable(
                name: "integrity_flags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    threshold = table.Column<int>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    found_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    conclusion = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integrity_flags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    last_done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "log_roots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<string>(type: "TEXT", nullable: false),
                    chain_count = table.Column<int>(type: "INTEGER", nullable: false),
                    event_count = table.Column<long>(type: "INTEGER", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    previous_root = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_roots", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_counters",
                columns: table => new
                {
                    prefix = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counters", x => new { x.prefix, x.day });
                });

            migrationBuilder.CreateTable(
                name: "officer_addresses",
                columns: table => new
                {
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_addresses", x => x.officer_id);
                });

            migrationBuilder.CreateTable(
                name: "officer_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outbox_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officer_networks",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    network_tag = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_networks", x => new { x.day, x.network_tag, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    totp_secret_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    totp_last_step = table.Column<long>(type: "INTEGER", nullable: false),
                    failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    destination = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    body_cipher = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempt_count = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "page_visits",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false),
                    screen = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_visits", x => new { x.day, x.page, x.screen });
                });

            migrationBuilder.CreateTable(
                name: "period_closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_key = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    figures = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    reopened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reopened_by = table.Column<string>(type: "TEXT", nullable: false),
                    reopen_reason = table.Column<string>(type: "TEXT", nullable: false),
                    reopen_signature = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_period_closings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    drafters = table.Column<string>(type: "TEXT", nullable: false),
                    asked_units = table.Column<string>(type: "TEXT", nullable: false),
                    opinions_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    changes_plan = table.Column<bool>(type: "INTEGER", nullable: false),
                    changes_targets = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_tasks = table.Column<string>(type: "TEXT", nullable: false),
                    replaces_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    change_text = table.Column<string>(type: "TEXT", nullable: false),
                    replaced_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    issued_no = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signer = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    decision_no = table.Column<string>(type: "TEXT", nullable: false),
                    decision_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    signer = table.Column<string>(type: "TEXT", nullable: false),
                    signer_title = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: false),
                    based_on_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    drafters = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    due_before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_after = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_files",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_files", x => x.file_id);
                });

            migrationBuilder.CreateTable(
                name: "plan_opinions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    taken_up = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_opinions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_task_advice",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    desk_key = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: true),
                    online_share = table.Column<decimal>(type: "TEXT", nullable: true),
                    self_share = table.Column<decimal>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    of_services = table.Column<long>(type: "INTEGER", nullable: false),
                    online_of_services = table.Column<long>(type: "INTEGER", nullable: false),
                    self_online_of_services = table.Column<long>(type: "INTEGER", nullable: false),
                    accepted = table.Column<long>(type: "INTEGER", nullable: false),
                    online = table.Column<long>(type: "INTEGER", nullable: false),
                    moved = table.Column<long>(type: "INTEGER", nullable: false),
                    effort_days = table.Column<decimal>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    promised_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_task_advice", x => x.task_id);
                });

            migrationBuilder.CreateTable(
                name: "plan_task_effects",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    numerator_before = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator_before = table.Column<long>(type: "INTEGER", nullable: false),
                    numerator_after = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator_after = table.Column<long>(type: "INTEGER", nullable: false),
                    target = table.Column<decimal>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_task_effects", x => new { x.task_id, x.indicator });
                });

            migrationBuilder.CreateTable(
                name: "plan_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    lead_unit = table.Column<string>(type: "TEXT", nullable: false),
                    co_units = table.Column<string>(type: "TEXT", nullable: false),
                    directed_by = table.Column<string>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    first_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sort_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answerers = table.Column<string>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "procedure_closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_pause = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reopened_by = table.Column<string>(type: "TEXT", nullable: true),
                    reopened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reopen_decision = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_closings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedure_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedure_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "procedures",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    field_key = table.Column<string>(type: "TEXT", nullable: false),
                    field_name = table.Column<string>(type: "TEXT", nullable: false),
                    ministry = table.Column<string>(type: "TEXT", nullable: false),
                    org_key = table.Column<string>(type: "TEXT", nullable: false),
                    levels = table.Column<string>(type: "TEXT", nullable: false),
                    is_vertical = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_high_volume = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    missing = table.Column<string>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    current_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_procedures", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "published_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    unit_name = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    numerator = table.Column<decimal>(type: "TEXT", nullable: true),
                    denominator = table.Column<decimal>(type: "TEXT", nullable: true),
                    value = table.Column<decimal>(type: "TEXT", nullable: false),
                    value_unit = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_pieces",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_pieces", x => new { x.run_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "report_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    scope_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    all = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    as_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failure = table.Column<string>(type: "TEXT", nullable: false),
                    report_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    schedule_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_schedules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    cut = table.Column<int>(type: "INTEGER", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    scope_name = table.Column<string>(type: "TEXT", nullable: false),
                    working_days_after = table.Column<int>(type: "INTEGER", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_period = table.Column<string>(type: "TEXT", nullable: false),
                    next_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    template_version = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    scope_name = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", nullable: false),
                    as_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_number = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: true),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restatements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    other_unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    other_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    before = table.Column<int>(type: "INTEGER", nullable: false),
                    after = table.Column<int>(type: "INTEGER", nullable: false),
                    is_moved = table.Column<bool>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    process_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restatements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    verify_token = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    drafted_by = table.Column<string>(type: "TEXT", nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", nullable: false),
                    stamped_by = table.Column<string>(type: "TEXT", nullable: false),
                    document_number = table.Column<int>(type: "INTEGER", nullable: true),
                    document_symbol = table.Column<string>(type: "TEXT", nullable: false),
                    document_year = table.Column<int>(type: "INTEGER", nullable: true),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    superseded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rollup_days",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    assisted_by = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    with_result = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_late = table.Column<int>(type: "INTEGER", nullable: false),
                    electronic_results = table.Column<int>(type: "INTEGER", nullable: false),
                    digitised = table.Column<int>(type: "INTEGER", nullable: false),
                    reused = table.Column<int>(type: "INTEGER", nullable: false),
                    eid_verified = table.Column<int>(type: "INTEGER", nullable: false),
                    with_fee = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_paid_online = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_days", x => new { x.unit_key, x.procedure_code, x.channel, x.day, x.assisted_by, x.level });
                });

            migrationBuilder.CreateTable(
                name: "rollup_offer_months",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    online = table.Column<int>(type: "INTEGER", nullable: false),
                    self_online = table.Column<int>(type: "INTEGER", nullable: false),
                    of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    online_of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    self_online_of_services = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_offer_months", x => new { x.unit_key, x.procedure_code, x.day });
                });

            migrationBuilder.CreateTable(
                name: "rollup_offer_years",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    online1 = table.Column<long>(type: "INTEGER", nullable: false),
                    online2 = table.Column<long>(type: "INTEGER", nullable: false),
                    online3 = table.Column<long>(type: "INTEGER", nullable: false),
                    online4 = table.Column<long>(type: "INTEGER", nullable: false),
                    online5 = table.Column<long>(type: "INTEGER", nullable: false),
                    online6 = table.Column<long>(type: "INTEGER", nullable: false),
                    any1 = table.Column<long>(type: "INTEGER", nullable: false),
                    any2 = table.Column<long>(type: "INTEGER", nullable: false),
                    any3 = table.Column<long>(type: "INTEGER", nullable: false),
                    any4 = table.Column<long>(type: "INTEGER", nullable: false),
                    any5 = table.Column<long>(type: "INTEGER", nullable: false),
                    any6 = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_offer_years", x => new { x.unit_key, x.procedure_code, x.year });
                });

            migrationBuilder.CreateTable(
                name: "rollup_unit_days",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    online_of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    self_online_of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    online_with_result = table.Column<int>(type: "INTEGER", nullable: false),
                    electronic_results = table.Column<int>(type: "INTEGER", nullable: false),
                    digitised = table.Column<int>(type: "INTEGER", nullable: false),
                    reused = table.Column<int>(type: "INTEGER", nullable: false),
                    eid_verified = table.Column<int>(type: "INTEGER", nullable: false),
                    with_fee = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_paid_online = table.Column<int>(type: "INTEGER", nullable: false),
                    index_bound = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    days_taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_unit_days", x => new { x.day, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "rollup_unit_months",
                columns: table => new
                {
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    online_of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    self_online_of_services = table.Column<int>(type: "INTEGER", nullable: false),
                    online_with_result = table.Column<int>(type: "INTEGER", nullable: false),
                    electronic_results = table.Column<int>(type: "INTEGER", nullable: false),
                    digitised = table.Column<int>(type: "INTEGER", nullable: false),
                    reused = table.Column<int>(type: "INTEGER", nullable: false),
                    eid_verified = table.Column<int>(type: "INTEGER", nullable: false),
                    with_fee = table.Column<int>(type: "INTEGER", nullable: false),
                    fee_paid_online = table.Column<int>(type: "INTEGER", nullable: false),
                    index_bound = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    days_taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rollup_unit_months", x => new { x.day, x.unit_key });
                });

            migrationBuilder.CreateTable(
                name: "routes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    steps = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_routes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_miss_marks",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_miss_marks", x => new { x.hash, x.day });
                });

            migrationBuilder.CreateTable(
                name: "search_misses",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_misses", x => new { x.day, x.words });
                });

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_code = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    eligible_full = table.Column<bool>(type: "INTEGER", nullable: true),
                    online_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    decision_no = table.Column<string>(type: "TEXT", nullable: false),
                    decision_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason_code = table.Column<string>(type: "TEXT", nullable: false),
                    legal_basis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holder_id = table.Column<string>(type: "TEXT", nullable: false),
                    is_officer = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    id_token_cipher = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    media_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submission_traces",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    session_tag = table.Column<string>(type: "TEXT", nullable: false),
                    network_tag = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_submission_traces", x => x.dossier_id);
                });

            migrationBuilder.CreateTable(
                name: "supplement_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_before_acceptance = table.Column<bool>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    respond_by = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplement_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_warnings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    period_key = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_late = table.Column<bool>(type: "INTEGER", nullable: false),
                    expected = table.Column<double>(type: "REAL", nullable: false),
                    target = table.Column<decimal>(type: "TEXT", nullable: false),
                    chance = table.Column<double>(type: "REAL", nullable: false),
                    missing = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_warnings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: false),
                    group_code = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    percent = table.Column<decimal>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_targets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "task_efforts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    days = table.Column<decimal>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_efforts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_group_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_code = table.Column<string>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_group_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_groups",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    plan_code = table.Column<string>(type: "TEXT", nullable: false),
                    edition_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_groups", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "unit_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: false),
                    abbreviation = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    parent_key = table.Column<string>(type: "TEXT", nullable: true),
                    identifier_code = table.Column<string>(type: "TEXT", nullable: false),
                    identifier_provisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    gso_code = table.Column<string>(type: "TEXT", nullable: false),
                    desk_name = table.Column<string>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    in_plan = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "warning_runs",
                columns: table => new
                {
                    period_key = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_late = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_runs", x => new { x.period_key, x.lead });
                });

            migrationBuilder.CreateTable(
                name: "working_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_key = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sessions = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_hours", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_identity_index",
                table: "accounts",
                column: "identity_index");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_issuer_subject",
                table: "accounts",
                columns: new[] { "issuer", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audits_action_id",
                table: "audits",
                columns: new[] { "action", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audits_actor_id",
                table: "audits",
                columns: new[] { "actor", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audits_at",
                table: "audits",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audits_subject_id",
                table: "audits",
                columns: new[] { "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_dossier_id",
                table: "deliveries",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_divisions_parent_code",
                table: "divisions",
                column: "parent_code");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_documents_dossier_id",
                table: "dossier_documents",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_dissatisfied",
                table: "dossier_facts",
                columns: new[] { "month", "unit_key" },
                filter: "satisfaction = 1");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_month_ended_at",
                table: "dossier_facts",
                columns: new[] { "month", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_month_index_late_after",
                table: "dossier_facts",
                columns: new[] { "month", "index_late_after" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_month_result_on",
                table: "dossier_facts",
                columns: new[] { "month", "result_on" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_paid_online",
                table: "dossier_facts",
                columns: new[] { "unit_key", "procedure_code", "day" },
                filter: "is_paid_online");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_unit_key_day_code",
                table: "dossier_facts",
                columns: new[] { "unit_key", "day", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_unit_key_procedure_code_day",
                table: "dossier_facts",
                columns: new[] { "unit_key", "procedure_code", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_unit_key_resolved_at",
                table: "dossier_facts",
                columns: new[] { "unit_key", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_facts_with_fee",
                table: "dossier_facts",
                columns: new[] { "unit_key", "procedure_code", "day" },
                filter: "has_fee");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_notes_dossier_id",
                table: "dossier_notes",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_parties_identity_index",
                table: "dossier_parties",
                column: "identity_index");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_parties_name_folded_dossier_id",
                table: "dossier_parties",
                columns: new[] { "name_folded", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_parties_phone_index",
                table: "dossier_parties",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "ix_dossier_reads_dossier_id_id",
                table: "dossier_reads",
                columns: new[] { "dossier_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossier_steps_dossier_id",
                table: "dossier_steps",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_applicant_account_id_id",
                table: "dossiers",
                columns: new[] { "applicant_account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_handling_unit_id",
                table: "dossiers",
                columns: new[] { "handling_unit", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_handling_unit_state_due_at_id",
                table: "dossiers",
                columns: new[] { "handling_unit", "state", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_number",
                table: "dossiers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_place_acceptance_due_at_id",
                table: "dossiers",
                columns: new[] { "place", "acceptance_due_at", "id" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_place_id",
                table: "dossiers",
                columns: new[] { "place", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_place_state_due_at_id",
                table: "dossiers",
                columns: new[] { "place", "state", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_receiving_unit_acceptance_due_at_id",
                table: "dossiers",
                columns: new[] { "receiving_unit", "acceptance_due_at", "id" },
                filter: "state = 1 AND receiving_unit <> place");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_receiving_unit_accepted_at",
                table: "dossiers",
                columns: new[] { "receiving_unit", "accepted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_receiving_unit_id",
                table: "dossiers",
                columns: new[] { "receiving_unit", "id" },
                filter: "receiving_unit <> place");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_receiving_unit_state_due_at_id",
                table: "dossiers",
                columns: new[] { "receiving_unit", "state", "due_at", "id" },
                filter: "receiving_unit <> place");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_step_officer_id_state_due_at_id",
                table: "dossiers",
                columns: new[] { "step_officer_id", "state", "due_at", "id" },
                filter: "step_officer_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_step_unit_id",
                table: "dossiers",
                columns: new[] { "step_unit", "id" },
                filter: "step_unit <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_step_unit_state_due_at_id",
                table: "dossiers",
                columns: new[] { "step_unit", "state", "due_at", "id" },
                filter: "step_unit <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_submission_code",
                table: "dossiers",
                column: "submission_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dossiers_submitter_account_id_id",
                table: "dossiers",
                columns: new[] { "submitter_account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_account_id_id",
                table: "drafts",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_form_versions_form_code_version",
                table: "form_versions",
                columns: new[] { "form_code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_form_versions_procedure_code",
                table: "form_versions",
                column: "procedure_code");

            migrationBuilder.CreateIndex(
                name: "ix_grants_officer_id",
                table: "grants",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_unit_key",
                table: "grants",
                column: "unit_key");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_account_id_id",
                table: "inbox_messages",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_outbox_id_account_id",
                table: "inbox_messages",
                columns: new[] { "outbox_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicator_versions_code_number",
                table: "indicator_versions",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_integrity_flag_dossiers_dossier_id",
                table: "integrity_flag_dossiers",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_integrity_flags_day_unit_key",
                table: "integrity_flags",
                columns: new[] { "day", "unit_key" });

            migrationBuilder.CreateIndex(
                name: "ix_integrity_flags_kind_unit_key_day_source",
                table: "integrity_flags",
                columns: new[] { "kind", "unit_key", "day", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officer_messages_officer_id_id",
                table: "officer_messages",
                columns: new[] { "officer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_officer_messages_outbox_id_officer_id",
                table: "officer_messages",
                columns: new[] { "outbox_id", "officer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officers_user_name",
                table: "officers",
                column: "user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_dossier_id",
                table: "outbox",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_state_next_attempt_at",
                table: "outbox",
                columns: new[] { "state", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "ix_period_closings_period_key_revision",
                table: "period_closings",
                columns: new[] { "period_key", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_documents_number",
                table: "plan_documents",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_editions_order",
                table: "plan_editions",
                column: "order",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_editions_plan_code_number",
                table: "plan_editions",
                columns: new[] { "plan_code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_editions_state",
                table: "plan_editions",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_plan_entries_subject_id_version",
                table: "plan_entries",
                columns: new[] { "subject_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_files_subject_id",
                table: "plan_files",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_opinions_document_id_version",
                table: "plan_opinions",
                columns: new[] { "document_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_task_advice_unit_key",
                table: "plan_task_advice",
                column: "unit_key");

            migrationBuilder.CreateIndex(
                name: "ix_plan_tasks_plan_code_number",
                table: "plan_tasks",
                columns: new[] { "plan_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_tasks_sort_on_number_id",
                table: "plan_tasks",
                columns: new[] { "sort_on", "number", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_procedure_closings_procedure_code_from",
                table: "procedure_closings",
                columns: new[] { "procedure_code", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_procedure_versions_code_number",
                table: "procedure_versions",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_procedures_field_key",
                table: "procedures",
                column: "field_key");

            migrationBuilder.CreateIndex(
                name: "ix_procedures_state_sort_key",
                table: "procedures",
                columns: new[] { "state", "sort_key" });

            migrationBuilder.CreateIndex(
                name: "ix_published_figures_unit_key_from",
                table: "published_figures",
                columns: new[] { "unit_key", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_report_runs_state_asked_at",
                table: "report_runs",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_report_schedules_template_kind_cut_scope",
                table: "report_schedules",
                columns: new[] { "template", "kind", "cut", "scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_made_at",
                table: "reports",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_reports_template_period_scope_revision",
                table: "reports",
                columns: new[] { "template", "period", "scope", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_restatements_day",
                table: "restatements",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_restatements_other_day",
                table: "restatements",
                column: "other_day");

            migrationBuilder.CreateIndex(
                name: "ix_results_code",
                table: "results",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_results_dossier_id",
                table: "results",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_results_unit_key_document_year_document_symbol_document_number",
                table: "results",
                columns: new[] { "unit_key", "document_year", "document_symbol", "document_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_results_verify_token",
                table: "results",
                column: "verify_token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rollup_offer_years_year",
                table: "rollup_offer_years",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_routes_unit_key_procedure_code_from",
                table: "routes",
                columns: new[] { "unit_key", "procedure_code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_miss_marks_day",
                table: "search_miss_marks",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_services_procedure_code",
                table: "services",
                column: "procedure_code");

            migrationBuilder.CreateIndex(
                name: "ix_services_unit_key_procedure_code_from",
                table: "services",
                columns: new[] { "unit_key", "procedure_code", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_holder_id",
                table: "sessions",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_last_seen_at",
                table: "sessions",
                column: "last_seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_dossier_id",
                table: "stored_files",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_draft_id",
                table: "stored_files",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_submission_traces_at",
                table: "submission_traces",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_supplement_requests_dossier_id",
                table: "supplement_requests",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_target_warnings_period_key_lead_unit_key_indicator",
                table: "target_warnings",
                columns: new[] { "period_key", "lead", "unit_key", "indicator" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_targets_group_code_unit_key_indicator_from",
                table: "targets",
                columns: new[] { "group_code", "unit_key", "indicator", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_efforts_kind_from",
                table: "task_efforts",
                columns: new[] { "kind", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_group_members_group_code_unit_key_from",
                table: "unit_group_members",
                columns: new[] { "group_code", "unit_key", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_groups_edition_id_key",
                table: "unit_groups",
                columns: new[] { "edition_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_versions_unit_key_from",
                table: "unit_versions",
                columns: new[] { "unit_key", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_units_gso_code",
                table: "units",
                column: "gso_code");

            migrationBuilder.CreateIndex(
                name: "ix_units_parent_key",
                table: "units",
                column: "parent_key");

            migrationBuilder.CreateIndex(
                name: "ix_working_hours_unit_key_from",
                table: "working_hours",
                columns: new[] { "unit_key", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "audits");

            migrationBuilder.DropTable(
                name: "criterion_days");

            migrationBuilder.DropTable(
                name: "criterion_months");

            migrationBuilder.DropTable(
                name: "criterion_offers");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "dirty_dossiers");

            migrationBuilder.DropTable(
                name: "divisions");

            migrationBuilder.DropTable(
                name: "dossier_answers");

            migrationBuilder.DropTable(
                name: "dossier_documents");

            migrationBuilder.DropTable(
                name: "dossier_events");

            migrationBuilder.DropTable(
                name: "dossier_facts");

            migrationBuilder.DropTable(
                name: "dossier_notes");

            migrationBuilder.DropTable(
                name: "dossier_parties");

            migrationBuilder.DropTable(
                name: "dossier_reads");

            migrationBuilder.DropTable(
                name: "dossier_steps");

            migrationBuilder.DropTable(
                name: "dossiers");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "fact_criteria");

            migrationBuilder.DropTable(
                name: "forecast_trials");

            migrationBuilder.DropTable(
                name: "form_steps");

            migrationBuilder.DropTable(
                name: "form_versions");

            migrationBuilder.DropTable(
                name: "frozen_figures");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "holidays");

            migrationBuilder.DropTable(
                name: "inbox_messages");

            migrationBuilder.DropTable(
                name: "index_figures");

            migrationBuilder.DropTable(
                name: "indicator_versions");

            migrationBuilder.DropTable(
                name: "integrity_flag_dossiers");

            migrationBuilder.DropTable(
                name: "integrity_flags");

            migrationBuilder.DropTable(
                name: "job_leases");

            migrationBuilder.DropTable(
                name: "log_roots");

            migrationBuilder.DropTable(
                name: "number_counters");

            migrationBuilder.DropTable(
                name: "officer_addresses");

            migrationBuilder.DropTable(
                name: "officer_messages");

            migrationBuilder.DropTable(
                name: "officer_networks");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "page_visits");

            migrationBuilder.DropTable(
                name: "period_closings");

            migrationBuilder.DropTable(
                name: "plan_documents");

            migrationBuilder.DropTable(
                name: "plan_editions");

            migrationBuilder.DropTable(
                name: "plan_entries");

            migrationBuilder.DropTable(
                name: "plan_files");

            migrationBuilder.DropTable(
                name: "plan_opinions");

            migrationBuilder.DropTable(
                name: "plan_task_advice");

            migrationBuilder.DropTable(
                name: "plan_task_effects");

            migrationBuilder.DropTable(
                name: "plan_tasks");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "procedure_closings");

            migrationBuilder.DropTable(
                name: "procedure_versions");

            migrationBuilder.DropTable(
                name: "procedures");

            migrationBuilder.DropTable(
                name: "published_figures");

            migrationBuilder.DropTable(
                name: "report_pieces");

            migrationBuilder.DropTable(
                name: "report_runs");

            migrationBuilder.DropTable(
                name: "report_schedules");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "restatements");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "rollup_days");

            migrationBuilder.DropTable(
                name: "rollup_offer_months");

            migrationBuilder.DropTable(
                name: "rollup_offer_years");

            migrationBuilder.DropTable(
                name: "rollup_unit_days");

            migrationBuilder.DropTable(
                name: "rollup_unit_months");

            migrationBuilder.DropTable(
                name: "routes");

            migrationBuilder.DropTable(
                name: "search_miss_marks");

            migrationBuilder.DropTable(
                name: "search_misses");

            migrationBuilder.DropTable(
                name: "services");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "submission_traces");

            migrationBuilder.DropTable(
                name: "supplement_requests");

            migrationBuilder.DropTable(
                name: "target_warnings");

            migrationBuilder.DropTable(
                name: "targets");

            migrationBuilder.DropTable(
                name: "task_efforts");

            migrationBuilder.DropTable(
                name: "unit_group_members");

            migrationBuilder.DropTable(
                name: "unit_groups");

            migrationBuilder.DropTable(
                name: "unit_versions");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "warning_runs");

            migrationBuilder.DropTable(
                name: "working_hours");
        }
    }
}
