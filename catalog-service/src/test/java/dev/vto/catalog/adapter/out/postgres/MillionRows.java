package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;

import dev.vto.shared.adapter.job.JobSpecJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills the tables that lists are read from, quickly: without a log, foreign keys and, while rows come, indexes. Row n
 * of every table has the same id, and what belongs together shares it, so that most projects hold one of each. Every
 * tenth row belongs to the first user, project and so on instead, and of those every fifth is deleted.
 */
@ApplicationScoped
class MillionRows {

    /** The first row's id, of which the others count upwards: {@link #id}. */
    private static final UUID FIRST = UUID.fromString("0199c82c-c000-7000-8000-000000000000");

    static final List<String> TABLES = List.of(
            "collections",
            "projects",
            "products",
            "vto_job",
            "generate_img",
            "generate_video",
            "marketing_letter",
            "outbox_event");

    private static final int THREADS = 2;

    private static final String IDS =
            """
            CREATE UNLOGGED TABLE row_id AS
            SELECT n, ('0199c82c-c000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
              CASE WHEN n % 50 <= 1 THEN now() END AS deleted_at
            FROM generate_series(0, 999999) n
            """;

    private static final List<String> ROWS = List.of(
            """
            INSERT INTO collections (id, user_id, name, deleted_at)
            SELECT id, CASE WHEN n % 10 = 0 THEN :first ELSE id END, 'Spring', CASE WHEN n > 0 THEN deleted_at END
            FROM row_id ORDER BY n
            """,
            """
            INSERT INTO projects (id, user_id, collection_id, name, deleted_at, shard_user_list)
            SELECT id, CASE WHEN n % 10 = 0 THEN :first ELSE id END, CASE WHEN n % 10 = 0 THEN :first ELSE id END, 'Lookbook',
              CASE WHEN n > 0 THEN deleted_at END,
              CASE WHEN n % 100 = 7 THEN jsonb_build_array(jsonb_build_object('role', 'VIEWER', 'userId',
                CASE WHEN n % 500 = 7 THEN :first ELSE id END)) END
            FROM row_id ORDER BY n
            """,
            """
            INSERT INTO products (id, user_id, project_id, deleted_at)
            SELECT id, id, CASE WHEN n % 10 = 0 THEN :first ELSE id END, CASE WHEN n > 0 THEN deleted_at END FROM row_id ORDER BY n
            """,
            """
            INSERT INTO vto_job (id, user_id, project_id, product_id, submitted_by, status, kind, spec)
            SELECT id, CASE WHEN n % 10 = 0 THEN :first ELSE id END, CASE WHEN n % 10 = 0 THEN :first ELSE id END,
              CASE WHEN n % 1000 = 0 THEN :first ELSE id END,
              CASE WHEN n % 10 = 0 OR n % 500 = 7 THEN :first ELSE id END,
              CASE WHEN n % 1000 < 20 THEN 'FAILED' ELSE 'SUCCEEDED' END, 'LETTER',
              CASE WHEN n % 10 = 0 OR n % 500 = 7 THEN ':spec'::jsonb ELSE '{}' END
            FROM row_id ORDER BY n
            """,
            picture("generate_img"),
            picture("generate_video"),
            """
            INSERT INTO marketing_letter (id, user_id, project_id, product_id, job_id, language, deleted_at)
            SELECT id, id, CASE WHEN n % 10 = 0 THEN :first ELSE id END, CASE WHEN n % 1000 = 0 THEN :first ELSE id END, id, 'ko', deleted_at
            FROM row_id ORDER BY n
            """,
            """
            INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, payload, sent_at, position)
            SELECT id, 'vto_job', CASE WHEN n % 1000 = 0 THEN :first ELSE id END, 'vto.job.started.v1',
              jsonb_build_object('projectId', id, 'userId', CASE WHEN n % 10 = 0 THEN :first ELSE id END,
                'submittedBy', CASE WHEN n % 10 = 0 OR n % 500 = 7 THEN :first ELSE id END), now(), n
            FROM row_id ORDER BY n
            """);

    private static final String NAMES = "('" + String.join("', '", TABLES) + "')";

    private static final String FOREIGN_KEYS =
            """
            SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname) FROM pg_constraint
            WHERE contype = 'f' AND (confrelid::regclass::text IN %1$s OR conrelid::regclass::text IN %1$s)
            """
                    .formatted(NAMES);

    private static final String OF_THE_TABLES = "FROM pg_indexes WHERE schemaname = 'public' AND tablename IN " + NAMES
            + " AND indexname NOT LIKE '%_pkey'";

    private static final String INDEXES = "SELECT indexdef " + OF_THE_TABLES;
    private static final String DROP_INDEXES = "SELECT 'DROP INDEX ' || indexname " + OF_THE_TABLES;

    private final String url;
    private final String user;
    private final String password;

    MillionRows(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.liquibase.username") String user,
            @ConfigProperty(name = "quarkus.liquibase.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The id of a row in every table. */
    static UUID id(int row) {
        return new UUID(FIRST.getMostSignificantBits(), FIRST.getLeastSignificantBits() + row);
    }

    void fill() {
        String spec = JobSpecJson.write(aNewJob().forALetter().build().spec());
        List<String> indexes = read(INDEXES);
        read(FOREIGN_KEYS).forEach(this::run);
        read(DROP_INDEXES).forEach(this::run);
        TABLES.forEach(table -> run("ALTER TABLE " + table + " SET UNLOGGED"));
        run(IDS);
        runAll(ROWS.stream()
                .map(insert -> insert.replace(":first", "'" + FIRST + "'::uuid").replace(":spec", spec))
                .toList());
        runAll(indexes);
        runAll(TABLES.stream().map(table -> "ANALYZE " + table).toList());
    }

    /** Gives the room back that the rows take. */
    void empty() {
        run("DROP TABLE row_id");
        run("TRUNCATE " + String.join(", ", TABLES));
    }

    /** Statements that a query writes. */
    private List<String> read(String query) {
        List<String> statements = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return statements;
    }

    /** Some at a time, in any order. */
    private void runAll(List<String> statements) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<? extends Future<?>> runs = statements.stream()
                    .map(statement -> threads.submit(() -> run(statement)))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '256MB'");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String picture(String table) {
        return """
            INSERT INTO %s (id, user_id, project_id, product_id, job_id, url, is_selected, deleted_at)
            SELECT id, id, CASE WHEN n %% 10 = 0 THEN :first ELSE id END, CASE WHEN n %% 1000 = 0 THEN :first ELSE id END,
              CASE WHEN n %% 5000 = 0 THEN :first ELSE id END, 'media:a.jpg', n %% 1000 < 20, deleted_at
            FROM row_id ORDER BY n
            """
                .formatted(table);
    }
}
