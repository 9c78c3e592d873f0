package dev.vto.bench.jobs.peer.dbscheduler;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.vto.bench.jobs.peer.Peer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One-time tasks of db-scheduler, picked by lock-and-fetch, its faster way on PostgreSQL. */
public final class DbSchedulerPeer implements Peer {

    private static final String TASK = "letter";

    /** In parts of the threads: more jobs are fetched when so few wait in memory, and up to so many. */
    private static final double LOWER = 1.0;

    private static final double UPPER = 4.0;

    /** As its documentation gives the table, without the index for priorities, which are not used. */
    private static final String TABLES =
            """
            DROP TABLE IF EXISTS bench.scheduled_tasks;
            CREATE TABLE bench.scheduled_tasks (
              task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
              execution_time timestamptz, picked boolean NOT NULL, picked_by text,
              last_success timestamptz, last_failure timestamptz, consecutive_failures int,
              last_heartbeat timestamptz, version bigint NOT NULL, priority smallint, state text,
              PRIMARY KEY (task_name, task_instance)
            );
            CREATE INDEX execution_time_idx ON bench.scheduled_tasks (execution_time);
            CREATE INDEX last_heartbeat_idx ON bench.scheduled_tasks (last_heartbeat);
            """;

    private final DataSource database;
    private final OneTimeTask<Letter> task;
    private final SchedulerClient client;

    @Nullable
    private Scheduler scheduler;

    private DbSchedulerPeer(DataSource database, Consumer<Letter> work) {
        this.database = database;
        this.task = Tasks.oneTime(TASK, Letter.class).execute((instance, context) -> work.accept(instance.getData()));
        this.client = SchedulerClient.Builder.create(database, task).build();
    }

    /** Makes it. */
    public static final class Maker implements Peer.Maker {

        @Override
        public Peer make(DataSource database, Consumer<Letter> work) {
            return new DbSchedulerPeer(database, work);
        }
    }

    @Override
    public void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @Override
    public String submit(Letter letter) {
        client.scheduleIfNotExists(instance(letter), Instant.now());
        return letter.id().toString();
    }

    @Override
    public void queue(Iterable<Letter> letters) {
        List<TaskInstance<?>> instances = new ArrayList<>();
        letters.forEach(letter -> instances.add(instance(letter)));
        client.scheduleBatch(instances, Instant.now());
    }

    @Override
    public void work(int threads, Duration poll) {
        Scheduler started = Scheduler.create(database, task)
                .threads(threads)
                .pollUsingLockAndFetch(LOWER, UPPER)
                .pollingInterval(poll)
                .build();
        scheduler = started;
        started.start();
    }

    @Override
    public String waiting() {
        return "SELECT task_instance FROM bench.scheduled_tasks WHERE task_name = '" + TASK
                + "' AND task_instance = ANY(?) AND NOT picked";
    }

    @Override
    public String open() {
        return "SELECT count(*) FROM bench.scheduled_tasks";
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private TaskInstance<Letter> instance(Letter letter) {
        return task.instance(letter.id().toString(), letter);
    }
}
