package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MediaSweep} does. */
public abstract class MediaSweepContract {

    private static final Duration LONG = Duration.ofHours(1);
    private static final MediaKey FIRST = new MediaKey("a/photos/1.jpg");
    private static final MediaKey SECOND = new MediaKey("a/photos/2.jpg");

    private final List<Optional<MediaKey>> given = new ArrayList<>();
    private MediaSweep sweep;

    /** One whose next step begins a round. */
    protected abstract MediaSweep rested();

    protected abstract <T> T await(Uni<T> answer);

    @BeforeEach
    void begin() {
        sweep = rested();
    }

    @Test
    void goesOnWhereTheLastStepEnded() {
        assertThat(step(Optional.of(FIRST))).isTrue();
        assertThat(step(Optional.of(SECOND))).isTrue();
        assertThat(step(Optional.empty())).isFalse();

        assertThat(given).containsExactly(Optional.empty(), Optional.of(FIRST), Optional.of(SECOND));
    }

    @Test
    void restsAfterARound() {
        step(Optional.empty());

        assertThat(step(Optional.of(FIRST))).isFalse();
        assertThat(given).hasSize(1);
    }

    @Test
    void beginsTheNextRoundFromTheStart() {
        step(Optional.of(FIRST));
        await(sweep.step(Duration.ZERO, last -> answer(last, Optional.empty())));

        step(Optional.of(FIRST));

        assertThat(given).containsExactly(Optional.empty(), Optional.of(FIRST), Optional.empty());
    }

    @Test
    void repeatsAStepThatFailed() {
        step(Optional.of(FIRST));
        assertThatThrownBy(() -> await(sweep.step(
                        LONG, last -> Uni.createFrom().failure(new IllegalStateException("the disk is full")))))
                .hasMessage("the disk is full");

        step(Optional.of(SECOND));

        assertThat(given).containsExactly(Optional.empty(), Optional.of(FIRST));
    }

    @Test
    void isDoneByOneAtATime() {
        boolean goesOn =
                await(sweep.step(LONG, last -> sweep.step(LONG, meanwhile -> answer(meanwhile, Optional.of(SECOND)))
                        .invoke(second -> assertThat(second).isFalse())
                        .chain(() -> answer(last, Optional.of(FIRST)))));

        assertThat(goesOn).isTrue();
        assertThat(given).hasSize(1);
    }

    @Test
    void takesFilesOfNobodyForUnnamed() {
        Set<MediaKey> orphans = Set.of(
                new MediaKey(aUserId() + "/photos/" + anId() + ".jpg"),
                new MediaKey(aUserId() + "/" + anId() + "/1/0.jpg"));

        assertThat(await(sweep.unnamed(orphans))).isEqualTo(orphans);
    }

    private boolean step(Optional<MediaKey> last) {
        return await(sweep.step(LONG, before -> answer(before, last)));
    }

    private Uni<Optional<MediaKey>> answer(Optional<MediaKey> before, Optional<MediaKey> last) {
        given.add(before);
        return Uni.createFrom().item(last);
    }
}
