using Npgsql;

namespace MotCua.TestKit;

/// <summary>
/// A year of the province's dossiers in a loaded PostgreSQL, made there by a few statements: over all offers of published procedures, most of them
/// returned, those of the last fortnight in every state, one in a hundred of the older ones overdue. Rows for lists and figures only: they have no chain.
/// </summary>
public static class ManyDossiers
{
    /// <summary>Identity index of every hundredth applicant, so that a search by identity number finds some.</summary>
    public const string KnownIdentity = "bench-identity-1";

    /// <summary>Adds dossiers that end at the moment.</summary>
    /// <param name="connectionString">A loaded PostgreSQL.</param>
    /// <param name="count">How many.</param>
    /// <param name="now">End of the year, UTC.</param>
    /// <param name="officerId">Officer who holds some of them.</param>
    public static async Task FillAsync(string connectionString, int count, DateTimeOffset now, string officerId = "")
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("n", count);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("officer", officerId);
        await command.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync();
    }

    private const string Sql = """
        CREATE TEMPORARY TABLE many AS
        WITH offers AS (
          SELECT s.procedure_code, s.unit_key, p.current_version_id, u.level,
                 CASE WHEN u.level = 'tinh' THEN COALESCE((SELECT c.key FROM units c WHERE c.kind = 'mot-cua' AND c.level = 'tinh' LIMIT 1), u.key) ELSE u.key END AS place,
                 row_number() OVER (ORDER BY md5(s.procedure_code || s.unit_key)) AS no
          FROM services s JOIN procedures p ON p.code = s.procedure_code JOIN units u ON u.key = s.unit_key
        ), numbered AS (
          SELECT i, @now - (i::float8 / @n) * interval '365 days' AS at, ('x' || substr(md5(i::text), 1, 7))::bit(28)::int AS dice FROM generate_series(1, @n) AS i
        )
        SELECT n.i, n.at, n.dice, o.procedure_code, o.unit_key, o.current_version_id, o.place,
               (lpad(to_hex((extract(epoch FROM n.at) * 1000)::bigint), 12, '0') || '7' || substr(md5('id' || n.i), 1, 3) || '8' || substr(md5('id' || n.i), 4, 15))::uuid AS id,
               CASE WHEN n.at > @now - interval '14 days' THEN (ARRAY[1, 1, 2, 4, 4, 4, 5, 9, 10, 10])[1 + n.dice % 10] WHEN n.dice % 100 = 0 THEN 4 ELSE 10 END AS state
        FROM numbered n JOIN offers o ON o.no = 1 + (n.dice / 7) % (SELECT count(*) FROM offers);

        INSERT INTO dossiers (id, submission_code, number, state, version, outcome, procedure_code, procedure_version_id, limit_case, receiving_unit, handling_unit, place, channel,
          assisted_by, standing, desk_declaration, applicant_kind, applicant_commune, eid_verified, submitted_at, acceptance_due_at, accepted_at, first_due_at, due_at, index_due_at, due_by_hours, due_computed,
          "limit", asked_at, respond_by, supplement_count, guidance_count, supplement_days, supplement_minutes, reappointment_count, finished_at, returned_at, ended_at, step_id,
          step_number, step_role, step_unit, step_officer_id, fee_vnd, paid_vnd, paid_online, has_electronic_result, result_count, components_digitised, reused, is_imported)
        SELECT id, 'NH-' || upper(substr(md5('code' || i), 1, 10)),
          CASE WHEN state > 1 THEN 'H03.' || (10 + dice % 27) || '-' || to_char(at, 'YYMMDD') || '-' || lpad((i % 10000)::text, 4, '0') || CASE WHEN i >= 10000 THEN '.' || (i / 10000) ELSE '' END END,
          state, 1, CASE WHEN state >= 9 THEN 1 END, procedure_code, current_version_id, '', unit_key, unit_key, place, CASE WHEN dice % 3 = 0 THEN 1 ELSE 2 END, 0, 0, 0, 1, '01840', true,
          at, at + interval '1 day', CASE WHEN state > 1 THEN at + interval '4 hours' END, CASE WHEN state > 1 THEN at + interval '10 days' END,
          CASE WHEN state > 1 THEN at + interval '10 days' END, CASE WHEN state > 1 THEN at + interval '10 days' END, false, true, '10 days',
          CASE WHEN state = 5 THEN at + interval '1 day' END, CASE WHEN state = 5 THEN at + interval '20 days' END, CASE WHEN state = 5 THEN 1 ELSE 0 END, 0, 0, 0, 0,
          CASE WHEN state >= 9 THEN at + interval '6 days' END, CASE WHEN state = 10 THEN at + interval '7 days' END, CASE WHEN state >= 9 THEN at + interval '6 days' END,
          CASE WHEN state = 4 THEN id END, CASE WHEN state = 4 THEN 1 ELSE 0 END, CASE WHEN state = 4 THEN CASE WHEN dice % 4 = 0 THEN 'UnitLeader' ELSE 'Handler' END ELSE '' END,
          CASE WHEN state = 4 THEN unit_key ELSE '' END, CASE WHEN state = 4 AND dice % 2 = 0 AND @officer <> '' THEN @officer END, 0, 0, false, state = 10, 0, dice % 2 = 0, false, false
        FROM many;

        INSERT INTO dossier_parties (dossier_id, name, name_folded, identity_cipher, identity_index, phone, phone_index, email, address, submitter_name, submitter_identity_cipher, mandate_ground, mandate_paper, helper_name)
        SELECT id, name, lower(name), '', CASE WHEN i % 100 = 1 THEN 'bench-identity-1' ELSE md5('identity' || i) END, '', md5('phone' || i), '', '', '', '', '', '', ''
        FROM many, LATERAL (SELECT (ARRAY['Nong', 'Hoang', 'Trieu', 'Ly', 'Be', 'Ma', 'Duong', 'Ha'])[1 + dice % 8] || ' ' || (ARRAY['Van', 'Thi', 'Duc', 'Ngoc'])[1 + (dice / 8) % 4] || ' '
          || (ARRAY['Pao', 'Lan', 'Tai', 'Hoa', 'Thang', 'Hanh', 'Son', 'Thuy'])[1 + (dice / 32) % 8]
            || CASE WHEN i % 4 = 0 THEN ' ' || (i % 1000) ELSE '' END AS name) AS who;
        DROP TABLE many;
        """;
}
