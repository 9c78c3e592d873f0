package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that end together. */
class WriteBackTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MANY = 8;

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final JobQueue queue = table.queue(Set.of(JobKind.values()));
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = table.pool(vertx);

    @AfterEach
    void close() {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void takesEachRunOfAGroupForItself() {
        Owner owner = Owner.any();
        ClaimedJob picture = claimed(NewJob.anImageJob(owner));
        ClaimedJob clip = claimed(NewJob.aVideoJob(owner));
        ClaimedJob letter = claimed(NewJob.aLetterJob(owner));
        ClaimedJob later = claimed(NewJob.aLetterJob(owner));
        ClaimedJob canceled = claimed(NewJob.anImageJob(owner));
        table.requestCancel(canceled.id());
        ClaimedJob stale = claimed(NewJob.anImageJob(owner));
        NewJob ofDeleted = NewJob.anImageJob();
        ClaimedJob orphan = claimed(ofDeleted);
        table.deleteProjectOf(ofDeleted);
        await(queue.handBack(stale));
        ClaimedJob unknown = NewJob.anImageJob(owner).claimed(1, 1);
        Made newest = Results.letter();

        List<Ended> ended = write(List.of(
                new Ending(picture, Results.picture(picture)),
                new Ending(clip, Results.clip(clip)),
                new Ending(letter, Results.letter()),
                new Ending(later, newest),
                new Ending(canceled, Results.picture(canceled)),
                new Ending(stale, Results.picture(stale)),
                new Ending(orphan, Results.picture(orphan)),
                new Ending(unknown, Results.picture(unknown))));

        assertThat(ended)
                .containsExactly(
                        Ended.DONE,
                        Ended.DONE,
                        Ended.DONE,
                        Ended.DONE,
                        Ended.CANCELED,
                        Ended.SUPERSEDED,
                        Ended.CANCELED,
                        Ended.SUPERSEDED);
        assertThat(table.state(stale.id()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(table.database().events(picture.id())).isEqualTo("started succeeded");
        assertThat(table.database().events(canceled.id())).isEqualTo("started canceled");
        assertThat(table.database()
                        .one(
                                """
                                SELECT concat_ws(' ', total_image_number, total_video_number, marketing_letter_key,
                                  (SELECT count(*) FROM generate_img), (SELECT count(*) FROM generate_video),
                                  (SELECT count(*) FROM marketing_letter WHERE project_id = p.id))
                                FROM projects p WHERE id = ?
                                """,
                                owner.project().value()))
                .isEqualTo("1 1 " + newest.letter().id() + " 1 1 2");
    }

    @Test
    void endsTheSameGroupOnceThoughTheReplyWasLost() {
        Owner owner = Owner.any();
        List<Ending> group = List.of(ending(owner), ending(owner));
        write(group);

        assertThat(write(group)).containsExactly(Ended.DONE, Ended.DONE);

        assertThat(table.database()
                        .one(
                                "SELECT total_image_number FROM projects WHERE id = ?",
                                owner.project().value()))
                .isEqualTo("2");
        assertThat(table.database().one("SELECT count(*) FROM job_attempt")).isEqualTo("2");
    }

    @Test
    void keepsNobodyWaitingForARowThatIsHeld() throws SQLException {
        Ending held = ending(Owner.any());
        List<CompletableFuture<Ended>> others = new ArrayList<>();
        CompletableFuture<Ended> waiting;

        try (Connection holder = table.database().connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT 1 FROM projects WHERE id = '" + held.projectId() + "' FOR UPDATE");
            List<Ending> free = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                free.add(ending(Owner.any()));
            }
            waiting = succeed(held);
            free.forEach(ending -> others.add(succeed(ending)));

            assertThat(others)
                    .allSatisfy(ended -> assertThat(ended).succeedsWithin(LIMIT).isEqualTo(Ended.DONE));
            assertThat(waiting).isNotDone();
        }

        assertThat(waiting).succeedsWithin(LIMIT).isEqualTo(Ended.DONE);
    }

    private CompletableFuture<Ended> succeed(Ending ending) {
        return queue.succeed(ending.job(), ending.made()).subscribeAsCompletionStage();
    }

    private List<Ended> write(List<Ending> group) {
        return await(new Database(pool).transaction(connection -> new WriteBack(connection, group).write()));
    }

    private Ending ending(Owner owner) {
        ClaimedJob job = claimed(NewJob.anImageJob(owner));
        return new Ending(job, Results.picture(job));
    }

    private ClaimedJob claimed(NewJob job) {
        table.submit(job);
        return await(queue.claim(1)).get(0);
    }

    private static <T> T await(Uni<T> asked) {
        return asked.await().atMost(LIMIT);
    }
}
