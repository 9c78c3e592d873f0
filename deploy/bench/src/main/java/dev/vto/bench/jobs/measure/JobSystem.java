package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.load.Latencies;
import dev.vto.bench.jobs.load.LoadOrder;
import dev.vto.bench.jobs.load.PickUps;
import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.bench.jobs.peer.WriteBack;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A job system of others, in processes of its own that take the orders of {@link PeerRole}. */
interface JobSystem {

    String label();

    /** Why it cannot be measured here, or empty. */
    default String absence() {
        return "";
    }

    /** Starts a process of it. */
    Child child(Stage stage) throws InterruptedException;

    /** What {@link PeerRole.Begin} makes it of. */
    String maker();

    /**
     * Starts a process that submits or runs its jobs.
     *
     * @param pool connections
     * @param writeBack whether jobs write anything
     */
    default Running start(Stage stage, int pool, boolean writeBack) throws InterruptedException {
        Child child = child(stage);
        try {
            PeerRole.Begin begin = new PeerRole.Begin(
                    maker(),
                    stage.login(),
                    pool,
                    Scale.SUBMIT_THREADS,
                    writeBack ? WriteBack.STATEMENTS : List.of(),
                    stage.projects());
            return new Running(stage, child, child.ask(PeerRole.BEGIN, begin, PeerRole.Sql.class, Running.BEGIN_LIMIT));
        } catch (InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** A process that has begun. */
    record Running(Stage stage, Child child, PeerRole.Sql sql) implements AutoCloseable {

        private static final Duration BEGIN_LIMIT = Duration.ofMinutes(2);

        /** Makes its tables anew, and what jobs write to. */
        void prepare() throws SQLException, InterruptedException {
            stage.database().execute(WriteBack.TABLES);
            child.ask(PeerRole.PREPARE, "", String.class, BEGIN_LIMIT);
        }

        /** Has it begin to run jobs. */
        void work(Duration poll) throws InterruptedException {
            child.ask(PeerRole.WORK, new PeerRole.Work(Scale.SLOTS, poll.toMillis()), String.class, BEGIN_LIMIT);
        }

        /** Has it submit jobs when they are due, and sees when another process has begun them. */
        Latencies pickUps(LoadOrder.Open open) throws Exception {
            Duration patience = Duration.ofMillis(open.patience());
            try (Connection connection = stage.login().connect()) {
                return PickUps.run(
                        () -> child.ask(PeerRole.SUBMIT, "", String.class, patience),
                        open.schedule(),
                        connection,
                        sql.waiting(),
                        patience);
            }
        }

        /** Jobs that are not done. */
        long countOpen() throws SQLException {
            return stage.database().count(sql.open());
        }

        /** Waits until all are done. */
        void awaitNone(Duration limit) throws SQLException, InterruptedException {
            stage.database().awaitNone(sql.open(), limit);
        }

        /** Cleans up and analyses the table of its jobs. */
        void vacuum() throws SQLException {
            stage.database()
                    .execute("VACUUM ANALYZE " + sql.open().split(" FROM ")[1].split(" ")[0]);
        }

        @Override
        public void close() {
            child.close();
        }
    }
}
