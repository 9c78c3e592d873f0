package dev.vto.infra.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.PostgresServer;
import dev.vto.infra.test.Schema;
import dev.vto.provision.DatabasePasswords;
import dev.vto.provision.PlatformDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From each schema that is kept, filled, to the present one; and what the services of then find on the present one. */
class UpgradeTest {

    private static final DatabasePasswords PASSWORDS = new DatabasePasswords("super", "owner", "catalog", "worker");

    /** What services ask for by name: it may get more, and never less, as long as an older version may run. */
    private static final Set<String> RELIED_ON = Set.of("relation", "column", "sequence", "extension", "right");

    private static final String NOT_VALID =
            """
            SELECT conname::text FROM pg_constraint WHERE NOT convalidated OR NOT conenforced
            UNION ALL SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid
            """;

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static List<SchemaPart> present;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(folder, 0, PASSWORDS);
        present = migrated("present");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<KeptSchema> kept() {
        return KeptSchema.all();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void keepsAllRows(KeptSchema kept) throws SQLException {
        String database = create(kept, "filled_" + kept);
        fill(kept, database);
        try (Connection owner = owner(database)) {
            Rows rows = new Rows(owner);
            Map<String, List<String>> before = rows.in(owner);
            assertThat(before).allSatisfy((table, filled) -> assertThat(filled).isNotEmpty());

            migrate(database);

            assertThat(rows.in(owner)).isEqualTo(before);
            assertThat(strings(owner, NOT_VALID)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void endsWithTheSchemaOfANewDatabase(KeptSchema kept) throws SQLException {
        assertThat(migrated(create(kept, "empty_" + kept))).isEqualTo(present);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void leavesWhatTheServicesOfThenRelyOn(KeptSchema kept) throws SQLException {
        List<SchemaPart> then = parts(create(kept, "then_" + kept));

        assertThat(present)
                .containsAll(then.stream()
                        .filter(part -> RELIED_ON.contains(part.kind()))
                        .toList());
        assertThat(functions(present)).containsAll(functions(then));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void takesWhatTheServicesOfThenWrite(KeptSchema kept) throws SQLException {
        String database = "written_by_" + kept;
        migrated(database);

        fill(kept, database);

        try (Connection owner = owner(database)) {
            assertThat(strings(owner, "SELECT DISTINCT status FROM vto_job"))
                    .containsExactlyInAnyOrder("PENDING", "QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD COLUMN more text",
                "ALTER TABLE vto_job ALTER COLUMN status SET NOT NULL",
                "ALTER TABLE vto_job ALTER COLUMN priority SET DEFAULT 6",
                "ALTER TABLE vto_job DROP CONSTRAINT ck_vto_job_kind",
                "ALTER TABLE vto_job RESET (fillfactor)",
                "DROP INDEX ix_vto_job_claim",
                "REVOKE DELETE ON products FROM vto_catalog",
                "REVOKE UPDATE (claim_key) ON vto_job FROM vto_worker",
                "GRANT EXECUTE ON FUNCTION vto_next_rank TO PUBLIC",
                "GRANT CREATE ON SCHEMA public TO vto_worker",
                "ALTER SEQUENCE outbox_position CACHE 2 INCREMENT 2",
                "DROP FUNCTION vto_next_rank"
            })
    void wouldNoticeADifference(String change) throws SQLException {
        try (Connection owner = owner("present");
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(change);

            assertThat(SchemaPart.of(owner)).isNotEqualTo(present);

            owner.rollback();
        }
    }

    private static String create(KeptSchema kept, String database) throws SQLException {
        PlatformDatabase.ensure(server.jdbcUrl(), PostgresServer.SUPERUSER, PASSWORDS, database);
        try (Connection owner = owner(database)) {
            kept.create(owner);
        }
        return database;
    }

    private static void fill(KeptSchema kept, String database) throws SQLException {
        try (Connection catalog = connect(database, "vto_catalog", PASSWORDS.catalog());
                Connection worker = connect(database, "vto_worker", PASSWORDS.worker())) {
            kept.fill(catalog, worker);
        }
    }

    private static List<SchemaPart> migrated(String database) throws SQLException {
        PlatformDatabase.ensure(server.jdbcUrl(), PostgresServer.SUPERUSER, PASSWORDS, database);
        migrate(database);
        return parts(database);
    }

    private static void migrate(String database) {
        Schema.migrate(url(database), "vto_owner", PASSWORDS.owner());
    }

    private static List<SchemaPart> parts(String database) throws SQLException {
        try (Connection owner = owner(database)) {
            return SchemaPart.of(owner);
        }
    }

    private static List<String> functions(List<SchemaPart> parts) {
        return parts.stream()
                .filter(part -> part.kind().equals("function"))
                .map(SchemaPart::name)
                .toList();
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    private static Connection owner(String database) throws SQLException {
        return connect(database, "vto_owner", PASSWORDS.owner());
    }

    private static Connection connect(String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(url(database), role, password);
    }

    private static String url(String database) {
        String platform = server.jdbcUrl();
        return platform.substring(0, platform.lastIndexOf('/') + 1) + database;
    }
}
