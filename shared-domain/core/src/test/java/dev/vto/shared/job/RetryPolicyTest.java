package dev.vto.shared.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final double MEAN = 0.5;

    private final RetryPolicy policy = new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(1));

    @Test
    void doublesTheDelayUpToItsMaximum() {
        assertThat(policy.delayAfter(1, null, MEAN)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.delayAfter(2, null, MEAN)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.delayAfter(5, null, MEAN)).isEqualTo(Duration.ofSeconds(32));
        assertThat(policy.delayAfter(6, null, MEAN)).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.delayAfter(Integer.MAX_VALUE, null, MEAN)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void spreadsTheDelayAroundItsMean() {
        assertThat(policy.delayAfter(1, null, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delayAfter(1, null, 0.999)).isBetween(Duration.ofMillis(2990), Duration.ofSeconds(3));
    }

    @Test
    void neverTriesBeforeTheBackendsHint() {
        assertThat(policy.delayAfter(1, Duration.ofSeconds(30), MEAN)).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.delayAfter(3, Duration.ofSeconds(1), MEAN)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void boundsAHintThatWouldParkTheJob() {
        assertThat(policy.delayAfter(1, Duration.ofDays(400), MEAN)).isEqualTo(RetryPolicy.MAX_HINT);
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy.delayAfter(0, null, MEAN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofSeconds(1)));
    }
}
