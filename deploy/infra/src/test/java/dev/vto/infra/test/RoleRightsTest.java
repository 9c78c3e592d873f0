package dev.vto.infra.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the roles of the services may do in the migrated schema, and what they may not, each tried. */
class RoleRightsTest {

    private static final String REFUSED = "42501";

    private static String jdbcUrl;

    @BeforeAll
    static void migrate() {
        PlatformResource resource = new PlatformResource();
        resource.init(Map.of("role", "worker"));
        jdbcUrl = "jdbc:" + resource.start().get("VTO_DB_URL");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    worker  | SELECT FROM vto_job, projects, products, generate_img
                    worker  | UPDATE vto_job SET status = status, worker = '', claim = 0, progress = 0, error_code = '' WHERE false
                    worker  | UPDATE projects SET total_image_number = 0, marketing_letter_key = NULL WHERE false
                    worker  | UPDATE products SET generate_img_key = NULL, generate_video_key = NULL WHERE false
                    worker  | INSERT INTO generate_img (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO generate_video (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO marketing_letter (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO outbox_event (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO job_attempt (job_id) SELECT gen_random_uuid() WHERE false
                    worker  | DELETE FROM vto_job_step WHERE false
                    worker  | SELECT setval('vto_rank_clock_5', last_value) FROM vto_rank_clock_5
                    catalog | SELECT FROM users, collections, refresh_token, idempotency_key, job_attempt
                    catalog | DELETE FROM users WHERE false
                    catalog | DELETE FROM vto_job WHERE false
                    catalog | DELETE FROM used_nonce WHERE false
                    catalog | UPDATE outbox_event SET sent_at = now() WHERE false
                    catalog | SELECT setval('outbox_position', last_value) FROM outbox_position
                    catalog | UPDATE media_sweep SET after_key = NULL WHERE false
                    catalog | SELECT FROM databasechangelog
                    """)
    void may(String role, String sql) throws SQLException {
        assertThat(isRefused(role, sql)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    worker  | SELECT FROM users
                    worker  | SELECT FROM collections
                    worker  | SELECT FROM generate_video
                    worker  | SELECT FROM marketing_letter
                    worker  | SELECT FROM job_attempt
                    worker  | SELECT FROM outbox_event
                    worker  | SELECT FROM idempotency_key
                    worker  | SELECT FROM refresh_token
                    worker  | SELECT FROM used_nonce
                    worker  | SELECT FROM media_sweep
                    worker  | SELECT FROM outbox_position
                    worker  | SELECT FROM databasechangelog
                    worker  | UPDATE vto_job SET spec = '{}' WHERE false
                    worker  | UPDATE vto_job SET priority = 0 WHERE false
                    worker  | UPDATE vto_job SET rank = 0 WHERE false
                    worker  | UPDATE vto_job SET max_attempts = 9 WHERE false
                    worker  | UPDATE vto_job SET user_id = NULL WHERE false
                    worker  | UPDATE vto_job SET cancel_requested_at = NULL WHERE false
                    worker  | UPDATE projects SET name = '' WHERE false
                    worker  | UPDATE projects SET user_id = NULL WHERE false
                    worker  | UPDATE projects SET shard_user_list = '[]' WHERE false
                    worker  | UPDATE projects SET deleted_at = NULL WHERE false
                    worker  | UPDATE products SET upper_f_image_url = '' WHERE false
                    worker  | UPDATE products SET deleted_at = NULL WHERE false
                    worker  | UPDATE generate_img SET is_selected = true WHERE false
                    worker  | UPDATE outbox_event SET payload = '{}' WHERE false
                    worker  | INSERT INTO vto_job (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO projects (id) SELECT gen_random_uuid() WHERE false
                    worker  | INSERT INTO products (id) SELECT gen_random_uuid() WHERE false
                    worker  | DELETE FROM vto_job WHERE false
                    worker  | DELETE FROM projects WHERE false
                    worker  | DELETE FROM products WHERE false
                    worker  | DELETE FROM generate_img WHERE false
                    worker  | DELETE FROM generate_video WHERE false
                    worker  | DELETE FROM marketing_letter WHERE false
                    worker  | DELETE FROM job_attempt WHERE false
                    worker  | DELETE FROM outbox_event WHERE false
                    worker  | SELECT vto_next_rank(gen_random_uuid(), 5::smallint)
                    worker  | CREATE TABLE mine (id int)
                    worker  | CREATE SCHEMA mine
                    worker  | ALTER TABLE vto_job ADD mine int
                    worker  | DROP TABLE vto_job
                    worker  | TRUNCATE vto_job
                    worker  | SET ROLE vto_owner
                    worker  | SET ROLE vto_catalog
                    worker  | CREATE ROLE mine
                    worker  | SELECT FROM pg_authid
                    worker  | SELECT pg_read_file('postgresql.conf')
                    worker  | COPY vto_job TO PROGRAM 'cat'
                    catalog | SELECT FROM vto_job_step
                    catalog | UPDATE used_nonce SET expires_at = now() WHERE false
                    catalog | DELETE FROM media_sweep WHERE false
                    catalog | UPDATE databasechangelog SET md5sum = '' WHERE false
                    catalog | SELECT setval('vto_rank_clock_5', last_value) FROM vto_rank_clock_5
                    catalog | CREATE TABLE mine (id int)
                    catalog | CREATE SCHEMA mine
                    catalog | ALTER TABLE users ADD mine int
                    catalog | DROP TABLE users
                    catalog | TRUNCATE users
                    catalog | SET ROLE vto_owner
                    catalog | SET ROLE vto_worker
                    catalog | CREATE ROLE mine
                    catalog | SELECT FROM pg_authid
                    catalog | SELECT pg_read_file('postgresql.conf')
                    catalog | COPY users TO PROGRAM 'cat'
                    """)
    void mayNot(String role, String sql) throws SQLException {
        assertThat(isRefused(role, sql)).isTrue();
    }

    /** Whom a right of everybody's would reach. */
    @Test
    void givesEverybodyNothing() throws SQLException {
        try (Connection owner = connect("owner");
                ResultSet rows = owner.createStatement()
                        .executeQuery(
                                """
                                SELECT format('%s of %s', privilege_type, name) FROM (
                                  SELECT relname AS name, relacl AS rights FROM pg_class WHERE relnamespace = 'public'::regnamespace
                                  UNION ALL SELECT nspname, nspacl FROM pg_namespace WHERE nspname = 'public'
                                  UNION ALL SELECT datname, datacl FROM pg_database WHERE datname = current_database()
                                ), aclexplode(rights) WHERE grantee = 0 ORDER BY 1
                                """)) {
            List<String> rights = new ArrayList<>();
            while (rows.next()) {
                rights.add(rows.getString(1));
            }
            assertThat(rights).containsExactly("USAGE of public");
        }
    }

    /** Whether the role lacks the right for it; any other failure is thrown. */
    private static boolean isRefused(String role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.rollback();
            return false;
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }

    private static Connection connect(String role) throws SQLException {
        String password =
                switch (role) {
                    case "owner" -> Platform.PASSWORDS.owner();
                    case "catalog" -> Platform.PASSWORDS.catalog();
                    case "worker" -> Platform.PASSWORDS.worker();
                    default -> throw new IllegalArgumentException(role);
                };
        return DriverManager.getConnection(jdbcUrl, "vto_" + role, password);
    }
}
