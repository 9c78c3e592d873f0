package dev.vto.worker.adapter.out.media;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.PersonPhotos;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operator's photos of persons: files named {@code {preset}-{view}.jpg}, as {@code standing-light-front.jpg}. */
public final class PersonFolder implements PersonPhotos {

    private static final String SETTING = "VTO_PERSON_PRESETS";

    private final @Nullable Path folder;
    private final Executor workers;

    /** @param folder where they are; empty where there are none */
    public PersonFolder(Optional<Path> folder, Executor workers) {
        this.folder = folder.orElse(null);
        this.workers = workers;
    }

    @Override
    public Uni<Path> of(String preset, View view) {
        return Uni.createFrom().item(() -> find(preset, view)).runSubscriptionOn(workers);
    }

    private Path find(String preset, View view) {
        String ending = "-" + view.name().toLowerCase(Locale.ROOT) + ".jpg";
        List<Path> photos = photos(ending);
        return photos.stream()
                .filter(photo -> photo.getFileName().toString().equals(preset + ending))
                .findFirst()
                .orElseThrow(() -> refused(
                        preset,
                        view,
                        photos.stream()
                                .map(photo -> photo.getFileName().toString())
                                .map(name -> name.substring(0, name.length() - ending.length()))
                                .toList()));
    }

    private List<Path> photos(String ending) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenerationFailed refused(String preset, View view, List<String> there) {
        String allowed = there.isEmpty()
                ? "person.imageUrl is needed here: no preset has a photo of its " + view + " side"
                : "person.preset is one of " + String.join(", ", there) + " here for " + view
                        + ", or give person.imageUrl";
        return new GenerationFailed(
                FailureCode.INVALID_INPUT,
                allowed + ", and " + preset + " has none.",
                "the folder of " + SETTING + " is " + (folder == null ? "not set" : folder),
                null,
                null);
    }
}
