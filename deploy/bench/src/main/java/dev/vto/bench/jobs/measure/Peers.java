package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.peer.Peer;
import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.bench.jobs.peer.dbscheduler.DbSchedulerPeer;
import dev.vto.bench.jobs.peer.jobrunr.JobRunrPeer;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.stage.Scale;
import dev.vto.bench.jobs.stage.Stage;
import java.time.Duration;

/** The peers that run in processes of ours. */
enum Peers {
    DB_SCHEDULER("db-scheduler", DbSchedulerPeer.Maker.class),
    JOBRUNR("JobRunr", JobRunrPeer.Maker.class);

    private static final Duration BEGIN_LIMIT = Duration.ofMinutes(2);

    private final String label;
    private final Class<? extends Peer.Maker> maker;

    Peers(String label, Class<? extends Peer.Maker> maker) {
        this.label = label;
        this.maker = maker;
    }

    String label() {
        return label;
    }

    /** A process of a peer. */
    record Running(Child child, String countOpen) implements AutoCloseable {

        @Override
        public void close() {
            child.close();
        }
    }

    /**
     * Starts a process that submits or runs its jobs.
     *
     * @param pool connections
     * @param writeBack whether jobs write anything
     */
    Running start(Stage stage, int pool, boolean writeBack) throws InterruptedException {
        Child child = stage.child(PeerRole.class);
        try {
            String open = child.ask(
                            PeerRole.BEGIN,
                            new PeerRole.Begin(
                                    maker.getName(),
                                    stage.login(),
                                    pool,
                                    Scale.SUBMIT_THREADS,
                                    writeBack,
                                    stage.projects()),
                            PeerRole.Sql.class,
                            BEGIN_LIMIT)
                    .open();
            return new Running(child, open);
        } catch (InterruptedException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** Makes its tables anew. */
    static void prepare(Child child) throws InterruptedException {
        child.ask(PeerRole.PREPARE, "", String.class, BEGIN_LIMIT);
    }

    /** The same query outside of a peer's own connections. */
    static String inBench(String sql) {
        return sql.replace(" FROM ", " FROM bench.");
    }

    /** The table of which a peer's query counts rows. */
    static String table(String sql) {
        return inBench(sql).split(" FROM ")[1].split(" ")[0];
    }
}
