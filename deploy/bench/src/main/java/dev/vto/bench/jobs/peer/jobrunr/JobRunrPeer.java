package dev.vto.bench.jobs.peer.jobrunr;

import static java.util.Objects.requireNonNull;

import dev.vto.bench.jobs.peer.Peer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/** Job requests of JobRunr, the free edition, which polls no more often than every five seconds. */
public final class JobRunrPeer implements Peer {

    private static final String PREFIX = "bench.";
    private static final String DROP =
            """
            DROP TABLE IF EXISTS bench.jobrunr_migrations, bench.jobrunr_jobs, bench.jobrunr_recurring_jobs,
              bench.jobrunr_backgroundjobservers, bench.jobrunr_metadata CASCADE
            """;

    /** The least that it takes. */
    private static final Duration LEAST_POLL = Duration.ofSeconds(5);

    private final DataSource database;
    private final Consumer<Letter> work;

    @Nullable
    private JobRequestScheduler scheduler;

    @Nullable
    private StorageProvider storage;

    private boolean working;

    private JobRunrPeer(DataSource database, Consumer<Letter> work) {
        this.database = database;
        this.work = work;
    }

    /** Makes it. */
    public static final class Maker implements Peer.Maker {

        @Override
        public Peer make(DataSource database, Consumer<Letter> work) {
            return new JobRunrPeer(database, work);
        }
    }

    /** A letter as JobRunr stores it. */
    public record WriteLetter(UUID id, UUID user, UUID project) implements JobRequest {

        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Runs what the peer was given. */
    public static final class Handler implements JobRequestHandler<WriteLetter> {

        private final Consumer<Letter> work;

        Handler(Consumer<Letter> work) {
            this.work = work;
        }

        @Override
        public void run(WriteLetter request) {
            work.accept(new Letter(request.id(), request.user(), request.project()));
        }
    }

    @Override
    public void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        }
        open(SqlStorageProviderFactory.using(database, PREFIX));
    }

    @Override
    public String submit(Letter letter) {
        return scheduler().enqueue(letter.id(), request(letter)).toString();
    }

    @Override
    public void queue(Iterable<Letter> letters) {
        scheduler().enqueue(StreamSupport.stream(letters.spliterator(), false).map(JobRunrPeer::request));
    }

    @Override
    public void work(int threads, Duration poll) {
        working = true;
        JobRunrConfiguration configuration = JobRunr.configure()
                .useJsonMapper(new JacksonJsonMapper())
                .useJobActivator(new Activator(work))
                .useStorageProvider(storage())
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(threads)
                        .andPollInterval(poll.compareTo(LEAST_POLL) < 0 ? LEAST_POLL : poll));
        configuration.initialize();
    }

    @Override
    public String waiting() {
        return "SELECT id::text FROM bench.jobrunr_jobs WHERE id::text = ANY(?) AND state = 'ENQUEUED'";
    }

    @Override
    public String open() {
        return "SELECT count(*) FROM bench.jobrunr_jobs WHERE state NOT IN ('SUCCEEDED', 'DELETED')";
    }

    @Override
    public void close() {
        if (working) {
            JobRunr.destroy();
        }
    }

    private JobRequestScheduler scheduler() {
        if (scheduler == null) {
            open(SqlStorageProviderFactory.using(database, PREFIX));
        }
        return requireNonNull(scheduler);
    }

    private StorageProvider storage() {
        scheduler();
        return requireNonNull(storage);
    }

    private void open(StorageProvider provider) {
        provider.setJobMapper(new JobMapper(new JacksonJsonMapper()));
        storage = provider;
        scheduler = new JobRequestScheduler(provider);
    }

    private static WriteLetter request(Letter letter) {
        return new WriteLetter(letter.id(), letter.user(), letter.project());
    }

    /** JobRunr asks it for the handlers of requests. */
    private record Activator(Consumer<Letter> work) implements JobActivator {

        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(new Handler(work));
        }
    }
}
