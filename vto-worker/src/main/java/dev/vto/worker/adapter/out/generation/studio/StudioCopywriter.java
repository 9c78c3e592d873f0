package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.letter.ColorName;
import dev.vto.worker.adapter.out.generation.studio.letter.LetterWriter;
import dev.vto.worker.adapter.out.generation.studio.letter.Look;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Copywriter;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;

/** A letter from what the photos show: which garments there are and their colours. It invents no fabric and no price. */
public final class StudioCopywriter implements Copywriter {

    /** The order in which a letter tells of an outfit. */
    private static final List<Garment> TOLD = List.of(Garment.UPPER, Garment.BOTTOM, Garment.ONEPIECE, Garment.OUTER);

    private static final Map<String, LetterWriter> WRITERS =
            LetterSpec.LANGUAGES.stream().collect(Collectors.toMap(language -> language, LetterWriter::new));

    private final BlockingWork work;
    private final Cutouts garments;

    /** @param workers the threads that make things */
    public StudioCopywriter(Executor workers, Cutouts garments) {
        this.work = new BlockingWork(workers);
        this.garments = garments;
    }

    @Override
    public String provider() {
        return Studio.PROVIDER;
    }

    @Override
    public String model() {
        return Studio.MODEL;
    }

    @Override
    public boolean aiGenerated() {
        return false;
    }

    @Override
    public Set<String> languages() {
        return Set.copyOf(LetterSpec.LANGUAGES);
    }

    @Override
    public Uni<Copy> write(Request request, Call call) {
        return work.run(moved -> written(request, moved), call);
    }

    private Copy written(Request request, Progress progress) {
        List<Look> looks = new ArrayList<>();
        for (Map<PhotoSlot, Path> outfit : request.outfits()) {
            looks.add(look(outfit));
            progress.at((double) looks.size() / request.outfits().size());
        }
        return Objects.requireNonNull(WRITERS.get(request.language()), request.language())
                .write(request.projectName(), looks, request.tone(), request.seed());
    }

    private Look look(Map<PhotoSlot, Path> outfit) {
        List<Look.Piece> pieces = new ArrayList<>();
        for (Garment garment : TOLD) {
            for (View view : View.values()) {
                PhotoSlot slot = PhotoSlot.of(garment, view);
                Path photo = outfit.get(slot);
                boolean isKnown = pieces.stream().anyMatch(piece -> piece.garment() == garment);
                if (photo != null && !isKnown) {
                    pieces.add(new Look.Piece(garment, colors(photo, slot)));
                }
            }
        }
        Set<View> views = Arrays.stream(View.values())
                .filter(view ->
                        pieces.stream().allMatch(piece -> outfit.containsKey(PhotoSlot.of(piece.garment(), view))))
                .collect(Collectors.toSet());
        return new Look(pieces, views);
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private List<ColorName> colors(Path photo, PhotoSlot slot) {
        String what = "photo for " + slot.wireName();
        try (PointerScope scope = new PointerScope()) {
            return Palette.of(garments.of(photo, what));
        }
    }
}
