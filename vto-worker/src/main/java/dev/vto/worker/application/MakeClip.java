package dev.vto.worker.application;

import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.VideoSpec;
import dev.vto.worker.application.Calls.Output;
import dev.vto.worker.application.Calls.Result;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.MediaLabels;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the video of a job, by one call. */
final class MakeClip {

    private static final String STEP = "video";

    private final VideoGenerator video;
    private final MediaLabels labels;
    private final Supplier<UUID> ids;

    MakeClip(VideoGenerator video, MediaLabels labels, Supplier<UUID> ids) {
        this.video = video;
        this.labels = labels;
        this.ids = ids;
    }

    Uni<Made> make(VideoSpec spec, Run run) {
        return run.calls()
                .make(STEP, video, run.progress(), call -> film(spec, call, run))
                .flatMap(result -> result.among(run.files(), "0").map(file -> clip(spec, result, file)))
                .map(clip -> new Made(List.of(), List.of(clip), null, origin(spec)));
    }

    private Uni<Output> film(VideoSpec spec, Call call, Run run) {
        VideoGenerator.Capabilities can = video.canFilm();
        return Multi.createFrom()
                .iterable(shown(spec))
                .onItem()
                .transformToUniAndConcatenate(source -> run.media().fetch(source.photo(), run.folder()))
                .collect()
                .asList()
                .flatMap(images -> video.generate(
                        new VideoGenerator.Request(
                                images,
                                nearest(spec.seconds(), can),
                                spec.aspect(),
                                spec.seed(),
                                run.folder().get()),
                        call))
                .call(made -> label(made.file(), spec))
                .call(made -> label(made.poster(), spec))
                .map(made -> new Output(
                        made.file(), made.poster(), made.contentType(), made.width(), made.height(), made.seconds()));
    }

    private List<VideoSpec.Source> shown(VideoSpec spec) {
        return spec.images()
                .subList(0, Math.min(spec.images().size(), video.canFilm().images()));
    }

    private Uni<Void> label(Path file, VideoSpec spec) {
        return labels.label(file, digitalSource(spec), origin(spec));
    }

    /** A film of pictures is made by a model where one of them is. */
    private Made.Origin origin(VideoSpec spec) {
        return new Made.Origin(
                video.provider(), video.model(), digitalSource(spec).isGenerative());
    }

    private DigitalSource digitalSource(VideoSpec spec) {
        return DigitalSource.ofClip(video.aiGenerated(), shown(spec).stream().anyMatch(VideoSpec.Source::aiGenerated));
    }

    private Made.Clip clip(VideoSpec spec, Result result, Made.StoredFile file) {
        return new Made.Clip(
                new VideoId(ids.get()),
                spec.productId(),
                result.seconds(),
                video.canFilm().seeds() ? spec.seed() : null,
                file);
    }

    private static int nearest(int asked, VideoGenerator.Capabilities can) {
        return can.seconds().stream()
                .min(Comparator.comparingInt(seconds -> Math.abs(seconds - asked)))
                .orElseThrow();
    }
}
