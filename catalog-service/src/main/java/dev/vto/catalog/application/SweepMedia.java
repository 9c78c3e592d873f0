package dev.vto.catalog.application;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.catalog.application.port.MediaFiles.StoredFile;
import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.catalog.domain.media.FileUse;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Removes files that nothing needs: what a crash left behind, results of runs that counted no more, photos that were
 * replaced. A file is young for a while and left alone: it may be of a run that is not written back yet, or be an upload
 * whose URL the user still holds.
 */
public final class SweepMedia {

    /** Files that are looked at in one step. */
    private static final int BATCH = 500;

    /** Steps of one sweep; the next one goes on. */
    private static final int MOST_STEPS = 200;

    private final MediaFiles files;
    private final MediaSweep sweep;
    private final Clock clock;
    private final Duration grace;
    private final Duration rest;
    private final Consumer<Swept> report;

    /** What a step removed. */
    public record Swept(int files, long bytes) {}

    /**
     * @param grace how long a file is young
     * @param rest between two rounds through all files
     * @param report is told of each step that removed something
     */
    public SweepMedia(
            MediaFiles files, MediaSweep sweep, Clock clock, Duration grace, Duration rest, Consumer<Swept> report) {
        this.files = files;
        this.sweep = sweep;
        this.clock = clock;
        this.grace = grace;
        this.rest = rest;
        this.report = report;
    }

    /** Goes on with the round through all files, for a bounded number of steps. */
    public Uni<Void> sweep() {
        return Multi.createBy()
                .repeating()
                .uni(() -> sweep.step(rest, this::step))
                .whilst(goesOn -> goesOn)
                .select()
                .first(MOST_STEPS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Optional<MediaKey>> step(Optional<MediaKey> after) {
        Instant young = clock.instant().minus(grace);
        Uni<Void> begun = after.isPresent() ? Uni.createFrom().voidItem() : files.removeUnfinished(young);
        return begun.chain(() -> files.list(after, BATCH))
                .call(listed -> remove(listed.stream()
                        .filter(file -> file.stored().isBefore(young)
                                && FileUse.of(file.key()).isPresent())
                        .toList()))
                .map(listed -> listed.size() < BATCH
                        ? Optional.empty()
                        : Optional.of(listed.get(listed.size() - 1).key()));
    }

    private Uni<Void> remove(List<StoredFile> old) {
        Set<MediaKey> keys = old.stream().map(StoredFile::key).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sweep.unnamed(keys).chain(unnamed -> files.remove(unnamed).invoke(() -> tell(old, unnamed)));
    }

    private void tell(List<StoredFile> old, Set<MediaKey> removed) {
        if (!removed.isEmpty()) {
            report.accept(new Swept(
                    removed.size(),
                    old.stream()
                            .filter(file -> removed.contains(file.key()))
                            .mapToLong(StoredFile::bytes)
                            .sum()));
        }
    }
}
