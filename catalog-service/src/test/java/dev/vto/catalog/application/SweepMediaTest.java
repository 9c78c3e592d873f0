package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.catalog.adapter.out.memory.InMemoryMediaFiles;
import dev.vto.catalog.adapter.out.memory.InMemoryMediaSweep;
import dev.vto.catalog.application.SweepMedia.Swept;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.MovableClock;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepMediaTest {

    private static final Duration GRACE = Duration.ofDays(2);
    private static final Duration REST = Duration.ofHours(12);

    private final MovableClock clock = new MovableClock(Fixtures.CLOCK.instant());
    private final Instant old = clock.instant().minus(GRACE).minusSeconds(1);
    private final InMemoryMediaFiles files = new InMemoryMediaFiles();
    private final InMemoryMediaSweep sweep = new InMemoryMediaSweep(clock);
    private final List<Swept> reported = new ArrayList<>();
    private final UserId owner = aUserId();

    @Test
    void removesWhatNothingNames() {
        MediaKey orphan = stored("photos/" + anId() + ".jpg", old);
        MediaKey result = stored(anId() + "/1/0.jpg", old);
        MediaKey named = stored("photos/" + anId() + ".jpg", old);
        sweep.name(named);

        sweep();

        assertThat(files.keys()).containsExactly(named).doesNotContain(orphan, result);
        assertThat(reported).containsExactly(new Swept(2, 2));
    }

    @Test
    void leavesYoungFilesAlone() {
        MediaKey young = stored(anId() + "/1/0.jpg", old.plusSeconds(1));

        sweep();

        assertThat(files.keys()).containsExactly(young);
        assertThat(reported).isEmpty();
    }

    @Test
    void leavesFilesOfOtherUsesAlone() {
        MediaKey cutout = stored("cutouts/0a1b.png", old);

        sweep();

        assertThat(files.keys()).containsExactly(cutout);
    }

    @Test
    void goesThroughAllFilesInBoundedSteps() {
        for (int i = 0; i < 1_200; i++) {
            stored("photos/" + anId() + ".jpg", old);
        }

        sweep();

        assertThat(files.keys()).isEmpty();
        assertThat(reported).extracting(Swept::files).containsExactly(500, 500, 200);
    }

    @Test
    void goesOnAfterACrashInBetween() {
        for (int i = 0; i < 700; i++) {
            stored("photos/" + anId() + ".jpg", old);
        }
        files.crashAfter(1);
        assertThatThrownBy(this::sweep).hasMessage("crash");

        sweep();

        assertThat(files.keys()).isEmpty();
    }

    @Test
    void restsBetweenTwoRounds() {
        sweep();
        stored("photos/" + anId() + ".jpg", old);

        clock.move(REST.minusSeconds(1));
        sweep();
        assertThat(files.keys()).hasSize(1);

        clock.move(Duration.ofSeconds(2));
        sweep();
        assertThat(files.keys()).isEmpty();
    }

    private MediaKey stored(String name, Instant when) {
        MediaKey key = new MediaKey(owner + "/" + name);
        files.add(key, when);
        return key;
    }

    private void sweep() {
        new SweepMedia(files, sweep, clock, GRACE, REST, reported::add)
                .sweep()
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
