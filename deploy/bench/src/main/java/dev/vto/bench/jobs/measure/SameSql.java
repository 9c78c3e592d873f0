package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.peer.pgbench.PgBench;
import dev.vto.bench.jobs.peer.sql.SqlRole;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.process.Program;
import dev.vto.bench.jobs.report.UnderLoad;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The statements behind a request without all that is around them: by pgbench, or by JDBC where that is missing. */
final class SameSql {

    private static final String PROGRAM = "pgbench";
    private static final Duration BEGIN_LIMIT = Duration.ofMinutes(2);

    private SameSql() {}

    /** Who runs them here. */
    static String name() {
        return Program.find(PROGRAM).map(found -> PROGRAM).orElse("SQL by JDBC");
    }

    /** One round, with as many connections as the catalog's pool has. */
    static UnderLoad round(Stage stage, List<String> statements) throws IOException, InterruptedException {
        Optional<Path> program = Program.find(PROGRAM);
        Scale scale = stage.scale();
        if (program.isPresent()) {
            return new PgBench(
                            program.get(),
                            stage.login(),
                            Scale.SUBMIT_POOL,
                            stage.folder().resolve(PROGRAM),
                            stage.stop())
                    .measure(statements, scale.warmUp(), scale.time());
        }
        try (Child child = stage.child(SqlRole.class)) {
            child.ask(
                    SqlRole.BEGIN,
                    new SqlRole.Begin(stage.login(), Scale.SUBMIT_POOL, statements),
                    String.class,
                    BEGIN_LIMIT);
            return Load.put(name(), child, Scale.SUBMIT_POOL, scale.warmUp(), scale.time());
        }
    }
}
