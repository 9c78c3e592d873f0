package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.JobEvent;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SentEvents} does. Others may send events meanwhile. */
public abstract class SentEventsContract {

    private static final int MANY = 10_000;

    private Project project;
    private Job job;

    protected abstract Catalog catalog();

    protected abstract SentEvents events();

    /** Sends an event of the job; tells its position. */
    protected abstract long send(Job job, JobEventType type);

    /** Writes an event of the job, to be sent at some time. */
    protected abstract void write(Job job, JobEventType type);

    @BeforeEach
    void beginAJob() {
        project = catalog().givenAProject();
        job = catalog().given(aNewJob().in(project).build());
    }

    @Test
    void keepsWhatWasSent() {
        long position = send(job, JobEventType.STARTED);
        SentEvents.Kept kept = catalog().await(events().kept());

        assertThat(kept.oldest()).isLessThanOrEqualTo(position);
        assertThat(kept.newest()).isGreaterThanOrEqualTo(position);
        assertThat(kept.allAfter(position)).isTrue();
        assertThat(kept.allAfter(kept.newest() + MANY)).isFalse();
    }

    @Test
    void tellsWhatWasSentInItsOrder() {
        Job other = catalog().given(aNewJob().in(project).build());
        long first = send(job, JobEventType.STARTED);
        long second = send(other, JobEventType.STARTED);
        long third = send(job, JobEventType.SUCCEEDED);

        assertThat(catalog().await(events().after(first - 1, MANY)))
                .filteredOn(event -> Stream.of(first, second, third).anyMatch(position -> position == event.position()))
                .extracting(JobEvent::position)
                .containsExactly(first, second, third);
        assertThat(catalog().await(events().after(first - 1, 1)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo(JobEventType.STARTED);
                    assertThat(event.job()).isEqualTo(job.id());
                    assertThat(event.users()).containsExactly(project.ownerId());
                    assertThat(event.value()).contains("\"jobId\": \"" + job.id() + "\"");
                });
    }

    @Test
    void tellsThoseOfAJobWithinBounds() {
        long first = send(job, JobEventType.STARTED);
        long second = send(job, JobEventType.PROGRESSED);
        long third = send(job, JobEventType.PROGRESSED);
        send(job, JobEventType.SUCCEEDED);
        EventScope scope = new EventScope.OfJob(job.id());

        assertThat(positions(scope, first, third, MANY)).containsExactly(second, third);
        assertThat(positions(scope, first, third, 1)).containsExactly(second);
    }

    @Test
    void tellsAUserThoseOfTheirProjectsAndOfWhatTheySubmittedElsewhere() {
        UserId editor = catalog().givenA(Role.EDITOR, project);
        Job submitted =
                catalog().given(aNewJob().in(project).submittedBy(editor).build());
        UserId stranger = aUserId();
        Job unshared =
                catalog().given(aNewJob().in(project).submittedBy(stranger).build());
        long before = send(job, JobEventType.STARTED);
        long ofOwner = send(job, JobEventType.PROGRESSED);
        long ofEditor = send(submitted, JobEventType.STARTED);
        long last = send(unshared, JobEventType.STARTED);

        assertThat(positions(new EventScope.OfUser(project.ownerId()), before, last, MANY))
                .containsExactly(ofOwner, ofEditor, last);
        assertThat(positions(new EventScope.OfUser(editor), before, last, MANY)).containsExactly(ofEditor);
        assertThat(positions(new EventScope.OfUser(stranger), before, last, MANY))
                .isEmpty();
        assertThat(catalog().await(events().after(before, MANY)))
                .filteredOn(event -> event.position() == ofEditor)
                .singleElement()
                .satisfies(event -> assertThat(event.users()).containsExactlyInAnyOrder(project.ownerId(), editor));
    }

    @Test
    void tellsWhetherMoreIsToComeEvenBeforeItIsSent() {
        long position = send(job, JobEventType.STARTED);
        assertThat(catalog().await(events().moreOf(job.id(), position))).isFalse();
        assertThat(catalog().await(events().moreOf(job.id(), position - 1))).isTrue();

        write(job, JobEventType.SUCCEEDED);

        assertThat(catalog().await(events().moreOf(job.id(), position))).isTrue();
    }

    private List<Long> positions(EventScope scope, long after, long upTo, int limit) {
        return catalog().await(events().of(scope, after, upTo, limit)).stream()
                .map(JobEvent::position)
                .toList();
    }
}
