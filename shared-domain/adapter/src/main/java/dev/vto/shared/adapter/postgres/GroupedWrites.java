package dev.vto.shared.adapter.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Writes that are asked for at about the same time, as one: a commit for all of them. One group at a time is written;
 * what comes meanwhile is the next. A group that fails is written again one by one, each on its own, so that nobody has
 * to bear with what befell another.
 *
 * @param <T> what is to be written
 * @param <R> how that was taken
 */
public final class GroupedWrites<T, R> {

    private static final int LARGEST = 100;

    /**
     * Threads that begin groups, and wait for nothing: those that all share may all be taken. A connection stays with the
     * event loop of the thread that it was opened for, so there are as many as processors.
     */
    private static final ScheduledExecutorService BEGINNERS =
            Executors.newScheduledThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                Thread thread = new Thread(work, "grouped-writes");
                thread.setContextClassLoader(GroupedWrites.class.getClassLoader());
                thread.setDaemon(true);
                return thread;
            });

    private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '200ms'";

    private record Asked<T, R>(T write, UniEmitter<? super R> answer) {}

    private final Duration moment;
    private final Function<List<T>, Uni<List<R>>> together;
    private final Function<T, Uni<R>> alone;
    private final Queue<Asked<T, R>> asked = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param moment within which what comes joins the first, where nothing is being written, in milliseconds; may be zero
     * @param together writes all or nothing of 1 to 100, whom others wait for meanwhile; answers in their order
     * @param alone writes one by itself, which may have been written already where only the reply was lost
     */
    public GroupedWrites(Duration moment, Function<List<T>, Uni<List<R>>> together, Function<T, Uni<R>> alone) {
        this.moment = moment;
        this.together = together;
        this.alone = alone;
    }

    /**
     * How a group's transaction begins: where it would have to wait longer than 200 ms for a row it fails, so that only
     * those whose rows are held for long wait for them.
     *
     * @param write on the same connection; sent right behind, without waiting for an answer
     */
    public static <T> Uni<T> briefly(SqlConnection connection, Uni<T> write) {
        return Uni.combine()
                .all()
                .unis(connection.query(WAIT_BRIEFLY).execute(), write)
                .with((set, written) -> written);
    }

    /**
     * Writes this with others, and goes on with it when nobody waits for the answer any more. The answer comes on the
     * Vert.x context that asked.
     */
    public Uni<R> write(T write) {
        return Uni.createFrom().deferred(() -> {
            Context asking = Vertx.currentContext();
            Uni<R> answer = Uni.createFrom().emitter(emitter -> join(new Asked<>(write, emitter)));
            return asking == null ? answer : answer.emitOn(task -> asking.runOnContext(here -> task.run()));
        });
    }

    private void join(Asked<T, R> one) {
        synchronized (asked) {
            asked.add(one);
            if (busy) {
                return;
            }
            busy = true;
        }
        // Not by whoever asked, since what is written belongs to no request more than to another.
        BEGINNERS.schedule(this::writeNext, moment.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void writeNext() {
        List<Asked<T, R>> group = next();
        if (!group.isEmpty()) {
            Uni.createFrom()
                    .deferred(() ->
                            together.apply(group.stream().map(Asked::write).toList()))
                    .subscribe()
                    .with(answers -> answer(group, answers), failure -> {
                        group.forEach(this::writeAlone);
                        writeNext();
                    });
        }
    }

    private void answer(List<Asked<T, R>> group, List<R> answers) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
        writeNext();
    }

    private List<Asked<T, R>> next() {
        List<Asked<T, R>> group = new ArrayList<>();
        synchronized (asked) {
            while (group.size() < LARGEST && !asked.isEmpty()) {
                group.add(asked.remove());
            }
            busy = !group.isEmpty();
        }
        return group;
    }

    private void writeAlone(Asked<T, R> one) {
        Uni.createFrom()
                .deferred(() -> alone.apply(one.write()))
                .subscribe()
                .with(one.answer()::complete, one.answer()::fail);
    }
}
