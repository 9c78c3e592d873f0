package dev.vto.worker.application;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a job's generation piece by piece, and stores each result under the key of this claim. */
public final class MakeResults {

    private final TryOnGenerator tryOn;
    private final VideoGenerator video;
    private final Copywriter copywriter;
    private final MediaStore media;
    private final Supplier<UUID> ids;

    public MakeResults(
            TryOnGenerator tryOn, VideoGenerator video, Copywriter copywriter, MediaStore media, Supplier<UUID> ids) {
        this.tryOn = tryOn;
        this.video = video;
        this.copywriter = copywriter;
        this.media = media;
        this.ids = ids;
    }

    /**
     * Makes all of them or none: what was stored before a failure or a cancellation is removed again.
     *
     * @param folder local files of this run; the caller removes it
     */
    public Uni<Made> make(ClaimedJob job, Path folder, Generator.Progress progress) {
        RunFiles files = new RunFiles(media, job);
        return make(job.spec(), files, folder, progress)
                .onFailure()
                .call(files::discard)
                .onCancellation()
                .invoke(() -> files.discard().subscribe().with(removed -> {}));
    }

    private Uni<Made> make(JobSpec spec, RunFiles files, Path folder, Generator.Progress progress) {
        if (spec instanceof ImageSpec image) {
            return pictures(image, files, folder, progress);
        }
        if (spec instanceof VideoSpec clip) {
            return clip(clip, files, folder, progress);
        }
        return letter((LetterSpec) spec, folder, progress);
    }

    /** One picture to make. */
    private record Piece(int number, Outfit outfit, View view, long seed) {}

    private Uni<Made> pictures(ImageSpec spec, RunFiles files, Path folder, Generator.Progress progress) {
        List<Piece> pieces = new ArrayList<>();
        for (Outfit outfit : spec.outfits()) {
            for (View view : spec.views()) {
                for (int n = 0; n < spec.count(); n++) {
                    pieces.add(new Piece(pieces.size(), outfit, view, spec.seed() + n));
                }
            }
        }
        PhotoRef person = spec.person().photo();
        return Multi.createFrom()
                .iterable(pieces)
                .onItem()
                .transformToUniAndConcatenate(piece -> picture(
                        spec,
                        piece,
                        person,
                        files,
                        folder,
                        fraction -> progress.at((piece.number() + fraction) / pieces.size())))
                .collect()
                .asList()
                .map(made -> new Made(made, List.of(), null, origin(tryOn)));
    }

    private Uni<Made.Picture> picture(
            ImageSpec spec,
            Piece piece,
            @Nullable PhotoRef person,
            RunFiles files,
            Path folder,
            Generator.Progress progress) {
        Map<Garment, PhotoRef> worn = piece.outfit().worn(piece.view());
        if (worn.isEmpty()) {
            return Uni.createFrom()
                    .failure(GenerationFailed.invalidInput(
                            "The product has no photo of its "
                                    + piece.view().name().toLowerCase(Locale.ROOT) + ".",
                            null));
        }
        Uni<Map<Garment, Path>> garments = fetch(worn, folder, new EnumMap<>(Garment.class));
        Uni<Optional<Path>> personPhoto = person == null
                ? Uni.createFrom().item(Optional.empty())
                : media.fetch(person, folder).map(Optional::of);
        return Uni.combine()
                .all()
                .unis(garments, personPhoto)
                .asTuple()
                .onItem()
                .transformToUni(photos -> tryOn.generate(
                                new TryOnGenerator.Request(
                                        photos.getItem1(),
                                        piece.view(),
                                        spec.person().preset(),
                                        photos.getItem2().orElse(null),
                                        piece.seed(),
                                        folder),
                                progress)
                        .onItem()
                        .transformToUni(made -> store(
                                        files,
                                        piece.number(),
                                        made.file(),
                                        made.thumbnail(),
                                        made.contentType(),
                                        made.width(),
                                        made.height())
                                .map(file -> new Made.Picture(
                                        new ImageId(ids.get()),
                                        piece.outfit().productId(),
                                        piece.view(),
                                        piece.seed(),
                                        file))));
    }

    private Uni<Made> clip(VideoSpec spec, RunFiles files, Path folder, Generator.Progress progress) {
        ProductId product = spec.productId();
        return Multi.createFrom()
                .iterable(spec.images())
                .onItem()
                .transformToUniAndConcatenate(source -> media.fetch(source.photo(), folder))
                .collect()
                .asList()
                .onItem()
                .transformToUni(images -> video.generate(
                        new VideoGenerator.Request(images, spec.seconds(), spec.aspect(), spec.seed(), folder),
                        progress))
                .onItem()
                .transformToUni(made -> store(
                                files, 0, made.file(), made.poster(), made.contentType(), made.width(), made.height())
                        .map(file -> new Made.Clip(new VideoId(ids.get()), product, made.seconds(), spec.seed(), file)))
                .map(made -> new Made(List.of(), List.of(made), null, origin(video)));
    }

    private Uni<Made> letter(LetterSpec spec, Path folder, Generator.Progress progress) {
        return Multi.createFrom()
                .iterable(spec.outfits())
                .onItem()
                .transformToUniAndConcatenate(outfit -> fetch(outfit.photos(), folder, new EnumMap<>(PhotoSlot.class)))
                .collect()
                .asList()
                .onItem()
                .transformToUni(outfits -> copywriter.write(
                        new Copywriter.Request(spec.projectName(), outfits, spec.tone(), spec.language(), 0), progress))
                .map(copy -> new Made.Letter(
                        new LetterId(ids.get()), spec.language(), copy.headline(), copy.summary(), copy.bulletPoints()))
                .map(made -> new Made(List.of(), List.of(), made, origin(copywriter)));
    }

    private <K> Uni<Map<K, Path>> fetch(Map<K, PhotoRef> photos, Path folder, Map<K, Path> into) {
        return Multi.createFrom()
                .iterable(photos.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        photo -> media.fetch(photo.getValue(), folder).invoke(file -> into.put(photo.getKey(), file)))
                .collect()
                .last()
                .replaceWith(into);
    }

    private static Uni<Made.StoredFile> store(
            RunFiles files, int number, Path file, Path thumbnail, String contentType, int width, int height) {
        long bytes = file.toFile().length();
        return files.store(thumbnail, number + "-thumb" + extension(thumbnail))
                .flatMap(thumbnailKey -> files.store(file, number + extension(file))
                        .map(key -> new Made.StoredFile(key, thumbnailKey, contentType, width, height, bytes)));
    }

    private static String extension(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.'));
    }

    private static Made.Origin origin(Generator generator) {
        return new Made.Origin(generator.provider(), generator.model(), generator.aiGenerated());
    }
}
