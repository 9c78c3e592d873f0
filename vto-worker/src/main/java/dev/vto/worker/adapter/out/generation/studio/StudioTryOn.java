package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.cutout.PersonCutter;
import dev.vto.worker.adapter.out.generation.studio.figure.Dresser;
import dev.vto.worker.adapter.out.generation.studio.figure.Figure;
import dev.vto.worker.adapter.out.generation.studio.figure.PhotographedPerson;
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

/**
 * A preview of an outfit: the photographed garments, cut out and fitted on a mannequin or on the person in a photo. No
 * generative model.
 */
public final class StudioTryOn implements TryOnGenerator {

    private final BlockingWork work;
    private final Cutouts garments;
    private final PersonCutter persons = new PersonCutter(PhotographedPerson.WIDTH, PhotographedPerson.HEIGHT);

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
        Figure figure = figure(request);
        progress.at(0.2);
        Map<Garment, Mat> cutouts = new EnumMap<>(Garment.class);
        for (Map.Entry<Garment, Path> photo : request.garments().entrySet()) {
            String what =
                    "photo for " + PhotoSlot.of(photo.getKey(), request.view()).wireName();
            cutouts.put(photo.getKey(), garments.of(photo.getValue(), what));
            progress.at(0.2 + 0.5 * cutouts.size() / request.garments().size());
        }
        BufferedImage image = new Dresser(figure)
                .dress(cutouts, request.view(), request.seed())
                .toImage();
        progress.at(0.9);
        Path file = PictureFiles.write(image, request.folder());
        Path thumbnail = PictureFiles.writeThumbnail(image, request.folder());
        return new Picture(file, thumbnail, PictureFiles.CONTENT_TYPE, image.getWidth(), image.getHeight());
    }

    private Figure figure(Request request) {
        Path photo = request.personPhoto();
        if (photo == null) {
            return Studio.mannequin(request.preset());
        }
        return PhotographedPerson.in(garments.of(photo, "photo of the person", persons))
                .orElseThrow(() -> GenerationFailed.invalidInput(
                        "No person can be made out in the photo of the person: it is to show one who stands upright,"
                                + " seen " + (request.view() == View.FRONT ? "from the front" : "from behind")
                                + ", whole from head to feet, with the arms beside the body, before a calm"
                                + " background.",
                        null));
    }
}
