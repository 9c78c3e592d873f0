package dev.vto.worker.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fake.FakeGenerator;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fake.InMemoryMediaStore;
import dev.vto.worker.fixture.NewJob;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClearStepsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeGenerator generator = new FakeGenerator();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    private final InMemoryJobQueue queue = new InMemoryJobQueue();
    private final JobSteps steps = queue.steps();
    private final ClearSteps clear = new ClearSteps(steps, media, new Generators(generator, generator, generator));
    private ClaimedJob job;
    private MediaKey kept;

    @BeforeEach
    void submitToTheBackend() {
        queue.submit(NewJob.anImageJob());
        job = get(queue.claim(1)).get(0);
        get(steps.begin(job, "0-upper", new Made.Origin("fake", "fake-1", true)));
        get(steps.submitted(job, "0-upper", "backend-job"));
        kept = new MediaKey(job.ownerId() + "/" + job.id() + "/steps/0-bottom.png");
        media.put(kept, new byte[] {1});
    }

    @Test
    void stopsWhatTheBackendStillRunsForACancelledJob() {
        queue.requestCancel(job.id());
        get(queue.handBack(job));

        assertThat(get(clear.sweep())).isEqualTo(1);

        assertThat(generator.stopped()).containsExactly("backend-job");
        assertThat(media.keys()).isEmpty();
        assertThat(get(clear.sweep())).isZero();
    }

    @Test
    void stopsNothingOfAJobThatWasHandedBack() {
        get(queue.handBack(job));

        assertThat(get(clear.sweep())).isZero();

        assertThat(generator.stopped()).isEmpty();
        assertThat(media.keys()).containsExactly(kept.value());
    }

    @Test
    void clearsUpBehindABackendThatCannotBeReached() {
        generator.refuseToStop();
        queue.requestCancel(job.id());
        get(queue.handBack(job));

        assertThat(get(clear.sweep())).isEqualTo(1);

        assertThat(media.keys()).isEmpty();
        assertThat(get(clear.sweep())).isZero();
    }

    @Test
    void stopsNothingTwiceWhereABackendDoesNotAnswer() {
        generator.hangWhenStopped();
        queue.requestCancel(job.id());
        get(queue.handBack(job));
        clear.sweep().subscribe().with(cleared -> {});

        assertThat(get(clear.sweep())).isZero();

        assertThat(generator.stopped()).containsExactly("backend-job");
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(LIMIT);
    }
}
