package dev.vto.worker.application;

import dev.vto.shared.id.LetterId;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the letter of a job, by one call. Nothing is kept of it: it is short and cheap. */
final class MakeLetter {

    private final Copywriter copywriter;
    private final Supplier<UUID> ids;

    MakeLetter(Copywriter copywriter, Supplier<UUID> ids) {
        this.copywriter = copywriter;
        this.ids = ids;
    }

    Uni<Made> make(LetterSpec spec, Run run) {
        if (!copywriter.languages().contains(spec.language())) {
            throw GenerationFailed.invalidInput(
                    "A letter is written in one of " + String.join(", ", new TreeSet<>(copywriter.languages()))
                            + " here, not in " + spec.language() + ".",
                    null);
        }
        return Multi.createFrom()
                .iterable(spec.outfits())
                .onItem()
                .transformToUniAndConcatenate(outfit -> run.fetch(outfit.photos(), new EnumMap<>(PhotoSlot.class)))
                .collect()
                .asList()
                .flatMap(outfits -> copywriter.write(
                        new Copywriter.Request(spec.projectName(), outfits, spec.tone(), spec.language(), seed(run)),
                        run.calls().passing(run.progress())))
                .map(copy -> new Made.Letter(
                        new LetterId(ids.get()), spec.language(), copy.headline(), copy.summary(), copy.bulletPoints()))
                .map(letter -> new Made(List.of(), List.of(), letter, Calls.origin(copywriter)));
    }

    /** Another letter is asked for in the hope of other words; an attempt of the same job finds the same ones. */
    private static long seed(Run run) {
        return run.job().id().value().getLeastSignificantBits();
    }
}
