package dev.vto.worker.application;

import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.VideoSpec;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.application.port.MediaLabels;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.application.port.PersonPhotos;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/** Runs a job's generation, and stores each result under the key of this claim. */
public final class MakeResults {

    private final MakePictures pictures;
    private final MakeClip clip;
    private final MakeLetter letter;
    private final MediaStore media;
    private final JobSteps steps;

    public MakeResults(
            Generators generators,
            MediaStore media,
            JobSteps steps,
            PersonPhotos persons,
            MediaLabels labels,
            Supplier<UUID> ids) {
        this.pictures = new MakePictures(generators.tryOn(), persons, labels, ids);
        this.clip = new MakeClip(generators.video(), labels, ids);
        this.letter = new MakeLetter(generators.copywriter(), ids);
        this.media = media;
        this.steps = steps;
    }

    /**
     * Makes all of them or none: what was stored as a result before a failure or a cancellation is removed again.
     *
     * @param folder of local files, made when it is first asked for; the caller removes it
     * @param progress rises
     */
    public Uni<Made> make(ClaimedJob job, Supplier<Path> folder, Generator.Progress progress) {
        RunFiles files = new RunFiles(media, job);
        Run run = new Run(job, new Calls(steps, media, job), files, media, folder, new Rising(progress));
        return Uni.createFrom()
                .deferred(() -> make(job.spec(), run))
                .onFailure()
                .call(files::discard)
                .onCancellation()
                .invoke(() -> files.discard().subscribe().with(removed -> {}));
    }

    private Uni<Made> make(JobSpec spec, Run run) {
        if (spec instanceof ImageSpec image) {
            return pictures.make(image, run);
        }
        if (spec instanceof VideoSpec film) {
            return clip.make(film, run);
        }
        return letter.make((LetterSpec) spec, run);
    }

    /** Tells of progress only, whatever order a backend's answers come in. */
    private static final class Rising implements Generator.Progress {

        private final Generator.Progress progress;
        private double reached;

        private Rising(Generator.Progress progress) {
            this.progress = progress;
        }

        @Override
        public synchronized void at(double fraction) {
            if (fraction > reached) {
                reached = fraction;
                progress.at(fraction);
            }
        }
    }
}
