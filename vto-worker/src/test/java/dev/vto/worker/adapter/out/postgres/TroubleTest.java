package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.TcpProxy;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.RetryPolicy;
import dev.vto.worker.application.EndRun;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.contract.End;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.ClosedConnectionException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lost connections, and a server that does not answer. */
class TroubleTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NAME = "worker-on-a-bad-network";

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Vertx vertx = Vertx.vertx();
    private final TcpProxy network = table.network();
    private final Pool pool = table.pool(vertx, network);
    private final JobQueue queue = new PostgresJobQueue(pool, NAME, Set.of(JobKind.values()));

    @AfterEach
    void hangUp() {
        pool.closeAndAwait();
        network.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void writesAnEndOnceThoughItsReplyIsLost(End end) throws Exception {
        ClaimedJob job = claimed(NewJob.anImageJob());
        CompletableFuture<Ended> ended;
        try (Connection other = table.lock("vto_job", job.id().value())) {
            ended = end.of(job, queue).subscribeAsCompletionStage();
            await().atMost(LIMIT).until(this::someoneWaitsForALock);
            network.loseReplies();
            other.commit();
        }
        await().atMost(LIMIT).until(() -> network.calls() > 1);

        network.mend();

        assertThat(ended).succeedsWithin(LIMIT).isEqualTo(Ended.DONE);
        assertThat(table.state(job.id()).status()).isEqualTo(end.status());
        assertThat(attempts(job)).isEqualTo("1");
    }

    @Test
    void keepsTheResultsOfACommitWhoseReplyIsLost() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        Made made = Results.picture(job);
        InMemoryMediaStore media = new InMemoryMediaStore();
        made.files().forEach(key -> media.put(key, new byte[] {1}));
        EndRun end = new EndRun(queue, media, RetryPolicy.DEFAULT, () -> 0.5);
        network.loseReplyTo("COMMIT");

        assertThat(end.succeeded(job, made).await().atMost(LIMIT)).isEqualTo(Ended.DONE);

        assertThat(network.lostReplies()).isEqualTo(1);
        assertThat(media.keys()).hasSize(2);
        assertThat(table.database().events(job.id())).isEqualTo("started succeeded");
        assertThat(attempts(job)).isEqualTo("1");
        assertThat(table.database()
                        .one(
                                """
                                SELECT total_image_number = 1 AND (SELECT count(*) FROM generate_img) = 1
                                FROM projects WHERE id = ?
                                """,
                                job.projectId().value()))
                .isEqualTo("t");
    }

    @Test
    void runsWhatItClaimedThoughTheReplyIsLost() throws Exception {
        ClaimedJob ofNamesake = claimed(NewJob.anImageJob(), table.namedLike(NAME));
        // From now on the connection has the statement prepared, so that the reply is that to its execution.
        assertThat(queue.claim(1).await().atMost(LIMIT)).isEmpty();
        NewJob job = NewJob.anImageJob();
        table.submit(job);
        CompletableFuture<List<ClaimedJob>> claim;
        try (Connection other = table.database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE outbox_event IN EXCLUSIVE MODE");
            claim = queue.claim(1).subscribeAsCompletionStage();
            await().atMost(LIMIT).until(this::someoneWaitsForALock);
            network.loseReplies();
            other.commit();
        }
        assertThat(claim)
                .failsWithin(LIMIT)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ClosedConnectionException.class);
        network.mend();

        assertThat(network.lostReplies()).isEqualTo(1);
        assertThat(table.state(job.id()).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(queue.claim(1).await().atMost(LIMIT))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(job.id()))
                .satisfies(found -> assertThat(found.claim()).isEqualTo(1))
                .satisfies(found -> assertThat(found.waited()).isBetween(Duration.ZERO, LIMIT));

        assertThat(queue.claim(1).await().atMost(LIMIT)).isEmpty();
        assertThat(table.state(job.id()).losses()).isZero();
        assertThat(table.database().events(job.id())).isEqualTo("started");
        assertThat(table.state(ofNamesake.id()).claim()).isEqualTo(1);
    }

    @Test
    void closesAConnectionOnWhichNoReplyComesInTime() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        network.silence();

        assertThatThrownBy(() -> queue.claim(1).await().atMost(LIMIT)).isInstanceOf(ClosedConnectionException.class);

        await().atMost(LIMIT).until(() -> network.open() == 0);
        network.mend();
        assertThat(queue.heartbeat(Map.of(job, 0.5)).await().atMost(LIMIT)).containsExactly(job);
        assertThat(network.calls()).isEqualTo(2);
    }

    @Test
    void keepsNoCallerWaitingBeyondTheDeadline() {
        network.silence();
        Database impatient = new Database(pool, Duration.ofMillis(100));

        assertThatThrownBy(
                        () -> impatient.query("SELECT 1", Tuple.tuple()).await().atMost(LIMIT))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> impatient
                        .transaction(connection -> Database.query(connection, "SELECT 1", Tuple.tuple()))
                        .await()
                        .atMost(LIMIT))
                .isInstanceOf(TimeoutException.class);
        assertThat(network.open()).isPositive();
    }

    private boolean someoneWaitsForALock() {
        return !"0".equals(table.database().one("SELECT count(*) FROM pg_locks WHERE NOT granted"));
    }

    private String attempts(ClaimedJob job) {
        return table.database()
                .one(
                        "SELECT count(*) FROM job_attempt WHERE job_id = ?",
                        job.id().value());
    }

    private ClaimedJob claimed(NewJob job) {
        return claimed(job, queue);
    }

    private ClaimedJob claimed(NewJob job, JobQueue by) {
        table.submit(job);
        return by.claim(1).await().atMost(LIMIT).get(0);
    }
}
