package dev.vto.catalog.application.stream;

import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowJobTest {

    private final Streams streams = new Streams();

    @Test
    void beginsWithTheJobAndTheNewestPosition() {
        streams.send(JobEventType.QUEUED);
        long newest = streams.send(JobEventType.STARTED);

        Opening opening = anew();

        assertThat(opening.position()).isEqualTo(newest);
        assertThat(opening.snapshot().orElseThrow().id()).isEqualTo(streams.job.id());
        assertThat(opening.snapshot().orElseThrow().queuePosition()).isNotNull();
        assertThat(opening.reset()).isFalse();
        assertThat(opening.over()).isFalse();
    }

    @Test
    void resumesWithoutASnapshot() {
        long known = streams.send(JobEventType.QUEUED);
        streams.send(JobEventType.STARTED);

        Opening opening = after(known).orElseThrow().opening();

        assertThat(opening).isEqualTo(Opening.resumed(known));
    }

    @Test
    void endsAfterTheSnapshotOfAJobThatHasEnded() {
        end();
        streams.send(JobEventType.SUCCEEDED);

        assertThat(anew().over()).isTrue();
        FakeReader reader =
                streams.open(streams.followJob(streams.owner, Optional.empty()).orElseThrow());
        assertThat(reader.openings()).hasSize(1);
        assertThat(reader.endings()).containsExactly(Ending.COMPLETE);
    }

    @Test
    void waitsForTheLastEventOfAJobThatHasJustEnded() {
        long known = streams.send(JobEventType.STARTED);
        end();
        streams.events.wait(streams.job);

        assertThat(anew().over()).isFalse();
        assertThat(after(known)).isPresent();
    }

    @Test
    void hasNothingForWhoeverHasAllOfAJobThatHasEnded() {
        end();
        long last = streams.send(JobEventType.SUCCEEDED);

        assertThat(after(last)).isEmpty();
        assertThat(after(last - 1)).isPresent();
    }

    @Test
    void beginsAnewWhereHistoryIsPruned() {
        long known = streams.send(JobEventType.QUEUED);
        long gone = streams.send(JobEventType.STARTED);
        long kept = streams.send(JobEventType.PROGRESSED);
        streams.events.pruneUpTo(gone);

        Opening opening = after(known).orElseThrow().opening();

        assertThat(opening.reset()).isTrue();
        assertThat(opening.position()).isEqualTo(kept);
        assertThat(opening.snapshot()).isPresent();
        assertThat(after(gone).orElseThrow().opening().reset()).isFalse();
    }

    @Test
    void takesAViewerAtLeast() {
        UserId viewer = streams.catalog.givenA(Role.VIEWER, streams.project);

        assertThat(streams.followJob(viewer, Optional.empty())).isPresent();
        assertRejected(() -> streams.followJob(aUserId(), Optional.empty())).isNotFound("job");
        assertRejected(() -> streams.followJob(aUserId(), Optional.of(0L))).isNotFound("job");
        assertRejected(() -> streams.followJob(streams.owner, new JobId(anId()), Optional.empty()))
                .isNotFound("job");
    }

    private void end() {
        streams.catalog.claimed(streams.job.id());
        streams.catalog.succeeded(streams.job.id());
    }

    private Opening anew() {
        return streams.followJob(streams.owner, Optional.empty()).orElseThrow().opening();
    }

    private Optional<Subscription> after(long known) {
        return streams.followJob(streams.owner, Optional.of(known));
    }
}
