package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.figure.Dresser;
import dev.vto.worker.adapter.out.generation.studio.figure.Mannequin;
import dev.vto.worker.adapter.out.generation.studio.image.PictureFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Executor;
import org.bytedeco.opencv.opencv_core.Mat;

/** A preview of an outfit: the photographed garments, cut out and fitted on a mannequin. No generative model. */
public final class StudioTryOn implements TryOnGenerator {

    private final BlockingWork work;
    private final Cutouts garments;

    /** @param workers the threads that make things */
    public StudioTryOn(Executor workers, Cutouts garments) {
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
    public Capabilities canDress() {
        return new Capabilities(EnumSet.allOf(Garment.class), EnumSet.allOf(View.class), true, true);
    }

    @Override
    public Uni<Picture> generate(Request request, Call call) {
        return work.run(moved -> dressed(request, moved), call);
    }

    private Picture dressed(Request request, Progress progress) throws IOException {
        if (request.personPhoto() != null) {
            throw GenerationFailed.invalidInput(
                    "The studio dresses its own mannequin and takes no photo of a person.", null);
        }
        Mannequin mannequin = Studio.mannequin(request.preset());
        Map<Garment, Mat> cutouts = new EnumMap<>(Garment.class);
        for (Map.Entry<Garment, Path> photo : request.garments().entrySet()) {
            String what =
                    "photo for " + PhotoSlot.of(photo.getKey(), request.view()).wireName();
            cutouts.put(photo.getKey(), garments.of(photo.getValue(), what));
            progress.at(0.7 * cutouts.size() / request.garments().size());
        }
        BufferedImage image = new Dresser(mannequin)
                .dress(cutouts, request.view(), request.seed())
                .toImage();
        progress.at(0.9);
        Path file = PictureFiles.write(image, request.folder());
        Path thumbnail = PictureFiles.writeThumbnail(image, request.folder());
        return new Picture(file, thumbnail, PictureFiles.CONTENT_TYPE, image.getWidth(), image.getHeight());
    }
}
