package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.peer.Peer;
import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.bench.jobs.peer.dbscheduler.DbSchedulerPeer;
import dev.vto.bench.jobs.peer.jobrunr.JobRunrPeer;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.stage.Stage;

/** The peers that run in processes of ours. */
enum Peers implements JobSystem {
    DB_SCHEDULER("db-scheduler", DbSchedulerPeer.Maker.class),
    JOBRUNR("JobRunr", JobRunrPeer.Maker.class);

    private final String label;
    private final Class<? extends Peer.Maker> maker;

    Peers(String label, Class<? extends Peer.Maker> maker) {
        this.label = label;
        this.maker = maker;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Child child(Stage stage) throws InterruptedException {
        return stage.child(PeerRole.class);
    }

    @Override
    public String maker() {
        return maker.getName();
    }
}
