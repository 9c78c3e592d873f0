package dev.vto.bench.jobs.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long jobs wait on an idle system: from when one was accepted until a third connection, which looks at its row
 * every millisecond, sees that it waits no more. The look is in the figure, the same for all.
 */
public final class PickUps {

    private static final long LOOK_EVERY = 1_000_000;

    private final Callable<String> submit;
    private final PreparedStatement waiting;
    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Histogram histogram = Latencies.histogram();
    private volatile boolean over;

    private PickUps(Callable<String> submit, PreparedStatement waiting) {
        this.submit = submit;
        this.waiting = waiting;
    }

    /**
     * @param submit one job, and names it once it is accepted
     * @param waitingSql selects of the ids in its one parameter, an array of text, those of jobs that still wait
     * @param patience after the last; what is not picked up by then has failed
     */
    public static Latencies run(
            Callable<String> submit, Schedule schedule, Connection connection, String waitingSql, Duration patience)
            throws Exception {
        try (PreparedStatement waiting = connection.prepareStatement(waitingSql)) {
            return new PickUps(submit, waiting).run(schedule, patience);
        }
    }

    private Latencies run(Schedule schedule, Duration patience) throws Exception {
        CompletableFuture<Void> watch = CompletableFuture.runAsync(this::watch);
        try {
            Pace pace = new Pace();
            for (long due : schedule.dueNanos()) {
                pace.await(due);
                String job = submit.call();
                accepted.put(job, System.nanoTime());
            }
            long deadline = System.nanoTime() + patience.toNanos();
            while (!accepted.isEmpty() && !watch.isDone() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_EVERY);
            }
        } finally {
            over = true;
        }
        watch.get();
        return Latencies.of(histogram, accepted.size());
    }

    private void watch() {
        try {
            while (!over) {
                look();
                LockSupport.parkNanos(LOOK_EVERY);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the jobs' rows cannot be looked at", e);
        }
    }

    private void look() throws SQLException {
        Set<String> jobs = Set.copyOf(accepted.keySet());
        if (jobs.isEmpty()) {
            return;
        }
        Set<String> pickedUp = new HashSet<>(jobs);
        pickedUp.removeAll(stillWaiting(jobs));
        long now = System.nanoTime();
        for (String job : pickedUp) {
            Long since = accepted.remove(job);
            if (since != null) {
                Latencies.record(histogram, now - since);
            }
        }
    }

    private Set<String> stillWaiting(Set<String> jobs) throws SQLException {
        waiting.setArray(1, waiting.getConnection().createArrayOf("text", jobs.toArray()));
        Set<String> found = new HashSet<>();
        try (ResultSet rows = waiting.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
