package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.JobId;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void readsAUuidInEitherCase() {
        UUID id = Fixtures.anId();

        assertThat(Ids.of("id", id.toString(), JobId::new)).isEqualTo(new JobId(id));
        assertThat(Ids.of("id", id.toString().toUpperCase(Locale.ROOT), JobId::new))
                .isEqualTo(new JobId(id));
    }

    /** Java itself reads "1-2-3-4-5" as a UUID. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-2-3-4-5",
                "019ab123-4567-7000-8000-00000000000g",
                "{019ab123-4567-7000-8000-000000000000}"
            })
    void refusesAnythingElse(String text) {
        assertRejected(() -> Ids.of("projectId", text, JobId::new))
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("projectId")
                .says("is a UUID");
    }
}
