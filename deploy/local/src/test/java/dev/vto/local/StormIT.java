package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.Faults;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trouble with PostgreSQL while jobs are submitted and run. */
@ExtendWith(Fleet.Shared.class)
class StormIT {

    private static final String OUR_CONNECTIONS =
            "FROM pg_stat_activity WHERE usename IN ('vto_catalog', 'vto_worker', 'vto_owner')";

    private Fleet fleet;
    private Trial trial;

    @BeforeEach
    void begin(Fleet running) throws Exception {
        fleet = running;
        trial = Trial.begin(fleet);
    }

    @Test
    void survivesThatItsConnectionsAreEndedOverAndOver() throws Exception {
        trial.assertRecoversFrom("broken connections", () -> {
            for (int second = 0; second < Faults.stormSeconds(); second++) {
                fleet.database().rows("SELECT pg_terminate_backend(pid) " + OUR_CONNECTIONS);
                trial.submitFor(Duration.ofSeconds(1));
            }
        });
    }

    @Test
    void survivesThatPostgresCrashes() throws Exception {
        trial.assertRecoversFrom("a crash of PostgreSQL", () -> {
            long backend = ((Number) fleet.database()
                            .row("SELECT min(pid) AS pid " + OUR_CONNECTIONS)
                            .get("pid"))
                    .longValue();
            // The postmaster then ends all others too, and recovers from the log.
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            trial.submitFor(Duration.ofSeconds(2));
        });
    }

    @Test
    void survivesThatPostgresIsStoppedAndStarted() throws Exception {
        trial.assertRecoversFrom("PostgreSQL stopped", () -> {
            fleet.servers().stopPostgres();
            try {
                trial.submitFor(Duration.ofSeconds(Faults.maintenanceSeconds()));
            } finally {
                fleet.servers().startPostgres();
            }
        });
    }

    @Test
    void survivesThatNothingIsHeardOfPostgres() throws Exception {
        trial.assertRecoversFrom("silence of PostgreSQL", () -> {
            fleet.network().postgres().silence();
            try {
                trial.submitFor(Duration.ofSeconds(Faults.silenceSeconds()));
            } finally {
                fleet.network().postgres().mend();
            }
        });
    }

    @Test
    void survivesThatOthersHoldAllConnections() throws Exception {
        trial.assertRecoversFrom("no connection left", () -> {
            List<Connection> others = new ArrayList<>();
            try {
                fleet.database().rows("SELECT pg_terminate_backend(pid) " + OUR_CONNECTIONS);
                takeAll(others);
                trial.submitFor(Duration.ofSeconds(Faults.exhaustionSeconds()));
            } finally {
                for (Connection other : others) {
                    other.close();
                }
            }
        });
    }

    private void takeAll(List<Connection> others) {
        StackFile stack = fleet.file();
        try {
            while (true) {
                others.add(DriverManager.getConnection(stack.jdbcUrl(), stack.pgUser(), stack.pgPassword()));
            }
        } catch (SQLException full) {
            assertThat(full.getSQLState()).isEqualTo("53300");
        }
    }
}
