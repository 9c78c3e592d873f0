package dev.vto.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobEventTypeTest {

    @Test
    void ringsTheDoorbellOnItsOwnTopic() {
        assertThat(Arrays.stream(JobEventType.values()).filter(type -> type.topic() == Topics.REQUESTED))
                .containsExactly(JobEventType.REQUESTED);
        assertThat(Arrays.stream(JobEventType.values()).map(JobEventType::topic))
                .doesNotContain(Topics.DEAD);
    }

    @Test
    void isFoundByTheNameThatTravels() {
        for (JobEventType type : JobEventType.values()) {
            assertThat(JobEventType.ofType(type.type())).contains(type);
            assertThat(type.type()).isEqualTo("vto.job." + type.shortName() + ".v1");
        }
        assertThat(JobEventType.ofType("vto.job.started.v2")).isEmpty();
    }

    @Test
    void endsAJobOnce() {
        assertThat(Arrays.stream(JobEventType.values()).filter(JobEventType::last))
                .containsExactly(JobEventType.SUCCEEDED, JobEventType.FAILED, JobEventType.CANCELED);
    }
}
