package dev.vto.worker.application;

import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.application.port.JobSteps.Step;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.domain.Made.StoredFile;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one run to its backends. What a call to a backend that is kept has come to is known to the next run of
 * the job: what was submitted is followed, what was finished is not made again.
 */
final class Calls {

    /** Names the folder of a job's steps beside those of its claims. */
    private static final String FOLDER = "steps";

    private final JobSteps steps;
    private final MediaStore media;
    private final ClaimedJob job;

    Calls(JobSteps steps, MediaStore media, ClaimedJob job) {
        this.steps = steps;
        this.media = media;
        this.job = job;
    }

    /** Files that a backend has written into the folder of the run; {@code seconds} is 0 for a picture. */
    record Output(Path file, Path preview, String contentType, int width, int height, double seconds) {}

    /** What a call has made, wherever it is until the run is over. */
    interface Result {

        /** As a local file, for the next call. */
        Uni<Path> local(Supplier<Path> folder);

        /** Among the files that the run leaves. */
        Uni<StoredFile> among(RunFiles files, String name);

        double seconds();
    }

    /** Below it are the files of the steps of this job. */
    static MediaKey folder(Object ownerId, Object jobId) {
        return new MediaKey(ownerId + "/" + jobId + "/" + FOLDER);
    }

    static Made.Origin origin(Generator generator) {
        return new Made.Origin(generator.provider(), generator.model(), generator.aiGenerated());
    }

    /** A call of which nothing is kept. */
    Call passing(Generator.Progress progress) {
        return new Passing(progress, job.traceparent());
    }

    /**
     * Makes a call, or takes what an earlier run has of it.
     *
     * @param step names the call within the job
     */
    Uni<Result> make(String step, Generator by, Generator.Progress progress, Function<Call, Uni<Output>> work) {
        return (by.isKept()
                        ? kept(step, by, progress, work)
                        : work.apply(passing(progress)).<Result>map(Local::new))
                .invoke(() -> progress.at(1));
    }

    private Uni<Result> kept(String step, Generator by, Generator.Progress progress, Function<Call, Uni<Output>> work) {
        return steps.begin(job, step, origin(by))
                .flatMap(known -> known.result() != null
                        ? Uni.createFrom().item(known.result())
                        : work.apply(new Kept(step, known, progress)).flatMap(output -> keep(step, output)))
                .map(Stored::new);
    }

    private Uni<JobSteps.Result> keep(String step, Output output) {
        MediaKey folder = folder(job.ownerId(), job.id());
        MediaKey file = new MediaKey(folder + "/" + step + RunFiles.extension(output.file()));
        MediaKey preview = new MediaKey(folder + "/" + step + "-thumb" + RunFiles.extension(output.preview()));
        long bytes = output.file().toFile().length();
        JobSteps.Result result = new JobSteps.Result(
                new StoredFile(file, preview, output.contentType(), output.width(), output.height(), bytes),
                output.seconds());
        return media.store(output.preview(), preview)
                .chain(() -> media.store(output.file(), file))
                .chain(() -> steps.finish(job, step, result))
                .replaceWith(result);
    }

    private record Passing(Generator.Progress progress, @Nullable String traceparent) implements Call {

        @Override
        public void at(double fraction) {
            progress.at(fraction);
        }
    }

    private final class Kept implements Call {

        private final String step;
        private final Step known;
        private final Generator.Progress progress;

        private Kept(String step, Step known, Generator.Progress progress) {
            this.step = step;
            this.known = known;
            this.progress = progress;
        }

        @Override
        public Optional<String> backendJob() {
            return Optional.ofNullable(known.backendJob());
        }

        @Override
        public Uni<Void> submitted(String backendJob) {
            return steps.submitted(job, step, backendJob);
        }

        @Override
        public Uni<Void> forget() {
            return steps.forget(job, step);
        }

        @Override
        public @Nullable String traceparent() {
            return job.traceparent();
        }

        @Override
        public void at(double fraction) {
            progress.at(fraction);
        }
    }

    private record Local(Output output) implements Result {

        @Override
        public Uni<Path> local(Supplier<Path> folder) {
            return Uni.createFrom().item(output.file());
        }

        @Override
        public Uni<StoredFile> among(RunFiles files, String name) {
            long bytes = output.file().toFile().length();
            return files.store(output.preview(), name + "-thumb").flatMap(preview -> files.store(output.file(), name)
                    .map(file -> new StoredFile(
                            file, preview, output.contentType(), output.width(), output.height(), bytes)));
        }

        @Override
        public double seconds() {
            return output.seconds();
        }
    }

    private final class Stored implements Result {

        private final JobSteps.Result result;

        private Stored(JobSteps.Result result) {
            this.result = result;
        }

        @Override
        public Uni<Path> local(Supplier<Path> folder) {
            return media.fetch(PhotoRef.stored(result.file().key()), folder);
        }

        @Override
        public Uni<StoredFile> among(RunFiles files, String name) {
            StoredFile kept = result.file();
            return files.copy(kept.thumbnail(), name + "-thumb").flatMap(preview -> files.copy(kept.key(), name)
                    .map(file -> new StoredFile(
                            file, preview, kept.contentType(), kept.width(), kept.height(), kept.bytes())));
        }

        @Override
        public double seconds() {
            return result.seconds();
        }
    }
}
