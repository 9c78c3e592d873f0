package dev.vto.catalog.domain;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionTest {

    @Test
    void reachesBackFromNow() {
        assertThat(new Retention(Duration.ofDays(30)).since(NOW)).isEqualTo(NOW.minusSeconds(30 * 86_400));
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(Duration.ofDays(-1)));
    }
}
