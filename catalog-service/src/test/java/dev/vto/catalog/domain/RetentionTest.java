package dev.vto.catalog.domain;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void removesADayAfterNothingCanBeRestored() {
        Retention retention = new Retention(Duration.ofDays(30));

        assertThat(retention.since(NOW)).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(retention.removedBefore(NOW)).isEqualTo(NOW.minus(Duration.ofDays(31)));
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> new Retention(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
