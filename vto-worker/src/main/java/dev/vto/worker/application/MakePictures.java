package dev.vto.worker.application;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.Calls.Output;
import dev.vto.worker.application.Calls.Result;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.MediaLabels;
import dev.vto.worker.application.port.PersonPhotos;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.DigitalSource;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the pictures of a job one after the other, each by as many calls as the backend needs for its outfit. */
final class MakePictures {

    private final TryOnGenerator tryOn;
    private final PersonPhotos persons;
    private final MediaLabels labels;
    private final Supplier<UUID> ids;

    MakePictures(TryOnGenerator tryOn, PersonPhotos persons, MediaLabels labels, Supplier<UUID> ids) {
        this.tryOn = tryOn;
        this.persons = persons;
        this.labels = labels;
        this.ids = ids;
    }

    /**
     * One picture to make.
     *
     * @param calls the garments of each call to the backend
     * @param before how many calls the pictures before it need
     */
    private record Piece(int number, Outfit outfit, View view, long seed, List<Set<Garment>> calls, int before) {

        /** Names a call within the job, as {@code 0-bottom}. */
        private String step(Set<Garment> garments) {
            return number + "-"
                    + garments.stream()
                            .map(garment -> garment.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("_"));
        }

        private Map<Garment, PhotoRef> photos(Set<Garment> garments) {
            Map<Garment, PhotoRef> photos = new EnumMap<>(outfit.worn(view));
            photos.keySet().retainAll(garments);
            return photos;
        }
    }

    Uni<Made> make(ImageSpec spec, Run run) {
        List<Piece> pieces = pieces(spec);
        int all = pieces.stream().mapToInt(piece -> piece.calls().size()).sum();
        return Multi.createFrom()
                .iterable(pieces)
                .onItem()
                .transformToUniAndConcatenate(piece -> dressed(piece, 0, spec.person(), null, all, run)
                        .flatMap(result -> result.among(run.files(), Integer.toString(piece.number())))
                        .map(file -> new Made.Picture(
                                new ImageId(ids.get()),
                                piece.outfit().productId(),
                                piece.view(),
                                tryOn.canDress().seeds() ? piece.seed() : null,
                                file)))
                .collect()
                .asList()
                .map(made -> new Made(made, List.of(), null, Calls.origin(tryOn)));
    }

    private List<Piece> pieces(ImageSpec spec) {
        requirePossible(spec);
        List<Piece> pieces = new ArrayList<>();
        int before = 0;
        for (Outfit outfit : spec.outfits()) {
            for (View view : spec.views()) {
                List<Set<Garment>> calls =
                        Chain.of(outfit.worn(view).keySet(), tryOn.canDress().together());
                if (calls.isEmpty()) {
                    throw GenerationFailed.invalidInput(
                            "The product has no photo of its " + view.name().toLowerCase(Locale.ROOT) + ".", null);
                }
                for (int n = 0; n < spec.count(); n++) {
                    pieces.add(new Piece(pieces.size(), outfit, view, spec.seed() + n, calls, before));
                    before += calls.size();
                }
            }
        }
        return pieces;
    }

    private void requirePossible(ImageSpec spec) {
        Set<View> views = tryOn.canDress().views();
        if (!views.containsAll(spec.views())) {
            String allowed = views.stream().sorted().map(View::name).collect(Collectors.joining(", "));
            throw GenerationFailed.invalidInput("The views that can be made here are " + allowed + ".", null);
        }
        if (spec.person().photo() != null && spec.views().size() > 1) {
            throw GenerationFailed.invalidInput(
                    "A photo of a person shows one side: ask for FRONT and for BACK in jobs of their own, each with a"
                            + " photo of that side.",
                    null);
        }
    }

    /** @param soFar what the calls before this one have made, or null at the first */
    private Uni<Result> dressed(Piece piece, int call, Person person, @Nullable Result soFar, int all, Run run) {
        Set<Garment> garments = piece.calls().get(call);
        Uni<Result> result = run.calls()
                .make(piece.step(garments), tryOn, run.part(piece.before() + call, all), made -> wearer(
                                person, piece.view(), soFar, run)
                        .flatMap(photo -> putOn(piece, garments, person, photo, made, run)));
        return call + 1 == piece.calls().size()
                ? result
                : result.flatMap(next -> dressed(piece, call + 1, person, next, all, run));
    }

    private Uni<Output> putOn(
            Piece piece, Set<Garment> garments, Person person, Optional<Path> wearer, Call call, Run run) {
        return run.fetch(piece.photos(garments), new EnumMap<>(Garment.class))
                .flatMap(photos -> tryOn.generate(
                        new TryOnGenerator.Request(
                                photos,
                                piece.view(),
                                wearer.isPresent() ? null : person.preset(),
                                wearer.orElse(null),
                                piece.seed(),
                                run.folder().get()),
                        call))
                .call(made -> label(made.file()))
                .call(made -> label(made.thumbnail()))
                .map(made ->
                        new Output(made.file(), made.thumbnail(), made.contentType(), made.width(), made.height(), 0));
    }

    private Uni<Void> label(Path file) {
        return labels.label(file, DigitalSource.ofPicture(tryOn.aiGenerated()), Calls.origin(tryOn));
    }

    /** The photo that is dressed; empty where the backend has the person that the preset names. */
    private Uni<Optional<Path>> wearer(Person person, View view, @Nullable Result soFar, Run run) {
        if (soFar != null) {
            return soFar.local(run.folder()).map(Optional::of);
        }
        PhotoRef photo = person.photo();
        if (photo != null) {
            return run.media().fetch(photo, run.folder()).map(Optional::of);
        }
        String preset = String.valueOf(person.preset());
        return tryOn.canDress().persons()
                ? Uni.createFrom().item(Optional.empty())
                : persons.of(preset, view).map(Optional::of);
    }
}
