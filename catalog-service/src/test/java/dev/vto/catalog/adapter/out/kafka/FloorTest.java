package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FloorTest {

    private final AtomicLong now = new AtomicLong();
    private final Floor floor = new Floor(now::get);

    @Test
    void risesToWhatWasSentBeforeAllThatMayStillCommit() {
        floor.sent(50, 900, 1_000);
        assertThat(floor.from()).as("others may have been open").isZero();

        floor.sent(60, 999, 1_001);
        assertThat(floor.from()).as("one with a lower number still is").isZero();

        floor.sent(70, 1_000, 1_002);
        assertThat(floor.from()).isEqualTo(50);

        floor.sent(80, 1_003, 1_004);
        assertThat(floor.from()).isEqualTo(70);
    }

    @Test
    void staysBelowWhatAScanDidNotReach() {
        floor.sent(50, 900, 1_000);

        floor.sent(40, 1_000, 1_001);

        assertThat(floor.from()).isEqualTo(40);
    }

    @Test
    void beginsAtTheBottomNowAndThen() {
        floor.sent(50, 900, 1_000);
        floor.sent(60, 1_000, 1_001);
        assertThat(floor.from()).isEqualTo(50);

        now.addAndGet(Floor.WHOLE_SCANS.toNanos());

        assertThat(floor.from()).isZero();
        assertThat(floor.from()).isEqualTo(50);
    }
}
